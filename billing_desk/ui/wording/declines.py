"""Why a payment failed, in the operator's words, and what to do about it (F9). Source: Stripe's page on declines."""

from __future__ import annotations

from ...domain.objects.decline import Advice, PaymentFailure
from .text import translate

SAME = {
    "authentication_failed": "authentication_failure",
    "authentication_not_handled": "authentication_required",
    "blocked_for_fraud": "highest_risk_level",
    "card_declined": "generic_decline",
    "expired": "expired_card",
    "incorrect_number": "invalid_number",
    "incorrect_pin": "invalid_pin",
    "incorrect_zip": "incorrect_postal_code",
    "invalid_charge_amount": "invalid_amount",
    "invoice_payment_intent_requires_action": "authentication_required",
    "invalid_cvc": "incorrect_cvc",
    "invalid_payment": "invalid_number",
    "mobile_device_authentication_required": "authentication_required",
    "offline_pin_required": "online_or_offline_pin_required",
    "other": "generic_decline",
    "payment_intent_authentication_failure": "authentication_failure",
    "payment_method_provider_decline": "generic_decline",
    "pickup_card": "restricted_card",
    "reported_stolen": "stolen_card",
    "request_blocked": "highest_risk_level",
    "revocation_of_all_authorizations": "revocation_of_authorization",
    "setup_attempt_failed": "payment_intent_payment_attempt_failed",
    "setup_intent_authentication_failure": "authentication_failure",
    "three_d_secure_authentication_upstream_error": "payment_intent_payment_attempt_failed",
}
"""Codes that mean the same to an operator."""


def meaning(code: str) -> str:
    """One sentence. A code that is not known yet is named."""
    found = _meanings().get(SAME.get(code, code))
    return found or translate("Declines", "The bank declined without a reason that is known here ({code}).").format(
        code=code
    )


def _meanings() -> dict[str, str]:
    return {**_about_the_card(), **_about_the_bank(), **_about_the_payment()}


def _about_the_card() -> dict[str, str]:
    return {
        "account_closed": translate("Declines", "The account behind the card is closed."),
        "card_not_supported": translate("Declines", "The card does not support this kind of purchase."),
        "expired_card": translate("Declines", "The card has expired."),
        "expired_payment_method": translate("Declines", "The payment method has expired."),
        "incorrect_address": translate("Declines", "The billing address is wrong."),
        "incorrect_cvc": translate("Declines", "The security code (CVC) is wrong."),
        "incorrect_postal_code": translate("Declines", "The postal code is wrong."),
        "invalid_account": translate("Declines", "The card or its account is not valid."),
        "invalid_card_type": translate("Declines", "This type of card is not accepted."),
        "invalid_expiry_month": translate("Declines", "The expiry month is not valid."),
        "invalid_expiry_year": translate("Declines", "The expiry year is not valid."),
        "invalid_number": translate("Declines", "The card number is wrong."),
        "invalid_pin": translate("Declines", "The PIN is wrong."),
        "lost_card": translate("Declines", "The card was reported lost. Do not tell the customer that reason."),
        "missing": translate("Declines", "The customer has no card that could be charged."),
        "new_account_information_available": translate("Declines", "The card or its account has changed."),
        "online_or_offline_pin_required": translate("Declines", "The card needs a PIN."),
        "payment_method_not_available": translate("Declines", "The payment method cannot be used at the moment."),
        "payment_method_restricted": translate("Declines", "The payment method is restricted."),
        "pin_try_exceeded": translate("Declines", "The PIN was entered wrongly too often."),
        "restricted_card": translate(
            "Declines", "The card may be reported lost or stolen. Do not tell the customer that reason."
        ),
        "stolen_card": translate("Declines", "The card was reported stolen. Do not tell the customer that reason."),
        "testmode_decline": translate("Declines", "It is one of Stripe's test cards, in the wrong mode."),
        "three_d_secure_authentication_not_supported": translate("Declines", "The card does not support 3-D Secure."),
    }


