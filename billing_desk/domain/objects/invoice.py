"""Invoices: state, what is owed, what paid them, and their lines (G2, G5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..json_object import Json
from ..money import Money
from .decline import PaymentFailure, failure_of_error
from .nested import is_cut, rows_of


def subscription_of(invoice: Mapping[str, Any]) -> str | None:
    """The pinned API version has it under `parent`; events of older API versions have `subscription`."""
    details = (invoice.get("parent") or {}).get("subscription_details") or {}
    found = details.get("subscription") or invoice.get("subscription")
    return found.get("id") if isinstance(found, Mapping) else found


def of_cycle(invoice: Mapping[str, Any]) -> bool:
    """Whether it bills a period of a subscription: its first, or a renewal (Stripe docs: billing_reason)."""
    return invoice.get("billing_reason") in ("subscription_create", "subscription_cycle")


def state(invoice: Mapping[str, Any]) -> str:
    """Stripe's status, or `processing` for an open invoice whose payment is on its way, such as a bank debit (G2)."""
    status = str(invoice.get("status") or "")
    return "processing" if status == "open" and _is_on_its_way(invoice) else status


def _is_on_its_way(invoice: Mapping[str, Any]) -> bool:
    """Known if the invoice was read with its payments' PaymentIntents."""
    for payment in rows_of(invoice, "payments"):
        held = payment.get("payment") or {}
        intent, charge = held.get("payment_intent"), held.get("charge")
        if isinstance(intent, Mapping) and intent.get("status") == "processing":
            return True
        if isinstance(charge, Mapping) and charge.get("status") == "pending":
            return True
    return False


def with_known_intents(invoice: Json, before: Mapping[str, Any]) -> Json:
    """The invoice, with the PaymentIntents of `before` where it has only their ids."""
    known = {}
    for payment in rows_of(before, "payments"):
        intent = (payment.get("payment") or {}).get("payment_intent")
        if isinstance(intent, Mapping):
            known[intent.get("id")] = intent
    if not known:
        return invoice
    data = []
    for payment in rows_of(invoice, "payments"):
        held = payment.get("payment") or {}
        intent = held.get("payment_intent")
        expanded = known.get(intent, intent) if isinstance(intent, str) else intent
        data.append({**payment, "payment": {**held, "payment_intent": expanded}})
    return {**invoice, "payments": {**invoice["payments"], "data": data}}


def overdue_from(invoice: Mapping[str, Any]) -> int | None:
    """The time (Unix seconds) after which it is overdue; None: never. An open invoice is overdue after its due date, or
    without one after a failed payment attempt; not while a payment is on its way, and not with nothing remaining."""
    if state(invoice) != "open" or invoice.get("amount_remaining") == 0:
        return None
    due = invoice.get("due_date")
    if due is not None:
        return int(due)
    return 0 if invoice.get("attempted") else None


def is_overdue(invoice: Mapping[str, Any], now: int) -> bool:
    after = overdue_from(invoice)
    return after is not None and after < now


def overdue_since(invoice: Mapping[str, Any]) -> int | None:
    """From when the days overdue are counted (Unix seconds): the due date, or without one when it was finalized. None
    if it cannot become overdue."""
    if overdue_from(invoice) is None:
        return None
    finalized = (invoice.get("status_transitions") or {}).get("finalized_at")
    return int(invoice.get("due_date") or finalized or invoice.get("created") or 0)


def sum_paid(invoice: Mapping[str, Any]) -> int | None:
    """What its successful payments add up to, minor units; None if they were not read, or not all of them."""
    if count_paid(invoice) is None:
        return None
    rows = rows_of(invoice, "payments")
    return sum(int(payment.get("amount_paid") or 0) for payment in rows if payment.get("status") == "paid")


def count_paid(invoice: Mapping[str, Any]) -> int | None:
    """How many of its payments succeeded; None if they were not read, or not all of them."""
    if not isinstance(invoice.get("payments"), Mapping) or is_cut(invoice, "payments"):
        return None
    return len([payment for payment in rows_of(invoice, "payments") if payment.get("status") == "paid"])


def name_of(invoice: Mapping[str, Any]) -> str:
    """Its number; the id while it has none."""
    return str(invoice.get("number") or invoice["id"])


def issued_at(invoice: Mapping[str, Any]) -> int:
    """Unix seconds: when it was finalized; of a draft, when it was made."""
    return int((invoice.get("status_transitions") or {}).get("finalized_at") or invoice.get("created") or 0)


def total_of(invoice: Mapping[str, Any]) -> Money:
    return Money(int(invoice.get("total") or 0), currency_of(invoice))


def remaining_of(invoice: Mapping[str, Any]) -> Money:
    """What is still to be collected: nothing of a draft, and nothing of what was paid, voided or written off (G5)."""
    owed = int(invoice.get("amount_remaining") or 0) if invoice.get("status") == "open" else 0
    return Money(owed, currency_of(invoice))


