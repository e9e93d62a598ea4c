"""How Stripe bills: periods, test cards."""
