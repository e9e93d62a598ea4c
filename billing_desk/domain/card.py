"""A card as Stripe describes it, whether it is a PaymentMethod, an older Card, or a Source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Card:
    """`brand` is lower-case; `funding` is credit, debit, prepaid or unknown."""

    id: str
    brand: str
    last4: str
    exp_month: int
    exp_year: int
    funding: str
    country: str
    name: str
    fingerprint: str

    def expires_within(self, today: date, months: int) -> bool:
        """Whether the card is past its last month, or will be `months` after this one."""
        return self.exp_year * 12 + self.exp_month < today.year * 12 + today.month + months


def card_of(obj: Mapping[str, Any]) -> Card | None:
    """None for methods that are no cards."""
    details = obj.get("card") if obj.get("object") in ("payment_method", "source") else obj
    if not isinstance(details, Mapping) or not details.get("last4"):
        return None
    billing = obj.get("billing_details") or obj.get("owner") or {}
    return Card(
        id=str(obj.get("id", "")),
        brand=str(details.get("brand") or "").lower(),
        last4=str(details["last4"]),
        exp_month=int(details.get("exp_month") or 0),
        exp_year=int(details.get("exp_year") or 0),
        funding=str(details.get("funding") or "unknown"),
        country=str(details.get("country") or ""),
        name=str(billing.get("name") or details.get("name") or ""),
        fingerprint=str(details.get("fingerprint") or ""),
    )


def default_card_id(customer: Mapping[str, Any]) -> str | None:
    """The card an invoice of this customer would use: the default payment method wins over the default source."""
    settings = customer.get("invoice_settings") or {}
    chosen = settings.get("default_payment_method") or customer.get("default_source")
    return chosen.get("id") if isinstance(chosen, Mapping) else chosen


def label(card: Card) -> str:
    """Brand, last digits and expiry; the screen words the brand."""
    return f"{card.brand} *{card.last4} {card.exp_month:02d}/{card.exp_year}"
