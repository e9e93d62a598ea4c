"""When subscriptions are billed: days of the month, short months, time zones (C7)."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, time, timedelta, timezone
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.domain.billing_cycle import Cycle, MonthDay
from billing_desk.simulator.billing.subscriptions import periods

ZONES = ("Asia/Tokyo", "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
_FROM, _TO = int(datetime(2023, 11, 1, tzinfo=UTC).timestamp()), int(datetime(2029, 3, 1, tzinfo=UTC).timestamp())
MONTH_DAYS = st.builds(
    MonthDay,
    st.integers(1, 31),
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 30))),
    st.sampled_from(ZONES).map(ZoneInfo),
)


def _local(moment: int, zone: ZoneInfo | timezone) -> datetime:
    return datetime.fromtimestamp(moment, UTC).astimezone(zone)


@settings(max_examples=600)
@given(MONTH_DAYS, st.integers(_FROM, _TO))
def test_the_first_bill_is_at_the_asked_local_time_and_never_drifts(asked: MonthDay, now: int) -> None:
    """C7: by Stripe's anchor configuration, over 36 cycles; where Stripe cannot keep the day, that is said."""
    first = asked.next(now)
    assert now < first <= now + 62 * 86_400
    here = _local(first, asked.zone)
    gap = _local(first - 1, asked.zone).utcoffset() != here.utcoffset()
    if not gap:  # a local time that daylight saving skips does not exist
        assert (here.hour, here.minute) == (asked.at.hour, asked.at.minute) or here.utcoffset() != _local(
            first - 3_600, asked.zone
        ).utcoffset()
        assert here.day == min(asked.day, monthrange(here.year, here.month)[1])
    if not asked.is_kept(now):
        return  # subscribed with the moment itself; the form names the months that differ
    config = asked.config(now)
    assert first == periods.anchor_from(config, now + 1, yearly=False), "Stripe's first anchor is the asked moment"
    offset = timezone(here.utcoffset() or timedelta())
    cycle = Cycle(first, "month", 1, config["day_of_month"])
    bills = [first, *islice(cycle.dates(first), 36)]
    for number, bill in enumerate(bills):
        at = _local(bill, offset)
        assert (at.hour, at.minute) == (here.hour, here.minute)
        month = (here.month - 1 + number) % 12 + 1
        year = here.year + (here.month - 1 + number) // 12
        assert (at.month, at.day) == (month, min(asked.day, monthrange(year, month)[1]))


def test_every_day_and_hour_in_tokyo_but_the_end_of_the_month_before_nine_is_kept() -> None:
    """C7: 00:00 on the 1st is 15:00 UTC on the last day of the month before."""
    zone = ZoneInfo("Asia/Tokyo")
    now = int(datetime(2026, 11, 29, 12, tzinfo=UTC).timestamp())
    not_kept = {
        (day, hour) for day in range(1, 32) for hour in range(24) if not MonthDay(day, time(hour), zone).is_kept(now)
    }
    assert not_kept == {(day, hour) for day in (29, 30, 31) for hour in range(9)}
    assert MonthDay(1, time(), zone).config(now) == {"day_of_month": 31, "hour": 15, "minute": 0, "second": 0}
    assert _local(MonthDay(1, time(), zone).next(now), zone) == datetime(2026, 12, 1, tzinfo=zone)


@pytest.mark.parametrize("interval", ["day", "week", "month", "year"])
@settings(max_examples=150)
@given(st.integers(_FROM, _TO), st.integers(1, 12), st.integers(-400, 1_500), st.one_of(st.none(), st.integers(1, 31)))
def test_boundaries_are_those_of_the_server(interval: str, anchor: int, count: int, days: int, day: int | None) -> None:
    """C7: also in leap years and short months."""
    day = day if interval in ("month", "year") else None
    moment = anchor + days * 86_400
    expected = periods.boundary_after(anchor, interval, min(count, 3), moment, day)
    assert Cycle(anchor, interval, min(count, 3), day).after(moment) == expected


def test_the_31st_returns_after_february() -> None:
    anchor = int(datetime(2027, 1, 31, 15, tzinfo=UTC).timestamp())
    days = [datetime.fromtimestamp(at, UTC).day for at in islice(Cycle(anchor, "month").dates(anchor), 5)]
    assert days == [28, 31, 30, 31, 30]
