"""What happened with a customer in one order: invoices, payments, refunds, subscriptions, balance, and operations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...domain.money import Money
from ...domain.objects.invoice import subscription_of
from ...domain.writes.operation import State
from ...store.durable.journal import Journal
from ...store.mirror.mirror import Row
from .customers import Overview

MOST = 60


@dataclass(frozen=True)
class Moment:
    """`at` in Unix seconds; `code` is what happened, which the screen words; `link` a (kind, id) to open."""

    at: int
    code: str
    money: Money | None = None
    link: tuple[str, str] | None = None
    detail: str = field(default="")


class Timeline:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def of(self, seen: Overview) -> list[Moment]:
        """The newest first, from the local copy and the journal; at most MOST."""
        customer = seen.customer
        found = [Moment(int(customer.get("created") or 0), "customer_created")]
        found += [moment for invoice in seen.invoices for moment in _of_invoice(invoice)]
        found += [moment for subscription in seen.subscriptions for moment in _of_subscription(subscription)]
        for payment in seen.payments:
            link = ("card", payment.card_id) if payment.card_id else None
            failed = payment.failure
            code, why = ("payment_failed", failed.code) if failed else ("payment_made", "")
            found.append(Moment(payment.at, code, payment.amount, link, why))
            found += [Moment(refund.at, "refunded", refund.amount, link) for refund in payment.refunds]
        for move in seen.balance_moves:
            money = Money(-int(move.get("amount") or 0), str(move.get("currency") or "usd"))
            text = str(move.get("description") or "")
            found.append(Moment(int(move.get("created") or 0), "balance_moved", money, None, text))
        for entry in await self._journal.of_subject("customer", str(customer["id"])):
            if entry.state in (State.DONE, State.REFUSED, State.UNKNOWN):
                found.append(Moment(entry.made, f"operation {entry.operation.verb} {entry.state}"))
        return sorted((moment for moment in found if moment.at), key=lambda moment: -moment.at)[:MOST]


def _of_invoice(invoice: Row) -> Sequence[Moment]:
    money = Money(int(invoice.get("total") or 0), str(invoice.get("currency") or "usd"))
    link, name = ("invoice", str(invoice["id"])), str(invoice.get("number") or "")
    changed = invoice.get("status_transitions") or {}
    codes = {
        "finalized_at": "invoice_sent" if subscription_of(invoice) is None else "invoice_of_period",
        "voided_at": "invoice_voided",
        "marked_uncollectible_at": "invoice_written_off",
    }
    return [Moment(int(changed[key]), code, money, link, name) for key, code in codes.items() if changed.get(key)]


def _of_subscription(subscription: Row) -> Sequence[Moment]:
    link = ("subscription", str(subscription["id"]))
    codes = {"created": "subscribed", "canceled_at": "canceled", "ended_at": "subscription_ended"}
    return [Moment(int(subscription[key]), code, None, link) for key, code in codes.items() if subscription.get(key)]
