"""Writes under every trouble, in processes that are killed: what is at Stripe afterwards is there exactly once."""
