"""The strip above a detail whose object is not in the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ..widgets.plain import Button, Label
from ..widgets.theme import LARGE, MEDIUM, SMALL
from ..wording.text import translate


class NotListed(QFrame):
    clear_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("strip", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, MEDIUM, SMALL)
        row.addWidget(Label(translate("Page", "Not in this list: it does not match the filter."), wordWrap=True), 1)
        clear = Button(translate("Page", "Clear filter"))
        clear.setProperty("link", True)
        clear.clicked.connect(self.clear_asked)
        row.addWidget(clear)
        self.hide()
