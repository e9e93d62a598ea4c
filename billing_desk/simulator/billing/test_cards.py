"""Stripe's documented test cards, by PaymentMethod and token name. Numbers are never needed: names stand for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TestCard:
    brand: str
    last4: str
    funding: str = "credit"
    decline_code: str | None = None


_VISA = TestCard("visa", "4242")
BY_NAME = {
    "visa": _VISA,
    "visa_debit": TestCard("visa", "5556", "debit"),
    "mastercard": TestCard("mastercard", "4444"),
    "mastercard_debit": TestCard("mastercard", "8210", "debit"),
    "mastercard_prepaid": TestCard("mastercard", "5100", "prepaid"),
    "amex": TestCard("amex", "8431"),
    "jcb": TestCard("jcb", "0505"),
    "chargeDeclined": TestCard("visa", "0002", decline_code="generic_decline"),
    "chargeDeclinedInsufficientFunds": TestCard("visa", "9995", decline_code="insufficient_funds"),
    "chargeDeclinedExpiredCard": TestCard("visa", "0069", decline_code="expired_card"),
    "chargeCustomerFail": TestCard("visa", "0341", decline_code="generic_decline"),
}


def find(name: str) -> TestCard | None:
    """The card behind `pm_card_visa` or `tok_visa`; None for any other id."""
    for prefix in ("pm_card_", "tok_"):
        if name.startswith(prefix):
            return BY_NAME.get(name.removeprefix(prefix))
    return None
