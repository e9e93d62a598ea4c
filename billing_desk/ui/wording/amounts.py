"""Error messages for a typed amount and its description."""

from __future__ import annotations

from ...domain.money import exponent
from ...domain.typed_amount import AmountError
from .text import translate


def description_problem(text: str, longest: int) -> str:
    """Returns "" if Stripe accepts this description of an amount."""
    if not text:
        return translate("Charge", "Enter a description.")
    if len(text) > longest:
        return translate("Charge", "Enter at most {count} characters.").format(count=longest)
    return ""


def amount_problem(error: AmountError, currency: str) -> str:
    whole = exponent(currency) == 0
    example = translate("Charge", "Enter an amount, such as 1200 or 12.50.")
    ways = translate(
        "Charge", "This can be read in two ways. Write 5,000 for five thousand, or 5.00 with two decimal places."
    )
    if whole:
        example = translate("Charge", "Enter a whole amount, such as 1200.")
        ways = translate("Charge", "This can be read in two ways. Write 5000 or 5,000 for five thousand.")
    return {
        "not_a_number": example,
        "two_ways": ways,
        "other_currency": translate("Charge", "This is the symbol of another currency."),
        "too_precise": translate("Charge", "The amount has too many decimal places for this currency."),
        "too_large": translate("Charge", "The amount exceeds the maximum Stripe can charge."),
        "not_payable": translate(
            "Charge", "Stripe does not accept an amount this precise in this currency. Round the amount."
        ),
    }[error.reason]
