"""The encrypted database files and other local files."""
