"""The building blocks of a detail: heading with status, facts, sections, and small tables with links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..tables.pill import pill_label
from ..widgets.clipboard import copy
from ..widgets.icons import icon
from ..widgets.plain import Button, Label, set_tip
from ..widgets.theme import LARGE, MEDIUM, SMALL
from ..wording.text import translate
from ..wording.words import Pill


@dataclass(frozen=True)
class Link:
    """Text that opens (kind, id)."""

    text: str
    kind: str
    id: str


SHORT = 26
"""Characters; shorter text, such as dates, periods and amounts, is not wrapped."""

WIDEST = 400
"""The width in pixels of a row of buttons in the narrowest detail."""


Cell = str | Link | Pill | QWidget | None
Opener = Callable[[str, str], None]


class LinkButton(Button):
    """A button styled as a link, reachable with Tab, that opens an object."""

    def __init__(self, link: Link, opener: Opener) -> None:
        super().__init__(link.text)
        self._link, self._opener = link, opener
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._opener(self._link.kind, self._link.id)


class CopyButton(Button):
    """A button that copies its own text, usually an id."""

    def __init__(self, text: str) -> None:
        super().__init__(text, icon("copy"))
        self._value = text
        self.setProperty("link", True)
        set_tip(self, translate("Sheet", "Copy"))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        copy(self._value)


class DetailBuilder(QWidget):
    """A column of blocks, from top to bottom."""

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._layout.setSpacing(MEDIUM)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def heading(self, title: str, id_: str, pills: Sequence[Pill] = ()) -> None:
        row = QHBoxLayout()
        label = Label(title, wordWrap=True, long_words=True)
        label.setProperty("heading", True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(label, 1)
        for pill in pills:
            row.addWidget(pill_label(pill), 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(row)
        self._layout.addWidget(CopyButton(id_), 0, Qt.AlignmentFlag.AlignLeft)

    def buttons(self, *buttons: QPushButton) -> None:
        """Rows of buttons, each as long as fits into the narrowest detail."""
        row, taken = QHBoxLayout(), 0
        for button in buttons:
            button.ensurePolished()
            width = button.sizeHint().width() + SMALL
            if taken and taken + width > WIDEST:
                self._add_row(row)
                row, taken = QHBoxLayout(), 0
            row.addWidget(button)
            taken += width
        self._add_row(row)

    def _add_row(self, row: QHBoxLayout) -> None:
        row.setSpacing(SMALL)
        row.addStretch(1)
        self._layout.addLayout(row)

    def note(self, text: str, tone: str = "dim") -> None:
        label = Label(text, wordWrap=True)
        label.setProperty("problem" if tone == "bad" else "dim", True)
        self._layout.addWidget(label)

    def facts(self, facts: Sequence[tuple[str, Cell]]) -> None:
        """Labels and values side by side; empty values are left out."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 120)
        for number, (name, value) in enumerate((name, value) for name, value in facts if value):
            label = Label(name)
            label.setProperty("dim", True)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            # Text fills its cell, or it would be measured too narrow; links and pills keep their size.
            side = Qt.AlignmentFlag(0) if isinstance(value, str) else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(self._widget(value), number, 1, side)
        self._layout.addLayout(grid)

    def section(self, title: str, more: tuple[str, Callable[[], None]] | None = None) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, SMALL, 0, 0)
        label = Label(title)
        label.setProperty("section", True)
        row.addWidget(label, 1)
        if more:
            button = Button(more[0])
            button.setProperty("link", True)
            button.clicked.connect(more[1])
            row.addWidget(button)
        self._layout.addLayout(row)

    def rows(self, rows: Sequence[Sequence[Cell]], empty: str, *, right: Sequence[int] = ()) -> None:
        """A small table, or the text `empty`; `right` are the columns aligned right, such as amounts."""
        if not rows:
            self.note(empty)
            return
        frame = QFrame()
        frame.setProperty("card", True)
        grid = QGridLayout(frame)
        grid.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                side = Qt.AlignmentFlag.AlignRight if place in right else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(self._widget(cell), number, place, side | Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(frame)

    def cut_note(self, cut: bool) -> None:
        """Say that a list is not complete."""
        if cut:
            self.note(translate("Sheet", "Stripe has more entries than are shown here."))

    def widget(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)

    def _widget(self, cell: Cell) -> QWidget:
        if isinstance(cell, QWidget):
            return cell
        if isinstance(cell, Link):
            return LinkButton(cell, self._opener)
        if isinstance(cell, tuple):
            return pill_label(cell)
        label = Label(cell or "", wordWrap=len(cell or "") > SHORT, long_words=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
