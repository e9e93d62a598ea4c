"""Usage: a meter's daily values for one customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DAY = 86_400


@dataclass(frozen=True)
class Usage:
    """`start` is the bucket's first second (Unix, UTC). Stripe sends usage as a float; whole values print as such."""

    start: int
    value: float


def daily(values: Mapping[int, float], start: int, end: int) -> list[Usage]:
    """One entry per UTC day from `start` up to `end`, days without usage included. Both are day boundaries; `values`
    are by the day's first second."""
    return [Usage(day, values.get(day, 0)) for day in range(start, end, DAY)]


def window(now: int, days: int) -> tuple[int, int]:
    """The last `days` UTC days including today, as day boundaries."""
    end = now - now % DAY + DAY
    return end - days * DAY, end
