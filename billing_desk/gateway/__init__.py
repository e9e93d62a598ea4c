"""The only code that calls Stripe. Takes requests as data and returns raw JSON."""
