"""The tables of the usage page: customers by usage, and what changed between two periods."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QTableWidget

from ...domain.usage.series import Unit
from ...services.usage.overview import Overview, Rank
from ..widgets.simple_table import table
from ..wording.billing import usage_words
from ..wording.text import Wording, translate


def ranking() -> QTableWidget:
    """Several rows can be selected: those are charted."""
    titles = [
        translate("Usage", "Customer"),
        translate("Usage", "This period"),
        translate("Usage", "Before"),
        translate("Usage", "Change"),
        translate("Usage", "So far"),
        translate("Usage", "Last usage"),
    ]
    made = table(translate("Usage", "Customers by usage"), titles, (170, 90, 90, 80, 90, 125), stretch=0)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.setMinimumHeight(140)
    return made


def rank_cells(rank: Rank, number: Callable[[float], str], wording: Wording) -> list[str]:
    return [
        rank.name,
        number(rank.now),
        number(rank.before),
        usage_words.change(rank.before, rank.now, wording),
        wording.money(rank.bill) if rank.bill else "–",
        wording.moment(rank.last) if rank.last else "–",
    ]


def changes() -> QTableWidget:
    titles = [
        translate("Usage", "Customer or day"),
        translate("Usage", "This period"),
        translate("Usage", "Before"),
        translate("Usage", "Change"),
    ]
    return table(translate("Usage", "What changed"), titles, (240, 120, 120, 120), stretch=0)


def change_rows(overview: Overview, number: Callable[[float], str]) -> list[list[str]]:
    """Which customers and which days made the difference."""
    names = {rank.customer: rank.name for rank in overview.ranks}
    rows = [(names.get(each.name, each.name), each) for each in overview.by_customer]
    rows += [(usage_words.bucket(int(each.name), Unit.DAY), each) for each in overview.by_day]
    return [
        [name, number(each.now), number(each.before), usage_words.signed(each.change, number)] for name, each in rows
    ]
