"""Invoices: lines, totals, collection, dunning, preview."""
