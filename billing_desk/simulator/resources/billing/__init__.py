"""Stripe's billing resources: invoices, subscriptions, credit notes, meters, portal."""
