"""Which action is possible for an invoice, and why not (C10). One table for buttons, keys and services."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ..money import Money
from ..objects.invoice import currency_of, state, subscription_of


class InvoiceAction(StrEnum):
    FINALIZE = "finalize"
    DELETE = "delete"
    PAY = "pay"
    PAID_OUTSIDE = "paid_outside"
    WRITE_OFF = "write_off"
    VOID = "void"
    CREDIT = "credit"
    REISSUE = "reissue"
    SEND = "send"
    EDIT = "edit"


_POSSIBLE: Mapping[InvoiceAction, frozenset[str]] = {
    InvoiceAction.FINALIZE: frozenset({"draft"}),
    InvoiceAction.DELETE: frozenset({"draft"}),
    InvoiceAction.PAY: frozenset({"open", "uncollectible"}),
    InvoiceAction.PAID_OUTSIDE: frozenset({"open", "uncollectible"}),
    InvoiceAction.WRITE_OFF: frozenset({"open"}),
    InvoiceAction.VOID: frozenset({"open", "uncollectible"}),
    InvoiceAction.CREDIT: frozenset({"open", "paid", "uncollectible"}),
    InvoiceAction.REISSUE: frozenset({"open", "uncollectible"}),
    InvoiceAction.SEND: frozenset({"open"}),
    InvoiceAction.EDIT: frozenset({"draft"}),
}
"""Stripe's statuses in which an action is possible (Stripe docs: invoice workflow)."""


def refusal(invoice: Mapping[str, Any], action: InvoiceAction) -> str:
    """Why an action is not possible: a status, `nothing_remaining`, `of_subscription`, `nothing_creditable`,
    `partly_paid`, `not_copied`, `by_card`, or `no_email`; "" if it is possible."""
    status = state(invoice)
    if status not in _POSSIBLE[action]:
        return status or "unknown"
    match action:
        case InvoiceAction.PAY | InvoiceAction.PAID_OUTSIDE if not owed(invoice).amount:
            return "nothing_remaining"
        case InvoiceAction.DELETE if subscription_of(invoice):
            return "of_subscription"
        case InvoiceAction.CREDIT if not creditable(invoice).amount:
            return "nothing_creditable"
        case InvoiceAction.SEND if invoice.get("collection_method") != "send_invoice":
            return "by_card"
        case InvoiceAction.SEND if not invoice.get("customer_email"):
            return "no_email"
        case InvoiceAction.REISSUE if int(invoice.get("amount_paid") or 0):
            return "partly_paid"
        case InvoiceAction.REISSUE if invoice.get("discounts") or (invoice.get("automatic_tax") or {}).get("enabled"):
            return "not_copied"
    return ""


def owed(invoice: Mapping[str, Any]) -> Money:
    """What paying it now would settle: an uncollectible invoice can still be paid."""
    due = int(invoice.get("amount_remaining") or 0) if state(invoice) in ("open", "uncollectible") else 0
    return Money(due, currency_of(invoice))


def as_seen(invoice_id: str, due: Money) -> str:
    """What a bulk edit stores of an invoice that it showed: it is paid only if the same amount is still due."""
    return f"{invoice_id} {due.amount} {due.currency}"


def creditable(invoice: Mapping[str, Any]) -> Money:
    """The most that credit notes can still take off it. Refunds without a credit note reduce it further, which Stripe
    checks."""
    names = ("pre_payment_credit_notes_amount", "post_payment_credit_notes_amount")
    noted = sum(int(invoice.get(name) or 0) for name in names)
    left = int(invoice.get("total") or 0) - noted
    return Money(max(0, left) if state(invoice) in _POSSIBLE[InvoiceAction.CREDIT] else 0, currency_of(invoice))


def split_credit(invoice: Mapping[str, Any], amount: Money) -> tuple[Money, Money]:
    """A credit note of this amount: what it takes off the remaining amount, and what has to be given back (Stripe docs:
    credit notes)."""
    before = 0 if invoice.get("status") == "paid" else min(amount.amount, int(invoice.get("amount_remaining") or 0))
    return Money(before, amount.currency), Money(amount.amount - before, amount.currency)


def balance_back(invoice: Mapping[str, Any]) -> Money:
    """What goes back to the customer's balance if it is voided: positive is credit, negative a debit."""
    end = invoice.get("ending_balance")
    moved = 0 if end is None else int(end) - int(invoice.get("starting_balance") or 0)
    return Money(moved, currency_of(invoice))
