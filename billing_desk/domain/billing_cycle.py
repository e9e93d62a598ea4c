"""When a subscription is billed: calendar steps from its anchor in UTC, and anchors on a day of the month (C7).

Every boundary is computed from the anchor, not from the one before, so that the 31st returns after February.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
MOST = {"day": 1_095, "week": 156, "month": 36, "year": 3}
"""The largest interval count by interval: three years (Stripe API: prices, recurring.interval_count)."""


@dataclass(frozen=True)
class Cycle:
    """`anchor` in Unix seconds. `day`: the day of the month in UTC that Stripe bills on, or the last day of a shorter
    month; None: the anchor's own day."""

    anchor: int
    interval: str
    count: int = 1
    day: int | None = None

    def boundary(self, number: int) -> int:
        """The `number`th boundary after the anchor (before it, if negative), in Unix seconds."""
        start = _utc(self.anchor)
        if self.interval in _DAYS:
            return int((start + timedelta(days=_DAYS[self.interval] * self.count * number)).timestamp())
        months = start.year * 12 + start.month - 1 + _MONTHS[self.interval] * self.count * number
        year, month = divmod(months, 12)
        day = min(self.day or start.day, monthrange(year, month + 1)[1])
        return int(start.replace(year=year, month=month + 1, day=day).timestamp())

    def after(self, moment: int) -> int:
        """The first boundary later than `moment`."""
        length = self.count * (_DAYS[self.interval] if self.interval in _DAYS else 31 * _MONTHS[self.interval])
        number = (moment - self.anchor) // (86_400 * length) - 1
        while self.boundary(number) <= moment:
            number += 1
        while self.boundary(number - 1) > moment:
            number -= 1
        return self.boundary(number)

    def dates(self, moment: int) -> Iterator[int]:
        """Every boundary later than `moment`, without end."""
        while True:
            moment = self.after(moment)
            yield moment


@dataclass(frozen=True)
class MonthDay:
    """A day of the month at a local time. Days that a month does not have are its last day."""

    day: int
    at: time
    zone: ZoneInfo

    def next(self, now: int) -> int:
        """The first such moment after `now` (Unix seconds)."""
        here = _utc(now).astimezone(self.zone)
        months = here.year * 12 + here.month - 1
        while True:
            found = self._in(months)
            if found > now:
                return found
            months += 1

    def _in(self, months: int) -> int:
        year, month = divmod(months, 12)
        day = min(self.day, monthrange(year, month + 1)[1])
        return int(datetime.combine(date(year, month + 1, day), self.at, self.zone).timestamp())

    def anchor_day(self, now: int) -> int:
        """The day of the month in UTC for Stripe's `billing_cycle_anchor_config`; 31 is the last day of every month, as
        before the 1st."""
        first = _utc(self.next(now))
        shift = self._shift(first)
        if shift == 0:
            return self.day
        if shift < 0:
            return self.day - 1 or 31
        return 1 if self.day == 31 else self.day + 1

    def _shift(self, first: datetime) -> int:
        """By how many days the day in UTC differs from the local day."""
        return (first.date() - first.astimezone(self.zone).date()).days

    def is_kept(self, now: int) -> bool:
        """Whether Stripe can bill on this day in every month. Near the end of a month it cannot if the day in UTC is
        another one, because both are cut to the length of the month."""
        shift = self._shift(_utc(self.next(now)))
        if shift < 0:
            return self.day <= 28
        return shift == 0 or self.day == 31 or self.day <= 27

    def is_last_day(self, now: int) -> bool:
        """Whether Stripe bills on the last day of every month, which a preview cannot be asked about: it takes the
        first moment only, and counts a partial period from the same day of the month before."""
        return self.is_kept(now) and self.anchor_day(now) == 31

    def config(self, now: int) -> dict[str, int]:
        """Stripe's `billing_cycle_anchor_config`, whose first anchor is `next(now)` if the day `is_kept`."""
        first = _utc(self.next(now))
        return {
            "day_of_month": self.anchor_day(now),
            "hour": first.hour,
            "minute": first.minute,
            "second": first.second,
        }


def _utc(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
