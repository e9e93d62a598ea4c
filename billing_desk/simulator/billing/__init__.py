"""Stripe's billing rules: prices, periods, discounts, invoices, payments, and scheduled work."""
