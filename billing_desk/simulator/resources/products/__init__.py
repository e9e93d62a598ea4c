"""Stripe's product resources: products, prices, plans, coupons."""
