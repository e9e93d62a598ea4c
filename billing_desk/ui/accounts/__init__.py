"""Accounts, keys, modes, and the first run page."""
