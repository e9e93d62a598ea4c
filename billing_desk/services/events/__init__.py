"""The event feed, what asks for attention, webhook endpoints, and the local receiver."""
