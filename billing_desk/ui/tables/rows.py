"""The table model: row numbers in order, and a cache of rows read page by page off the GUI thread.

The first page of a list is shown at once, then the rest of the order is read; so the time until rows are visible does
not depend on the length of the list.
"""

from __future__ import annotations

import asyncio
import time
from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ...domain.changes import Change
from ...domain.json_object import Json
from ...domain.list_query import BadFilter, Query
from ...domain.objects.malformed import STRANGE
from ...services.queries import Queries
from ..widgets.jobs import Jobs
from ..widgets.plain import shown_in_cell, tip_text
from ..widgets.theme import colors
from ..wording.text import Wording
from .column import Column
from .order import difference, places
from .row_cache import RowCache

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
SETTLE = 250
"""Milliseconds to wait for further changes before the order is read again."""
REST = 4
"""The order is read again only after this many times the duration of the last read."""
UNREADABLE = "?"
PILL = Qt.ItemDataRole.UserRole + 1
_TEXTS = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole), int(PILL))
_ALIGNMENT, _FOREGROUND = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.ForegroundRole)
_NO_PARENT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """`shown` follows the first page of a new list, `loaded` each complete order. `refused` carries a filter token that
    could not be read. `arrived`: rows that were placeholders are loaded."""

    shown = Signal()
    loaded = Signal()
    about_to_load = Signal()
    refused = Signal(str)
    arrived = Signal()

    def __init__(
        self, parent: QWidget, reading: Queries, query: Query, columns: Sequence[Column], wording: Wording, jobs: Jobs
    ) -> None:
        super().__init__(parent)
        self._reading, self._wording, self._jobs = reading, wording, jobs
        self.columns = list(columns)
        self._sides = [_side(column) for column in self.columns]
        self.query = self._asked = query
        self.numbers = array("q")
        self.whole = False
        """Whether the order is complete."""
        self.cache = RowCache()
        self._wanted: set[int] = set()
        self._took = 0.0
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._fetch_wanted)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._settled)
        self._loading = False
        self.keep: Callable[[], frozenset[int]] = frozenset
        """Returns row numbers whose new positions are needed when the order is replaced."""
        self.kept: list[int] = []

    def listen(self, subscribe: Callable[[Callable[[Change], None]], Callable[[], None]]) -> None:
        """Follow changes until this model is destroyed."""
        self.destroyed.connect(subscribe(self._changed))

    def ask(self, query: Query) -> None:
        """Show another query. `query` remains the last valid one."""
        self._asked = query
        self.reload()

    def reload(self) -> None:
        self._settle.stop()
        self._jobs.newest("ids", self._load(self._asked))

    def _settled(self) -> None:
        if self._loading:
            self._settle.start(SETTLE)  # only one order is read at a time, however many changes arrive
        else:
            self.reload()

    async def _load(self, query: Query) -> None:
        self._loading = True
        try:
            await self._load_order(query)
        except BadFilter as error:
            self.refused.emit(error.token)
            return
        finally:
            self._loading = False
        self.loaded.emit()

    async def _load_order(self, query: Query) -> None:
        another = query != self.query or not self.numbers
        if another:
            first = await self._reading.page(query, PAGE)
            self.query, self.whole = query, first.whole
            self.cache.put(first.rows)
            self._become(array("q", [number for number, _ in first.rows]))
            self.shown.emit()
        if another and self.whole:
            return
        began = time.monotonic()
        numbers = await self._reading.numbers(query)
        self._took = time.monotonic() - began
        # New rows at the top are read first, so that they do not appear as placeholders.
        unknown = [number for number in numbers[:PAGE] if self.cache.get(number) is None]
        self.cache.put((await self._reading.rows(query.kind, unknown)).items())
        self.kept = await asyncio.to_thread(places, numbers, self.keep())
        self.whole = True
        self._become(numbers)

    def _become(self, new: array[int]) -> None:
        """Show this order; rows outside of the changed range stay in place."""
        change = difference(self.numbers, new)
        if change.removed == change.added == 0:
            self._repaint()
            return
        kept = len(new) - change.added
        if kept == 0 or change.removed > PAGE * 10:
            self.about_to_load.emit()
            self.beginResetModel()
            self.numbers = new
            self.endResetModel()
            return
        start = change.start
        if change.removed:
            self.about_to_load.emit()
            self.beginRemoveRows(QModelIndex(), start, start + change.removed - 1)
            del self.numbers[start : start + change.removed]
            self.endRemoveRows()
        if change.added:
            self.beginInsertRows(QModelIndex(), start, start + change.added - 1)
            self.numbers = new
            self.endInsertRows()
        self._repaint()

    def _changed(self, change: Change) -> None:
        if change.kind == self.query.kind:
            self.cache.outdate(change.ids or None)
        elif change.kind in self._reading.depends(self.query.kind):
            self.cache.outdate()  # joined columns may have changed
        else:
            return
        if not self._settle.isActive():
            self._settle.start(max(SETTLE, int(self._took * 1_000 * REST)))

    def _repaint(self) -> None:
        if self.numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.numbers) - 1, len(self.columns) - 1))

    def row(self, place: int) -> Json | None:
        """The cached row; None if it is not loaded, in which case reading it starts."""
        number = self.numbers[place]
        if not self.cache.is_fresh(number):
            self._wanted.add(place // PAGE)
            if not self._fetch.isActive():
                self._fetch.start()
        return self.cache.get(number)

    def _fetch_wanted(self) -> None:
        pages, self._wanted = self._wanted, set()
        for page in pages:
            wanted = [n for n in self.numbers[page * PAGE : (page + 1) * PAGE] if not self.cache.is_fresh(n)]
            if wanted:
                self._jobs.newest(f"page {page}", self._fetch_page(page, wanted))

    async def _fetch_page(self, page: int, wanted: list[int]) -> None:
        rows = await self._reading.rows(self.query.kind, wanted)
        self.cache.put((number, rows.get(number) or {"id": "", "deleted": 1}) for number in wanted)
        last = min((page + 1) * PAGE, len(self.numbers)) - 1
        if page * PAGE <= last:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))
        self.arrived.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        role, number = int(role), index.column()
        if role == _ALIGNMENT:
            return self._sides[number]
        if role == _FOREGROUND:
            return self._ink(index.row(), self.columns[number])
        if role not in _TEXTS:
            return None
        place = index.row()
        row = self.row(place)
        if row is None:
            return "…" if role == _TEXTS[0] else None
        cells = self.cache.cells(self.numbers[place])
        key = (number, role)
        if key not in cells:
            cells[key] = self._cell_or_mark(self.columns[number], row, role)
        return cells[key]

    def _ink(self, place: int, column: Column) -> QColor | None:
        """Zero is dim: what needs an eye is not."""
        if column.exports != "money":
            return None
        row = self.cache.get(self.numbers[place])
        return QColor(colors().dim) if row is not None and not row.get(column.key) else None

    def _cell_or_mark(self, column: Column, row: Json, role: int) -> Any:
        """The cell's value; a placeholder if the row's data has an unexpected shape."""
        try:
            return self._cell(column, row, role)
        except STRANGE:
            return UNREADABLE if role == _TEXTS[0] else None

    def _cell(self, column: Column, row: Json, role: int) -> Any:
        if role == _TEXTS[0]:
            return shown_in_cell(column.text(row, self._wording))
        if role == _TEXTS[1]:
            return tip_text(column.tip(row, self._wording)) if column.tip else None
        if column.pill is None or (pill := column.pill(row)) is None:
            return None
        return (shown_in_cell(pill[0]), pill[1])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[section]
            arrow = ("  ↓" if self.query.descending else "  ↑") if column.key == self.query.sort else ""
            return column.title() + arrow
        return self._sides[section] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def parent(self, child: Any = None) -> Any:  # PySide hides QObject.parent() behind the index overload
        return QObject.parent(self) if child is None else QModelIndex()


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
