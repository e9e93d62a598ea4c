"""The simulator's time, in whole seconds since 1970 UTC."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time as Unix seconds."""

    def now(self) -> int: ...


class RealClock:
    """The machine's own time."""

    def now(self) -> int:
        return int(time.time())


class FrozenClock:
    """A time that moves only when told to."""

    def __init__(self, now: int) -> None:
        self._now = now

    def now(self) -> int:
        return self._now

    def advance(self, seconds: int) -> None:
        if seconds < 0:
            raise ValueError("time only moves forward")
        self._now += seconds
