"""Stripe's core resources: account, customers, events, test clocks, webhooks, reports."""
