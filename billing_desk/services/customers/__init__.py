"""Customers: edit, find or create, notes, duplicates, charges and refunds, timeline."""
