"""The page shown while no desk is open: add an account, or open the practice account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.errors import DeskError, WrongAddress
from ...domain.writes.operation import Mode
from ..widgets.ask import confirmed
from ..widgets.plain import Button, Label
from ..widgets.theme import HUGE, MEDIUM
from ..wording import words
from ..wording.notices import sentence
from ..wording.text import joined, translate


@dataclass(frozen=True)
class OpenFailure:
    """Which desk could not be opened, and why. `again` tries once more; `set_aside` renames files that cannot be opened
    and starts new ones."""

    account_id: str
    name: str
    mode: Mode
    error: DeskError
    again: Callable[[], object]
    set_aside: Callable[[], object]

    @property
    def place(self) -> str:
        return joined((self.name or self.account_id, words.mode(self.mode)), " · ")

    @property
    def aside_helps(self) -> bool:
        return self.error.code in ("no_database_key", "other_database_key", "unknown_key", "foreign")

    @property
    def key_helps(self) -> bool:
        return isinstance(self.error, WrongAddress) or self.error.code in ("gone", "other_key")


def _aside_title() -> str:
    return translate("FirstRun", "Move files aside…")


async def confirmed_aside(parent: QWidget, failed: OpenFailure) -> bool:
    """Whether the operator confirmed setting aside files that cannot be opened."""
    text = translate(
        "FirstRun",
        "{place}: the audit log is kept under another name and a new one is started. "
        "Interrupted changes can then no longer be resumed here; check them in Stripe. If "
        "the keyring might only be locked, unlock it and try again instead.",
    ).format(place=failed.place)
    return await confirmed(parent, _aside_title().rstrip("…"), text, translate("FirstRun", "Move files aside"))


class FirstRun(QWidget):
    demo_asked = Signal()
    add_asked = Signal()
    key_asked = Signal()
    aside_asked = Signal()

    def __init__(self, failed: OpenFailure | None = None) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        layout.setSpacing(MEDIUM)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        welcome = translate("FirstRun", "Welcome to Billing Desk")
        title = translate("FirstRun", "{place} could not be opened").format(place=failed.place) if failed else welcome
        heading = Label(title, wordWrap=True)
        heading.setFixedWidth(520)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setProperty("heading", True)
        text = Label(
            translate(
                "FirstRun",
                "See your whole Stripe account at once, preview every change, and never charge twice "
                "or in the wrong mode. Try everything in the practice account first: it behaves like "
                "Stripe and changes nothing real.",
            ),
            wordWrap=True,
        )
        text.setFixedWidth(520)
        text.setVisible(failed is None)
        text.setProperty("dim", True)
        self.demo = Button(translate("FirstRun", "Open the practice account"))
        self.demo.setProperty("primary", True)
        self.add = Button(translate("FirstRun", "Add a Stripe account…"))
        self.demo.clicked.connect(self.demo_asked)
        self.add.clicked.connect(self.add_asked)
        said = Label(sentence(failed.error) if failed else "", wordWrap=True)
        said.setFixedWidth(520)
        said.setProperty("problem", True)
        said.setVisible(failed is not None)
        self.again, self.aside = Button(translate("FirstRun", "Try again")), Button(_aside_title())
        self.key = Button(translate("FirstRun", "Enter the key again…"))
        if failed is not None:
            again = failed.again
            self.again.clicked.connect(lambda: again())
        self.key.clicked.connect(self.key_asked)
        self.aside.clicked.connect(self.aside_asked)
        self.again.setVisible(failed is not None)
        self.key.setVisible(failed is not None and failed.key_helps)
        self.aside.setVisible(failed is not None and failed.aside_helps)
        self.again.setProperty("primary", failed is not None)
        self.demo.setProperty("primary", failed is None)
        for widget in (heading, text, said, self.again, self.key, self.aside, self.demo, self.add):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
