"""Stripe's documented test cards, by PaymentMethod and token name.

Source: Stripe's page on testing. `visa_unknown` is an addition, because no documented test card has unknown funding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["ok", "declined", "action", "blocked"]


@dataclass(frozen=True)
class TestCard:
    """`fails`: the card is declined when it is saved or only when it is charged.

    `secure`: when the customer must authenticate. `setup`: until the card is set up for off-session use; `always`:
    for every charge; `on_session`: whenever the customer is there. `dispute`: the dispute that a charge causes, a
    reason or a special kind (`disputing.py`). `bypass_pending`: the money is available at once.
    """

    brand: str
    last4: str
    funding: str = "credit"
    decline_code: str | None = None
    country: str = "US"
    fails: Literal["saving", "charging"] = "saving"
    secure: Literal["no", "setup", "always", "on_session", "optional"] = "no"
    dispute: str | None = None
    risk: Literal["normal", "elevated", "highest"] = "normal"
    refund: Literal["now", "pending", "failing"] = "now"
    cvc_check: str = "pass"
    line1_check: str | None = None
    postal_code_check: str | None = None
    fraud_warning: bool = False
    bypass_pending: bool = False


@dataclass(frozen=True)
class Verdict:
    """The bank's response to a charge. `code` and `decline_code` as in Stripe's errors."""

    kind: Kind
    code: str | None = None
    decline_code: str | None = None
    advice: str | None = None
    message: str = ""


def _declined(decline_code: str, last4: str, brand: str = "visa") -> TestCard:
    return TestCard(brand, last4, decline_code=decline_code)


BY_NAME = {
    "visa": TestCard("visa", "4242"),
    "visa_debit": TestCard("visa", "5556", "debit"),
    "visa_unknown": TestCard("visa", "4242", "unknown"),
    "mastercard": TestCard("mastercard", "4444"),
    "mastercard_debit": TestCard("mastercard", "8210", "debit"),
    "mastercard_prepaid": TestCard("mastercard", "5100", "prepaid"),
    "amex": TestCard("amex", "0005"),
    "discover": TestCard("discover", "1117"),
    "diners": TestCard("diners", "0004"),
    "jcb": TestCard("jcb", "0505", country="JP"),
    "unionpay": TestCard("unionpay", "0005", country="CN"),
    "us": TestCard("visa", "4242"),
    "jp": TestCard("visa", "0003", country="JP"),
    "chargeDeclined": _declined("generic_decline", "0002"),
    "visa_chargeDeclined": _declined("generic_decline", "0002"),
    "chargeDeclinedInsufficientFunds": _declined("insufficient_funds", "9995"),
    "visa_chargeDeclinedInsufficientFunds": _declined("insufficient_funds", "9995"),
    "chargeDeclinedLostCard": _declined("lost_card", "9987"),
    "visa_chargeDeclinedLostCard": _declined("lost_card", "9987"),
    "chargeDeclinedStolenCard": _declined("stolen_card", "9979"),
    "visa_chargeDeclinedStolenCard": _declined("stolen_card", "9979"),
    "chargeDeclinedExpiredCard": _declined("expired_card", "0069"),
    "chargeDeclinedIncorrectCvc": _declined("incorrect_cvc", "0127"),
    "chargeDeclinedProcessingError": _declined("processing_error", "0119"),
    "chargeDeclinedVelocityLimitExceeded": _declined("card_velocity_exceeded", "6975"),
    "visa_chargeDeclinedVelocityLimitExceeded": _declined("card_velocity_exceeded", "6975"),
    "chargeDeclinedFraudulent": TestCard("visa", "0019", decline_code="fraudulent", risk="highest"),
    "chargeCustomerFail": TestCard("visa", "0341", decline_code="generic_decline", fails="charging"),
    "cvcCheckFail": TestCard("visa", "0101", cvc_check="fail"),
    "cvcCheckFailElevatedRisk": TestCard("visa", "7872", cvc_check="fail", risk="elevated"),
    "avsFail": TestCard("visa", "0010", line1_check="fail", postal_code_check="fail"),
    "avsLine1Fail": TestCard("visa", "0028", line1_check="fail", postal_code_check="pass"),
    "avsZipFail": TestCard("visa", "0036", line1_check="pass", postal_code_check="fail"),
    "avsZipFailElevatedRisk": TestCard("visa", "6072", postal_code_check="fail", risk="elevated"),
    "avsUnchecked": TestCard("visa", "0044", line1_check="unavailable", postal_code_check="unavailable"),
    "radarBlock": TestCard("visa", "0019", risk="highest", fails="charging"),
    "riskLevelElevated": TestCard("visa", "9235", risk="elevated"),
    "riskLevelHighest": TestCard("visa", "4954", risk="highest", fails="charging"),
    "authenticationRequired": TestCard("visa", "3184", secure="always"),
    "authenticationRequiredOnSetup": TestCard("visa", "3155", secure="setup"),
    "authenticationRequiredSetupForOffSession": TestCard("visa", "0446", secure="on_session"),
    "authenticationRequiredChargeDeclinedInsufficientFunds": TestCard(
        "visa", "3178", decline_code="insufficient_funds", fails="charging", secure="always"
    ),
    "threeDSecure2Required": TestCard("visa", "3220", secure="always"),
    "threeDSecureRequired": TestCard("visa", "3063", secure="always"),
    "threeDSecureRequiredChargeDeclined": TestCard(
        "visa", "1629", decline_code="generic_decline", fails="charging", secure="always"
    ),
    "threeDSecureRequiredProcessingError": TestCard(
        "visa", "1280", decline_code="processing_error", fails="charging", secure="always"
    ),
    "amex_threeDSecureNotSupported": TestCard("amex", "0005"),
    "threeDSecureOptional": TestCard("visa", "3055", secure="optional"),
    "createDispute": TestCard("visa", "0259", dispute="fraudulent"),
    "createDisputeProductNotReceived": TestCard("visa", "2685", dispute="product_not_received"),
    "createDisputeInquiry": TestCard("visa", "1976", dispute="inquiry"),
    "createMultipleDisputes": TestCard("visa", "0079", dispute="multiple"),
    "createCe3EligibleDispute": TestCard("visa", "0038", dispute="compelling_evidence"),
    "createComplianceDispute": TestCard("visa", "0779", dispute="compliance"),
    "createIssuerFraudRecord": TestCard("visa", "5423", fraud_warning=True),
    "bypassPending": TestCard("visa", "0077", bypass_pending=True),
    "bypassPendingInternational": TestCard("visa", "0278", country="IE", bypass_pending=True),
    "pendingRefund": TestCard("visa", "7726", refund="pending"),
    "refundFail": TestCard("visa", "5126", refund="failing"),
    "gb_debit": TestCard("visa", "0005", "debit", country="GB"),
    "gb_mastercard": TestCard("mastercard", "4449", country="GB"),
    "ae_mastercard": TestCard("mastercard", "0022", country="AE"),
    "th_credit": TestCard("visa", "0003", country="TH"),
    "th_debit": TestCard("visa", "0008", "debit", country="TH"),
}
_BY_COUNTRY = """
ar 0021  br 0002  ca 0000  cl 0001  co 0003  cr 0005  ec 0000  mx 8001  pa 0000  py 0066  pe 0068  uy 0003
ae 0001  at 0008  be 0004  bg 0000  by 0005  hr 0009  cy 0008  cz 0002  dk 0001  ee 0009  fi 0001  fr 0003
de 0016  gi 0005  gr 0030  hu 0005  ie 0005  it 0008  lv 0005  li 0004  lt 0000  lu 0006  mt 0007  nl 0002
no 0007  pl 0005  pt 0007  ro 0001  si 0006  sk 0001  es 0007  se 0008  ch 0009  gb 0000  au 0006  cn 0002
hk 0004  in 0008  my 0002  nz 0008  sg 0003  tw 0008
"""
"""The last digits of each country's Visa card; the name of the card is the country's code."""


def _cards_by_country() -> dict[str, TestCard]:
    words = _BY_COUNTRY.split()
    return {
        code: TestCard("visa", last4, country=code.upper()) for code, last4 in zip(words[::2], words[1::2], strict=True)
    }


BY_NAME |= _cards_by_country()
_MESSAGES = {
    "generic_decline": "Your card was declined.",
    "insufficient_funds": "Your card has insufficient funds.",
    "lost_card": "Your card was declined.",
    "stolen_card": "Your card was declined.",
    "expired_card": "Your card has expired.",
    "incorrect_cvc": "Your card's security code is incorrect.",
    "processing_error": "An error occurred while processing your card. Try again in a little bit.",
    "card_velocity_exceeded": "Your card was declined for making repeated attempts too frequently.",
    "fraudulent": "Your card was declined.",
    "authentication_required": "Your card was declined. This transaction requires authentication.",
}
_OWN_CODE = {"expired_card", "incorrect_cvc", "processing_error", "authentication_required"}
_ADVICE = {
    "expired_card": "confirm_card_data",
    "incorrect_cvc": "confirm_card_data",
    "lost_card": "do_not_try_again",
    "stolen_card": "do_not_try_again",
    "fraudulent": "do_not_try_again",
    "authentication_required": "confirm_card_data",
}


def find(name: str | None) -> TestCard | None:
    """The test card for an id like `pm_card_visa` or `tok_visa`; None for any other id."""
    for prefix in ("pm_card_", "tok_"):
        if name and name.startswith(prefix):
            return BY_NAME.get(name.removeprefix(prefix))
    return None


def declined(decline_code: str) -> Verdict:
    code = decline_code if decline_code in _OWN_CODE else "card_declined"
    advice = _ADVICE.get(decline_code, "try_again_later")
    return Verdict("declined", code, decline_code, advice, _MESSAGES[decline_code])


def judged(card: TestCard, *, off_session: bool, set_up: bool, authenticated: bool, expired: bool) -> Verdict:
    """The bank's response to a charge. `set_up`: saved for off-session use; `expired`: past its expiry month."""
    if expired:
        return declined("expired_card")
    if card.risk == "highest":
        return Verdict("blocked", "card_declined", "fraudulent", "do_not_try_again", _MESSAGES["fraudulent"])
    needs = (
        card.secure == "always"
        or (card.secure == "setup" and not set_up)
        or (card.secure == "on_session" and not off_session)
    )
    if needs and not authenticated:
        return declined("authentication_required") if off_session else Verdict("action")
    return declined(card.decline_code) if card.decline_code else Verdict("ok")


def saved(card: TestCard) -> Verdict:
    """The bank's response to saving the card with a customer."""
    fails = card.decline_code and card.fails == "saving" and card.decline_code != "fraudulent"
    return declined(card.decline_code) if fails and card.decline_code else Verdict("ok")


def of_number(number: str) -> TestCard | None:
    """The test card with this number, matched by brand and last four digits. None: not a valid card number."""
    digits = number.replace(" ", "")
    if not digits.isdigit() or not 12 <= len(digits) <= 19 or not _luhn(digits):
        return None
    brand = next((name for start, name in _STARTS.items() if digits.startswith(start)), "visa")
    same = [card for card in BY_NAME.values() if card.last4 == digits[-4:] and card.brand == brand]
    return same[0] if same else TestCard(brand, digits[-4:])


_STARTS = {
    "37": "amex",
    "34": "amex",
    "35": "jcb",
    "36": "diners",
    "30": "diners",
    "60": "discover",
    "62": "unionpay",
    "5": "mastercard",
    "2": "mastercard",
    "4": "visa",
}


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (2 if at % 2 else 1) for at, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
