"""The account's events, in a file of their own: kept beyond the 30 days for which Stripe keeps them."""
