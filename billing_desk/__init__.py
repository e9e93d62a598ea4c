"""Billing Desk: a desktop program for the people who operate a Stripe account."""

__version__ = "0.1.0"
