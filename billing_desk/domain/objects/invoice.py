"""Invoices: their subscription, payment attempts, overdue state and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..money import Money
from .nested import rows_of


def subscription_of(invoice: Mapping[str, Any]) -> str | None:
    """The pinned API version has it under `parent`; events of older API versions have `subscription`."""
    details = (invoice.get("parent") or {}).get("subscription_details") or {}
    found = details.get("subscription") or invoice.get("subscription")
    return found.get("id") if isinstance(found, Mapping) else found


def is_overdue(invoice: Mapping[str, Any], now: int) -> bool:
    """Whether it is open, and either past its due date or with a failed payment attempt."""
    if invoice.get("status") != "open":
        return False
    due = invoice.get("due_date")
    return due < now if due else bool(invoice.get("attempted"))


def remaining_of(invoice: Mapping[str, Any]) -> Money:
    """The amount that is still unpaid."""
    return Money(int(invoice.get("amount_remaining") or 0), str(invoice.get("currency") or "usd"))


def has_page(invoice: Mapping[str, Any]) -> bool:
    """Whether the invoice has a hosted page on which the customer can pay it."""
    return invoice.get("status") == "open" and bool(invoice.get("hosted_invoice_url"))


def intents_of(invoice: Mapping[str, Any]) -> set[str]:
    """The ids of its PaymentIntents, if the invoice was read with its payments."""
    found = [(payment.get("payment") or {}).get("payment_intent") for payment in rows_of(invoice, "payments")]
    return {str(intent.get("id") if isinstance(intent, Mapping) else intent) for intent in found if intent}


def standing(invoice: Mapping[str, Any], now: int) -> str:
    return "overdue" if is_overdue(invoice, now) else str(invoice.get("status") or "")


@dataclass(frozen=True)
class Line:
    """`period` is (start, end) in Unix seconds."""

    description: str
    quantity: int | None
    amount: Money
    period: tuple[int | None, int | None]
    proration: bool


def lines_of(invoice: Mapping[str, Any]) -> list[Line]:
    return [line_of(line) for line in rows_of(invoice, "lines")]


def line_of(line: Mapping[str, Any]) -> Line:
    parent = line.get("parent") or {}
    details = parent.get("subscription_item_details") or parent.get("invoice_item_details") or {}
    period = line.get("period") or {}
    return Line(
        description=str(line.get("description") or ""),
        quantity=line.get("quantity"),
        amount=Money(int(line.get("amount") or 0), str(line.get("currency") or "")),
        period=(period.get("start"), period.get("end")),
        proration=bool(details.get("proration") or line.get("proration")),
    )
