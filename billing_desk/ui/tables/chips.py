"""How the chips of views stand in lines, and the menu of those that have no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ..widgets.plain import Button, add_action
from ..widgets.theme import SMALL
from ..wording.text import translate

FIELD_WIDTH = 330
"""Pixels that the filter field needs together with its buttons."""
MOST_LINES = 2
"""Lines of chips; the other views are in a menu."""


class MoreViews(Button):
    """The hidden chips as a menu; it is checked if one of them is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("FilterBar", "More views"))
        self.setParent(parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self._hidden: list[QPushButton] = []
        self.entries = QMenu(self)
        self.setMenu(self.entries)
        self.entries.aboutToShow.connect(self._fill)
        self.entries.triggered.connect(self._chosen)

    def show_chips(self, chips: Sequence[QPushButton]) -> None:
        self._hidden = [chip for chip in chips if chip.isHidden()]
        self.setChecked(any(chip.isChecked() for chip in self._hidden))

    def _fill(self) -> None:
        self.entries.clear()
        for number, chip in enumerate(self._hidden):
            action = add_action(self.entries, chip.text())
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.setData(number)

    def _chosen(self, action: QAction) -> None:
        self._hidden[int(action.data())].click()


def chips_in_lines(widths: Sequence[int], room: int, more: int = 0) -> list[int]:
    """How many chips stand in each line; the last number is of those beside the filter field, all or none. Chips beyond
    MOST_LINES are left out; `more` is the width of the button for them."""
    if sum(widths) + SMALL * len(widths) + FIELD_WIDTH <= room:
        return [len(widths)]
    lines, left = [0], room
    for width in widths:
        if lines[-1] and width > left:
            lines.append(0)
            left = room
        lines[-1] += 1
        left -= width + SMALL
    if len(lines) <= MOST_LINES:
        return [*lines, 0]
    lines = lines[:MOST_LINES]
    last = sum(lines[:-1])
    while lines[-1] > 1 and sum(widths[last : last + lines[-1]]) + SMALL * lines[-1] + more > room:
        lines[-1] -= 1
    return [*lines, 0]
