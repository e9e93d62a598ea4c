"""The page of a window without an account: add one, or open the practice account."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ..text import translate
from ..theme import HUGE, MEDIUM


class FirstRun(QWidget):
    demo_asked = Signal()
    add_asked = Signal()

    def __init__(self, note: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        layout.setSpacing(MEDIUM)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = QLabel(translate("FirstRun", "Welcome to Billing Desk"))
        heading.setProperty("heading", True)
        text = QLabel(
            translate(
                "FirstRun",
                "See a whole Stripe account at once, preview every change, and never charge twice or in the wrong "
                "mode. Try everything in the practice account first: it behaves like Stripe and touches nothing.",
            ),
            wordWrap=True,
        )
        text.setFixedWidth(520)
        text.setProperty("dim", True)
        self.demo = QPushButton(translate("FirstRun", "Open the practice account"))
        self.demo.setProperty("primary", True)
        self.add = QPushButton(translate("FirstRun", "Add a Stripe account…"))
        self.demo.clicked.connect(self.demo_asked)
        self.add.clicked.connect(self.add_asked)
        said = QLabel(note, wordWrap=True)
        said.setMaximumWidth(520)
        said.setProperty("problem", True)
        said.setVisible(bool(note))
        for widget in (heading, text, said, self.demo, self.add):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
