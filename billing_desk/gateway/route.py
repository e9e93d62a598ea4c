"""The addresses a key may be sent to. The gateway checks them whenever it creates a connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..domain.access.api_key import shape_of
from ..domain.access.network import Network
from ..domain.errors import WrongAddress

if TYPE_CHECKING:
    import httpx

STRIPE: Mapping[str, str] = {
    "api": "https://api.stripe.com",
    "connect": "https://connect.stripe.com",
    "files": "https://files.stripe.com",
    "meter_events": "https://meter-events.stripe.com",
}
"""Stripe's base addresses; a contract test compares them with the SDK's. A live key is sent to no other address."""


@dataclass(frozen=True)
class Route:
    """How to reach Stripe. `address` replaces all four base addresses by a loopback address (test keys only);
    `transport` replaces the network, so that no request leaves this process."""

    address: str | None = None
    transport: httpx.AsyncBaseTransport | None = None
    network: Network = field(default_factory=Network)

    @property
    def is_local(self) -> bool:
        """Whether requests stay on this computer. If so, proxy and environment settings are ignored."""
        return self.address is not None or self.transport is not None


def checked_bases(key: str, route: Route, *, live: bool) -> dict[str, str]:
    """The base addresses for this key. Raises WrongAddress for any address other than Stripe's or, with a test key, a
    loopback address; and for a key whose mode differs from `live`."""
    if shape_of(key).live != live:
        raise WrongAddress(code="wrong_mode")
    if route.transport is not None:
        return dict.fromkeys(STRIPE, route.address or "http://practice.invalid")
    if route.address is None:
        return dict(STRIPE)
    if live:
        raise WrongAddress(route.address, code="live_elsewhere")
    local = loopback_address(route.address)
    if local is None:
        raise WrongAddress(route.address, code="not_loopback")
    # Replace all four; any that is left out would still point at Stripe.
    return dict.fromkeys(STRIPE, local)


def loopback_address(text: str) -> str | None:
    """The base address if `text` names this machine by a loopback address, else None. Host names are not resolved."""
    try:
        parts = urlsplit(text.strip())
        port, host = parts.port, parts.hostname or ""
        local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return None
    if port == 0 or "%" in host:
        return None
    extra = parts.username or parts.password or parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme not in ("http", "https") or not local or extra:
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port is not None else "")
