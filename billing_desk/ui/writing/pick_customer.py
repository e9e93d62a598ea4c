"""Chooses a customer by name, email or id."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from ...domain.filters import Filter
from ...domain.list_query import BadFilter, Query
from ...services.screen_services import ScreenServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ListEntry
from ..wording.text import joined, translate

MOST, SOON = 20, 150
"""Customers listed at once; milliseconds after the last key until the list is read again."""
_ID = Qt.ItemDataRole.UserRole


class PickCustomerDialog(DeskDialog[ScreenServices]):
    """`chosen` is the customer's id; "" while none is chosen."""

    def __init__(self, context: Context[ScreenServices], parent: QWidget) -> None:
        title = translate("PickCustomer", "For which customer?")
        super().__init__(context, parent, title, translate("PickCustomer", "Choose"), whom=None)
        self.field = _Field(self._move)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("PickCustomer", "Customers"))
        self.list.setMinimumHeight(240)
        self.body.addWidget(FormRow(translate("PickCustomer", "Name, email, or ID"), self.field))
        self.body.addWidget(self.list, 1)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.field.returnPressed.connect(self.press_primary)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.currentRowChanged.connect(lambda row: self.allow(row >= 0))
        self.primary.clicked.connect(self.accept)
        self.allow(False)
        self._search()
        self.field.setFocus()

    def has_typed(self) -> bool:
        """A search is no input that can be lost."""
        return False

    @property
    def chosen(self) -> str:
        entry = self.list.currentItem()
        return str(entry.data(_ID)) if entry is not None else ""

    def _move(self, by: int) -> None:
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))

    def _search(self) -> None:
        self.jobs.newest("search", self._find(tuple(self.field.text().split())))

    async def _find(self, words: tuple[str, ...]) -> None:
        try:
            page = await self.context.services.queries.page(Query("customer", Filter(words=words)), MOST)
        except BadFilter:
            return
        self.list.clear()
        for _, row in page.rows:
            entry = ListEntry(joined((str(row.get("name") or ""), str(row.get("email") or row["id"])), "  "))
            entry.setData(_ID, str(row["id"]))
            self.list.addItem(entry)
        self.list.setCurrentRow(0 if page.rows else -1)
        self.show_problem("" if page.rows else translate("PickCustomer", "No customer matches."))


class _Field(TextField):
    """Up and Down move in the list below."""

    def __init__(self, move: Callable[[int], None]) -> None:
        super().__init__()
        self._move = move

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)