def written_off(invoice: Mapping[str, Any]) -> Money:
    """What was given up when the invoice was marked uncollectible; it can still be paid."""
    lost = int(invoice.get("amount_remaining") or 0) if invoice.get("status") == "uncollectible" else 0
    return Money(lost, currency_of(invoice))


def currency_of(invoice: Mapping[str, Any]) -> str:
    return str(invoice.get("currency") or "usd")


class PaidBy(StrEnum):
    """How an invoice's total was settled, apart from a charge only if money did not move."""

    CHARGED = "charged"
    CREDIT = "credit"
    CARRIED_OVER = "carried_over"
    OUT_OF_BAND = "out_of_band"
    CREDIT_NOTE = "credit_note"
    DISCOUNT = "discount"


def paid_by(invoice: Mapping[str, Any]) -> list[tuple[PaidBy, Money]]:
    """The parts that settled the total, without those of zero; `DISCOUNT` only if nothing was left to pay.

    The customer's balance: a credit (negative) is used up; an amount below Stripe's minimum charge is not charged but
    carried over, which leaves a positive balance (Stripe docs: customer balance, minimum charge amounts).
    """
    currency = currency_of(invoice)
    start, end = int(invoice.get("starting_balance") or 0), invoice.get("ending_balance")
    used = max(0, int(start if end is None else end) - start)
    credit = min(used, max(0, -start))
    outside = int(invoice.get("amount_paid_off_stripe") or 0)
    paid = int(invoice.get("amount_paid") or 0)
    if invoice.get("paid_out_of_band") and not outside:
        outside = paid
    noted = int(invoice.get("pre_payment_credit_notes_amount") or 0)
    parts = [
        (PaidBy.CHARGED, paid - outside),
        (PaidBy.OUT_OF_BAND, outside),
        (PaidBy.CREDIT, credit),
        (PaidBy.CARRIED_OVER, used - credit),
        (PaidBy.CREDIT_NOTE, noted),
    ]
    if invoice.get("status") == "paid" and not int(invoice.get("total") or 0):
        discounts = invoice.get("total_discount_amounts") or []
        parts.append((PaidBy.DISCOUNT, sum(int(one.get("amount") or 0) for one in discounts)))
    return [(kind, Money(amount, currency)) for kind, amount in parts if amount > 0]


def charged_of(invoice: Mapping[str, Any]) -> Money:
    """What was charged at Stripe for it: not credit, not what was carried over or paid elsewhere."""
    return next((money for kind, money in paid_by(invoice) if kind is PaidBy.CHARGED), Money(0, currency_of(invoice)))


def has_page(invoice: Mapping[str, Any]) -> bool:
    """Whether the invoice has a hosted page on which the customer can pay it."""
    return state(invoice) == "open" and bool(invoice.get("hosted_invoice_url"))


def intents_of(invoice: Mapping[str, Any]) -> set[str]:
    """The ids of its PaymentIntents, if the invoice was read with its payments."""
    found = [(payment.get("payment") or {}).get("payment_intent") for payment in rows_of(invoice, "payments")]
    return {str(intent.get("id") if isinstance(intent, Mapping) else intent) for intent in found if intent}


def standing(invoice: Mapping[str, Any], now: int) -> str:
    """`overdue`, `processing`, or Stripe's status."""
    return "overdue" if is_overdue(invoice, now) else state(invoice)


@dataclass(frozen=True)
class Attempt:
    """One payment of an invoice. `state` is Stripe's status of it, or `processing` or `failed` as its PaymentIntent
    says; `at` in Unix seconds, None if unknown; `intent` and `method_id` are ids, "" if unknown."""

    at: int | None
    amount: Money
    state: str
    intent: str
    method_id: str
    failure: PaymentFailure | None


def payments_of(invoice: Mapping[str, Any]) -> list[Attempt]:
    """Its payments and attempts, newest first."""
    found = [attempt_of(payment) for payment in rows_of(invoice, "payments")]
    return sorted(found, key=lambda attempt: -(attempt.at or 0))


def attempt_of(payment: Mapping[str, Any]) -> Attempt:
    held = (payment.get("payment") or {}).get("payment_intent")
    intent: Mapping[str, Any] = held if isinstance(held, Mapping) else {"id": held}
    error = intent.get("last_payment_error") if payment.get("status") == "open" else None
    state = str(payment.get("status") or "")
    if state == "open" and intent.get("status") == "processing":
        state = "processing"
    elif error:
        state = "failed"
    method = intent.get("payment_method") or ((error or {}).get("payment_method") or {})
    moved = payment.get("status_transitions") or {}
    at = moved.get("paid_at") or moved.get("canceled_at") or payment.get("created")
    return Attempt(
        at=at,
        amount=Money(int(payment.get("amount_paid") or payment.get("amount_requested") or 0), currency_of(payment)),
        state=state,
        intent=str(intent.get("id") or ""),
        method_id=str(method.get("id") or "") if isinstance(method, Mapping) else str(method),
        failure=failure_of_error(error) if error else None,
    )
