"""Usage from files: read, checked row by row, and sent exactly once (E10)."""
