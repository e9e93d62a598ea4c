"""Writes as data: requests, steps, operations, previews, bulk edits and safety limits."""
