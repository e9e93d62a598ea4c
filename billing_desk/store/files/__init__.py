"""The encrypted database files themselves, and other files that are written."""
