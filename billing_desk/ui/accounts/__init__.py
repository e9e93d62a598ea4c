"""Accounts, keys, modes, and the first run."""
