"""The model behind every table: an id list and a cache of rows, fetched page by page off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ...domain.changes import Change
from ...services.reading import Reading
from ...store.query import BadFilter, Query
from ..jobs import Jobs
from ..text import Wording
from .column import Column, Row

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
SETTLE = 250
"""Milliseconds to wait for further changes before the ids are asked for again."""
PILL = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """`loaded` follows every new id list; `refused` carries a filter token that could not be read."""

    loaded = Signal()
    about_to_load = Signal()
    refused = Signal(str)

    def __init__(
        self, parent: QWidget, reading: Reading, query: Query, columns: Sequence[Column], wording: Wording, jobs: Jobs
    ) -> None:
        super().__init__(parent)
        self._reading, self._wording, self._jobs = reading, wording, jobs
        self.columns = list(columns)
        self.query = self._asked = query
        self.ids: list[str] = []
        self._cache: dict[str, Row] = {}
        self._wanted: set[int] = set()
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._fetch_wanted)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.reload)

    def listen(self, subscribe: Callable[[Callable[[Change], None]], Callable[[], None]]) -> None:
        """Follow changes until this model is destroyed."""
        self.destroyed.connect(subscribe(self._changed))

    def ask(self, query: Query) -> None:
        """Show another selection or order. `query` stays the last one that could be read."""
        self._asked = query
        self.reload()

    def reload(self) -> None:
        self._jobs.newest("ids", self._load(self._asked))

    async def _load(self, query: Query) -> None:
        try:
            ids = await self._reading.ids(query)
        except BadFilter as error:
            self.refused.emit(f"{error.field}{error.operator}{error.value}")
            return
        self.query = query
        # The first page comes with the ids, so that new rows never flash as placeholders.
        first = await self._reading.rows(query.kind, ids[:PAGE])
        if ids == self.ids:
            self._cache.update(first)
            self._repaint()
        else:
            self.about_to_load.emit()
            self.beginResetModel()
            self.ids = ids
            self._cache = {**{id_: self._cache[id_] for id_ in ids[PAGE:] if id_ in self._cache}, **first}
            self.endResetModel()
        self.loaded.emit()

    def _changed(self, change: Change) -> None:
        if change.kind == self.query.kind:
            for id_ in change.ids:
                self._cache.pop(id_, None)
            if not self._settle.isActive():
                self._settle.start()
        elif change.kind in ("customer", "product", "price", "card", "subscription", "invoice"):
            # Joined columns may differ; the rows are read again when they are next painted.
            self._cache.clear()
            if not self._settle.isActive():
                self._settle.start()

    def _repaint(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))

    def row(self, number: int) -> Row | None:
        """The cached row; None while it is on its way, which this call starts."""
        found = self._cache.get(self.ids[number])
        if found is None:
            self._wanted.add(number // PAGE)
            if not self._fetch.isActive():
                self._fetch.start()
        return found

    def _fetch_wanted(self) -> None:
        pages, self._wanted = self._wanted, set()
        for page in pages:
            wanted = [id_ for id_ in self.ids[page * PAGE : (page + 1) * PAGE] if id_ not in self._cache]
            if wanted:
                self._jobs.start(self._fetch_page(page, wanted))

    async def _fetch_page(self, page: int, wanted: list[str]) -> None:
        rows = await self._reading.rows(self.query.kind, wanted)
        for id_ in wanted:
            self._cache[id_] = rows.get(id_, {"id": id_, "deleted": 1})
        last = min((page + 1) * PAGE, len(self.ids)) - 1
        if page * PAGE <= last:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, PILL):
            return None
        row = self.row(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == PILL:
            return column.pill(row) if column.pill else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row, self._wording) if column.tip else None
        return column.text(row, self._wording)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def parent(self, child: Any = None) -> Any:  # PySide hides QObject.parent() behind the index overload
        return QObject.parent(self) if child is None else QModelIndex()
