"""Stripe's clock. This machine's clock may be wrong, be set back, or stop while the machine sleeps."""

from __future__ import annotations

import threading

TOLERANCE = 2.0
"""Seconds: the `Date` header has whole seconds and does not include the transfer time."""


class ServerTime:
    """Shared by the GUI thread and the sync thread, so that their reads can be ordered."""

    def __init__(self) -> None:
        self._at: float | None = None
        """Stripe's time (Unix seconds) at monotonic clock 0; None: no answer yet."""
        self._last = 0.0
        self._lock = threading.Lock()

    def not_before(self, moment: float) -> None:
        """Every later `now()` is after `moment`, the last read of an earlier session."""
        with self._lock:
            self._last = max(self._last, moment)

    def heard(self, date: float, monotonic: float) -> None:
        """Record the `Date` header of an answer (Unix seconds) and when it arrived (monotonic seconds)."""
        with self._lock:
            at = date - monotonic
            if self._at is None or abs(at - self._at) > TOLERANCE:
                self._at = at

    def now(self, monotonic: float, wall: float) -> float:
        """Unix seconds, strictly increasing. Uses `wall`, this machine's clock, until the first `heard()`."""
        with self._lock:
            now = wall if self._at is None else self._at + monotonic
            self._last = max(now, self._last + 1e-6)
            return self._last
