"""The life of a subscription: create, change, cycle, pause, proration."""
