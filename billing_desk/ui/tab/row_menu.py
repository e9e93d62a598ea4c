"""The menu of the right mouse button over a table's rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView

from ..widgets.plain import add_action

Entry = tuple[str, Callable[[], object]]


class RowMenu:
    """`entries` are asked for when the menu opens, for the row under the mouse, which becomes the current one."""

    def __init__(self, table: QTableView, entries: Callable[[], list[Entry]]) -> None:
        self._table, self._entries = table, entries
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self.open)

    def open(self, at: QPoint) -> None:
        if not self._table.indexAt(at).isValid():
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, act in self._entries():
            add_action(menu, title).triggered.connect(act)
        menu.popup(self._table.viewport().mapToGlobal(at))
