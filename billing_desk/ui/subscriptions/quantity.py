"""How many of a plan a subscription has."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import Row
from ..wording.text import translate

MOST = 999_999


class QuantityDialog(DeskDialog):
    def __init__(self, context: Context, parent: QWidget, title: str, now: int) -> None:
        super().__init__(context, parent, title, translate("Subscriptions", "Preview"))
        self.box = QSpinBox(minimum=0, maximum=MOST, value=now)
        self.body.addWidget(Row(translate("Subscriptions", "Quantity"), self.box))
        self.primary.clicked.connect(self.accept)
        self.box.selectAll()
        self.box.setFocus()

    @property
    def quantity(self) -> int:
        return self.box.value()
