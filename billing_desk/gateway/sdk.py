"""Everything of the SDK that a connection is made of. Imported at the first request only: loading it costs a quarter
of a start, and the first screen comes from the mirror."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, cast

import httpx
import stripe

from .client import API_VERSION, Route

# The SDK's telemetry writes a lasting id to the user's disk and sends it along.
stripe.enable_telemetry = False


class Http(stripe.HTTPXClient):
    """The SDK's httpx client with our own transport; its proxy argument does not work."""

    def __init__(self, route: Route, timeout: httpx.Timeout) -> None:
        super().__init__(timeout=timeout)
        self.bodies: ContextVar[list[bytes] | None] = ContextVar("bodies", default=None)
        """Where the bodies of answers go that the caller reads himself."""
        # WORKAROUND: stripe 16.1 passes `proxies=` to httpx, which has no such argument; so the client is replaced.
        self._client_async = httpx.AsyncClient(
            transport=route.transport, proxy=route.proxy, verify=_trust(route.ca_file), timeout=timeout
        )

    async def request_async(
        self, method: str, url: str, headers: Mapping[str, str], post_data: Any = None
    ) -> tuple[bytes, int, Mapping[str, str]]:
        # The SDK builds ordered dicts of every answer, at four times the cost of reading it; so it is given none.
        content, status, got = await super().request_async(method, url, headers, post_data)
        bodies = self.bodies.get()
        if bodies is None or status != 200:
            return content, status, got
        bodies.append(content)
        return b"{}", status, got

    def _get_request_args_kwargs(
        self, method: str, url: str, headers: Mapping[str, str], post_data: Any
    ) -> tuple[tuple[str, str], dict[str, Any]]:
        # WORKAROUND: stripe 16.1 gives httpx the encoded form as `data=`, which httpx deprecates for text.
        arguments, options = super()._get_request_args_kwargs(method, url, headers, post_data)
        options["content"] = options.pop("data") or None
        return arguments, options


def build(key: str, route: Route) -> tuple[stripe.StripeClient, Http]:
    """A client that never retries by itself: the door does, and the journal counts."""
    http = Http(route, httpx.Timeout(30, connect=10))
    client = stripe.StripeClient(
        key,
        http_client=http,
        max_network_retries=0,
        stripe_version=API_VERSION,
        base_addresses=cast("Any", _bases(route.address) if route.address else {}),
    )
    return client, http


def _trust(extra: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=stripe.ca_bundle_path)
    if extra is not None:
        context.load_verify_locations(cafile=extra)
    return context


def _bases(address: str) -> dict[str, str]:
    # All four, or the forgotten ones would still point at the real Stripe.
    return {"api": address, "connect": address, "files": address, "meter_events": address}
