"""Usage: a meter's daily values for one customer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

DAY = 86_400


@dataclass(frozen=True)
class Usage:
    """`start` is the bucket's first second (Unix, UTC). Stripe sends usage as a float; whole values print as such."""

    start: int
    value: float


def daily(summaries: Iterable[Mapping[str, Any]], start: int, end: int) -> list[Usage]:
    """One entry per UTC day from `start` up to `end`, days without usage included. Both are day boundaries."""
    values = {int(row["start_time"]): row["aggregated_value"] for row in summaries}
    return [Usage(day, values.get(day, 0)) for day in range(start, end, DAY)]


def window(now: int, days: int) -> tuple[int, int]:
    """The last `days` UTC days including today, as day boundaries."""
    end = now - now % DAY + DAY
    return end - days * DAY, end
