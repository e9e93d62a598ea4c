"""The table widget: keyboard, sorting, and a selection that is restored after a refresh, even of a million rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..widgets.context import Preferences
from ..widgets.simple_table import show_as_list
from .columns_kept import SavedColumns
from .order import places, runs
from .pill import CellDelegate
from .rows import RowsModel

Flag = QItemSelectionModel.SelectionFlag


class RowsView(QTableView):
    """`current_changed` carries an id or ""; `opened` an id on Enter or double click; `copy_asked` asks to copy the
    selected rows."""

    current_changed = Signal(str)
    going_on = Signal(str, int)
    selection_changed = Signal()
    opened = Signal(str)
    copy_asked = Signal()

    def __init__(self, model: RowsModel, preferences: Preferences, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._current, self._selected, self._everything, self._scroll = 0, frozenset[int](), False, 0
        self._gathering = self._waiting = self._keeping = False
        self._place = -1
        """Where the current row was when rows were last removed, for J and K from there."""
        self.setModel(model)
        delegate = CellDelegate(self)
        for place, column in enumerate(model.columns):
            if place == 0 or column.pill:  # other columns are painted by Qt alone, which is three times as fast
                self.setItemDelegateForColumn(place, delegate)
        self._look()
        self.columns = SavedColumns(self, model.columns, preferences, f"table.{name}")
        self.columns.changed.connect(self._show_sort)
        model.keep = self._to_keep
        model.about_to_load.connect(self._remember)
        model.shown.connect(self._show_sort)
        model.loaded.connect(self._recall)
        model.loaded.connect(self._show_sort)
        model.arrived.connect(self._current_arrived)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        self.selectionModel().currentRowChanged.connect(self._current_moved)
        self.doubleClicked.connect(self._double_clicked)
        self.horizontalHeader().sectionClicked.connect(self._sort_by)

    def _look(self) -> None:
        show_as_list(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(0)  # measuring a thousand rows would load them all
        header.setSectionsMovable(True)
        header.setHighlightSections(False)

    def _show_sort(self) -> None:
        """The sorted column has an arrow after its title, and is always visible."""
        self.horizontalHeader().viewport().update()
        self.columns.fit(self._rows.query.sort)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self._rows.query.sort)

    def _spans(self) -> list[tuple[int, int]]:
        """The selected rows as ranges (first, last)."""
        selection = self.selectionModel().selection()
        spans = [selection.at(number) for number in range(selection.count())]
        return sorted((span.top(), span.bottom()) for span in spans)

    def selected_count(self) -> int:
        return sum(last - first + 1 for first, last in self._spans())

    def selected_numbers(self) -> list[int]:
        """Row numbers in table order."""
        return [number for first, last in self._spans() for number in self._rows.numbers[first : last + 1]]

    def has_all(self) -> bool:
        """Whether every row of the list is selected."""
        return self._rows.whole and self.selected_count() == len(self._rows.numbers) > 0

    @property
    def current_number(self) -> int:
        """The current row's number; 0 if there is none."""
        place = self.currentIndex().row()
        return self._rows.numbers[place] if 0 <= place < len(self._rows.numbers) else 0

    @property
    def current_id(self) -> str:
        """ "" if no row is current or it is not loaded."""
        row = self._rows.cache.get(self.current_number)
        return str(row["id"]) if row else ""

    def select_number(self, number: int) -> bool:
        """Make this row current; returns False if it is not in the list."""
        if number not in self._rows.numbers:
            return False
        self.selectRow(self._rows.numbers.index(number))
        return True

    def select_nothing(self) -> None:
        """Clear the current row, because the object in the detail is not in the list."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def _to_keep(self) -> frozenset[int]:
        return self._selected | {self._current} if self._current or self._selected else frozenset()

    def _remember(self) -> None:
        """Remember the selection before rows are removed. Rows remembered from an earlier list are kept."""
        if number := self.current_number:
            self._current = number
        if self.selectionModel().hasSelection():
            # A single selected row does not count as "all", even if it is the only one.
            self._everything = self.has_all() and len(self._rows.numbers) > 1
            self._selected = frozenset() if self._everything else frozenset(self.selected_numbers())
        self._scroll = self.verticalScrollBar().value()
        # Qt would make the next row current if this one is removed: another object under the operator's hand (G8).
        self._place, self._keeping = self.currentIndex().row(), True
        self.select_nothing()
        self._keeping = False

    def _recall(self) -> None:
        """Restore the selection and the scroll position."""
        wanted, everything = self._to_keep(), self._everything
        current, scroll = self._current, self._scroll
        self._current, self._selected, self._everything = 0, frozenset(), False
        model = self.selectionModel()
        if not (wanted or everything) or model.hasSelection():
            return
        if everything:
            self.selectAll()
            return
        kept = [place for place in self._rows.kept if place < len(self._rows.numbers)]
        if not kept or self._rows.numbers[kept[0]] not in wanted:
            kept = places(self._rows.numbers[:10_000], wanted)
        last = len(self._rows.columns) - 1
        chosen = QItemSelection()
        for first, end in runs(kept):
            chosen.select(self._rows.index(first, 0), self._rows.index(end, last))
        for place in kept:
            if self._rows.numbers[place] == current:
                model.setCurrentIndex(self._rows.index(place, 0), Flag.NoUpdate)
        model.select(chosen, Flag.ClearAndSelect)
        self.verticalScrollBar().setValue(scroll)

    def _selection_moved(self) -> None:
        self.selection_changed.emit()

    def _current_moved(self, *_: Any) -> None:
        if self._keeping:
            return
        self._waiting = bool(self.current_number) and not self.current_id
        if self._waiting:
            self._rows.row(self.currentIndex().row())  # starts reading it; `arrived` follows
        else:
            self.current_changed.emit(self.current_id)

    def _current_arrived(self) -> None:
        if self._waiting and self.current_id:
            self._waiting = False
            self.current_changed.emit(self.current_id)

    def _double_clicked(self, *_: Any) -> None:
        self.opened.emit(self.current_id)

    def _sort_by(self, section: int) -> None:
        query = self._rows.query
        key = self._rows.columns[section].key
        descending = not query.descending if query.sort == key else False
        self._rows.ask(replace(query, sort=key, descending=descending))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in moves and self._rows.numbers:
            self.going_on.emit(self.current_id, moves[Qt.Key(event.key())])
            self._move(moves[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif plain and event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            flags = Flag.Toggle | Flag.Rows
            if not self._gathering:
                self._gathering = True  # the current row becomes the first selected one
                flags = Flag.ClearAndSelect | Flag.Rows
            self.selectionModel().select(self.currentIndex(), flags)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """To the next row, as with J."""
        if self._rows.numbers:
            self._move(1)

    def _move(self, step: int) -> None:
        """Move to the next row; rows selected with Space stay selected."""
        here = self.currentIndex().row()
        if here < 0 <= self._place:  # the row that was current left the list, and the next one took its place
            here = self._place - 1 if step > 0 else self._place
        number = min(max(here + step, 0), len(self._rows.numbers) - 1)
        if self._gathering and self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(self._rows.index(number, 0), Flag.NoUpdate)
            self.scrollTo(self.currentIndex())
        else:
            self._gathering = False
            self.selectRow(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current when a table without a current row gets the focus: that would replace the
        object in the detail."""
        self._keeping = had_none = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if had_none:
            self.select_nothing()
        self._keeping = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._gathering = False
        super().mousePressEvent(event)
