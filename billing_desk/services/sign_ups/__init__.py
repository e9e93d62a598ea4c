"""Users of a directory without a customer, and back (D4)."""
