"""Bulk edits: one edit over many objects."""
