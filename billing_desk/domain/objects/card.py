"""Cards, and the funding policy (C9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from .payment_method import CARD, brand_of, details_of, kind_of, method_of

APPROVED = "bd_card_ok"
"""The metadata key of an approved card; the value is the card's fingerprint."""


class Verdict(StrEnum):
    ACCEPT = "accept"
    REVIEW = "review"
    REFUSE = "refuse"


def verdict(funding: str, *, approved: bool = False, refuse_prepaid: bool = True) -> Verdict:
    """Accept, refuse or review by funding. Prepaid cards are refused or reviewed; unknown or undocumented funding is
    reviewed. An approved card is accepted."""
    if approved or funding in ("credit", "debit"):
        return Verdict.ACCEPT
    return Verdict.REFUSE if funding == "prepaid" and refuse_prepaid else Verdict.REVIEW


@dataclass(frozen=True)
class Card:
    """`brand` is canonical, such as amex; `funding` is credit, debit, prepaid or unknown."""

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
        """Whether the card has expired on `today`, or will have expired `months` after this month."""
        return self.exp_year * 12 + self.exp_month < today.year * 12 + today.month + months


def card_of(obj: Mapping[str, Any]) -> Card | None:
    """None if the payment method is not a card."""
    details = details_of(obj)
    if kind_of(obj) != CARD or not details.get("last4"):
        return None
    return Card(
        id=str(obj.get("id", "")),
        brand=brand_of(details.get("brand")),
        last4=str(details["last4"]),
        exp_month=int(details.get("exp_month") or 0),
        exp_year=int(details.get("exp_year") or 0),
        funding=str(details.get("funding") or "unknown"),
        country=str(details.get("country") or ""),
        name=name_on(obj),
        fingerprint=str(details.get("fingerprint") or ""),
    )


def name_on(obj: Mapping[str, Any]) -> str:
    """The name on a card or of an account's holder; "" if there is none."""
    billing, details = obj.get("billing_details") or obj.get("owner") or {}, details_of(obj)
    return str(billing.get("name") or details.get("name") or details.get("account_holder_name") or "")


def checks_of(obj: Mapping[str, Any]) -> dict[str, str]:
    """The bank's checks when the card was saved: cvc, address and postal_code, each pass, fail, unavailable or
    unchecked. Checks that were not made are missing."""
    details = details_of(obj)
    found = details.get("checks") or details
    names = {"cvc_check": "cvc", "address_line1_check": "address", "address_postal_code_check": "postal_code"}
    names["address_zip_check"] = "postal_code"
    return {name: str(found[key]) for key, name in names.items() if found.get(key)}


def default_card_id(customer: Mapping[str, Any]) -> str | None:
    """What pays this customer's invoices: the default payment method, else the default source; not always a card."""
    settings = customer.get("invoice_settings") or {}
    chosen = settings.get("default_payment_method") or customer.get("default_source")
    return chosen.get("id") if isinstance(chosen, Mapping) else chosen


def label(card: Card) -> str:
    """Last digits and expiry after the brand, for previews and the journal."""
    return f"{card.brand} *{card.last4} {card.exp_month:02d}/{card.exp_year}"


def label_of(obj: Mapping[str, Any]) -> str:
    """The label of any payment method; its id if Stripe says nothing of it."""
    card = card_of(obj)
    return label(card) if card else method_of(obj).label or str(obj.get("id") or "")


ADDRESS = ("line1", "line2", "city", "state", "postal_code", "country")
_OLD_NAMES = {"postal_code": "address_zip"}


@dataclass(frozen=True)
class CardFields:
    """The editable fields of a card; empty text means "not set"."""

    exp_month: int
    exp_year: int
    name: str = ""
    address: Mapping[str, str] = field(default_factory=dict)

    @property
    def expiry(self) -> tuple[int, int]:
        return self.exp_month, self.exp_year

    def differences(self, after: CardFields) -> list[tuple[str, str | None, str | None]]:
        """Changed fields as (name, before, after); None means "not set"."""
        found: list[tuple[str, str | None, str | None]] = []
        if self.expiry != after.expiry:
            found.append(("expiry", _month(self), _month(after)))
        if self.name != after.name:
            found.append(("card_name", self.name or None, after.name or None))
        for name in ADDRESS:
            before, now = self.address.get(name, ""), after.address.get(name, "")
            if before != now:
                found.append((f"address.{name}", before or None, now or None))
        return found


def fields_of(obj: Mapping[str, Any]) -> CardFields:
    """From a PaymentMethod or from a source of type card."""
    card = card_of(obj)
    billing = obj.get("billing_details") or {}
    held = billing.get("address") or {}
    old = {name: obj.get(_OLD_NAMES.get(name, f"address_{name}")) for name in ADDRESS}
    address = {name: str((held or old).get(name) or "") for name in ADDRESS}
    if card is None:
        return CardFields(0, 0, "", address)
    return CardFields(card.exp_month, card.exp_year, card.name, address)


def _month(fields: CardFields) -> str:
    return f"{fields.exp_month:02d}/{fields.exp_year}"


_EXPIRY = re.compile(r"(0?[1-9]|1[0-2])\s*/\s*(\d{4}|\d{2})")


def parse_expiry(text: str) -> tuple[int, int] | None:
    """(month, year) from 9/2030 or 09/30, with full-width digits allowed; None if the text is not an expiry."""
    match = _EXPIRY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    year = int(match[2])
    return int(match[1]), year if year > 99 else 2000 + year
