"""The entities of the mirror that have a module of their own."""
