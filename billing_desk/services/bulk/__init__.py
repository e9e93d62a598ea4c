"""One edit over many objects."""
