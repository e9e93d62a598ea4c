"""Dates in one named time zone. Stripe uses Unix seconds; the operator sees calendar days in that zone (F12)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local(seconds: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone)


def day_start(day: date, zone: ZoneInfo) -> int:
    """The first Unix second of `day` in `zone`, including days that begin after midnight because of daylight saving."""
    return int(datetime.combine(day, time.min, zone).timestamp())


def month_start(day: date, zone: ZoneInfo, months: int = 0) -> int:
    """The first Unix second, in `zone`, of the month `months` after the month of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day_start(date(year, month + 1, 1), zone)


_RELATIVE = re.compile(r"(today|month|quarter|year)([+-]\d{1,4})?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


DAY = 86_400
"""Seconds."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
JANUARY, DECEMBER = 1, 12


def parse_span(text: str, zone: ZoneInfo, now: int, year_begins: int = JANUARY) -> tuple[int, int] | None:
    """The first second that `text` names and the first second after it; None if it names no time.

    A day (`2026-12-01`), a month (`2026-12`), or relative to `now`: `today`, `today-7`, `month`, `month+2`, `quarter`,
    `quarter-1`, `year`, `year-1`. A quarter and a year are those of the fiscal year, whose first month is
    `year_begins`.
    """
    if found := _RELATIVE.fullmatch(text):
        unit, by = found[1], int(found[2] or 0)
        here = local(now, zone).date()
        try:
            if months := _MONTHS.get(unit):
                first = by * months - (here.month - year_begins) % months
                return month_start(here, zone, first), month_start(here, zone, first + months)
            return _day_span(here + timedelta(days=by), zone)
        except (OverflowError, ValueError):
            return None
    try:
        if found := _MONTH.fullmatch(text):
            month = date(int(found[1]), int(found[2]), 1)
            return month_start(month, zone), month_start(month, zone, 1)
        return _day_span(date.fromisoformat(text), zone)
    except (OverflowError, ValueError):
        return None


_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?")


def parse_moment(text: str, zone: ZoneInfo) -> int | None:
    """The Unix second of a day and a time in `zone`, such as `2026-12-24 18:30`; None if the text names none, or if the
    clock skips that time. Of a time that the clock shows twice it is the first."""
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    try:
        wanted = datetime.combine(
            date.fromisoformat(found[1]), time(int(found[2]), int(found[3]), int(found[4] or 0)), zone
        )
        at = int(wanted.timestamp())
    except (OverflowError, ValueError):
        return None
    return at if local(at, zone).replace(tzinfo=None) == wanted.replace(tzinfo=None) else None


def _day_span(day: date, zone: ZoneInfo) -> tuple[int, int]:
    return day_start(day, zone), day_start(day + timedelta(days=1), zone)
