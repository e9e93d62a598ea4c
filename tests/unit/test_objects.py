"""Stripe-shaped objects of every case: each number and state is one rule, in the list, the export and the search."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.filters import parse
from billing_desk.domain.json_object import Json
from billing_desk.domain.list_query import Query
from billing_desk.domain.list_totals import totals_of
from billing_desk.domain.money import Money
from billing_desk.domain.objects import invoice as invoices
from billing_desk.domain.objects import subscription as subscriptions
from billing_desk.domain.objects.card import card_of, checks_of
from billing_desk.domain.objects.invoice import PaidBy, paid_by
from billing_desk.domain.objects.payment import PaymentState, payment_of
from billing_desk.domain.objects.payment_method import brand_of, method_of
from billing_desk.services.exports.exporting import Exports
from billing_desk.services.exports.plan import ExportColumn, ExportPlan, Format
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY, objects

NOW = 1_795_000_000


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Mirror]:
    made = Mirror(tmp_path / "mirror.db", DATABASE_KEY, now=lambda: NOW)
    yield made
    made.close()


async def _filled(mirror: Mirror) -> Mirror:
    for name in ("customers", "payment_methods", "subscriptions", "invoices"):
        await mirror.put(objects(name), 1.0)
    return mirror


async def _ids(mirror: Mirror, kind: str, text: str) -> list[str]:
    return await mirror.ids(Query(kind, parse(text, frozenset(ENTITIES[kind].fields))))


async def _row(mirror: Mirror, kind: str, id_: str) -> Json:
    return (await mirror.rows_of(kind, [id_]))[id_]


def _payments() -> dict[str, Any]:
    return {str(charge["case"]): payment_of(charge) for charge in objects("charges")}


def test_what_a_charge_means() -> None:
    """G2."""
    expected = {
        "paid in full": (PaymentState.PAID, 1_000, 0, 1_000),
        "partly captured": (PaymentState.PAID, 800, 0, 800),
        "partly captured, then partly refunded": (PaymentState.PARTLY_REFUNDED, 800, 300, 500),
        "partly captured, then refunded": (PaymentState.REFUNDED, 800, 800, 0),
        "partly refunded": (PaymentState.PARTLY_REFUNDED, 1_000, 300, 700),
        "refunded": (PaymentState.REFUNDED, 1_000, 1_000, 0),
        "authorized only": (PaymentState.AUTHORIZED, 1_000, 0, 0),
        "authorization released": (PaymentState.RELEASED, 1_000, 0, 0),
        "bank debit on its way": (PaymentState.PROCESSING, 1_000, 0, 0),
        "declined": (PaymentState.FAILED, 1_000, 0, 0),
        "disputed": (PaymentState.DISPUTED, 1_000, 0, 1_000),
        "paid with Link": (PaymentState.PAID, 1_000, 0, 1_000),
        "of an old API version, without captured": (PaymentState.PAID, 700, 0, 700),
    }
    found = {
        case: (p.state, p.amount.amount, p.refunded.amount, p.refundable.amount) for case, p in _payments().items()
    }
    assert found == expected


@given(st.integers(1, 10_000), st.data())
def test_nothing_is_refunded_twice_and_nothing_is_lost(amount: int, data: st.DataObject) -> None:
    """G5: what is refundable and what went back are together what was collected."""
    captured = data.draw(st.integers(1, amount))
    back = data.draw(st.integers(0, captured))
    charge = {
        "id": "ch_1",
        "currency": "jpy",
        "status": "succeeded",
        "captured": True,
        "amount": amount,
        "amount_captured": captured,
        "amount_refunded": amount - captured + back,
    }
    payment = payment_of(charge)
    assert payment.refundable.amount == captured - back
    assert payment.refunded.amount == back
    assert payment.refundable.amount + payment.refunded.amount == payment.amount.amount


def test_only_cards_are_called_cards() -> None:
    """G1."""
    methods = objects("payment_methods")
    assert {obj["id"] for obj in methods if card_of(obj)} == {"pm_13x", "card_1x", "src_1x"}
    assert all(method_of(obj).kind for obj in methods), "every one says what it is"
    by_id = {obj["id"]: method_of(obj) for obj in methods}
    assert by_id["ba_1x"].label == "bank_account *6789"
    assert by_id["card_1x"].label == "amex *8431"
    assert by_id["src_1x"].label == "diners *3237"
    link = next(method for method in by_id.values() if method.kind == "link")
    assert link.hint == "pay@example.com"
    assert brand_of("American Express") == brand_of("amex") == brand_of("american_express")


def test_the_checks_of_older_cards_are_read() -> None:
    """G1."""
    by_id = {obj["id"]: obj for obj in objects("payment_methods")}
    same = {"cvc": "pass", "address": "fail", "postal_code": "pass"}
    assert checks_of(by_id["card_1x"]) == checks_of(by_id["pm_13x"]) == same


@pytest.mark.parametrize(
    ("case", "state", "overdue", "remaining"),
    [
        ("draft", "draft", False, 0),
        ("open, not tried yet", "open", False, 5_000),
        ("past its due date", "open", True, 5_000),
        ("due later", "open", False, 5_000),
        ("attempt failed", "open", True, 5_000),
        ("bank debit on its way", "processing", False, 5_000),
        ("bank debit on its way, past its due date", "processing", False, 5_000),
        ("open with nothing remaining", "open", False, 0),
        ("charged", "paid", False, 0),
        ("uncollectible", "uncollectible", False, 0),
        ("void", "void", False, 0),
        ("values that Stripe added since", "some_new_status", False, 0),
    ],
)
async def test_an_invoice_means_the_same_in_list_and_detail(
    empty: Mirror, case: str, state: str, overdue: bool, remaining: int
) -> None:
    """G2, G5."""
    mirror = await _filled(empty)
    obj = next(obj for obj in objects("invoices") if obj["case"] == case)
    standing = "overdue" if overdue else state
    assert invoices.state(obj) == state
    assert invoices.is_overdue(obj, NOW) == overdue
    assert invoices.standing(obj, NOW) == standing
    assert invoices.remaining_of(obj).amount == remaining
    row = await _row(mirror, "invoice", obj["id"])
    assert row["standing"] == standing
    assert row["remaining"] == remaining
    assert obj["id"] in await _ids(mirror, "invoice", f"status:{standing}")
    assert (obj["id"] in await _ids(mirror, "invoice", "status:overdue")) == overdue


@pytest.mark.parametrize(
    ("case", "parts"),
    [
        ("charged", [(PaidBy.CHARGED, 5_000)]),
        ("paid from the credit balance", [(PaidBy.CREDIT, 300)]),
        ("partly from the credit balance, the rest charged", [(PaidBy.CHARGED, 2_000), (PaidBy.CREDIT, 3_000)]),
        ("below the minimum, carried over", [(PaidBy.CARRIED_OVER, 30)]),
        ("paid by a discount", [(PaidBy.DISCOUNT, 5_000)]),
        ("paid outside Stripe", [(PaidBy.OUT_OF_BAND, 5_000)]),
        ("partly by a credit note", [(PaidBy.CHARGED, 4_000), (PaidBy.CREDIT_NOTE, 1_000)]),
        ("uncollectible", []),
    ],
)
def test_what_paid_an_invoice_is_said_truly(case: str, parts: list[tuple[PaidBy, int]]) -> None:
    """G2."""
    obj = next(obj for obj in objects("invoices") if obj["case"] == case)
    assert [(kind, money.amount) for kind, money in paid_by(obj)] == parts


@given(st.integers(1, 10_000), st.integers(0, 20_000))
def test_the_parts_that_paid_an_invoice_add_up_to_its_total(total: int, credit: int) -> None:
    """G5."""
    used = min(total, credit)
    obj = {
        "currency": "jpy",
        "status": "paid",
        "total": total,
        "amount_paid": total - used,
        "starting_balance": -credit,
        "ending_balance": used - credit,
    }
    assert sum(money.amount for _, money in paid_by(obj)) == total


@pytest.mark.parametrize(
    ("case", "amount", "monthly"),
    [
        ("monthly", 3_000, 3_000),
        ("weekly", 700, 3_033),
        ("yearly", 12_000, 1_000),
        ("every three months", 3_000, 1_000),
        ("daily", 12, 365),
        ("items of different periods", None, 2_000),
        ("metered and fixed", 1_000, 1_000),
        ("tiered", None, 0),
        ("in trial", 1_000, 0),
        ("past due", 1_000, 1_000),
        ("cancels at period end", 1_000, 1_000),
        ("collection paused", 1_000, 0),
        ("canceled", 1_000, 0),
        ("a status that Stripe added since", 1_000, 0),
        ("cancel_at without cancel_at_period_end", 1_000, 1_000),
        ("sold in packs", 3_000, 3_000),
        ("half a yen", 2, 2),
        ("another currency of the price", 900, 900),
        ("another currency of the price, not sent", None, 0),
        ("graduated", 650, 650),
        ("tiers not sent, beside a fixed price", None, 0),
        ("invoices kept as drafts", 1_000, 0),
        ("each item its own period", None, 2_000),
        ("a yearly price beside a monthly meter", 12_000, 1_000),
    ],
)
async def test_amounts_of_different_periods_are_never_added(
    empty: Mirror, case: str, amount: int | None, monthly: int
) -> None:
    """G5."""
    mirror = await _filled(empty)
    obj = next(obj for obj in objects("subscriptions") if obj["case"] == case)
    row = await _row(mirror, "subscription", obj["id"])
    assert row["amount"] == amount
    assert row["monthly"] == monthly
    found = subscriptions.monthly_revenue(obj)
    assert (found.amount if found else 0) == monthly


@pytest.mark.parametrize(
    ("case", "next_bill", "ends"),
    [
        ("monthly", 1_792_595_000, None),
        ("cancels at period end", None, 1_792_595_000),
        ("cancel_at without cancel_at_period_end", None, 1_792_595_000),
        ("canceled on a later date", 1_792_595_000, 1_799_000_000),
        ("collection paused", None, None),
        ("collection paused until a date", 1_795_273_400, None),
        ("invoices kept as drafts", 1_792_595_000, None),
        ("canceled", None, None),
        ("each item its own period", 1_792_595_000, None),
    ],
)
async def test_when_a_subscription_is_billed_next_and_when_it_ends(
    empty: Mirror, case: str, next_bill: int | None, ends: int | None
) -> None:
    """G5: in the list as in the detail."""
    mirror = await _filled(empty)
    obj = next(obj for obj in objects("subscriptions") if obj["case"] == case)
    row = await _row(mirror, "subscription", obj["id"])
    assert (row["next_bill"], row["ends"]) == (next_bill, ends)
    assert (subscriptions.next_bill(obj), subscriptions.ends_on(obj)) == (next_bill, ends)


async def test_a_price_gives_its_amounts_to_subscriptions_read_before_it(empty: Mirror) -> None:
    """G5: tiers and other currencies are sent with prices only; what an item of a subscription costs is in the list
    whichever was read first, and the plan counts every subscription that has it."""
    mirror = await _filled(empty)
    price = {
        "id": "multi2",
        "object": "price",
        "currency": "usd",
        "unit_amount": 1_000,
        "product": "prod_1",
        "recurring": {"interval": "month", "interval_count": 1, "usage_type": "licensed"},
        "currency_options": {"eur": {"unit_amount": 850}},
    }
    await mirror.put([price], 2.0)
    row = await _row(mirror, "subscription", "sub_eurlost")
    assert (row["amount"], row["currency"], row["monthly"]) == (850, "eur", 850)
    stored = await mirror.get("subscription", "sub_eurlost")
    assert subscriptions.amount_per_period(subscriptions.items_of(stored or {})) == Money(850, "eur")
    await mirror.put([{**price, "currency_options": {"eur": {"unit_amount": 900}}}], 3.0)
    assert (await _row(mirror, "subscription", "sub_eurlost"))["amount"] == 900
    second = {**price, "id": "y", "currency": "jpy", "currency_options": None}
    await mirror.put([second], 2.0)
    assert (await _row(mirror, "price", "y"))["subscribers"] >= 2
    assert "sub_periods" in await _ids(mirror, "subscription", "price:y")


async def test_the_total_of_subscriptions_is_monthly_revenue_of_those_that_earn(empty: Mirror) -> None:
    """G5."""
    mirror = await _filled(empty)
    total = next(t for t in totals_of(await mirror.groups(Query("subscription"))) if t.money.currency == "jpy")
    every = [subscriptions.monthly_revenue(obj) for obj in objects("subscriptions")]
    assert total.money == Money(sum(money.amount for money in every if money and money.currency == "jpy"), "jpy")
    assert set(total.statuses) == {"active", "past_due", "ending"}


@pytest.mark.parametrize("kind", ["invoice", "subscription"])
async def test_a_column_added_up_is_the_named_total(empty: Mirror, tmp_path: Path, kind: str) -> None:
    """G7: finance adds up a column of the file and gets the footer's figure, and that of the totals file."""
    mirror = await _filled(empty)
    sums = {"invoice": ("total", "remaining"), "subscription": ("monthly",)}[kind]
    columns = [
        *(ExportColumn(name, name, "money") for name in sums),
        ExportColumn("currency", "currency"),
        ExportColumn("standing", "standing"),
        ExportColumn("id", "id"),
    ]
    query = Query(kind, zone=ZoneInfo("UTC"))
    path = tmp_path / "list.csv"
    await Exports(mirror).write(ExportPlan(query, columns, Format.CSV, ()), path, lambda _: None)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == len(objects(f"{kind}s"))
    added: dict[tuple[str, str, str], float] = {}
    for row in rows:
        for name in sums:
            key = (name, row["standing"], row["currency"])
            added[key] = added.get(key, 0) + round(float(row[name] or 0) * 100)
    totals = list(csv.DictReader((tmp_path / "list totals.csv").read_text(encoding="utf-8-sig").splitlines()))
    written = {(t["Figure"], t["Status"], t["Currency"]): round(float(t["Amount"]) * 100) for t in totals}
    assert written == {key: amount for key, amount in added.items() if amount}
    shown = {
        (t.name, t.money.currency.upper()): round(t.money.major * 100) for t in totals_of(await mirror.groups(query))
    }
    for (name, currency), amount in shown.items():
        assert amount == sum(a for (n, _, c), a in added.items() if (n, c) == (name, currency))


