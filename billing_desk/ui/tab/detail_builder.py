"""The building blocks of a detail: heading with status, facts, sections, and small tables with links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...domain.text.object_links import ObjectLink
from ..tables.pill import pill_label
from ..widgets.clipboard import copy
from ..widgets.icons import icon
from ..widgets.links import open_link
from ..widgets.plain import Button, Label, set_tip
from ..widgets.theme import CONTROL, DETAIL_ROW, LARGE, MEDIUM, SMALL
from ..wording.text import translate
from ..wording.words import Pill
from .more_button import MoreButton


@dataclass(frozen=True)
class Link:
    """Text that opens (kind, id)."""

    text: str
    kind: str
    id: str


SHORT = 26
"""Characters; shorter text, such as dates, periods and amounts, is not wrapped."""

NARROWEST = 400
"""The width in pixels of the narrowest detail."""
WIDEST = NARROWEST - 2 * LARGE - 12
"""The width in pixels of what stands in it, beside a scroll bar."""
LONGEST_LINK = 190
"""The width in pixels at which a link's text is shortened."""
SHOWN_ACTIONS = 3


Cell = str | Link | Pill | QWidget | None
Opener = Callable[[str, str], None]


class LinkButton(Button):
    """A button styled as a link, reachable with Tab, that opens an object."""

    def __init__(self, link: Link, opener: Opener) -> None:
        super().__init__(link.text)
        self._link, self._opener = link, opener
        self.setProperty("link", True)
        self.ensurePolished()
        shortened = self.fontMetrics().elidedText(link.text, Qt.TextElideMode.ElideRight, LONGEST_LINK)
        if shortened != link.text:
            self.setText(shortened)
            self.setAccessibleName(link.text)
            set_tip(self, link.text)
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
    """A column of blocks, from top to bottom. `header` has the heading and the actions, and does not scroll."""

    def __init__(self, opener: Opener, link_to: Callable[[str], ObjectLink | None] = lambda _: None) -> None:
        super().__init__()
        self._opener, self._link_to = opener, link_to
        self.header = QFrame()
        self.header.setProperty("bar", True)
        self._top = QVBoxLayout(self.header)
        self._top.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._top.setSpacing(SMALL)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        self._layout.setSpacing(MEDIUM)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def heading(self, title: str, id_: str, pills: Sequence[Pill] = (), *, about: str = "", amount: str = "") -> None:
        """`about` is a second line, such as an email; `amount` what is due."""
        row = QHBoxLayout()
        label = Label(title, wordWrap=True, long_words=True)
        label.setProperty("heading", True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(label, 1)
        for pill in pills:
            row.addWidget(pill_label(pill), 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(row)
        second = QHBoxLayout()
        second.setSpacing(SMALL)
        if about:
            who = Label(about, wordWrap=True, long_words=True)
            who.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            second.addWidget(who, 1)
        else:
            second.addWidget(CopyButton(id_))
            self._add_links(second, id_)
            second.addStretch(1)
        if amount:
            due = Label(amount)
            due.setProperty("strong", True)
            second.addWidget(due, 0, Qt.AlignmentFlag.AlignRight)
        self._top.addLayout(second)
        if about:
            third = QHBoxLayout()
            third.setSpacing(SMALL)
            third.addWidget(CopyButton(id_))
            self._add_links(third, id_)
            third.addStretch(1)
            self._top.addLayout(third)

    def _add_links(self, row: QHBoxLayout, id_: str) -> None:
        """A link for colleagues, and the object's page in the Dashboard (G6); none in the practice account."""
        link = self._link_to(id_)
        if link is None:
            return
        share = Button(translate("Sheet", "Copy link"), icon("link"))
        share.clicked.connect(lambda: copy(link.own))
        set_tip(share, translate("Sheet", "Opens this object in Billing Desk"))
        made = [share]
        if link.dashboard and link.account.startswith("acct_"):
            page = Button(translate("Sheet", "Stripe Dashboard"), icon("forward"))
            page.clicked.connect(lambda: open_link(link.dashboard, ""))
            set_tip(page, translate("Sheet", "Open in Stripe Dashboard"))
            made.append(page)
        for each in made:
            each.setProperty("link", True)
            row.addWidget(each)

    def action_row(self, *buttons: QPushButton) -> None:
        """One row: the first is what the state asks for, if it is the primary one; two more, and a menu."""
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        taken = 0
        shown: list[QPushButton] = []
        for place, each in enumerate(buttons):
            each.ensurePolished()
            taken += each.sizeHint().width() + SMALL
            if place < SHOWN_ACTIONS and taken <= WIDEST - 2 * CONTROL and len(shown) == place:
                shown.append(each)
                row.addWidget(each)
        if rest := [each for each in buttons if each not in shown]:
            row.addWidget(MoreButton(rest))
        row.addStretch(1)
        self._top.addLayout(row)

    def buttons(self, *buttons: QPushButton) -> None:
        """A row of buttons between the blocks."""
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for each in buttons:
            row.addWidget(each)
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
        made = [[self._widget(cell) for cell in row] for row in rows]
        if _width(made) <= WIDEST - 2 * MEDIUM:
            self._one_line_each(grid, made, right)
        else:
            self._two_lines_each(grid, made, right)
        self._layout.addWidget(frame)

    @staticmethod
    def _one_line_each(grid: QGridLayout, rows: Sequence[Sequence[QWidget]], right: Sequence[int]) -> None:
        for number, row in enumerate(rows):
            grid.setRowMinimumHeight(number, DETAIL_ROW - 6)
            for place, cell in enumerate(row):
                side = Qt.AlignmentFlag.AlignRight if place in right else Qt.AlignmentFlag.AlignLeft
                if isinstance(cell, Label) and cell.wordWrap():
                    grid.addWidget(cell, number, place)  # aligned, it would keep the height of its first width
                else:
                    grid.addWidget(cell, number, place, side | Qt.AlignmentFlag.AlignVCenter)

    @staticmethod
    def _two_lines_each(grid: QGridLayout, rows: Sequence[Sequence[QWidget]], right: Sequence[int]) -> None:
        """The first cell and the amounts on one line, the others below it: nothing overflows sideways."""
        for number, row in enumerate(rows):
            below = QHBoxLayout()
            below.setSpacing(SMALL)
            for place, cell in enumerate(row):
                if place == 0:
                    grid.addWidget(cell, 2 * number, 0)
                elif place in right:
                    grid.addWidget(cell, 2 * number, 1, Qt.AlignmentFlag.AlignRight)
                elif not (isinstance(cell, Label) and not cell.text()):
                    below.addWidget(cell, 1 if isinstance(cell, Label) and cell.wordWrap() else 0)
            if below.count():
                below.addStretch(0 if any(isinstance(c, Label) and c.wordWrap() for c in row[1:]) else 1)
                grid.addLayout(below, 2 * number + 1, 0, 1, 2)

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


def _width(rows: Sequence[Sequence[QWidget]]) -> int:
    """The width in pixels that the columns need; a text that wraps takes what is left."""
    widest: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row):
            wraps = isinstance(cell, Label) and cell.wordWrap()
            needed = 80 if wraps else cell.sizeHint().width()
            widest[place] = max(widest.get(place, 0), needed)
    return sum(widest.values()) + SMALL * max(0, len(widest) - 1)
