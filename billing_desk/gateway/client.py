"""A connection to Stripe with one key: SDK client, HTTP client, base addresses. Belongs to one event loop."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import httpx
import stripe

API_VERSION = "2026-10-28.endive"
"""Sent with every request (E7) and shown to the operator; the SDK's own pin, checked by a contract test."""

# The SDK's telemetry writes a lasting id to the user's disk and sends it along.
stripe.enable_telemetry = False


@dataclass(frozen=True)
class Route:
    """How to reach Stripe: `address` replaces all four base addresses, `transport` replaces the network."""

    address: str | None = None
    transport: httpx.AsyncBaseTransport | None = None
    proxy: str | None = None
    ca_file: Path | None = None


class _Http(stripe.HTTPXClient):
    """The SDK's httpx client with our own transport; its proxy argument does not work."""

    def __init__(self, route: Route, timeout: httpx.Timeout) -> None:
        super().__init__(timeout=timeout)
        # WORKAROUND: stripe 16.1 passes `proxies=` to httpx, which has no such argument; so the client is replaced.
        self._client_async = httpx.AsyncClient(
            transport=route.transport, proxy=route.proxy, verify=_trust(route.ca_file), timeout=timeout
        )

    def _get_request_args_kwargs(
        self, method: str, url: str, headers: Mapping[str, str], post_data: Any
    ) -> tuple[tuple[str, str], dict[str, Any]]:
        # WORKAROUND: stripe 16.1 gives httpx the encoded form as `data=`, which httpx deprecates for text.
        arguments, options = super()._get_request_args_kwargs(method, url, headers, post_data)
        options["content"] = options.pop("data") or None
        return arguments, options


def _trust(extra: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=stripe.ca_bundle_path)
    if extra is not None:
        context.load_verify_locations(cafile=extra)
    return context


class Connection:
    """One key on one loop; close it on that loop."""

    def __init__(self, key: str, route: Route) -> None:
        self._http = _Http(route, httpx.Timeout(30, connect=10))
        self.client = stripe.StripeClient(
            key,
            http_client=self._http,
            max_network_retries=0,
            stripe_version=API_VERSION,
            base_addresses=cast("Any", _bases(route.address) if route.address else {}),
        )

    async def close(self) -> None:
        await self._http.close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped


def _bases(address: str) -> dict[str, str]:
    # All four, or the forgotten ones would still point at the real Stripe.
    return {"api": address, "connect": address, "files": address, "meter_events": address}


def loopback_address(text: str) -> str | None:
    """The base address if `text` names this machine by a loopback address, else None. Host names are not resolved."""
    parts = urlsplit(text.strip())
    try:
        port, host = parts.port, parts.hostname or ""
        local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not local or parts.username or parts.path.strip("/") or parts.query:
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")
