"""The visible columns of a table, their order and widths; stored in the settings and in saved views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QTableView

from ...domain.saved_view import SavedView
from ..widgets.context import Preferences
from ..widgets.plain import add_action
from ..wording.text import translate
from .column import Column
from .fitting import Part, fitted

Layout = list[list[Any]]
"""(key, width in pixels, shown) for each column, in order."""


class SavedColumns(QObject):
    """`changed`: the operator chose other columns."""

    changed = Signal()

    def __init__(self, view: QTableView, columns: Sequence[Column], preferences: Preferences, name: str) -> None:
        super().__init__(view)
        self._view, self._columns, self._preferences, self._name = view, columns, preferences, name
        self._widths: dict[int, int] = {}
        self._left_out: set[int] = set()
        """Columns for which the window is too narrow; the operator wants them."""
        self._fitting = False
        self._own: Layout | None = None
        """The operator's columns while a built-in view shows others."""
        self.apply(preferences.get(name) or [])
        header = view.horizontalHeader()
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self._keep)
        header.sectionMoved.connect(self._changed)
        header.sectionResized.connect(self._resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._menu)

    def _order(self) -> list[int]:
        header = self._view.horizontalHeader()
        return [header.logicalIndex(place) for place in range(header.count())]

    def shown(self) -> list[Column]:
        """The chosen columns from left to right, also those for which the window is too narrow."""
        return [self._columns[number] for number in self._order() if self._is_wanted(number)]

    def layout(self) -> Layout:
        return [[self._columns[n].key, self._width(n), self._is_wanted(n)] for n in self._order()]

    def _is_wanted(self, number: int) -> bool:
        return number in self._left_out or not self._view.isColumnHidden(number)

    def _width(self, number: int) -> int:
        return self._widths.get(number, self._columns[number].width)

    def fit(self, sort: str) -> None:
        """Fit the columns into the table's width; `sort` is the key of the sorted column, which always stays."""
        if self._fitting:
            return
        self._fitting = True
        wanted = [number for number in self._order() if self._is_wanted(number)]
        parts = [
            self._part(number, place == 0 or self._columns[number].key == sort) for place, number in enumerate(wanted)
        ]
        widths = fitted(parts, self._view.viewport().width())
        self._left_out = {number for number in wanted if self._columns[number].key not in widths}
        for number in wanted:
            key = self._columns[number].key
            self._view.setColumnHidden(number, key not in widths)
            if key in widths:
                self._view.setColumnWidth(number, widths[key])
        self._fitting = False

    def _part(self, number: int, needed: bool) -> Part:
        column = self._columns[number]
        fixed = column.fixed or column.right or column.pill is not None or column.exports == "day"
        stays = needed or column.priority == 1
        title = self._room_of_title(number)
        return Part(column.key, max(self._width(number), title), title, fixed, stays, column.priority)

    def apply(self, layout: Sequence[Sequence[Any]]) -> None:
        """Columns missing from `layout` come last, with their default width and visibility."""
        header, keys = self._view.horizontalHeader(), [column.key for column in self._columns]
        self._left_out.clear()
        for number, column in enumerate(self._columns):
            self._widths[number] = max(column.width, self._room_of_title(number))
            self._view.setColumnWidth(number, self._widths[number])
            self._view.setColumnHidden(number, not column.shown)
            header.moveSection(header.visualIndex(number), number)
        for place, (key, width, shown) in enumerate(layout):
            if key in keys:
                number = keys.index(key)
                self._widths[number] = max(20, int(width)) if shown else self._columns[number].width
                self._view.setColumnWidth(number, self._widths[number])
                self._view.setColumnHidden(number, not shown)
                header.moveSection(header.visualIndex(number), min(place, header.count() - 1))

    def use(self, view: SavedView) -> bool:
        """Show a view's columns; returns whether anything changed. Those of a built-in view are not kept: the next view
        shows the operator's own again."""
        own, self._own = self._own, None
        if own is not None:
            self.apply(own)
        if view.only:
            self._own = self.layout()
            widths = {column.key: column.width for column in self._columns}
            rest = [key for key in widths if key not in view.only]
            self.apply([[key, widths[key], key in view.only] for key in (*view.only, *rest)])
        elif view.columns:
            self.apply(view.columns)
        return bool(own is not None or view.only or view.columns)

    def _room_of_title(self, number: int) -> int:
        """Pixels that the column's title needs in the current language."""
        return self._view.horizontalHeader().sectionSizeHint(number)

    def _resized(self, number: int, _: int, width: int) -> None:
        if not self._fitting and width:
            self._widths[number] = width
            self._soon.start()

    def _changed(self, *_: int) -> None:
        self._soon.start()

    def _keep(self) -> None:
        if self._own is None:
            self._preferences.put(self._name, self.layout())

    def open_menu(self) -> None:
        """Open the column menu from the keyboard, at the table's corner."""
        self._menu(QPoint(0, self._view.horizontalHeader().height()))

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self._columns):
            action = add_action(menu, column.title())
            action.setCheckable(True)
            action.setChecked(self._is_wanted(number))
            action.toggled.connect(self._toggler(number))
        menu.addSeparator()
        add_action(menu, translate("Tables", "Reset columns")).triggered.connect(self._reset)
        menu.popup(self._view.horizontalHeader().mapToGlobal(at))

    def _toggler(self, number: int) -> Callable[[bool], None]:
        def toggle(shown: bool) -> None:
            self._left_out.discard(number)
            self._view.setColumnHidden(number, not shown)
            self.changed.emit()
            self._keep()

        return toggle

    def _reset(self) -> None:
        self.apply([])
        self.changed.emit()
        self._keep()
