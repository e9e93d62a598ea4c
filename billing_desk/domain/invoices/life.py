"""The life of an invoice: drafted, finalized about an hour later, collected or given up (C10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..money import Money
from ..objects.invoice import Attempt, currency_of, payments_of


class InvoiceStep(StrEnum):
    DRAFTED = "drafted"
    FINALIZES = "finalizes"
    FINALIZED = "finalized"
    DUE = "due"
    FAILED = "failed"
    PAID_PART = "paid_part"
    RETRY = "retry"
    PAID = "paid"
    CREDITED = "credited"
    WRITTEN_OFF = "written_off"
    VOIDED = "voided"


@dataclass(frozen=True)
class InvoiceMoment:
    """`at` in Unix seconds; it can lie in the future. `attempt` is the payment that failed or succeeded."""

    at: int
    step: InvoiceStep
    amount: Money | None = None
    attempt: Attempt | None = None


def life_of(invoice: Mapping[str, Any], notes: Sequence[Mapping[str, Any]] = ()) -> list[InvoiceMoment]:
    """In order of time; `notes` are its credit notes."""
    moved = invoice.get("status_transitions") or {}
    found = [InvoiceMoment(int(invoice.get("created") or 0), InvoiceStep.DRAFTED)]

    def add(at: Any, step: InvoiceStep) -> None:
        if at:
            found.append(InvoiceMoment(int(at), step))

    add(invoice.get("automatically_finalizes_at") if invoice.get("status") == "draft" else None, InvoiceStep.FINALIZES)
    add(moved.get("finalized_at"), InvoiceStep.FINALIZED)
    add(invoice.get("due_date"), InvoiceStep.DUE)
    add(invoice.get("next_payment_attempt") if invoice.get("status") == "open" else None, InvoiceStep.RETRY)
    for attempt in payments_of(invoice):
        paid = attempt.state == "paid"
        if attempt.at and (paid or attempt.failure is not None):
            step = InvoiceStep.PAID_PART if paid else InvoiceStep.FAILED
            found.append(InvoiceMoment(attempt.at, step, attempt.amount, attempt))
    for note in notes:
        if note.get("status") != "void":
            amount = Money(int(note.get("amount") or 0), currency_of(invoice))
            found.append(InvoiceMoment(int(note.get("created") or 0), InvoiceStep.CREDITED, amount))
    add(moved.get("paid_at"), InvoiceStep.PAID)
    add(moved.get("marked_uncollectible_at"), InvoiceStep.WRITTEN_OFF)
    add(moved.get("voided_at"), InvoiceStep.VOIDED)
    return sorted(found, key=lambda moment: (moment.at, list(InvoiceStep).index(moment.step)))
