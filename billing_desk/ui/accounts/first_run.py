"""The page of a window without an account: add one, or open the practice account."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..ask import confirmed
from ..plain import Button, Label
from ..text import translate
from ..theme import HUGE, MEDIUM


def _aside_title() -> str:
    return translate("FirstRun", "Set these files aside…")


async def confirmed_aside(parent: QWidget) -> bool:
    """Whether a person gives up files that cannot be opened."""
    text = translate(
        "FirstRun",
        "The record of changes is kept under another name and a new one is started. Interrupted changes can then not "
        "be resumed from here; look them up in Stripe. If the keyring may only be locked, unlock it and try again "
        "instead.",
    )
    return await confirmed(parent, _aside_title().rstrip("…"), text, translate("FirstRun", "Set them aside"))


class FirstRun(QWidget):
    demo_asked = Signal()
    add_asked = Signal()

    def __init__(
        self,
        note: str = "",
        *,
        again: Callable[[], object] | None = None,
        set_aside: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        layout.setSpacing(MEDIUM)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        welcome = translate("FirstRun", "Welcome to Billing Desk")
        heading = Label(translate("FirstRun", "This account could not be opened") if note else welcome, wordWrap=True)
        heading.setProperty("heading", True)
        text = Label(
            translate(
                "FirstRun",
                "See a whole Stripe account at once, preview every change, and never charge twice or in the wrong "
                "mode. Try everything in the practice account first: it behaves like Stripe and touches nothing.",
            ),
            wordWrap=True,
        )
        text.setFixedWidth(520)
        text.setVisible(not note)
        text.setProperty("dim", True)
        self.demo = Button(translate("FirstRun", "Open the practice account"))
        self.demo.setProperty("primary", True)
        self.add = Button(translate("FirstRun", "Add a Stripe account…"))
        self.demo.clicked.connect(self.demo_asked)
        self.add.clicked.connect(self.add_asked)
        said = Label(note, wordWrap=True)
        said.setFixedWidth(520)
        said.setProperty("problem", True)
        said.setVisible(bool(note))
        self.again, self.aside = Button(translate("FirstRun", "Try again")), Button(_aside_title())
        for button, act in ((self.again, again), (self.aside, set_aside)):
            button.setVisible(act is not None)
            if act is not None:
                button.clicked.connect(lambda _=False, act=act: act())
        self.again.setProperty("primary", again is not None)
        self.demo.setProperty("primary", again is None)
        for widget in (heading, text, said, self.again, self.aside, self.demo, self.add):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
