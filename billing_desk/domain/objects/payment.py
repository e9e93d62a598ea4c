"""A payment: a charge with its refunds, and what it means (G2, G5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..money import Money
from .decline import PaymentFailure, failure_of_charge
from .nested import is_cut, rows_of
from .payment_method import Method, fingerprint_of_charge, method_of_charge


@dataclass(frozen=True)
class Refund:
    """`at` is in Unix seconds."""

    id: str
    at: int
    amount: Money
    status: str
    reason: str


class PaymentState(StrEnum):
    """What a charge means. Stripe says `succeeded` also of an authorization that was not captured."""

    PAID = "paid"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"
    PROCESSING = "processing"
    AUTHORIZED = "authorized"
    RELEASED = "released"
    FAILED = "failed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


_MONEY_CAME = (
    PaymentState.PAID,
    PaymentState.PARTLY_REFUNDED,
    PaymentState.REFUNDED,
    PaymentState.DISPUTED,
)


@dataclass(frozen=True)
class Payment:
    """`amount` is what was collected, or authorized if it was not captured; `refundable` what can still be refunded;
    `refunded` what went back to the customer. `method` is what was charged, with its id, and `fingerprint` that of its
    number ("" if Stripe gives none). `more_refunds`: some refunds could not be read."""

    id: str
    at: int
    amount: Money
    refunded: Money
    refundable: Money
    state: PaymentState
    description: str
    intent: str | None
    method: Method
    fingerprint: str
    failure: PaymentFailure | None
    refunds: tuple[Refund, ...]
    more_refunds: bool

    @property
    def capturable(self) -> Money:
        """What was authorized and can still be captured or released."""
        held = self.state is PaymentState.AUTHORIZED
        return self.amount if held else Money(0, self.amount.currency)

    @property
    def is_paid(self) -> bool:
        """Whether money was collected, also if it was refunded or disputed later."""
        return self.state in _MONEY_CAME


def payment_of(charge: Mapping[str, Any]) -> Payment:
    currency = str(charge.get("currency") or "")
    intent = charge.get("payment_intent")
    collected, left = _collected(charge), _refundable(charge)
    return Payment(
        id=str(charge["id"]),
        at=int(charge.get("created") or 0),
        amount=Money(collected or int(charge.get("amount") or 0), currency),
        refunded=Money(collected - left, currency),
        refundable=Money(left, currency),
        state=payment_state(charge),
        description=str(charge.get("description") or ""),
        intent=str(intent.get("id")) if isinstance(intent, Mapping) else intent,
        method=method_of_charge(charge),
        fingerprint=fingerprint_of_charge(charge),
        failure=failure_of_charge(charge),
        refunds=tuple(_refund(one) for one in rows_of(charge, "refunds")),
        more_refunds=is_cut(charge, "refunds"),
    )


def payment_state(charge: Mapping[str, Any]) -> PaymentState:
    status = charge.get("status")
    if status == "failed":
        return PaymentState.FAILED
    if status == "pending":
        return PaymentState.PROCESSING
    if status != "succeeded":
        return PaymentState.UNKNOWN
    if not _is_captured(charge):
        return PaymentState.RELEASED if charge.get("refunded") else PaymentState.AUTHORIZED
    if charge.get("disputed"):
        return PaymentState.DISPUTED
    left = _refundable(charge)
    if left == _collected(charge):
        return PaymentState.PAID
    return PaymentState.PARTLY_REFUNDED if left else PaymentState.REFUNDED


def results_of(charges: Iterable[Mapping[str, Any]]) -> list[tuple[str, int, str]]:
    """For each charge with a result: the payment method's id, the time (Unix seconds), and the failure code ("" if it
    was paid). A charge that is authorized only, or on its way, has none yet."""
    found = map(payment_of, charges)
    return [(p.method.id, p.at, p.failure.code if p.failure else "") for p in found if p.failure or p.is_paid]


def _is_captured(charge: Mapping[str, Any]) -> bool:
    """A charge without the field is of an old API version, and captured."""
    return charge.get("captured") is not False


def _collected(charge: Mapping[str, Any]) -> int:
    """Minor units; 0 if nothing was collected."""
    if charge.get("status") != "succeeded" or not _is_captured(charge):
        return 0
    captured, amount = charge.get("amount_captured"), int(charge.get("amount") or 0)
    return amount if captured is None else int(captured)


def _refundable(charge: Mapping[str, Any]) -> int:
    """Minor units. Stripe counts the part of a payment that was authorized but not captured as refunded, so the rest of
    `amount` is what is left, and not the rest of `amount_captured`."""
    collected = _collected(charge)
    left = int(charge.get("amount") or 0) - int(charge.get("amount_refunded") or 0)
    return max(0, min(collected, left))


def _refund(refund: Mapping[str, Any]) -> Refund:
    return Refund(
        id=str(refund.get("id") or ""),
        at=int(refund.get("created") or 0),
        amount=Money(int(refund.get("amount") or 0), str(refund.get("currency") or "")),
        status=str(refund.get("status") or ""),
        reason=str(refund.get("reason") or ""),
    )
