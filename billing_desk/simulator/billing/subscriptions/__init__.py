"""Subscriptions: create, change, cycle, pause, proration."""
