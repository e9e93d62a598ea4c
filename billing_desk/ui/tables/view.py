"""The table widget: keyboard, selection by id that survives a refresh, columns chosen and remembered, copy as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ..context import Preferences
from ..theme import ROW
from .pill import CellDelegate
from .rows import RowsModel


class RowsView(QTableView):
    """`current_changed` carries an id or ""; `opened` an id on Enter or double click."""

    current_changed = Signal(str)
    selection_changed = Signal()
    opened = Signal(str)

    def __init__(self, model: RowsModel, preferences: Preferences, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._preferences, self._name = model, preferences, f"table.{name}"
        self._current, self._selected, self._scroll = "", list[str](), 0
        self._gathering = False
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self._look()
        self._restore_columns()
        model.about_to_load.connect(self._remember)
        model.loaded.connect(self._recall)
        model.loaded.connect(self._show_sort)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        self.selectionModel().currentRowChanged.connect(self._current_moved)
        self.doubleClicked.connect(self._double_clicked)
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._sort_by)
        header.sectionMoved.connect(self._keep_columns)
        self._keep_soon = QTimer(self, singleShot=True, interval=400)
        self._keep_soon.timeout.connect(self._keep_columns)
        header.sectionResized.connect(self._resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(0)  # measuring a thousand rows would fetch them all
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        self._show_sort()

    def _show_sort(self) -> None:
        keys = [column.key for column in self._rows.columns]
        query = self._rows.query
        order = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(keys.index(query.sort) if query.sort in keys else -1, order)

    def selected_ids(self) -> list[str]:
        """In table order."""
        return [self._rows.ids[index.row()] for index in sorted(self.selectionModel().selectedRows())]

    @property
    def current_id(self) -> str:
        index = self.currentIndex()
        return self._rows.ids[index.row()] if index.isValid() and index.row() < len(self._rows.ids) else ""

    def select_id(self, id_: str) -> bool:
        """Make this row current; False if it is not in the list."""
        if id_ not in self._rows.ids:
            return False
        self.selectRow(self._rows.ids.index(id_))
        return True

    def select_nothing(self) -> None:
        """No row is current any more: what the detail shows is not in the list."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def _remember(self) -> None:
        self._current, self._selected = self.current_id, self.selected_ids()
        self._scroll = self.verticalScrollBar().value()

    def _recall(self) -> None:
        """After a reset: the same ids are selected again, and the view does not jump."""
        if not (self._current or self._selected) or self.selectionModel().hasSelection():
            return
        places = {id_: number for number, id_ in enumerate(self._rows.ids)}
        last = len(self._rows.columns) - 1
        chosen = QItemSelection()
        for id_ in self._selected:
            if (number := places.get(id_)) is not None:
                chosen.select(self._rows.index(number, 0), self._rows.index(number, last))
        model = self.selectionModel()
        if self._current in places:
            index = self._rows.index(places[self._current], 0)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(self._scroll)

    def _selection_moved(self) -> None:
        self.selection_changed.emit()

    def _current_moved(self, *_: Any) -> None:
        self.current_changed.emit(self.current_id)

    def _double_clicked(self, *_: Any) -> None:
        self.opened.emit(self.current_id)

    def _sort_by(self, section: int) -> None:
        query = self._rows.query
        key = self._rows.columns[section].key
        descending = not query.descending if query.sort == key else False
        self._rows.ask(type(query)(query.kind, query.filter, key, descending, query.zone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in moves and self._rows.ids:
            self._move(moves[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif plain and event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            if not self._gathering:
                self._gathering = True  # the row that was merely current becomes the first of the gathered ones
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), flags)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        """To the next row; once rows are gathered with Space, they stay selected."""
        number = min(max(self.currentIndex().row() + step, 0), len(self._rows.ids) - 1)
        if self._gathering and self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._rows.index(number, 0), flags)
            self.scrollTo(self.currentIndex())
        else:
            self._gathering = False
            self.selectRow(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._gathering = False
        super().mousePressEvent(event)

    def copy(self) -> None:
        """The selected rows as tab-separated text with the visible columns' titles."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        shown = [number for number in order if not self.isColumnHidden(number)]
        lines = ["\t".join(self._rows.columns[number].title() for number in shown)]
        for index in sorted(self.selectionModel().selectedRows()):
            cells = (self._rows.index(index.row(), number).data() for number in shown)
            lines.append("\t".join(str(cell or "") for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _column_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self._rows.columns):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(self._toggler(number))
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _toggler(self, number: int) -> Callable[[bool], None]:
        def toggle(shown: bool) -> None:
            self.setColumnHidden(number, not shown)
            self._keep_columns()

        return toggle

    def _resized(self, *_: int) -> None:
        self._keep_soon.start()

    def _keep_columns(self, *_: int) -> None:
        header = self.horizontalHeader()
        kept = [
            [self._rows.columns[number].key, self.columnWidth(number), not self.isColumnHidden(number)]
            for number in (header.logicalIndex(place) for place in range(header.count()))
        ]
        self._preferences.put(self._name, kept)

    def _restore_columns(self) -> None:
        columns, header = self._rows.columns, self.horizontalHeader()
        for number, column in enumerate(columns):
            self.setColumnWidth(number, column.width)
            self.setColumnHidden(number, not column.shown)
        keys = [column.key for column in columns]
        for place, (key, width, shown) in enumerate(self._preferences.get(self._name) or []):
            if key in keys:
                number = keys.index(key)
                self.setColumnWidth(number, max(20, int(width)))
                self.setColumnHidden(number, not shown)
                header.moveSection(header.visualIndex(number), min(place, header.count() - 1))
