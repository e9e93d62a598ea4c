"""What a customer has used: one line for each meter."""

from __future__ import annotations

from collections.abc import Sequence

from ...services.usage import MeterUse
from ..sheet import Cell, Link, Sheet
from ..text import Wording, translate

MONTH = 30


def show_usage(sheet: Sheet, used: Sequence[MeterUse], wording: Wording) -> None:
    """Nothing where nothing of what the customer has is metered."""
    if not used:
        return
    sheet.section(translate("CustomerUsage", "Usage"))
    rows: list[list[Cell]] = []
    for one in used:
        name = Link(str(one.meter.get("display_name") or one.meter["id"]), "meter", str(one.meter["id"]))
        if one.chart is None:
            rows.append([name, translate("CustomerUsage", "not read yet"), "", ""])
            continue
        days = [day.value for day in one.chart.days]
        month = translate("CustomerUsage", "{count} in 30 days").format(count=wording.number(round(sum(days[-MONTH:]))))
        before = translate("CustomerUsage", "{count} in the 30 before").format(
            count=wording.number(round(sum(days[-2 * MONTH : -MONTH])))
        )
        rows.append([name, month, before, wording.clock(one.chart.as_of)])
    sheet.rows(rows, "", right=(1, 2))
