"""Client-side rate limiting by Stripe's published limits. No I/O: the caller passes the time."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PaceLimits:
    """Requests per second, for the whole key and for each endpoint (docs: rate-limits). `apart` are the limits of
    endpoints that do not count for the key's."""

    per_key: float
    per_endpoint: float
    apart: Mapping[str, float] = field(default_factory=dict)


HEADROOM = 0.2
"""The share of each bucket that background reads leave for the operator's requests."""
MARGIN = 0.97
"""Of a limit that many requests keep to exactly: they do not arrive in the order and at the distances they left."""
LEAST_SHARE, RECOVERY = 0.1, 60.0
"""A 429 halves the rate, but never below LEAST_SHARE of it. The share grows back at 1 per RECOVERY seconds."""

METER_EVENTS, METER_STREAM = "post /v1/billing/meter_events", "post /v2/billing/meter_event_stream"
LIVE = PaceLimits(per_key=100, per_endpoint=25, apart={METER_EVENTS: 1_000, METER_STREAM: 1_000})
"""Of the stream, a tenth of what Stripe allows: more than this computer can send."""
SANDBOX = PaceLimits(per_key=25, per_endpoint=25)
PRACTICE = PaceLimits(per_key=2_000, per_endpoint=2_000)


class _Bucket:
    """Holds up to one second's worth of tokens."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.tokens = rate
        self.at = 0.0

    def refill(self, now: float, share: float = 1.0) -> None:
        self.tokens = min(self.rate, self.tokens + max(0.0, now - self.at) * self.rate * share)
        self.at = now

    def wait(self, *, background: bool, share: float) -> float:
        least = self.rate * HEADROOM if background else 0.0
        return (1 + least - self.tokens) / (self.rate * share)


class Pace:
    """Token buckets for one key. Shared by the GUI thread and the sync thread."""

    def __init__(self, limits: PaceLimits) -> None:
        self._limits = limits
        self._key = _Bucket(limits.per_key)
        self._endpoints: dict[str, _Bucket] = {}
        self._lock = threading.Lock()
        self._share, self._slowed = 1.0, 0.0

    def take(self, now: float, endpoint: str, *, background: bool) -> float:
        """Returns 0 if the request may be sent now. Otherwise takes nothing and returns the seconds to wait."""
        with self._lock:
            bucket = self._endpoints.setdefault(endpoint, _Bucket(self._limits.per_endpoint))
            share = self._share_at(now)
            wait = 0.0
            for each in (self._key, bucket):
                each.refill(now, share)
                wait = max(wait, each.wait(background=background, share=share))
            if wait > 1e-9:
                return wait
            self._key.tokens -= 1
            bucket.tokens -= 1
            return 0.0

    def reserve(self, now: float, endpoint: str) -> float | None:
        """The seconds after which the request may be sent, which is reserved; None for an endpoint that counts for the
        key's limit. Many can wait at a time without asking again."""
        rate = self._limits.apart.get(endpoint)
        if rate is None:
            return None
        with self._lock:
            bucket = self._endpoints.setdefault(endpoint, _Bucket(rate * MARGIN))
            share = self._share_at(now)
            bucket.refill(now, share)
            bucket.tokens -= 1
            return max(0.0, -bucket.tokens / (bucket.rate * share))

    def _share_at(self, now: float) -> float:
        return min(1.0, self._share + max(0.0, now - self._slowed) / RECOVERY)

    def is_slowed(self, now: float) -> bool:
        """Whether the rate has not recovered yet from the last 429."""
        with self._lock:
            return self._share_at(now) < 1

    def slow_down(self, now: float) -> None:
        """Record a 429, which another program on this account may have caused: empty the bucket and halve the rate."""
        with self._lock:
            share = self._share_at(now)
            if now - self._slowed >= 1:  # several 429s for one burst count once
                self._share, self._slowed = max(LEAST_SHARE, share / 2), now
            self._key.refill(now, share)
            self._key.tokens = min(self._key.tokens, 0.0)
