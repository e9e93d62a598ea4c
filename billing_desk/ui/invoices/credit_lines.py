"""The lines of an invoice, of which some are credited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.invoices.credit import CreditableLine, CreditLine
from ..widgets.plain import CheckBox, Label, SpinBox
from ..widgets.theme import SMALL, TIGHT
from ..wording.text import Wording, translate


class CreditLinesEditor(QWidget):
    """A box for each line, and how many units of it, if it has several. Nothing is chosen at first."""

    changed = Signal()

    def __init__(self, wording: Wording, lines: Sequence[CreditableLine]) -> None:
        super().__init__()
        self._held = list(lines)
        self.boxes: list[CheckBox] = []
        self.counts: list[SpinBox] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(0, 1)
        for number, each in enumerate(self._held):
            box = CheckBox(each.line.description or each.id)
            count = SpinBox(minimum=1, maximum=each.quantity, value=each.quantity)
            count.setAccessibleName(translate("Credit", "Units to credit"))
            count.setVisible(each.quantity > 1)
            count.setEnabled(False)
            box.toggled.connect(count.setEnabled)
            box.toggled.connect(self.changed)
            count.valueChanged.connect(self.changed)
            grid.addWidget(box, number, 0)
            grid.addWidget(count, number, 1)
            grid.addWidget(Label(wording.money(each.whole)), number, 2)
            self.boxes.append(box)
            self.counts.append(count)
        self._problem = Label(wordWrap=True)
        self._problem.setProperty("problem", True)
        grid.addWidget(self._problem, len(self._held), 0, 1, 3)

    @property
    def chosen(self) -> list[CreditLine]:
        rows = zip(self._held, self.boxes, self.counts, strict=True)
        return [CreditLine(each.id, count.value()) for each, box, count in rows if box.isChecked()]

    @property
    def problem(self) -> str:
        return self._problem.text()

    def show_problem(self, text: str) -> None:
        self._problem.setText(text)
