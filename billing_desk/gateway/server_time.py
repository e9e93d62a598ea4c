"""What time it is at Stripe. This machine's clock may be wrong, be set back, or stand still while it sleeps."""

from __future__ import annotations

import threading

TOLERANCE = 2.0
"""Seconds: the `Date` of an answer has whole seconds and is some time on the way."""


class ServerTime:
    """Shared by the GUI's and the sync's thread, so that what they read can be ordered."""

    def __init__(self) -> None:
        self._at: float | None = None
        """Stripe's time when the monotonic clock was 0."""
        self._last = 0.0
        self._lock = threading.Lock()

    def not_before(self, moment: float) -> None:
        """What was read in an earlier session was read before anything that is read now."""
        with self._lock:
            self._last = max(self._last, moment)

    def heard(self, date: float, monotonic: float) -> None:
        """An answer carried this date."""
        with self._lock:
            at = date - monotonic
            if self._at is None or abs(at - self._at) > TOLERANCE:
                self._at = at

    def now(self, monotonic: float, wall: float) -> float:
        """Unix seconds; this machine's own until Stripe was heard. Two calls never give the same moment."""
        with self._lock:
            now = wall if self._at is None else self._at + monotonic
            self._last = max(now, self._last + 1e-6)
            return self._last
