"""One module a Stripe resource: each function returns a request as data."""
