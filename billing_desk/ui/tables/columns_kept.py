"""The visible columns of a table, their order and widths; stored in the settings and in saved views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QTableView

from ..widgets.context import Preferences
from ..widgets.plain import add_action
from ..wording.text import translate
from .column import Column

Layout = list[list[Any]]
"""(key, width in pixels, shown) for each column, in order."""


class SavedColumns(QObject):
    def __init__(self, view: QTableView, columns: Sequence[Column], preferences: Preferences, name: str) -> None:
        super().__init__(view)
        self._view, self._columns, self._preferences, self._name = view, columns, preferences, name
        self.apply(preferences.get(name) or [])
        header = view.horizontalHeader()
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self._keep)
        header.sectionMoved.connect(self._changed)
        header.sectionResized.connect(self._changed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._menu)

    def _order(self) -> list[int]:
        header = self._view.horizontalHeader()
        return [header.logicalIndex(place) for place in range(header.count())]

    def shown(self) -> list[Column]:
        """The visible columns from left to right."""
        return [self._columns[number] for number in self._order() if not self._view.isColumnHidden(number)]

    def layout(self) -> Layout:
        view = self._view
        return [[self._columns[n].key, view.columnWidth(n), not view.isColumnHidden(n)] for n in self._order()]

    def apply(self, layout: Sequence[Sequence[Any]]) -> None:
        """Columns missing from `layout` come last, with their default width and visibility."""
        header, keys = self._view.horizontalHeader(), [column.key for column in self._columns]
        for number, column in enumerate(self._columns):
            self._view.setColumnWidth(number, max(column.width, self._room_of_title(number)))
            self._view.setColumnHidden(number, not column.shown)
            header.moveSection(header.visualIndex(number), number)
        for place, (key, width, shown) in enumerate(layout):
            if key in keys:
                number = keys.index(key)
                self._view.setColumnWidth(number, max(20, int(width)) if shown else self._columns[number].width)
                self._view.setColumnHidden(number, not shown)
                header.moveSection(header.visualIndex(number), min(place, header.count() - 1))

    def _room_of_title(self, number: int) -> int:
        """Pixels that the column's title needs in the current language."""
        return self._view.horizontalHeader().sectionSizeHint(number)

    def _changed(self, *_: int) -> None:
        self._soon.start()

    def _keep(self) -> None:
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
            action.setChecked(not self._view.isColumnHidden(number))
            action.toggled.connect(self._toggler(number))
        menu.addSeparator()
        add_action(menu, translate("Tables", "Reset columns")).triggered.connect(self._reset)
        menu.popup(self._view.horizontalHeader().mapToGlobal(at))

    def _toggler(self, number: int) -> Callable[[bool], None]:
        def toggle(shown: bool) -> None:
            self._view.setColumnHidden(number, not shown)
            self._keep()

        return toggle

    def _reset(self) -> None:
        self.apply([])
        self._keep()
