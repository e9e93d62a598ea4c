"""A customer's history: invoices, payments, refunds, subscriptions, balance and operations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.invoice import subscription_of, total_of
from ...domain.objects.payment import Payment, PaymentState
from ...domain.writes.journal_entry import JournalEntry
from ...domain.writes.operation import OperationState
from ...store.durable.journal import Journal
from .customers import Overview

MOST = 60


class Happening(StrEnum):
    CUSTOMER_CREATED = "customer_created"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_MADE = "payment_made"
    PAYMENT_STARTED = "payment_started"
    PAYMENT_AUTHORIZED = "payment_authorized"
    AUTHORIZATION_RELEASED = "authorization_released"
    REFUNDED = "refunded"
    BALANCE_MOVED = "balance_moved"
    INVOICE_SENT = "invoice_sent"
    INVOICE_OF_PERIOD = "invoice_of_period"
    INVOICE_VOIDED = "invoice_voided"
    INVOICE_WRITTEN_OFF = "invoice_written_off"
    SUBSCRIBED = "subscribed"
    CANCELED = "canceled"
    SUBSCRIPTION_ENDED = "subscription_ended"
    OPERATION = "operation"


@dataclass(frozen=True)
class Moment:
    """`at` is in Unix seconds; `code` is the kind of event, for which the UI has a text; `link` is a (kind, id) pair to
    open; `entry` is the operation's journal entry."""

    at: int
    code: Happening
    money: Money | None = None
    link: tuple[str, str] | None = None
    detail: str = ""
    entry: JournalEntry | None = None


class Timeline:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def of(self, seen: Overview) -> list[Moment]:
        """From the mirror and the journal, newest first; at most MOST entries."""
        customer = seen.customer
        found = [Moment(int(customer.get("created") or 0), Happening.CUSTOMER_CREATED)]
        found += [moment for invoice in seen.invoices for moment in _of_invoice(invoice)]
        found += [moment for subscription in seen.subscriptions for moment in _of_subscription(subscription)]
        for payment in seen.payments:
            link = ("card", payment.method.id) if payment.method.id else None
            why = payment.failure.code if payment.failure else ""
            found.append(Moment(payment.at, _happened(payment), payment.amount, link, why))
            found += [Moment(refund.at, Happening.REFUNDED, refund.amount, link) for refund in payment.refunds]
        for move in seen.balance_moves:
            money = Money(-int(move.get("amount") or 0), str(move.get("currency") or "usd"))
            text = str(move.get("description") or "")
            found.append(Moment(int(move.get("created") or 0), Happening.BALANCE_MOVED, money, None, text))
        for entry in await self._journal.of_subject("customer", str(customer["id"])):
            if entry.state in (OperationState.DONE, OperationState.REFUSED, OperationState.UNKNOWN):
                found.append(Moment(entry.made, Happening.OPERATION, entry=entry))
        return sorted((moment for moment in found if moment.at), key=lambda moment: -moment.at)[:MOST]


def _happened(payment: Payment) -> Happening:
    """A refunded or disputed payment was made first."""
    return _OF_STATE.get(payment.state, Happening.PAYMENT_MADE)


_OF_STATE = {
    PaymentState.FAILED: Happening.PAYMENT_FAILED,
    PaymentState.PROCESSING: Happening.PAYMENT_STARTED,
    PaymentState.UNKNOWN: Happening.PAYMENT_STARTED,
    PaymentState.AUTHORIZED: Happening.PAYMENT_AUTHORIZED,
    PaymentState.RELEASED: Happening.AUTHORIZATION_RELEASED,
}


def _of_invoice(invoice: Json) -> Sequence[Moment]:
    money = total_of(invoice)
    link, name = ("invoice", str(invoice["id"])), str(invoice.get("number") or "")
    changed = invoice.get("status_transitions") or {}
    codes = {
        "finalized_at": Happening.INVOICE_SENT if subscription_of(invoice) is None else Happening.INVOICE_OF_PERIOD,
        "voided_at": Happening.INVOICE_VOIDED,
        "marked_uncollectible_at": Happening.INVOICE_WRITTEN_OFF,
    }
    return [Moment(int(changed[key]), code, money, link, name) for key, code in codes.items() if changed.get(key)]


def _of_subscription(subscription: Json) -> Sequence[Moment]:
    link = ("subscription", str(subscription["id"]))
    codes = {
        "created": Happening.SUBSCRIBED,
        "canceled_at": Happening.CANCELED,
        "ended_at": Happening.SUBSCRIPTION_ENDED,
    }
    return [Moment(int(subscription[key]), code, None, link) for key, code in codes.items() if subscription.get(key)]
