"""Closing a month: it ties out to zero whatever happened, and what was planted is listed by invoice (G5)."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.domain.invoices.month_close import (
    Basis,
    ClosingRow,
    Figure,
    Reason,
    TaxSum,
    bank_of,
    changed_since,
    closed,
)
from billing_desk.domain.json_object import Json
from billing_desk.store.mirror.finance.sums import InvoiceSums
from billing_desk.store.mirror.mirror import Mirror

from ..simulated import DAY, Asked, Refused
from ..support import DATABASE_KEY

FOREVER = 4_000_000_000


def rows_of(invoices: list[Json], basis: Basis = Basis.FINALIZED) -> tuple[list[ClosingRow], list[TaxSum]]:
    """As the program reads them: through the mirror."""

    async def read() -> tuple[list[ClosingRow], list[TaxSum]]:
        mirror = Mirror(None, DATABASE_KEY, now=lambda: FOREVER)
        try:
            await mirror.put(invoices, 1.0)
            assert mirror.left_out == 0
            return await InvoiceSums(mirror).month(0, FOREVER, basis)
        finally:
            mirror.close()

    return asyncio.run(read())


def all_of(asked: Asked, path: str, **params: Any) -> list[Json]:
    """Every page of a list."""
    found: list[Json] = []
    while True:
        after = {"starting_after": found[-1]["id"]} if found else {}
        page = asked.get(path, limit=100, **params, **after)
        found += page["data"]
        if not page["has_more"]:
            return found


def notes_of(asked: Asked) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for note in all_of(asked, "/v1/credit_notes"):
        if note["status"] != "void":
            before, after = found.get(note["invoice"], (0, 0))
            found[note["invoice"]] = (before + note["pre_payment_amount"], after + note["post_payment_amount"])
    return found


_step = st.one_of(
    st.tuples(st.just("invoice"), st.lists(st.integers(-3_000, 9_000), min_size=1, max_size=3), st.booleans()),
    st.tuples(st.sampled_from(["pay", "outside", "void", "write_off"]), st.integers(0, 5), st.booleans()),
    st.tuples(st.sampled_from(["note", "refund"]), st.integers(0, 5), st.integers(1, 6_000)),
    st.tuples(st.just("balance"), st.integers(-4_000, 2_000), st.none()),
    st.tuples(st.just("subscribe"), st.integers(1, 9_000), st.integers(1, 4)),
    st.tuples(st.just("pass"), st.integers(1, 40), st.none()),
)


def _took(asked: Asked, customer: Json, rate: str, step: tuple[Any, ...]) -> None:
    """One step of a history; what Stripe refuses does not happen."""
    kind, first, second = step
    id_ = customer["id"]
    made = [invoice["id"] for invoice in all_of(asked, "/v1/invoices")]
    chosen = made[first % len(made)] if made and isinstance(first, int) else ""
    if kind == "invoice":
        draft = asked.post("/v1/invoices", customer=id_, currency="jpy")
        for amount in first:
            taxed = {"tax_rates": [rate]} if second else {}
            item = {"customer": id_, "invoice": draft["id"], "amount": amount, "currency": "jpy", **taxed}
            asked.post("/v1/invoiceitems", **item)
        asked.post(f"/v1/invoices/{draft['id']}/finalize")
    elif kind == "balance":
        if not first:
            return
        asked.post(f"/v1/customers/{id_}/balance_transactions", amount=first, currency="jpy")
    elif kind == "subscribe":
        asked.subscribe(customer, items=[{"price": asked.price(first)["id"], "quantity": second}])
    elif kind == "pass":
        asked.advance(first * DAY)
    elif kind == "note" and chosen:
        paid = asked.get(f"/v1/invoices/{chosen}")["status"] == "paid"
        back = {"credit_amount": second} if paid else {}
        asked.post("/v1/credit_notes", invoice=chosen, amount=second, **back)
    elif kind == "refund" and chosen:
        held = asked.get("/v1/invoice_payments", invoice=chosen)["data"]
        if held:
            asked.post("/v1/refunds", payment_intent=held[0]["payment"]["payment_intent"], amount=second)
    elif chosen:
        paths = {"pay": "pay", "outside": "pay", "void": "void", "write_off": "mark_uncollectible"}
        outside = {"paid_out_of_band": True} if kind == "outside" else {}
        asked.post(f"/v1/invoices/{chosen}/{paths[kind]}", **outside)


@settings(max_examples=300, deadline=None)
@given(st.lists(_step, min_size=1, max_size=9))
def test_a_month_ties_out_after_any_history(steps: list[tuple[Any, ...]]) -> None:
    asked = Asked()
    customer = asked.customer()
    rate = str(asked.post("/v1/tax_rates", display_name="Tax", percentage="10", inclusive=False)["id"])
    for step in steps:
        try:
            _took(asked, customer, rate, step)
        except Refused:
            continue
    invoices = all_of(asked, "/v1/invoices", expand=["data.payments"])
    rows, taxes = rows_of(invoices)
    found = closed(rows, notes_of(asked))
    assert found.differences == []
    assert found.ties_out
    for each in found.currencies:
        final = [i for i in invoices if i["status"] != "draft"]
        assert each.figures[Figure.INVOICED] == sum(i["total"] for i in final)
    charges = [c for c in all_of(asked, "/v1/charges") if c["paid"]]
    collected = sum(each.figures.get(Figure.COLLECTED, 0) for each in found.currencies)
    assert collected == sum(charge["amount"] for charge in charges)
    billed = [i for i in invoices if i["status"] not in ("draft", "void")]
    assert sum(tax.tax for tax in taxes) == sum(tax["amount"] for i in billed for tax in i["total_taxes"])
    transactions = all_of(asked, "/v1/balance_transactions")
    bank = bank_of(transactions, [])
    assert sum(each.net - each.paid_out for each in bank) == sum(each["net"] for each in transactions)
    assert sum(each.gross for each in bank) == collected


def row(**fields: Any) -> ClosingRow:
    values = {
        "id": "in_1",
        "number": "A-1",
        "customer": "Ito",
        "currency": "jpy",
        "status": "paid",
        "at": 1,
        "total": 1_100,
        "collected": 1_100,
        "outside": 0,
        "from_balance": 0,
        "carried": 0,
        "moved": 0,
        "credited": 0,
        "after": 0,
        "remaining": 0,
        "lines": 1_000,
        "off": 0,
        "added": 100,
        "paid": 1_100,
    }
    return ClosingRow(**{**values, **fields})


@pytest.mark.parametrize(
    ("planted", "notes", "reason", "amount"),
    [
        ({"paid": 0}, {}, Reason.PAYMENT, 1_100),
        ({"collected": 800}, {}, Reason.PARTS, 300),
        ({"lines": 1_200}, {}, Reason.LINES, -200),
        ({"after": 500}, {"in_1": (0, 1_000)}, Reason.NOTES, -500),
        ({"after": 500}, {}, Reason.NOTES, 500),
    ],
)
def test_what_was_planted_is_listed_by_invoice(
    planted: dict[str, int], notes: dict[str, tuple[int, int]], reason: Reason, amount: int
) -> None:
    """A missing payment, a payment that is too low, a changed line, a double credit, and a lost credit note."""
    found = closed([row(id="in_0"), row(**planted)], notes)
    assert ("in_1", reason, amount) in [(each.id, each.reason, each.amount) for each in found.differences]
    assert {each.id for each in found.differences} == {"in_1"}
    assert not found.ties_out


def test_lists_that_were_not_read_whole_are_no_difference() -> None:
    found = closed([row(lines=None, paid=None)], None)
    assert found.ties_out
    assert not found.notes_read


def test_what_changed_since_a_month_was_closed() -> None:
    kept, other, gone = row(), row(id="in_2"), row(id="in_3")
    later = other._replace(status="void")
    before = closed([kept, other, gone], {})
    after = closed([kept, later, row(id="in_4")], {})
    changes = changed_since(before.rows, after.rows)
    assert [(c.before and c.before.id, c.after and c.after.id) for c in changes] == [
        ("in_2", "in_2"),
        ("in_3", None),
        (None, "in_4"),
    ]
    assert before.hash != after.hash
    assert before.hash == closed([gone, kept, other], {}).hash, "the order in which they were read does not count"
