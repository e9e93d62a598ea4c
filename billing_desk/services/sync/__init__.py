"""Keeps the mirror equal to the account: a backfill first, then events, then enrichment."""
