"""The names of the figures under a list, and of the rows that they contain (G5, G7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...domain.list_totals import Total
from . import words
from .text import Wording, joined, translate

MOST_NAMED = 3
"""Statuses that are named; more are only counted."""


def figure(name: str) -> str:
    return {
        "total": translate("Totals", "Total"),
        "remaining": translate("Totals", "Remaining"),
        "monthly": translate("Totals", "Monthly revenue"),
        "credit": translate("Totals", "Credit"),
        "debit": translate("Totals", "Debit"),
    }[name]


def status_name(kind: str, status: str) -> str:
    if kind == "subscription":
        return words.subscription_status(status)[0]
    return words.invoice_status(status)[0]


def figures(kind: str, totals: Sequence[Total], wording: Wording) -> list[str]:
    """Each figure with its amounts and the statuses of its rows: "Remaining ¥254,260 (Open, Overdue)"."""
    found = []
    for name, parts in groupby(totals, lambda total: total.name):
        each = list(parts)
        text = f"{figure(name)} {'  '.join(wording.money(total.money) for total in each)}"
        statuses = list(dict.fromkeys(status for total in each for status in total.statuses))
        found.append(f"{text} ({contents(kind, statuses)})" if statuses else text)
    return found


def contents(kind: str, statuses: Sequence[str]) -> str:
    if len(statuses) > MOST_NAMED:
        return translate("Totals", "%n statuses", "", len(statuses))
    return joined(status_name(kind, status) for status in statuses)
