"""Error messages for a typed amount."""

from __future__ import annotations

from ...domain.typed_amount import AmountError
from .text import translate


def amount_problem(error: AmountError) -> str:
    return {
        "not_a_number": translate("Charge", "Enter an amount, such as 1200 or 12.50."),
        "two_ways": translate(
            "Charge", "This can be read in two ways. Write 5,000 for five thousand, or 5.00 with two decimal places."
        ),
        "other_currency": translate("Charge", "This is the symbol of another currency."),
        "too_precise": translate("Charge", "The amount has too many decimal places for this currency."),
        "too_large": translate("Charge", "The amount exceeds the maximum Stripe can charge."),
        "not_payable": translate(
            "Charge", "Stripe does not accept an amount this precise in this currency. Round the amount."
        ),
    }[error.reason]
