"""What is wrong with an amount that was typed."""

from __future__ import annotations

from ...domain.money import AmountError
from .text import translate


def amount_problem(error: AmountError) -> str:
    return {
        "not_a_number": translate("Charge", "Write an amount, such as 1200 or 12.50."),
        "too_precise": translate("Charge", "This currency has fewer decimal places."),
        "too_large": translate("Charge", "That is more than Stripe can charge."),
        "not_payable": translate("Charge", "Stripe rounds this currency more coarsely."),
    }[error.reason]
