"""The Subscriptions tab."""