def _about_the_bank() -> dict[str, str]:
    return {
        "call_issuer": translate("Declines", "The bank declined and gives no reason."),
        "currency_not_supported": translate("Declines", "The card does not support this currency."),
        "debit_not_authorized": translate("Declines", "The customer told the bank not to allow this."),
        "do_not_honor": translate("Declines", "The bank does not honour it and gives no reason."),
        "do_not_try_again": translate("Declines", "The bank declined and asks not to try again."),
        "generic_decline": translate("Declines", "The bank declined and gives no reason."),
        "india_recurring_payment_mandate_canceled": translate("Declines", "The mandate for recurring payments ended."),
        "issuer_not_available": translate("Declines", "The bank could not be reached."),
        "no_action_taken": translate("Declines", "The bank declined and gives no reason."),
        "not_permitted": translate("Declines", "The bank does not permit this payment."),
        "payment_method_customer_decline": translate("Declines", "The customer declined the payment."),
        "payment_method_provider_timeout": translate("Declines", "The provider of the payment method did not answer."),
        "processing_error": translate("Declines", "An error happened while the card was processed."),
        "refer_to_customer": translate("Declines", "The bank refers to the customer."),
        "revocation_of_authorization": translate("Declines", "The customer withdrew the permission for such payments."),
        "security_violation": translate("Declines", "The bank declined for a reason of security."),
        "service_not_allowed": translate("Declines", "The bank does not allow this service."),
        "stop_payment_order": translate("Declines", "The customer told the bank to stop these payments."),
        "transaction_not_allowed": translate("Declines", "The bank does not allow this kind of payment."),
        "try_again_later": translate("Declines", "The bank declined for now."),
    }


def _about_the_payment() -> dict[str, str]:
    return {
        "action_blocked": translate("Declines", "Stripe blocked it for this payment method."),
        "amount_too_large": translate("Declines", "The amount is above the limit."),
        "amount_too_small": translate("Declines", "The amount is below the smallest that can be charged."),
        "approve_with_id": translate("Declines", "The payment could not be authorized."),
        "authentication_failure": translate("Declines", "The customer did not pass 3-D Secure."),
        "authentication_required": translate("Declines", "The bank wants the customer to confirm with 3-D Secure."),
        "card_decline_rate_limit_exceeded": translate("Declines", "This card was declined too often."),
        "card_velocity_exceeded": translate("Declines", "The card's limit of balance, credit or amount is exceeded."),
        "duplicate_transaction": translate("Declines", "A payment of the same amount was made just before."),
        "fraudulent": translate(
            "Declines", "Stripe or the bank suspects fraud. Tell the customer only that the card was declined."
        ),
        "highest_risk_level": translate("Declines", "Stripe blocked it because the risk of fraud is high."),
        "insufficient_funds": translate("Declines", "The card has insufficient funds."),
        "invalid_amount": translate("Declines", "The amount is not valid or above what the card allows."),
        "low_probability_of_authorization": translate("Declines", "Stripe blocked it: the bank would hardly accept."),
        "merchant_blacklist": translate("Declines", "The card is on this account's own block list."),
        "payment_intent_payment_attempt_expired": translate("Declines", "The attempt took too long and expired."),
        "payment_intent_payment_attempt_failed": translate("Declines", "The attempt failed on the way to the bank."),
        "reenter_transaction": translate("Declines", "The bank could not process it for a reason it does not know."),
        "rule": translate("Declines", "One of this account's own Radar rules blocked it."),
        "withdrawal_count_limit_exceeded": translate("Declines", "The card's limit is exceeded."),
    }


def advice(failure: PaymentFailure) -> str:
    """What to do next. Where the same card cannot work, that comes first."""
    text = {
        Advice.OTHER_CARD: translate("Declines", "Ask for another card: send a card page."),
        Advice.ASK_BANK: translate("Declines", "The customer should ask the bank, or use another card."),
        Advice.CORRECT: translate("Declines", "The customer should enter the card again: send a card page."),
        Advice.LATER: translate("Declines", "Try again later; if it happens again, the customer should ask the bank."),
        Advice.AUTHENTICATE: translate(
            "Declines", "The customer must confirm it: send the page where the invoice can be paid."
        ),
        Advice.FUNDS: translate("Declines", "Try again in some days, or use another card."),
        Advice.LOOK: translate("Declines", "Check the amount, and whether it was paid already."),
        Advice.FRAUD: translate("Declines", "Do not try again. If the customer is known to you, ask for another card."),
        Advice.TEST: translate("Declines", "Use a real card in live, and a test card in test."),
        Advice.METHOD: translate("Declines", "The customer has to give a card first: send a card page."),
    }[failure.advice]
    if failure.is_final and failure.advice not in (Advice.FRAUD, Advice.OTHER_CARD):
        return translate("Declines", "The same card will not work, however often it is tried.") + " " + text
    return text
