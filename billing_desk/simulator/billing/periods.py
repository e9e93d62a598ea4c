"""Billing periods: calendar steps from an anchor, short months ending on their last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta


def step(anchor: int, interval: str, count: int, times: int) -> int:
    """The Unix second `times` periods after `anchor`, always counted from the anchor so that the 31st comes back."""
    start = datetime.fromtimestamp(anchor, UTC)
    if interval in ("day", "week"):
        days = count * times * (7 if interval == "week" else 1)
        return int((start + timedelta(days=days)).timestamp())
    months = count * times * (12 if interval == "year" else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, monthrange(year, month + 1)[1])
    return int(start.replace(year=year, month=month + 1, day=day).timestamp())


def period_at(anchor: int, interval: str, count: int, now: int) -> tuple[int, int]:
    """Start and end of the period that holds `now`."""
    times = 0
    while step(anchor, interval, count, times + 1) <= now:
        times += 1
    return step(anchor, interval, count, times), step(anchor, interval, count, times + 1)
