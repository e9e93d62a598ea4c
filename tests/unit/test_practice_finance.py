"""The practice account in a month's closing and in the checks: it ties out, and few of its invoices are marked."""

from __future__ import annotations

from billing_desk.domain.invoices.month_close import closed
from billing_desk.simulator.accounts.practice import demo_simulator

from .test_month_close import rows_of


def test_the_practice_account_ties_out() -> None:
    state = demo_simulator().states()[0]
    payments: dict[str, list[dict[str, object]]] = {}
    for payment in state.all("invoice_payment"):
        payments.setdefault(str(payment["invoice"]), []).append(payment)
    invoices = [
        {**invoice, "payments": {"object": "list", "data": payments.get(invoice["id"], []), "has_more": False}}
        for invoice in state.all("invoice")
    ]
    notes: dict[str, tuple[int, int]] = {}
    for note in state.all("credit_note"):
        before, after = notes.get(note["invoice"], (0, 0))
        notes[note["invoice"]] = (before + note["pre_payment_amount"], after + note["post_payment_amount"])
    found = closed(rows_of(invoices)[0], notes)
    print(len(found.rows), found.differences[:5], len(found.differences))
    assert found.ties_out
