"""Words for events, what needs attention, and webhooks."""
