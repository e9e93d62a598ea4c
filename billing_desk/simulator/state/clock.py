"""The simulator's time, in whole seconds since 1970 UTC."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time as Unix seconds and can be moved forward."""

    def now(self) -> int: ...

    def advance(self, seconds: int) -> None: ...


class RealClock:
    """The machine's time plus `ahead` seconds."""

    def __init__(self, ahead: int = 0) -> None:
        self.ahead = ahead

    def now(self) -> int:
        return int(time.time()) + self.ahead

    def advance(self, seconds: int) -> None:
        _check(seconds)
        self.ahead += seconds


class FrozenClock:
    """A time that changes only through `advance`."""

    def __init__(self, now: int) -> None:
        self._now = now

    def now(self) -> int:
        return self._now

    def advance(self, seconds: int) -> None:
        _check(seconds)
        self._now += seconds


def _check(seconds: int) -> None:
    if seconds < 0:
        raise ValueError("time only moves forward")
