"""A connection to Stripe with one key, and the ways to reach it. Belongs to one event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import orjson

if TYPE_CHECKING:
    import httpx
    import stripe

    from .sdk import Http

API_VERSION = "2026-10-28.endive"
"""Sent with every request (E7) and shown to the operator; the SDK's own pin, checked by a contract test."""


@dataclass(frozen=True)
class Route:
    """How to reach Stripe: `address` replaces all four base addresses, `transport` replaces the network."""

    address: str | None = None
    transport: httpx.AsyncBaseTransport | None = None
    proxy: str | None = None
    ca_file: Path | None = None


class Connection:
    """One key on one loop; close it on that loop."""

    def __init__(self, key: str, route: Route) -> None:
        self._key, self._route = key, route
        self._made: tuple[stripe.StripeClient, Http] | None = None
        self._making = asyncio.Lock()

    async def client(self) -> stripe.StripeClient:
        """The SDK's client, loaded and made at the first need, off this thread."""
        async with self._making:
            if self._made is None:
                self._made = await asyncio.get_running_loop().run_in_executor(None, self._make)
            return self._made[0]

    def _make(self) -> tuple[stripe.StripeClient, Http]:
        from .sdk import build

        return build(self._key, self._route)

    async def get(self, path: str, params: Mapping[str, Any]) -> tuple[Any, Any]:
        """A GET's answer and its JSON. Raises the SDK's errors, and JSONDecodeError where it is none of Stripe's."""
        client = await self.client()
        assert self._made is not None
        kept, bodies = self._made[1].bodies, list[bytes]()
        token = kept.set(bodies)
        try:
            response = await client.raw_request_async("get", path, **params)
        finally:
            kept.reset(token)
        return response, orjson.loads(bodies[0])

    async def drop_connections(self) -> None:
        """After sleep or a change of network: what is open leads nowhere. The next request connects anew."""
        async with self._making:
            made, self._made = self._made, None
        if made is not None:
            await made[1].close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped

    async def close(self) -> None:
        if self._made is not None:
            await self._made[1].close_async()  # type: ignore[no-untyped-call]  # the SDK leaves it untyped


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
