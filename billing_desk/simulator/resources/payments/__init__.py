"""Stripe's payment resources: charges, intents, methods, sources, Checkout."""
