"""Billing periods: calendar steps from an anchor (UTC); in short months the last day is used.

Every boundary is computed from the anchor, not from the previous one, so that the 31st is used again after February.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import Any


def step(anchor: int, interval: str, count: int, times: int, day: int | None = None) -> int:
    """The Unix second `times` periods after `anchor`. `day`: the day of month to use instead of the anchor's."""
    start = datetime.fromtimestamp(anchor, UTC)
    if interval in ("day", "week"):
        days = count * times * (7 if interval == "week" else 1)
        return int((start + timedelta(days=days)).timestamp())
    months = count * times * (12 if interval == "year" else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return int(start.replace(year=year, month=month + 1, day=min(day or start.day, last)).timestamp())


def boundary_after(anchor: int, interval: str, count: int, moment: int, day: int | None = None) -> int:
    """The first boundary later than `moment`."""
    times = _times_near(anchor, interval, count, moment)
    while step(anchor, interval, count, times, day) <= moment:
        times += 1
    return step(anchor, interval, count, times, day)


def period_at(anchor: int, interval: str, count: int, now: int, day: int | None = None) -> tuple[int, int]:
    """Start and end of the period that contains `now`."""
    times = _times_near(anchor, interval, count, now)
    while step(anchor, interval, count, times + 1, day) <= now:
        times += 1
    return step(anchor, interval, count, times, day), step(anchor, interval, count, times + 1, day)


_LONGEST = {"day": 1, "week": 7, "month": 31, "year": 366}
_SHORTEST = {"day": 1, "week": 7, "month": 28, "year": 365}


def _times_near(anchor: int, interval: str, count: int, moment: int) -> int:
    """A close lower bound for the number of periods from `anchor` to `moment`."""
    days = (_LONGEST if moment >= anchor else _SHORTEST)[interval]
    return (moment - anchor) // (days * 86_400 * count) - (moment < anchor)


def anchor_from(config: dict[str, Any], now: int, *, yearly: bool) -> int:
    """The first time at or after `now` that matches a `billing_cycle_anchor_config` (UTC, Unix seconds)."""
    start = datetime.fromtimestamp(now, UTC)
    clock = {name: config.get(name, getattr(start, name)) for name in ("hour", "minute", "second")}
    months = start.year * 12 + start.month - 1
    while True:
        year, month = divmod(months, 12)
        last = monthrange(year, month + 1)[1]
        found = datetime(year, month + 1, min(config["day_of_month"], last), tzinfo=UTC).replace(**clock)
        wanted = config.get("month") in (None, month + 1) or not yearly
        if wanted and found.timestamp() >= now:
            return int(found.timestamp())
        months += 1
