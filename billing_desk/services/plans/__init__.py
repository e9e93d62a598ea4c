"""Products, prices and plans."""
