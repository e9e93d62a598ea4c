"""The values of a chart as a table, also for screen readers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from ...domain.text.cells import no_formula
from ..widgets.simple_table import show_as_list

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Values(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.titles: Sequence[str] = ()
        self.starts: Sequence[str] = ()
        self.columns: Sequence[Sequence[float]] = ()
        self.number: Callable[[float], str] = str

    def rowCount(self, _: Index = _ROOT) -> int:
        return len(self.starts)

    def columnCount(self, _: Index = _ROOT) -> int:
        return len(self.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def text(self, row: int, column: int) -> str:
        return self.starts[row] if not column else self.number(self.columns[column - 1][row])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        return None


class DataTable(QTableView):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values = _Values()
        self.setModel(self._values)
        show_as_list(self)
        self.horizontalHeader().setDefaultSectionSize(130)

    def show_columns(
        self,
        titles: Sequence[str],
        starts: Sequence[str],
        columns: Sequence[Sequence[float]],
        number: Callable[[float], str],
    ) -> None:
        """`titles` has one more entry than `columns`, the one of `starts`."""
        self._values.beginResetModel()
        values = self._values
        values.titles, values.starts, values.columns, values.number = titles, starts, columns, number
        self._values.endResetModel()

    def text(self, separator: str) -> str:
        """Everything, with titles; values as plain numbers."""
        into = io.StringIO()
        writer = csv.writer(into, delimiter=separator, lineterminator="\r\n" if separator == "," else "\n")
        writer.writerow([no_formula(title) for title in self._values.titles])
        for row, start in enumerate(self._values.starts):
            writer.writerow([start, *(_plain(column[row]) for column in self._values.columns)])
        return into.getvalue()


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
