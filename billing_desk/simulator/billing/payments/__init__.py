"""Payments: charging, intents, refunds, test cards, wallets."""
