"""Which stretches of a list's time are still to be read. Pure, so that every order of events can be tried."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

EARLIEST = 1_262_304_000
"""2010: no account at Stripe is older. Where an open stretch is halved."""


@dataclass
class Window:
    """The seconds of `created` from `first` to `last`, both included; None leaves a side open.

    `last` falls as pages are kept; `after` and `at` are the last object that was read and its time.
    """

    first: int | None = None
    last: int | None = None
    after: str | None = None
    at: int | None = None
    found: int = 0

    def read(self, oldest: int | None, after: str) -> None:
        """A page was read, down to this object; it need not be kept yet."""
        self.after = after
        self.at = self.at if oldest is None else oldest


class Windows:
    """The newest stretch is read first; while others have nothing to do, what is left of one is halved."""

    def __init__(self, kept: str | None = None) -> None:
        """`kept` is what `to_json` said when the program ended."""
        known: dict[str, Any] = (
            {"spans": [[None, None]], "floor": EARLIEST, "newest": None} if kept is None else json.loads(kept)
        )
        self._waiting = [Window(first, last) for first, last in known["spans"]]
        self._reading: list[Window] = []
        self.floor: int = known["floor"]
        """No object of the list is older, as far as is known."""
        self.newest: int | None = known["newest"]

    @property
    def done(self) -> bool:
        return not self._waiting and not self._reading

    def take(self) -> Window | None:
        """The newest stretch that nobody reads."""
        if not self._waiting:
            return None
        self._waiting.sort(key=lambda window: float("inf") if window.last is None else window.last)
        window = self._waiting.pop()
        self._reading.append(window)
        return window

    def kept(self, window: Window, oldest: int | None, count: int) -> None:
        """A page of a stretch lies in the mirror; there is more below it."""
        window.found += count
        if oldest is not None:
            window.last = oldest
            self.newest = max(self.newest or oldest, oldest)

    def split(self, window: Window) -> bool:
        """Give the older half of what has not been read to somebody else."""
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
        """The server does not know `created`: one stretch is everything."""
        self._waiting.clear()

    def share_left(self) -> float | None:
        """The part of the time that is still to be read, 0 to 1; None while it cannot be told."""
        if self.done:
            return 0.0
        if self.newest is None or self.newest <= self.floor or self.floor == EARLIEST:
            return None
        spans = [*self._waiting, *self._reading]
        left = sum(max(0, (w.last or self.newest) - max(w.first or 0, self.floor)) for w in spans)
        return min(1.0, left / (self.newest - self.floor))

    def to_json(self, window: Window | None = None, last: int | None = None) -> str:
        """What is left to read, with `window` already read down to `last` (None: to its end)."""
        spans = [[w.first, w.last] for w in (*self._waiting, *self._reading) if w is not window]
        if window is not None and last is not None:
            spans.append([window.first, last])
        return json.dumps({"spans": spans, "floor": self.floor, "newest": self.newest})
