"""Revenue and its changes in words."""

from __future__ import annotations

from ....domain.money import Money
from ....domain.revenue import MonthRevenue, Part
from ..text import Wording, translate


def month_name(start: int, wording: Wording) -> str:
    """The month of a time, such as 2026-11, which is also what filters accept."""
    return wording.day(start)[:7]


def part_name(part: Part) -> str:
    return {
        Part.NEW: translate("Revenue", "New"),
        Part.EXPANSION: translate("Revenue", "Expansion"),
        Part.CONTRACTION: translate("Revenue", "Contraction"),
        Part.CHURN: translate("Revenue", "Churn"),
    }[part]


def part_sentence(month: MonthRevenue, part: Part, wording: Wording) -> str:
    """A part of a month's change with its amount and number of subscriptions."""
    text = translate("Revenue", "{month} {part}: {amount}, %n subscription(s)", "", month.counts.get(part, 0))
    amount = wording.money(Money(month.parts.get(part, 0), month.currency))
    return text.format(month=month_name(month.start, wording), part=part_name(part), amount=amount)


def definition() -> str:
    """What the figures mean, on hover."""
    return translate(
        "Revenue",
        "Monthly recurring revenue: what active and past-due subscriptions bring a month, before discounts and tax "
        "and without usage; yearly amounts are divided by 12. New: paid nothing at the beginning of the month. "
        "Expansion and contraction: pay more or less at its end. Churn: pay nothing at its end. The four add up to "
        "the month's change. A change of amount counts from when this program saw it; earlier ones are not known.",
    )
