"""The server side of the simulator: ASGI, wire format, hosted pages, control address, webhooks."""
