"""Charts of usage and money."""
