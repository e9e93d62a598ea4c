"""The practice account in a month's closing and in the checks: it ties out, and few of its invoices are marked."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

from billing_desk.domain.invoices.checks import Check
from billing_desk.domain.invoices.month_close import closed
from billing_desk.domain.json_object import Json
from billing_desk.domain.objects.payment import payment_of
from billing_desk.simulator.accounts.practice import demo_simulator
from billing_desk.simulator.state.state import State
from billing_desk.store.mirror.finance.marks import InvoiceMarks
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY
from .test_month_close import FOREVER, rows_of


def _invoices(state: State) -> list[Json]:
    """With their payments, as the program reads them."""
    payments: dict[str, list[Any]] = {}
    for payment in state.all("invoice_payment"):
        payments.setdefault(str(payment["invoice"]), []).append(payment)
    return [
        {**invoice, "payments": {"object": "list", "data": payments.get(invoice["id"], []), "has_more": False}}
        for invoice in state.all("invoice")
    ]


def test_the_practice_account_ties_out() -> None:
    state = demo_simulator().states()[0]
    notes: dict[str, tuple[int, int]] = {}
    for note in state.all("credit_note"):
        before, after = notes.get(note["invoice"], (0, 0))
        notes[note["invoice"]] = (before + note["pre_payment_amount"], after + note["post_payment_amount"])
    rows, taxes = rows_of(_invoices(state))
    found = closed(rows, notes)
    assert notes
    assert found.differences == []
    assert found.ties_out
    assert len({tax.rate for tax in taxes}) == 2, "both rates"
    assert [p.amount.amount for p in map(payment_of, state.all("charge")) if p.capturable.amount] == [30_000]


def test_what_deserves_a_look_is_marked_and_little_else() -> None:
    state = demo_simulator().states()[0]

    async def marked() -> list[tuple[str, Check]]:
        mirror = Mirror(None, DATABASE_KEY, now=lambda: FOREVER)
        try:
            await mirror.put([*state.all("customer"), *_invoices(state)], 1.0)
            return await InvoiceMarks(mirror).find((), whole=True)
        finally:
            mirror.close()

    marks = asyncio.run(marked())
    counts = Counter(check for _, check in marks)
    assert {Check.TWICE, Check.UNUSUAL} <= set(counts)
    assert len({id_ for id_, _ in marks}) < state.count("invoice") / 20, counts
