"""Stripe's published rate limits, off by default (source: Stripe's page on rate limits)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ..errors import ApiError
from ..resources import Endpoint
from ..state.state import State

_METER_EVENTS = "/v1/billing/meter_events"


@dataclass(frozen=True)
class Published:
    """Requests per second."""

    live: float = 100
    test: float = 25
    endpoint: float = 25
    search: float = 20
    meter_events: float = 1_000
    stream: float = 10_000


class Limiter:
    """Token buckets that hold one second's worth of requests. Active only while `enabled`."""

    def __init__(self, published: Published | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.enabled = False
        self.published = published or Published()
        self._monotonic = monotonic
        self._buckets: dict[str, tuple[float, float]] = {}

    def admit(self, state: State, endpoint: Endpoint) -> None:
        """Raises ApiError 429 if a limit is exceeded; a rejected request takes no token."""
        if not self.enabled:
            return
        owner = f"{state.account_id} {state.livemode}"
        wanted = [(f"{owner} {name}", rate) for name, rate in self._rules(state, endpoint)]
        levels = [(name, rate, self._level(name, rate)) for name, rate in wanted]
        if any(level < 1 for _, _, level in levels):
            raise ApiError(
                429,
                "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
                code="rate_limit",
            )
        now = self._monotonic()
        for name, _, level in levels:
            self._buckets[name] = (level - 1, now)

    def _rules(self, state: State, endpoint: Endpoint) -> list[tuple[str, float]]:
        limits = self.published
        if endpoint.path.endswith("meter_event_stream"):
            return [("stream", limits.stream)]
        if endpoint.path.endswith("billing/meter_events") and (state.livemode or endpoint.path != _METER_EVENTS):
            return [(endpoint.path, limits.meter_events)]
        rules = [("account", limits.live if state.livemode else limits.test)]
        if endpoint.path.endswith("/search"):
            return [*rules, ("search", limits.search)]
        return [*rules, (f"{endpoint.method} {endpoint.path}", limits.endpoint)]

    def _level(self, name: str, rate: float) -> float:
        level, at = self._buckets.get(name, (rate, self._monotonic()))
        return min(rate, level + (self._monotonic() - at) * rate)
