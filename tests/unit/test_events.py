"""Events: what is kept of them, in which order they may come, and what asks for attention."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.events.attention import (
    DRAFT_FORGOTTEN,
    DRAFT_LATE,
    AttentionKind,
    ending_trial,
    expiring_card,
    failed_invoice,
    failing_webhook,
    open_disputes,
    open_reviews,
    staying_draft,
)
from billing_desk.domain.events.delivery import Undelivered
from billing_desk.domain.events.kinds import EventKind, kind_of
from billing_desk.domain.events.record import FieldBefore, is_readable, record_of
from billing_desk.domain.money import Money
from billing_desk.store.events.event_log import EVENTS, KEPT, EventFilter, EventLog
from billing_desk.store.files.database import Database
from billing_desk.ui.wording.events import event_texts, event_words
from billing_desk.ui.wording.text import Wording

PINNED = "2026-10-28.endive"
NOW = 1_790_000_000


def event(type_: str, obj: dict[str, Any], at: int = NOW, number: int = 1, **values: Any) -> dict[str, Any]:
    before = values.pop("before", None)
    data = {"object": obj} if before is None else {"object": obj, "previous_attributes": before}
    made = {"id": f"evt_{number}", "object": "event", "api_version": PINNED, "created": at, "data": data, "type": type_}
    return {**made, **values}


CHARGE = {
    "id": "ch_1",
    "object": "charge",
    "amount": 980,
    "currency": "jpy",
    "customer": "cus_1",
    "status": "failed",
    "failure_code": "card_declined",
    "outcome": {"reason": "insufficient_funds"},
}


@pytest.fixture
def english() -> Wording:
    return Wording("en", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("version", "known"),
    [
        (PINNED, True),
        ("2025-03-31.basil", True),
        ("2026-09-30.endive", True),
        ("2024-10-28.acacia", False),
        ("2019-02-19", False),
        ("2027-01-01.other", False),
        ("", False),
        (None, False),
        (20260101, False),
    ],
)
def test_only_versions_with_the_same_fields_are_read(version: Any, known: bool) -> None:
    assert is_readable(version, PINNED) is known


def test_an_event_of_an_old_version_is_shown_by_type_and_object(english: Wording) -> None:
    """E11: nothing is guessed about fields that meant something else."""
    record = record_of(event("charge.failed", CHARGE, api_version="2019-02-19"), PINNED)
    assert record is not None
    assert (record.readable, record.amount, record.code) == (False, None, "")
    assert event_words.sentence(record, "Sato Hanako", english) == "charge.failed · ch_1"


def test_an_unknown_type_is_shown_by_type_and_object(english: Wording) -> None:
    record = record_of(event("climate.order.created", {"id": "climorder_1", "object": "climate.order"}), PINNED)
    assert record is not None
    assert record.kind is EventKind.OTHER
    assert event_words.sentence(record, "", english) == "climate.order.created · climorder_1"


def test_a_failed_payment_says_how_much_who_why_and_when_next(english: Wording) -> None:
    charge = record_of(event("charge.failed", CHARGE), PINNED)
    assert charge is not None
    said = event_words.sentence(charge, "Sato Hanako", english)
    assert said == "Payment of ¥980 by Sato Hanako failed. The card has insufficient funds."
    invoice = {
        "id": "in_1",
        "object": "invoice",
        "number": "A-1",
        "amount_remaining": 980,
        "total": 980,
        "currency": "jpy",
        "customer": "cus_1",
        "next_payment_attempt": 1_790_035_200,
    }
    record = record_of(event("invoice.payment_failed", invoice), PINNED)
    assert record is not None
    assert event_words.sentence(record, "Sato Hanako", english, "insufficient_funds") == (
        "Payment of ¥980 by Sato Hanako failed (invoice A-1). The card has insufficient funds. "
        "Next attempt: 2026-09-22 09:00 Asia/Tokyo."
    )


def test_every_known_type_has_a_sentence_in_which_nothing_is_missing(english: Wording) -> None:
    record = record_of(event("charge.failed", CHARGE), PINNED)
    assert record is not None
    whole = replace(record, label="A-1", moment=NOW, status="open", code="fraudulent")
    for texts in (
        event_texts.named,
        event_texts.unnamed,
        event_texts.payments,
        event_texts.invoices,
        event_texts.subscriptions,
        event_texts.methods,
        event_texts.customers,
        event_texts.others,
    ):
        for type_ in texts():
            for name in ("Sato", ""):
                said = event_words.sentence(replace(whole, type=type_), name, english)
                assert "{" not in said
                assert said != f"{type_} · ch_1", type_


def test_the_kind_is_that_of_the_longest_prefix() -> None:
    assert kind_of("charge.dispute.created") is EventKind.DISPUTE
    assert kind_of("charge.failed") is EventKind.PAYMENT
    assert kind_of("customer.subscription.updated") is EventKind.SUBSCRIPTION
    assert kind_of("customer.updated") is EventKind.CUSTOMER
    assert kind_of("v1.billing.meter.no_meter_found") is EventKind.USAGE
    assert kind_of("") is EventKind.OTHER


def test_before_and_after_are_kept_without_secrets_and_card_numbers() -> None:
    obj = {
        "id": "cus_1",
        "object": "customer",
        "name": "New",
        "address": {"city": "Osaka", "line1": "1"},
        "metadata": {"crm": "2"},
        "description": "4242 4242 4242 4242",
        "client_secret": "new_secret",
    }
    before = {
        "name": "Old",
        "address": {"city": "Kyoto"},
        "metadata": {"crm": None},
        "description": None,
        "client_secret": "old_secret",
    }
    record = record_of(event("customer.updated", obj, before=before), PINNED)
    assert record is not None
    kept = {change.path: (change.before, change.after) for change in record.changes}
    assert kept["name"] == ("Old", "New")
    assert kept["address.city"] == ("Kyoto", "Osaka")
    assert kept["metadata.crm"] == (None, "2")
    assert "4242424242424242" not in str(kept).replace(" ", "")
    assert kept["client_secret"] == ("…", "…")
    assert record.customer == "cus_1"


_ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_ANY_JSON)
def test_nothing_that_comes_breaks_the_reading(value: Any) -> None:
    for type_ in ("charge.refunded", "invoice.payment_failed", "payment_method.attached", "review.opened", "x"):
        for obj in (value, {"object": "charge", "id": value, "amount": value, "outcome": value, "customer": value}):
            made = {"id": "evt_1", "created": 1, "type": type_, "data": {"object": obj}, "api_version": PINNED}
            record_of(made, PINNED)
    thin = {"object": "v2.core.event", "id": value, "created": value, "type": "t", "related_object": value}
    record_of(thin, PINNED)


def test_a_thin_event_and_its_snapshot_are_one_event() -> None:
    thin = {
        "id": "evt_thin_1",
        "object": "v2.core.event",
        "created": "2026-09-21T14:13:20.000Z",
        "type": "v1.charge.failed",
        "related_object": {"id": "ch_1", "type": "charge", "url": "/v1/charges/ch_1"},
        "snapshot_event": "evt_1",
    }
    record, snapshot = record_of(thin, PINNED), record_of(event("charge.failed", CHARGE), PINNED)
    assert record is not None
    assert snapshot is not None
    assert (record.id, record.type, record.object_id) == ("evt_1", "charge.failed", "ch_1")
    log = EventLog(Database(None, "ab" * 32, EVENTS, durable=True))
    try:
        assert asyncio.run(log.add([record], NOW)) == [record]
        assert asyncio.run(log.known(["evt_1"])) == set(), "its facts are still to be read"
        assert asyncio.run(log.add([snapshot], NOW)) == [snapshot]
        assert asyncio.run(log.add([record], NOW)) == []
        (held,) = asyncio.run(log.page(EventFilter(), 10))
        assert held.record == snapshot
    finally:
        log.close()


@pytest.fixture
def log() -> Iterator[EventLog]:
    made = EventLog(Database(None, "ab" * 32, EVENTS, durable=True))
    yield made
    made.close()


async def test_the_feed_is_ordered_by_time_whatever_came_first(log: EventLog) -> None:
    records = [record_of(event("charge.failed", CHARGE, NOW + n % 7, n), PINNED) for n in range(40)]
    found = [record for record in records if record is not None]
    await log.add(found[20:], NOW)
    assert len(await log.add(found, NOW)) == 20, "each is stored once"
    first = await log.page(EventFilter(), 15)
    rest = await log.page(EventFilter(before=(first[-1].record.at, first[-1].number)), 100)
    times = [each.record.at for each in first + rest]
    assert times == sorted(times, reverse=True)
    assert len({each.record.id for each in first + rest}) == 40


async def test_the_feed_is_filtered_by_kind_customer_and_text(log: EventLog) -> None:
    invoice = {"id": "in_9", "object": "invoice", "number": "Ab-7", "customer": "cus_2", "customer_name": "山田"}
    events = [event("charge.failed", CHARGE, NOW, 1), event("invoice.paid", invoice, NOW, 2)]
    await log.add([record for each in events if (record := record_of(each, PINNED))], NOW)

    async def ids(wanted: EventFilter) -> list[str]:
        return [each.record.id for each in await log.page(wanted, 10)]

    assert await ids(EventFilter(kind=EventKind.INVOICE)) == ["evt_2"]
    assert await ids(EventFilter(customer="cus_1")) == ["evt_1"]
    assert await ids(EventFilter(text="aB-7 山田")) == ["evt_2"]
    assert await ids(EventFilter(text="%")) == []


async def test_old_events_go_after_two_years_by_the_account_not_by_an_event(log: EventLog) -> None:
    far = record_of(event("charge.failed", CHARGE, NOW + 3 * KEPT, 1), PINNED)
    old = record_of(event("charge.failed", CHARGE, NOW - KEPT - 1, 2), PINNED)
    new = record_of(event("charge.failed", CHARGE, NOW, 3), PINNED)
    assert far is not None
    assert old is not None
    assert new is not None
    await log.add([far, old, new], NOW)
    assert {each.record.id for each in await log.page(EventFilter(), 10)} == {"evt_1", "evt_3"}


DISPUTE = {
    "id": "dp_1",
    "object": "dispute",
    "amount": 980,
    "currency": "jpy",
    "reason": "fraudulent",
    "charge": "ch_1",
    "evidence_details": {"due_by": NOW + 86_400},
}
LIFE = [
    event("charge.dispute.created", {**DISPUTE, "status": "needs_response"}, NOW, 1),
    event("charge.dispute.updated", {**DISPUTE, "status": "needs_response"}, NOW + 1, 2),
    event("charge.dispute.updated", {**DISPUTE, "status": "under_review"}, NOW + 2, 3),
    event("charge.dispute.funds_reinstated", {**DISPUTE, "status": "won"}, NOW + 3, 4),
    event("charge.dispute.closed", {**DISPUTE, "status": "won"}, NOW + 3, 5),
]


@given(st.lists(st.sampled_from(range(len(LIFE))), max_size=12))
def test_events_in_any_order_and_number_leave_the_worklist_right(order: list[int]) -> None:
    """Out of order, doubled, late: only what came decides, not when."""
    records = [record for n in order if (record := record_of(LIFE[n], PINNED)) is not None]
    found = open_disputes(records)
    waits = bool(order) and max(order) < 2
    assert [item.id for item in found] == (["dp_1"] if waits else [])
    assert all(item.due == NOW + 86_400 and item.amount == Money(980, "jpy") for item in found)


def test_a_review_ends_when_it_is_closed_by_anyone() -> None:
    review = {"id": "prv_1", "object": "review", "reason": "rule", "charge": "ch_1", "open": True}
    opened = record_of(event("review.opened", review), PINNED)
    closed = record_of(event("review.closed", {**review, "open": False, "closed_reason": "approved"}, NOW, 2), PINNED)
    assert opened is not None
    assert closed is not None
    assert [item.kind for item in open_reviews([opened])] == [AttentionKind.REVIEW]
    assert open_reviews([closed, opened]) == []


INVOICE = {
    "id": "in_1",
    "object": "invoice",
    "status": "open",
    "attempt_count": 2,
    "amount_remaining": 980,
    "currency": "jpy",
    "customer": "cus_1",
    "created": NOW,
    "next_payment_attempt": NOW + 60,
    "number": "A-1",
}


@pytest.mark.parametrize(
    ("changed", "asks"),
    [
        ({}, True),
        ({"status": "paid", "amount_remaining": 0}, False),
        ({"status": "void"}, False),
        ({"attempt_count": 0}, False),
        ({"collection_method": "send_invoice"}, False),
    ],
)
def test_a_failed_payment_asks_until_the_invoice_is_settled(changed: dict[str, Any], asks: bool) -> None:
    assert (failed_invoice({**INVOICE, **changed}) is not None) is asks


def test_another_failed_attempt_is_another_episode() -> None:
    first, second = failed_invoice(INVOICE), failed_invoice({**INVOICE, "attempt_count": 3})
    assert first is not None
    assert second is not None
    assert first.key != second.key


@pytest.mark.parametrize(
    ("changed", "age", "code"),
    [
        ({"auto_advance": True}, DRAFT_LATE - 1, None),
        ({"auto_advance": True}, DRAFT_LATE, "not_finalized"),
        ({"auto_advance": True, "automatically_finalizes_at": NOW + 86_400}, DRAFT_LATE, None),
        ({"auto_advance": False}, DRAFT_FORGOTTEN - 1, None),
        ({"auto_advance": False}, DRAFT_FORGOTTEN, "left_lying"),
        ({"last_finalization_error": {"code": "tax_id_invalid"}}, 0, "tax_id_invalid"),
        ({"status": "open"}, DRAFT_FORGOTTEN, None),
    ],
)
def test_a_draft_asks_when_it_stays_one(changed: dict[str, Any], age: int, code: str | None) -> None:
    found = staying_draft({**INVOICE, "status": "draft", **changed}, NOW + age)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("changed", "asks"),
    [
        ({}, True),
        ({"status": "active"}, False),
        ({"trial_end": NOW + 4 * 86_400}, False),
        ({"cancel_at": NOW + 86_400}, False),
        ({"cancel_at_period_end": True}, False),
    ],
)
def test_a_trial_asks_three_days_before_its_end_unless_it_is_canceled(changed: dict[str, Any], asks: bool) -> None:
    items = {"data": [{"id": "si_1", "current_period_end": NOW + 86_400, "price": {"id": "p"}}]}
    trial = {"id": "sub_1", "object": "subscription", "status": "trialing", "trial_end": NOW + 86_400, "items": items}
    assert (ending_trial({**trial, **changed}, NOW) is not None) is asks


def test_a_card_asks_in_its_last_month_and_after() -> None:
    card = {"brand": "visa", "last4": "4242", "exp_year": 2026, "exp_month": 12}
    method = {"id": "pm_1", "object": "payment_method", "type": "card", "customer": "cus_1", "card": card}
    assert expiring_card(method, 202610, 202611) is None
    soon, past = expiring_card(method, 202611, 202612), expiring_card(method, 202701, 202702)
    assert soon is not None
    assert past is not None
    assert (soon.code, past.code) == ("expires", "expired")


def test_a_webhook_fails_when_an_event_waits_for_ten_minutes() -> None:
    waiting = Undelivered(3, NOW - 599, NOW, (("invoice.paid", 3),), NOW)
    assert failing_webhook(waiting) is None
    late = Undelivered(3, NOW - 601, NOW, (("invoice.paid", 3),), NOW)
    found = failing_webhook(Undelivered.from_json(late.to_json()))
    assert found is not None
    assert found.count == 3


def test_a_field_says_what_it_was() -> None:
    invoice = {**INVOICE, "status": "paid"}
    record = record_of(event("invoice.updated", invoice, before={"status": "open"}), PINNED)
    assert record is not None
    assert record.changes == (FieldBefore("status", "open", "paid"),)
