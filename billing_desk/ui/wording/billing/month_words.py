"""Words for closing a month."""

from __future__ import annotations

from ....domain.invoices.month_close import Basis, Figure, Reason
from ..text import translate


def basis(value: Basis) -> str:
    return {
        Basis.FINALIZED: translate("Month", "Date finalized"),
        Basis.PAID: translate("Month", "Date paid"),
        Basis.PERIOD: translate("Month", "End of the period"),
    }[value]


def figure(value: Figure) -> str:
    return {
        Figure.INVOICED: translate("Month", "Invoiced"),
        Figure.COLLECTED: translate("Month", "Collected"),
        Figure.OUTSIDE: translate("Month", "Paid outside Stripe"),
        Figure.FROM_BALANCE: translate("Month", "Paid from credit balance"),
        Figure.CARRIED: translate("Month", "Carried over"),
        Figure.CREDITED: translate("Month", "Credited before payment"),
        Figure.VOIDED: translate("Month", "Voided"),
        Figure.WRITTEN_OFF: translate("Month", "Written off"),
        Figure.TO_BALANCE: translate("Month", "Credited to or collected from the balance"),
        Figure.OPEN: translate("Month", "Open"),
    }[value]


def reason(value: Reason) -> str:
    return {
        Reason.PARTS: translate("Month", "The total is not what it was settled by."),
        Reason.LINES: translate("Month", "The total is not its lines, minus discounts, plus tax."),
        Reason.PAYMENT: translate("Month", "What counts as collected is not what its payments add up to."),
        Reason.NOTES: translate("Month", "What counts as credited is not what its credit notes add up to."),
    }[value]


def bank_line(name: str) -> str:
    return {
        "gross": translate("Month", "Payments"),
        "refunds": translate("Month", "Refunds"),
        "disputes": translate("Month", "Disputes and adjustments"),
        "fees": translate("Month", "Fees"),
        "other": translate("Month", "Other"),
        "net": translate("Month", "Net"),
        "paid_out": translate("Month", "Paid out to the bank"),
        "left": translate("Month", "Change of the balance"),
        "stated": translate("Month", "Payouts, as stated"),
    }[name]
