"""The time windows of a list that are still to be read. Pure, so that tests can try every order of events."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

EARLIEST = 1_262_304_000
"""Start of 2010 (Unix seconds); no Stripe account is older. The lower bound for splitting an open window."""


@dataclass
class Window:
    """The seconds of `created` from `first` to `last`, both included; None: open on this side.

    `last` decreases as pages are stored; `after` and `at` are the id and time of the last object read.
    """

    first: int | None = None
    last: int | None = None
    after: str | None = None
    at: int | None = None
    found: int = 0

    def read(self, oldest: int | None, after: str) -> None:
        """A page was read down to this object; it may not be stored yet."""
        self.after = after
        self.at = self.at if oldest is None else oldest


class Windows:
    """The newest window is read first; when a worker is idle, the rest of another worker's window is split."""

    def __init__(self, kept: str | None = None) -> None:
        """`kept` is the result of `to_json` from an earlier run; None: the list has not been read yet."""
        known: dict[str, Any] = (
            {"spans": [[None, None]], "floor": EARLIEST, "newest": None} if kept is None else json.loads(kept)
        )
        self._waiting = [Window(first, last) for first, last in known["spans"]]
        self._reading: list[Window] = []
        self.floor: int = known["floor"]
        """A lower bound of the creation times of the list's objects, as far as known (Unix seconds)."""
        self.newest: int | None = known["newest"]

    @property
    def done(self) -> bool:
        return not self._waiting and not self._reading

    def take(self) -> Window | None:
        """The newest unassigned window; None if there is none."""
        if not self._waiting:
            return None
        self._waiting.sort(key=lambda window: float("inf") if window.last is None else window.last)
        window = self._waiting.pop()
        self._reading.append(window)
        return window

    def kept(self, window: Window, oldest: int | None, count: int) -> None:
        """A page of a window was stored; older pages follow."""
        window.found += count
        if oldest is not None:
            window.last = oldest
            self.newest = max(self.newest or oldest, oldest)

    def split(self, window: Window) -> bool:
        """Add the older half of the unread rest to the waiting windows. Returns False if the rest is too short."""
        least = EARLIEST if window.first is None else window.first
        if window.at is None or window.at - least < 4:
            return False
        middle = (window.at + least) // 2
        self._waiting.append(Window(window.first, middle))
        window.first = middle + 1
        return True

    def finished(self, window: Window, count: int) -> None:
        self._reading.remove(window)
        empty = count + window.found == 0
        if window.last is not None and (empty or window.first is None):
            self.floor = max(self.floor, window.last)

    def drop_others(self) -> None:
        """The server ignores `created`, so one window covers everything."""
        self._waiting.clear()

    def share_left(self) -> float | None:
        """The part of the time that is still to be read, 0 to 1; None if unknown."""
        if self.done:
            return 0.0
        if self.newest is None or self.newest <= self.floor or self.floor == EARLIEST:
            return None
        spans = [*self._waiting, *self._reading]
        left = sum(max(0, (w.last or self.newest) - max(w.first or 0, self.floor)) for w in spans)
        return min(1.0, left / (self.newest - self.floor))

    def to_json(self, window: Window | None = None, last: int | None = None) -> str:
        """The windows left to read, with `window` already read down to `last` (None: completely)."""
        spans = [[w.first, w.last] for w in (*self._waiting, *self._reading) if w is not window]
        if window is not None and last is not None:
            spans.append([window.first, last])
        return json.dumps({"spans": spans, "floor": self.floor, "newest": self.newest})
