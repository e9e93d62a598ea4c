"""Dates in one named zone. Stripe counts Unix seconds; people count days where they live (F12)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local(seconds: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone)


def day_start(day: date, zone: ZoneInfo) -> int:
    """The Unix second at which `day` begins in `zone`, also where that day begins after midnight."""
    return int(datetime.combine(day, time.min, zone).timestamp())


def month_start(day: date, zone: ZoneInfo, months: int = 0) -> int:
    """The Unix second at which the month `months` after the one of `day` begins in `zone`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day_start(date(year, month + 1, 1), zone)


def parse_day(text: str, zone: ZoneInfo, *, end: bool = False) -> int | None:
    """The first second of `2026-12-01`, or with `end` of the day after; None if it is no date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day_start(day + timedelta(days=1) if end else day, zone)
