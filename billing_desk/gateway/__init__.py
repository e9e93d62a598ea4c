"""The only code that talks to Stripe: requests as data, one door, raw JSON back."""
