"""A payment: a charge with its refunds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..money import Money
from .card import Card, card_of
from .decline import PaymentFailure, failure_of_charge
from .nested import is_cut, rows_of


@dataclass(frozen=True)
class Refund:
    """`at` is in Unix seconds."""

    id: str
    at: int
    amount: Money
    status: str
    reason: str


@dataclass(frozen=True)
class Payment:
    """`status` is succeeded, pending or failed; `refundable` is the rest; `card_id` is the charged card.
    `more_refunds`: some refunds could not be read."""

    id: str
    at: int
    amount: Money
    refunded: Money
    status: str
    description: str
    intent: str | None
    card: Card | None
    card_id: str
    failure: PaymentFailure | None
    disputed: bool
    refunds: tuple[Refund, ...]
    more_refunds: bool

    @property
    def refundable(self) -> Money:
        left = self.amount.amount - self.refunded.amount if self.status == "succeeded" else 0
        return Money(max(0, left), self.amount.currency)


def payment_of(charge: Mapping[str, Any]) -> Payment:
    currency = str(charge.get("currency") or "")
    details = charge.get("payment_method_details") or {}
    source = charge.get("source") or {}
    card_id = str(charge.get("payment_method") or (source.get("id") if isinstance(source, Mapping) else source) or "")
    seen: dict[str, Any] = {"object": "payment_method", "id": card_id, "card": details.get("card") or {}}
    intent = charge.get("payment_intent")
    return Payment(
        id=str(charge["id"]),
        at=int(charge.get("created") or 0),
        amount=Money(int(charge.get("amount_captured") or charge.get("amount") or 0), currency),
        refunded=Money(int(charge.get("amount_refunded") or 0), currency),
        status=str(charge.get("status") or ""),
        description=str(charge.get("description") or ""),
        intent=str(intent.get("id")) if isinstance(intent, Mapping) else intent,
        card=card_of(seen),
        card_id=card_id,
        failure=failure_of_charge(charge),
        disputed=bool(charge.get("disputed")),
        refunds=tuple(_refund(one) for one in rows_of(charge, "refunds")),
        more_refunds=is_cut(charge, "refunds"),
    )


def _refund(refund: Mapping[str, Any]) -> Refund:
    return Refund(
        id=str(refund.get("id") or ""),
        at=int(refund.get("created") or 0),
        amount=Money(int(refund.get("amount") or 0), str(refund.get("currency") or "")),
        status=str(refund.get("status") or ""),
        reason=str(refund.get("reason") or ""),
    )
