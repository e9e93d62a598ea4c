"""How fast requests may leave, by Stripe's published limits. Pure: the caller brings the time."""

from __future__ import annotations

import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Requests a second for the whole key and for each endpoint (docs: rate-limits)."""

    per_key: float
    per_endpoint: float

    @property
    def headroom(self) -> float:
        """The part of the key's burst that background reads leave for operators."""
        return self.per_key * 0.2


LIVE = Limits(per_key=100, per_endpoint=25)
SANDBOX = Limits(per_key=25, per_endpoint=25)
PRACTICE = Limits(per_key=2_000, per_endpoint=2_000)


class _Bucket:
    """Holds up to one second's worth of tokens."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.tokens = rate
        self.at = 0.0

    def refill(self, now: float) -> None:
        self.tokens = min(self.rate, self.tokens + max(0.0, now - self.at) * self.rate)
        self.at = now


class Pace:
    """Token buckets for one key. Shared by the GUI's and the sync's thread."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._key = _Bucket(limits.per_key)
        self._endpoints: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, now: float, endpoint: str, *, background: bool) -> float:
        """0: go now. Otherwise nothing was taken; ask again after that many seconds."""
        with self._lock:
            bucket = self._endpoints.setdefault(endpoint, _Bucket(self._limits.per_endpoint))
            wait = 0.0
            for each, least in ((self._key, self._limits.headroom if background else 0.0), (bucket, 0.0)):
                each.refill(now)
                wait = max(wait, (1 + least - each.tokens) / each.rate)
            if wait > 1e-9:
                return wait
            self._key.tokens -= 1
            bucket.tokens -= 1
            return 0.0

    def slow_down(self, now: float) -> None:
        """Stripe said 429: start again from an empty bucket."""
        with self._lock:
            self._key.refill(now)
            self._key.tokens = min(self._key.tokens, 0.0)