async def test_every_object_is_listed_and_found(empty: Mirror) -> None:
    """G1."""
    mirror = await _filled(empty)
    for name, kind in (("payment_methods", "card"), ("invoices", "invoice"), ("subscriptions", "subscription")):
        stored = set(await _ids(mirror, kind, ""))
        assert stored == {obj["id"] for obj in objects(name)}
        for obj in objects(name):
            assert obj["id"] in {hit.id for hit in await mirror.find(obj["id"])} or kind == "card"
    assert await mirror.get("customer", "cus_gone") is not None
    assert await _ids(mirror, "customer", "deleted:yes") == ["cus_gone"]


async def test_one_brand_is_one_value_in_filter_and_count(empty: Mirror) -> None:
    """G1."""
    mirror = await _filled(empty)
    assert set(await _ids(mirror, "card", "brand:amex")) == {"pm_13x", "card_1x"}
    assert "american express" not in (await mirror.values("card"))["brand"]
    assert await _ids(mirror, "card", "type:link") == ["pm_29x"]
    assert (await _row(mirror, "customer", "cus_methods"))["card"] == "link"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("さとう", {"cus_kana", "cus_half"}),
        ("サトウ", {"cus_kana", "cus_half"}),
        ("ｻﾄｳ", {"cus_kana", "cus_half"}),
        ("さと", {"cus_kana", "cus_half"}),
        ("はなこ", {"cus_kana", "cus_half"}),
        ("name:さと", {"cus_kana", "cus_half"}),
        ("name:さとう", {"cus_kana", "cus_half"}),
        ("name:ｻﾄ", {"cus_kana", "cus_half"}),
        ("Renée", {"cus_marks"}),
        ("ＲＥＮＥ\u0301Ｅ", {"cus_marks"}),
        ("müller", {"cus_marks"}),
        ("name:mü", {"cus_marks"}),
    ],
)
async def test_found_by_how_it_sounds(empty: Mirror, typed: str, found: set[str]) -> None:
    """G9."""
    mirror = await _filled(empty)
    assert set(await _ids(mirror, "customer", typed)) == found
    if ":" not in typed:
        assert {hit.id for hit in await mirror.find(typed) if hit.kind == "customer"} == found


def test_the_cases_are_json_that_a_list_of_stripe_could_hold() -> None:
    for name in ("customers", "payment_methods", "subscriptions", "invoices", "charges"):
        assert all(obj["id"] and obj["object"] for obj in json.loads(json.dumps(objects(name))))
