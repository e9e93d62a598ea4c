"""The server side of the simulator: ASGI, wire format, hosted pages, control endpoint, webhooks."""
