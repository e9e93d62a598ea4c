"""Invoices: what can be done with them, their lines, tax, life, review and checks."""
