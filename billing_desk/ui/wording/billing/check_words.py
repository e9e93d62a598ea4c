"""Words for the checks of invoices."""

from __future__ import annotations

from ....domain.invoices.checks import FEWEST, TIMES, USUAL, Check
from ..text import joined, translate


def check_name(check: Check) -> str:
    return {
        Check.SUMS: translate("Checks", "Total differs from its parts"),
        Check.NOT_POSITIVE: translate("Checks", "Zero or negative"),
        Check.UNUSUAL: translate("Checks", "Unusual amount"),
        Check.TWICE: translate("Checks", "Same amount twice"),
        Check.NO_TAX: translate("Checks", "No tax"),
        Check.CURRENCY: translate("Checks", "Other currency"),
        Check.DUE_PAST: translate("Checks", "Due before it was made"),
        Check.GAP: translate("Checks", "Gap in the numbers"),
        Check.NO_PAYMENT: translate("Checks", "Paid without a payment"),
    }[check]


def check_rule(check: Check) -> str:
    """The rule by which it marks an invoice."""
    return {
        Check.SUMS: translate("Checks", "The total is not the lines, minus discounts, plus tax."),
        Check.NOT_POSITIVE: translate("Checks", "The total is negative, or zero without a full discount or a trial."),
        Check.UNUSUAL: translate(
            "Checks",
            "The total is further than {times} times the median deviation from the median of the customer's last "
            "{usual} invoices for the same subscription, or for none (at least {fewest}).",
        ).format(times=TIMES, usual=USUAL, fewest=FEWEST),
        Check.TWICE: translate("Checks", "The customer was billed the same amount for the same period before."),
        Check.NO_TAX: translate("Checks", "It has no tax, but most of the customer's other invoices have it."),
        Check.CURRENCY: translate("Checks", "Its currency is not the customer's."),
        Check.DUE_PAST: translate("Checks", "Its due date is before the day on which it was finalized."),
        Check.GAP: translate("Checks", "The number before it is missing."),
        Check.NO_PAYMENT: translate("Checks", "It counts as charged, but has no successful payment."),
    }[check]


def check_names(rules: str) -> str:
    """The names of the mirror's column, in which rules stand with spaces between them."""
    return joined(check_name(Check(rule)) for rule in rules.split() if rule in set(Check))
