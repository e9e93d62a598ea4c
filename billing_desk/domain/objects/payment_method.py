"""Payment methods of every kind: PaymentMethods, older cards, bank accounts and sources. Only cards are called cards
(G1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CARD = "card"
_BRANDS = {
    "american express": "amex",
    "american_express": "amex",
    "diners club": "diners",
    "diners_club": "diners",
    "eftpos australia": "eftpos_au",
    "eftpos_australia": "eftpos_au",
    "union_pay": "unionpay",
    "cartes bancaires": "cartes_bancaires",
}
"""Other spellings of a brand (older cards, `display_brand`) → the one of PaymentMethods."""
_OLD = ("src_", "card_", "ba_")
_WALLET_NAMES = ("email", "payer_email", "cashtag", "buyer_id")


@dataclass(frozen=True)
class Method:
    """`kind` is Stripe's type (card, link, us_bank_account, …; `bank_account` for older bank accounts). `brand` is a
    card's canonical brand, else "". `hint` is what else tells it apart, such as an email address."""

    id: str
    kind: str
    brand: str = ""
    last4: str = ""
    hint: str = ""

    @property
    def is_card(self) -> bool:
        return self.kind == CARD

    @property
    def called(self) -> str:
        """The brand of a card, else the kind."""
        return self.brand if self.is_card else self.kind

    @property
    def label(self) -> str:
        """For previews and the journal: brand or kind, and last digits."""
        return f"{self.called} *{self.last4}" if self.last4 else self.called


def is_old(id_: str) -> bool:
    """Whether it is the id of a source, an older card or an older bank account. Stripe takes these in `source`, and
    makes one the default in `default_source`."""
    return id_.startswith(_OLD)


def brand_of(name: Any) -> str:
    """The canonical brand: "American Express" and "amex" are one."""
    plain = str(name or "").strip().lower()
    return _BRANDS.get(plain, plain)


def kind_of(obj: Mapping[str, Any]) -> str:
    """The type of a payment method in any of Stripe's shapes; "" if it has none."""
    shape = obj.get("object")
    if shape in (CARD, "bank_account"):
        return str(shape)
    if shape in (None, "payment_method", "source", "charge_details"):
        return str(obj.get("type") or (CARD if isinstance(obj.get(CARD), Mapping) else ""))
    return str(obj.get("type") or shape)


def details_of(obj: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of its type: older cards and bank accounts have them at the top."""
    if obj.get("object") in (CARD, "bank_account"):
        return obj
    held = obj.get(kind_of(obj))
    return held if isinstance(held, Mapping) else {}


def method_of(obj: Mapping[str, Any]) -> Method:
    kind, details = kind_of(obj), details_of(obj)
    hint = next((str(details[name]) for name in _WALLET_NAMES if details.get(name)), "")
    brand = brand_of(details.get("brand")) if kind == CARD else ""
    return Method(str(obj.get("id") or ""), kind, brand, str(details.get("last4") or ""), hint)


def method_of_charge(charge: Mapping[str, Any]) -> Method:
    """What a charge was paid with; the id is that of the charged method."""
    return method_of(_charged(charge))


def fingerprint_of_charge(charge: Mapping[str, Any]) -> str:
    """The fingerprint of the charged number; "" if Stripe gives none."""
    return str(details_of(_charged(charge)).get("fingerprint") or "")


def _charged(charge: Mapping[str, Any]) -> Mapping[str, Any]:
    """The charged method in the shape of a PaymentMethod; charges of older API versions have only `source`."""
    source = charge.get("source")
    held = source if isinstance(source, Mapping) else {}
    id_ = charge.get("payment_method") or held.get("id") or (source if isinstance(source, str) else "")
    details = charge.get("payment_method_details")
    return {**details, "id": id_, "object": "charge_details"} if details else {**held, "id": id_}
