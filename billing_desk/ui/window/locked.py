"""The page of a locked window: the account's name, and a button to unlock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..widgets.plain import Button, Label
from ..widgets.theme import HUGE, MEDIUM
from ..wording.text import translate


class Locked(QWidget):
    unlock_asked = Signal()

    """The text says that the keys are removed only after running writes have ended."""

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        layout.setSpacing(MEDIUM)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = Label(translate("Locked", "{name} is locked").format(name=name))
        heading.setProperty("heading", True)
        text = self.text = Label(translate("Locked", "Finishing changes in progress…"), wordWrap=True)
        text.setFixedWidth(420)
        text.setProperty("dim", True)
        self.unlock = Button(translate("Locked", "Unlock"))
        self.unlock.setProperty("primary", True)
        self.unlock.setAutoDefault(True)
        self.unlock.clicked.connect(self.unlock_asked)
        for widget in (heading, text, self.unlock):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def say_keys_are_gone(self) -> None:
        self.text.setText(
            translate("Locked", "API keys cleared from memory. Unlocking reads them from the system keyring again.")
        )
