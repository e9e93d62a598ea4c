"""A customer's usage: two lines for each meter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..wording.text import Wording, translate

MONTH = 30

if TYPE_CHECKING:
    from ...services.usage.usage import MeterUse


def show_usage(sheet: DetailBuilder, used: Sequence[MeterUse], why_not: str, wording: Wording) -> None:
    """Shows nothing if no price of the customer is metered. `why_not`: why usage could not be read; "" if it was."""
    if not used:
        return
    sheet.section(translate("CustomerUsage", "Usage"))
    rows: list[list[Cell]] = []
    for one in used:
        rows.append([Link(str(one.meter.get("display_name") or one.meter["id"]), "meter", str(one.meter["id"]))])
        rows.append([_figures(one, why_not, wording)])
    sheet.rows(rows, "")


def _figures(one: MeterUse, why_not: str, wording: Wording) -> str:
    if one.chart is None:
        return why_not or translate("CustomerUsage", "not loaded yet")
    days = [day.value for day in one.chart.days]
    text = translate("CustomerUsage", "{month} in the last 30 days, {before} in the previous 30 · as of {at}")
    return text.format(
        month=wording.number(round(sum(days[-MONTH:]))),
        before=wording.number(round(sum(days[-2 * MONTH : -MONTH]))),
        at=wording.moment(one.chart.as_of),
    )
