"""Why a payment failed, and whether a retry can work (F9). Sources: Stripe's page on decline codes and the error codes
in the SDK. Both lists can grow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Advice(StrEnum):
    """The kind of action that can help."""

    OTHER_CARD = "other_card"
    ASK_BANK = "ask_bank"
    CORRECT = "correct"
    LATER = "later"
    AUTHENTICATE = "authenticate"
    FUNDS = "funds"
    LOOK = "look"
    FRAUD = "fraud"
    TEST = "test"
    METHOD = "method"


ADVICE: Mapping[str, Advice] = {
    "account_closed": Advice.OTHER_CARD,
    "action_blocked": Advice.OTHER_CARD,
    "amount_too_large": Advice.LOOK,
    "amount_too_small": Advice.LOOK,
    "approve_with_id": Advice.LATER,
    "authentication_failed": Advice.AUTHENTICATE,
    "authentication_failure": Advice.AUTHENTICATE,
    "authentication_not_handled": Advice.AUTHENTICATE,
    "authentication_required": Advice.AUTHENTICATE,
    "blocked_for_fraud": Advice.FRAUD,
    "call_issuer": Advice.ASK_BANK,
    "card_decline_rate_limit_exceeded": Advice.LATER,
    "card_declined": Advice.ASK_BANK,
    "card_not_supported": Advice.ASK_BANK,
    "card_velocity_exceeded": Advice.FUNDS,
    "currency_not_supported": Advice.ASK_BANK,
    "debit_not_authorized": Advice.METHOD,
    "do_not_honor": Advice.ASK_BANK,
    "do_not_try_again": Advice.OTHER_CARD,
    "duplicate_transaction": Advice.LOOK,
    "expired": Advice.OTHER_CARD,
    "expired_card": Advice.OTHER_CARD,
    "expired_payment_method": Advice.OTHER_CARD,
    "fraudulent": Advice.FRAUD,
    "generic_decline": Advice.ASK_BANK,
    "highest_risk_level": Advice.FRAUD,
    "incorrect_address": Advice.CORRECT,
    "incorrect_cvc": Advice.CORRECT,
    "incorrect_number": Advice.CORRECT,
    "incorrect_pin": Advice.CORRECT,
    "incorrect_postal_code": Advice.CORRECT,
    "incorrect_zip": Advice.CORRECT,
    "india_recurring_payment_mandate_canceled": Advice.METHOD,
    "insufficient_funds": Advice.FUNDS,
    "invalid_account": Advice.ASK_BANK,
    "invalid_amount": Advice.LOOK,
    "invalid_card_type": Advice.OTHER_CARD,
    "invalid_charge_amount": Advice.LOOK,
    "invalid_cvc": Advice.CORRECT,
    "invalid_expiry_month": Advice.CORRECT,
    "invalid_expiry_year": Advice.CORRECT,
    "invalid_number": Advice.CORRECT,
    "invalid_payment": Advice.CORRECT,
    "invalid_pin": Advice.CORRECT,
    "invoice_payment_intent_requires_action": Advice.AUTHENTICATE,
    "issuer_not_available": Advice.LATER,
    "lost_card": Advice.FRAUD,
    "low_probability_of_authorization": Advice.OTHER_CARD,
    "merchant_blacklist": Advice.FRAUD,
    "missing": Advice.METHOD,
    "mobile_device_authentication_required": Advice.AUTHENTICATE,
    "new_account_information_available": Advice.CORRECT,
    "no_action_taken": Advice.ASK_BANK,
    "not_permitted": Advice.ASK_BANK,
    "offline_pin_required": Advice.CORRECT,
    "online_or_offline_pin_required": Advice.CORRECT,
    "other": Advice.ASK_BANK,
    "payment_intent_authentication_failure": Advice.AUTHENTICATE,
    "payment_intent_payment_attempt_expired": Advice.LATER,
    "payment_intent_payment_attempt_failed": Advice.LATER,
    "payment_method_customer_decline": Advice.METHOD,
    "payment_method_not_available": Advice.LATER,
    "payment_method_provider_decline": Advice.ASK_BANK,
    "payment_method_provider_timeout": Advice.LATER,
    "payment_method_restricted": Advice.OTHER_CARD,
    "pickup_card": Advice.FRAUD,
    "pin_try_exceeded": Advice.OTHER_CARD,
    "processing_error": Advice.LATER,
    "reenter_transaction": Advice.LATER,
    "refer_to_customer": Advice.ASK_BANK,
    "reported_stolen": Advice.FRAUD,
    "request_blocked": Advice.FRAUD,
    "restricted_card": Advice.FRAUD,
    "revocation_of_all_authorizations": Advice.OTHER_CARD,
    "revocation_of_authorization": Advice.OTHER_CARD,
    "rule": Advice.FRAUD,
    "security_violation": Advice.ASK_BANK,
    "service_not_allowed": Advice.ASK_BANK,
    "setup_attempt_failed": Advice.LATER,
    "setup_intent_authentication_failure": Advice.AUTHENTICATE,
    "stolen_card": Advice.FRAUD,
    "stop_payment_order": Advice.OTHER_CARD,
    "testmode_decline": Advice.TEST,
    "three_d_secure_authentication_not_supported": Advice.OTHER_CARD,
    "three_d_secure_authentication_upstream_error": Advice.LATER,
    "transaction_not_allowed": Advice.ASK_BANK,
    "try_again_later": Advice.LATER,
    "withdrawal_count_limit_exceeded": Advice.FUNDS,
}
_FINAL = frozenset(
    {
        "account_closed",
        "do_not_try_again",
        "fraudulent",
        "highest_risk_level",
        "lost_card",
        "merchant_blacklist",
        "pickup_card",
        "reported_stolen",
        "restricted_card",
        "revocation_of_all_authorizations",
        "revocation_of_authorization",
        "stolen_card",
        "stop_payment_order",
    }
)
"""Decline codes for which a retry with the same card cannot succeed."""


@dataclass(frozen=True)
class PaymentFailure:
    """`code` is the bank's decline code, else Stripe's error code; `advice_code` is the bank's."""

    code: str
    advice_code: str = ""

    @property
    def advice(self) -> Advice:
        return ADVICE.get(self.code, Advice.ASK_BANK)

    @property
    def is_final(self) -> bool:
        """Whether a retry with the same card cannot succeed, or breaks the card networks' retry rules."""
        return self.advice_code == "do_not_try_again" or self.code in _FINAL


def failure_of_charge(charge: Mapping[str, Any]) -> PaymentFailure | None:
    """None if the charge did not fail."""
    if charge.get("status") != "failed":
        return None
    outcome = charge.get("outcome") or {}
    code = charge.get("failure_code")
    if code in (None, "card_declined"):
        code = outcome.get("reason") or code
    return PaymentFailure(str(code or "card_declined"), str(outcome.get("advice_code") or ""))


def failure_of_error(error: Mapping[str, Any]) -> PaymentFailure:
    """From `last_payment_error`, or from the error in Stripe's answer to a request."""
    return PaymentFailure(
        str(error.get("decline_code") or error.get("code") or "card_declined"), str(error.get("advice_code") or "")
    )
