"""The progress of a backfill: objects read, rate per second, and time left."""

from __future__ import annotations

from collections.abc import Callable

from .context import SyncContext
from .status import Phase

EVERY = 0.2
"""Seconds between two progress reports."""


class Progress:
    """`now` returns seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now, self._began, self._said = now, now(), 0.0
        self._read: dict[str, int] = {}
        self._left: dict[str, float | None] = {}

    def add(self, kind: str, count: int, share_left: float | None) -> None:
        """`share_left`: the part of this list that is still to be read, 0 to 1; None: unknown."""
        self._read[kind] = self._read.get(kind, 0) + count
        self._left[kind] = share_left

    def say(self, context: SyncContext, kind: str) -> None:
        now = self._now()
        if not context.go.is_set():
            return
        if now - self._said < EVERY and context.status.phase is Phase.FILLING:
            return
        self._said = now
        count = sum(self._read.values())
        rate = count / max(now - self._began, 0.001)
        context.say(phase=Phase.FILLING, kind=kind, count=count, rate=rate, left=self.seconds_left(rate))

    def seconds_left(self, rate: float) -> float | None:
        """Estimated from the unread time windows, as if objects were spread evenly over time; None: unknown."""
        if not rate or any(left is None for left in self._left.values()):
            return None
        ahead = 0.0
        for kind, left in self._left.items():
            if left:
                ahead += self._read[kind] * left / max(1 - left, 0.01)
        return ahead / rate
