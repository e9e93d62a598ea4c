"""Small rules: dates, filters, cards, subscriptions, invoices, keys."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.access.api_key import key_fingerprint, redacted, shape_of
from billing_desk.domain.billing_dates import day_start, local, month_start, parse_span
from billing_desk.domain.changes import Change, ChangeKind, Changes
from billing_desk.domain.filters import Condition, parse
from billing_desk.domain.objects.card import Verdict, card_of, default_card_id, verdict
from billing_desk.domain.objects.invoice import is_overdue, subscription_of
from billing_desk.domain.objects.meter import DAY, daily, window
from billing_desk.domain.objects.subscription import items_of, next_bill, standing
from billing_desk.gateway.route import loopback_address

TOKYO = ZoneInfo("Asia/Tokyo")
FIELDS = frozenset({"status", "total", "due", "customer"})


def test_a_month_in_tokyo_begins_on_the_day_before_in_utc() -> None:
    start = month_start(date(2026, 11, 21), TOKYO)
    assert datetime.fromtimestamp(start, UTC) == datetime(2026, 10, 31, 15, tzinfo=UTC)
    assert month_start(date(2026, 11, 21), TOKYO, 2) == month_start(date(2027, 1, 3), TOKYO)


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["Asia/Tokyo", "Europe/Berlin", "America/New_York", "UTC"]),
)
def test_days_have_no_gaps(day: date, name: str) -> None:
    zone = ZoneInfo(name)
    length = day_start(day + timedelta(days=1), zone) - day_start(day, zone)
    assert 23 * 3600 <= length <= 25 * 3600
    assert parse_span(day.isoformat(), zone, 0) == (day_start(day, zone), day_start(day + timedelta(days=1), zone))
    noon = day_start(day, zone) + 43_200
    assert parse_span("today", zone, noon) == parse_span(day.isoformat(), zone, 0)
    assert parse_span("today-1", zone, noon) == parse_span((day - timedelta(days=1)).isoformat(), zone, 0)
    assert parse_span("month", zone, noon) == parse_span(day.isoformat()[:7], zone, 0)
    months = [parse_span(f"month{by:+d}", zone, noon) for by in (-1, 0, 1)]
    assert all(a and b and a[1] == b[0] for a, b in pairwise(months))


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["Asia/Tokyo", "America/New_York"]),
    st.integers(1, 12),
)
def test_quarters_and_years_of_the_fiscal_year(day: date, name: str, begins: int) -> None:
    zone = ZoneInfo(name)
    noon = day_start(day, zone) + 43_200

    def first(text: str) -> date:
        span = parse_span(text, zone, noon, begins)
        assert span is not None
        return local(span[0], zone).date()

    year, after = first("year"), first("year+1")
    assert (year.month, year.day, after.month, after.year) == (begins, 1, begins, year.year + 1)
    assert year <= day < after
    quarter = parse_span("quarter", zone, noon, begins)
    assert quarter is not None
    assert quarter[0] <= noon < quarter[1]
    assert (first("quarter").month - begins) % 3 == 0
    assert parse_span("quarter-1", zone, noon, begins) == (month_start(first("quarter"), zone, -3), quarter[0])
    assert parse_span("year-1", zone, noon, begins) == (month_start(year, zone, -12), month_start(year, zone))


@pytest.mark.parametrize("text", ["soon", "2026-13", "2026-02-30", "today+99999", "month-99999", "today-9999999", ""])
def test_what_is_no_day(text: str) -> None:
    assert parse_span(text, TOKYO, 1_795_186_800) is None


def test_filter_language() -> None:
    found = parse('status:open -customer:"Sato Hanako" total>1000 due<2026-12-01 花子 12:30 "two words"', FIELDS)
    assert found.conditions == (
        Condition("status", ":", "open"),
        Condition("customer", ":", "Sato Hanako", negated=True),
        Condition("total", ">", "1000"),
        Condition("due", "<", "2026-12-01"),
    )
    assert found.words == ("花子", "12:30", "two words")
    assert parse("status:", FIELDS).conditions == ()


@given(st.text(max_size=60))
def test_any_text_is_a_filter(text: str) -> None:
    parse(text, FIELDS)


def test_cards_in_three_shapes() -> None:
    details = {"brand": "Visa", "last4": "4242", "exp_month": 3, "exp_year": 2027, "funding": "debit"}
    method = card_of({"object": "payment_method", "id": "pm_1", "card": details})
    older = card_of({"object": "card", "id": "card_1", **details})
    assert method is not None
    assert older is not None
    assert (method.brand, method.last4, method.funding) == (older.brand, older.last4, older.funding)
    assert card_of({"object": "payment_method", "id": "pm_2", "type": "sepa_debit"}) is None
    assert not method.expires_within(date(2027, 3, 31), 0)
    assert method.expires_within(date(2027, 4, 1), 0)
    assert method.expires_within(date(2027, 2, 1), 2)


def test_default_payment_method_wins_over_default_source() -> None:
    assert (
        default_card_id({"invoice_settings": {"default_payment_method": "pm_1"}, "default_source": "card_1"}) == "pm_1"
    )
    assert default_card_id({"invoice_settings": {}, "default_source": {"id": "card_1"}}) == "card_1"
    assert default_card_id({}) is None


def test_funding_policy() -> None:
    assert [verdict(f) for f in ("credit", "debit", "prepaid", "unknown", "newfangled")] == [
        Verdict.ACCEPT,
        Verdict.ACCEPT,
        Verdict.REFUSE,
        Verdict.REVIEW,
        Verdict.REVIEW,
    ]


def test_periods_live_on_the_items() -> None:
    new = {"status": "active", "items": {"data": [{"id": "si_1", "price": {"id": "p"}, "current_period_end": 20}]}}
    old = {"status": "active", "current_period_end": 30, "items": {"data": [{"id": "si_1", "plan": {"id": "p"}}]}}
    assert next_bill(new) == 20
    assert next_bill(old) == 30
    assert next_bill({**new, "cancel_at_period_end": True}) is None
    assert next_bill({**new, "status": "canceled"}) is None
    assert items_of({"status": "active"}) == []


def test_standing_says_what_the_status_hides() -> None:
    assert standing({"status": "active", "cancel_at_period_end": True}) == "ending"
    assert standing({"status": "active", "pause_collection": {"behavior": "void"}}) == "collection_paused"
    assert standing({"status": "past_due", "cancel_at_period_end": True}) == "past_due"


def test_overdue() -> None:
    assert is_overdue({"status": "open", "due_date": 10}, 11)
    assert not is_overdue({"status": "open", "due_date": 12}, 11)
    assert is_overdue({"status": "open", "attempted": True}, 11)
    assert not is_overdue({"status": "paid", "due_date": 10}, 11)


def test_an_invoices_subscription_old_and_new() -> None:
    assert subscription_of({"parent": {"subscription_details": {"subscription": "sub_1"}}}) == "sub_1"
    assert subscription_of({"parent": None, "subscription": {"id": "sub_2"}}) == "sub_2"
    assert subscription_of({}) is None


def test_days_without_usage_are_there() -> None:
    start, end = window(10 * DAY + 5, 3)
    assert (start, end) == (8 * DAY, 11 * DAY)
    assert [u.value for u in daily({9 * DAY: 4.0}, start, end)] == [0, 4.0, 0]


@pytest.mark.parametrize(
    ("key", "kind", "live"),
    [
        ("sk_test_abcdefgh1234", "secret", False),
        ("rk_live_abcdefgh1234", "restricted", True),
        ("pk_live_abcdefgh1234", "publishable", True),
        ("whsec_abcdef", "webhook", None),
        ("sk_test_", "unknown", None),
        ("hello", "unknown", None),
    ],
)
def test_what_a_key_says_of_itself(key: str, kind: str, live: bool | None) -> None:
    shape = shape_of(key)
    assert (shape.kind, shape.live) == (kind, live)
    assert key[8:-4] not in redacted(key) or len(key) < 13
    assert key not in key_fingerprint(key)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://localhost:8420", "http://localhost:8420"),
        ("http://127.0.0.1:12111/", "http://127.0.0.1:12111"),
        ("http://[::1]:80", "http://[::1]:80"),
        ("http://127.0.0.2", "http://127.0.0.2"),
        ("https://api.stripe.com", None),
        ("http://192.168.0.1:80", None),
        ("http://localhost.example.com", None),
        ("http://user@localhost", None),
        ("ftp://localhost", None),
        ("localhost:8420", None),
        ("http://127.0.0.1:99999", None),
        ("http://localhost:1/v1", None),
    ],
)
def test_only_this_machine_may_stand_in_for_stripe(text: str, address: str | None) -> None:
    assert loopback_address(text) == address


def test_changes_reach_listeners_until_they_leave() -> None:
    changes, heard = Changes(), list[Change]()
    leave = changes.subscribe(heard.append)
    changes.publish(Change(ChangeKind.CUSTOMER, frozenset({"cus_1"})))
    leave()
    leave()
    changes.publish(Change(ChangeKind.CUSTOMER))
    assert heard == [Change(ChangeKind.CUSTOMER, frozenset({"cus_1"}))]
