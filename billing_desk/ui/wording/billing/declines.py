"""Text for failed payments and what to do about them (F9). Source: Stripe's page on decline codes."""

from __future__ import annotations

from ....domain.objects.decline import Advice, PaymentFailure
from ..text import translate

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
"""Codes with the same text as another code."""


def meaning(code: str) -> str:
    """One sentence; an unknown code is shown as it is."""
    found = _meanings().get(SAME.get(code, code))
    return found or translate("Declines", "The bank declined the payment with an unknown code ({code}).").format(
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
        "invalid_expiry_month": translate("Declines", "The expiration month is not valid."),
        "invalid_expiry_year": translate("Declines", "The expiration year is not valid."),
        "invalid_number": translate("Declines", "The card number is wrong."),
        "invalid_pin": translate("Declines", "The PIN is wrong."),
        "lost_card": translate("Declines", "The card was reported lost. Do not tell the customer this reason."),
        "missing": translate("Declines", "The customer has no card that can be charged."),
        "new_account_information_available": translate("Declines", "The card or its account has changed."),
        "online_or_offline_pin_required": translate("Declines", "The card needs a PIN."),
        "payment_method_not_available": translate("Declines", "The payment method is temporarily unavailable."),
        "payment_method_restricted": translate("Declines", "The payment method is restricted."),
        "pin_try_exceeded": translate("Declines", "The PIN was entered incorrectly too many times."),
        "restricted_card": translate(
            "Declines", "The card may have been reported lost or stolen. Do not tell the customer this reason."
        ),
        "stolen_card": translate("Declines", "The card was reported stolen. Do not tell the customer this reason."),
        "testmode_decline": translate("Declines", "This is a Stripe test card used in the wrong mode."),
        "three_d_secure_authentication_not_supported": translate("Declines", "The card does not support 3D Secure."),
    }


def _about_the_bank() -> dict[str, str]:
    return {
        "call_issuer": translate("Declines", "The bank declined the payment without giving a reason."),
        "currency_not_supported": translate("Declines", "The card does not support this currency."),
        "debit_not_authorized": translate("Declines", "The customer told the bank not to allow this payment."),
        "do_not_honor": translate("Declines", "The bank did not honor the payment and gave no reason."),
        "do_not_try_again": translate("Declines", "The bank declined the payment and asks not to retry."),
        "generic_decline": translate("Declines", "The bank declined the payment without giving a reason."),
        "india_recurring_payment_mandate_canceled": translate("Declines", "The mandate for recurring payments ended."),
        "issuer_not_available": translate("Declines", "The bank could not be reached."),
        "no_action_taken": translate("Declines", "The bank declined the payment without giving a reason."),
        "not_permitted": translate("Declines", "The bank does not permit this payment."),
        "payment_method_customer_decline": translate("Declines", "The customer declined the payment."),
        "payment_method_provider_timeout": translate("Declines", "The payment method provider did not respond."),
        "processing_error": translate("Declines", "An error occurred while the card was being processed."),
        "refer_to_customer": translate("Declines", "The customer needs to contact the bank."),
        "revocation_of_authorization": translate("Declines", "The customer withdrew permission for these payments."),
        "security_violation": translate("Declines", "The bank declined the payment for security reasons."),
        "service_not_allowed": translate("Declines", "The bank does not allow this service."),
        "stop_payment_order": translate("Declines", "The customer told the bank to stop these payments."),
        "transaction_not_allowed": translate("Declines", "The bank does not allow this kind of payment."),
        "try_again_later": translate("Declines", "The bank declined the payment for now."),
    }


def _about_the_payment() -> dict[str, str]:
    return {
        "action_blocked": translate("Declines", "Stripe blocked payments with this payment method."),
        "amount_too_large": translate("Declines", "The amount is above the limit."),
        "amount_too_small": translate("Declines", "The amount is below the minimum charge."),
        "approve_with_id": translate("Declines", "The payment could not be authorized."),
        "authentication_failure": translate("Declines", "The customer did not complete 3D Secure."),
        "authentication_required": translate(
            "Declines", "The bank requires the customer to authenticate with 3D Secure."
        ),
        "card_decline_rate_limit_exceeded": translate("Declines", "This card was declined too many times."),
        "card_velocity_exceeded": translate("Declines", "The card's balance, credit, or amount limit was exceeded."),
        "duplicate_transaction": translate("Declines", "A payment for the same amount was made shortly before."),
        "fraudulent": translate(
            "Declines", "Stripe or the bank suspects fraud. Tell the customer only that the card was declined."
        ),
        "highest_risk_level": translate("Declines", "Stripe blocked the payment because the risk of fraud is high."),
        "insufficient_funds": translate("Declines", "The card has insufficient funds."),
        "invalid_amount": translate("Declines", "The amount is invalid or exceeds what the card allows."),
        "low_probability_of_authorization": translate(
            "Declines", "Stripe blocked the payment because the bank was likely to decline it."
        ),
        "merchant_blacklist": translate("Declines", "The card is on this account's block list."),
        "payment_intent_payment_attempt_expired": translate("Declines", "The attempt took too long and expired."),
        "payment_intent_payment_attempt_failed": translate(
            "Declines", "The attempt failed before it reached the bank."
        ),
        "reenter_transaction": translate("Declines", "The bank could not process the payment for an unknown reason."),
        "rule": translate("Declines", "One of this account's Radar rules blocked the payment."),
        "withdrawal_count_limit_exceeded": translate("Declines", "The card's limit was exceeded."),
    }


def advice(failure: PaymentFailure) -> str:
    """What to do next; first, whether a retry with the same card cannot succeed."""
    text = {
        Advice.OTHER_CARD: translate("Declines", "Ask for another card by sending a card page."),
        Advice.ASK_BANK: translate("Declines", "The customer should contact the bank or use another card."),
        Advice.CORRECT: translate("Declines", "The customer should enter the card again. Send a card page."),
        Advice.LATER: translate(
            "Declines", "Try again later. If it fails again, the customer should contact the bank."
        ),
        Advice.AUTHENTICATE: translate(
            "Declines", "The customer must authenticate. Send the page where the invoice can be paid."
        ),
        Advice.FUNDS: translate("Declines", "Try again in a few days or use another card."),
        Advice.LOOK: translate("Declines", "Check the amount and whether it was already paid."),
        Advice.FRAUD: translate("Declines", "Do not try again. If you know the customer, ask for another card."),
        Advice.TEST: translate("Declines", "Use a real card in live mode and a test card in test mode."),
        Advice.METHOD: translate("Declines", "The customer must add a card first. Send a card page."),
    }[failure.advice]
    if failure.is_final and failure.advice not in (Advice.FRAUD, Advice.OTHER_CARD):
        return translate("Declines", "Retrying the same card will not work.") + " " + text
    return text
