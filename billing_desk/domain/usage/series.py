"""Usage over time: buckets of hours, days and months in UTC, sums, and the comparison of two periods (E8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

HOUR, DAY = 3_600, 86_400


class Unit(StrEnum):
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True)
class Span:
    """Unix seconds on boundaries of UTC days; the end is exclusive."""

    start: int
    end: int

    @property
    def before(self) -> Span:
        """The period of the same length that ends where this one begins."""
        return Span(2 * self.start - self.end, self.start)


class Range(StrEnum):
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    DAYS_30 = "days_30"
    DAYS_90 = "days_90"
    YEAR = "year"


_DAYS = {Range.DAYS_30: 30, Range.DAYS_90: 90, Range.YEAR: 365}


_LONG = frozenset({Range.DAYS_90, Range.YEAR})


def fitting(chosen: Range, unit: Unit) -> Unit:
    """A long period is shown by the day: its hours would be many requests for each customer."""
    return Unit.DAY if unit is Unit.HOUR and chosen in _LONG else unit


def month_of(at: int, months: int = 0) -> int:
    """The first second of the UTC month that is `months` after the one of `at`."""
    found = datetime.fromtimestamp(at, UTC)
    year, month = divmod(found.year * 12 + found.month - 1 + months, 12)
    return int(datetime(year, month + 1, 1, tzinfo=UTC).timestamp())


def span_of(chosen: Range, now: int) -> Span:
    """Up to and including the UTC day of `now`; a month is a whole one."""
    if chosen is Range.THIS_MONTH:
        return Span(month_of(now), month_of(now, 1))
    if chosen is Range.LAST_MONTH:
        return Span(month_of(now, -1), month_of(now))
    end = now - now % DAY + DAY
    return Span(end - _DAYS[chosen] * DAY, end)


def before_of(chosen: Range, span: Span) -> Span:
    """The period to compare with: the month before a month, else the same number of days."""
    if chosen in (Range.THIS_MONTH, Range.LAST_MONTH):
        return Span(month_of(span.start, -1), span.start)
    return span.before


def starts_of(span: Span, unit: Unit) -> list[int]:
    """The first second of every bucket in a period."""
    if unit is Unit.MONTH:
        found, at = [], month_of(span.start)
        while at < span.end:
            found.append(at)
            at = month_of(at, 1)
        return found
    step = HOUR if unit is Unit.HOUR else DAY
    return list(range(span.start, span.end, step))


def bucketed(points: Mapping[int, float], span: Span, unit: Unit, *, last: bool = False) -> list[float]:
    """One value for each of `starts_of`. `points` are by the first second of their hour or day. `last`: the meter keeps
    the last value, so that values are not added up."""
    starts = starts_of(span, unit)
    found = dict.fromkeys(starts, 0.0)
    for at in sorted(points):
        if span.start <= at < span.end:
            place = month_of(at) if unit is Unit.MONTH else at - at % (HOUR if unit is Unit.HOUR else DAY)
            found[place] = points[at] if last else found.get(place, 0.0) + points[at]
    return [found[start] for start in starts]


def running(values: Iterable[float]) -> list[float]:
    """The cumulative sums."""
    found, total = [], 0.0
    for value in values:
        total += value
        found.append(total)
    return found


def added(many: Sequence[Mapping[int, float]]) -> dict[int, float]:
    """Several customers together."""
    found: dict[int, float] = {}
    for points in many:
        for at, value in points.items():
            found[at] = found.get(at, 0.0) + value
    return found


def total_of(points: Mapping[int, float], span: Span, *, last: bool = False) -> float:
    """The usage of a period; of a meter that keeps the last value, the last one."""
    inside = [at for at in points if span.start <= at < span.end]
    if last:
        return points[max(inside)] if inside else 0.0
    return sum(points[at] for at in inside)


@dataclass(frozen=True)
class Difference:
    """`name` is a customer's id or a day's first second as text."""

    name: str
    before: float
    now: float

    @property
    def change(self) -> float:
        return self.now - self.before


def differences(before: Mapping[str, float], now: Mapping[str, float], most: int = 10) -> list[Difference]:
    """What changed most between two periods, by the size of the change."""
    found = [Difference(name, before.get(name, 0.0), now.get(name, 0.0)) for name in {*before, *now}]
    changed = [each for each in found if each.change]
    return sorted(changed, key=lambda each: (-abs(each.change), each.name))[:most]
