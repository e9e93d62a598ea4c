"""The tables of the Activity panel."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTableWidget

from .plain import TableCell
from .theme import ROW


class _Table(QTableWidget):
    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table that is reached by the keyboard has a selected row: its only row could not be selected by arrows."""
        super().focusInEvent(event)
        single = self.selectionMode() is QAbstractItemView.SelectionMode.SingleSelection
        if single and self.rowCount() and not self.selectedItems():
            self.selectRow(max(0, self.currentRow()))


def table(name: str, titles: Sequence[str], widths: Sequence[int], stretch: int) -> QTableWidget:
    """`name` is for screen readers; `widths` are in pixels from the left, and wider where a title needs it. The column
    `stretch` takes the rest."""
    made = _Table(0, len(titles))
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(titles)
    show_as_list(made)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate(widths):
        made.setColumnWidth(place, max(width, made.horizontalHeader().sectionSizeHint(place)))
    made.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    return made


def show_as_list(view: QTableView) -> None:
    """Rows are selected whole, one line each, without a grid, row numbers or cells to go to with Tab."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW)


def fill(made: QTableWidget, rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> None:
    """Replace the rows; the current row is kept. `right` are the columns of numbers, aligned right."""
    vertical = Qt.AlignmentFlag.AlignVCenter
    for place in right:
        if (title := made.horizontalHeaderItem(place)) is not None:
            title.setTextAlignment(Qt.AlignmentFlag.AlignRight | vertical)
    made.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            cell = TableCell(text, text)
            if place in right:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | vertical)
            made.setItem(number, place, cell)
