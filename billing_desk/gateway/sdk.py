"""Builds the SDK client of a connection. Imported at the first request only: the import takes a quarter of the start-up
time, and the first screen reads only the mirror."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any, cast

import anyio
import httpx
import stripe

from .network import client, host_of, local_client
from .route import Route
from .version import API_VERSION

# The SDK's telemetry stores a persistent id on disk and sends it; its log prints request contents.
stripe.enable_telemetry = False
stripe.log = None


class Http(stripe.HTTPXClient):
    """The SDK's httpx client over our own AsyncClient; the SDK's proxy argument does not work in 16.1."""

    def __init__(self, route: Route, bases: Mapping[str, str], timeout: httpx.Timeout) -> None:
        # Skip the SDK's constructor: its client reads proxies and certificates from the environment.
        super(stripe.HTTPXClient, self).__init__()
        self.httpx, self.anyio, self._client, self._timeout = httpx, anyio, None, timeout
        self.bodies: ContextVar[list[bytes] | None] = ContextVar("bodies", default=None)
        """Collects the response bodies that the caller parses itself; None: the SDK parses them."""
        if route.is_local:
            self._client_async = local_client(route.transport, timeout)
        else:
            self._client_async = client(host_of(bases["api"]), route.network, timeout)

    async def request_async(
        self, method: str, url: str, headers: Mapping[str, str], post_data: Any = None
    ) -> tuple[bytes, int, Mapping[str, str]]:
        # The SDK builds ordered dicts of every response, four times the cost of parsing; give it an empty object.
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


def build(key: str, route: Route, bases: Mapping[str, str]) -> tuple[stripe.StripeClient, Http]:
    """A client without automatic retries: the gateway retries, and the journal records each attempt."""
    http = Http(route, bases, httpx.Timeout(30, connect=10))
    client = stripe.StripeClient(
        key,
        http_client=http,
        max_network_retries=0,
        stripe_version=API_VERSION,
        base_addresses=cast("Any", dict(bases)),
    )
    return client, http
