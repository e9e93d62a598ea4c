"""Reads the JSON objects of a Stripe account: cards, customers, invoices, payments, plans, subscriptions."""
