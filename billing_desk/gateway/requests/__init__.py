"""One module for each Stripe resource. Each function returns a request as data."""
