"""Users of a directory and their customers."""
