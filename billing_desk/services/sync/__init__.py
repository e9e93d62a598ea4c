"""Keeps the local copy equal to the account: lists once, then events, then what neither tells."""
