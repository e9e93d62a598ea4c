"""The first bills of a new subscription, as Stripe previews them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from ...domain.money import Money
from ...domain.objects.bill import Bill
from ..widgets.plain import Label, set_tip
from ..widgets.theme import LARGE, MEDIUM, SMALL
from ..wording.billing.subscription_words import bill_lines, bills_sentence
from ..wording.text import Wording, translate


class BillsView(QFrame):
    """Date, lines and amount of each bill, the first year's total, and the sentence for the caller."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.setProperty("card", True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._layout.setSpacing(SMALL)
        title = Label(translate("Bills", "Bills ({zone})").format(zone=wording.zone_name))
        title.setProperty("section", True)
        self._layout.addWidget(title)
        self._holder: QFrame | None = None
        self.say = Label(wordWrap=True)
        self.say.setProperty("strong", True)
        self.say.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(self.say)
        self.notes = Label(wordWrap=True)
        self.notes.hide()
        self._layout.addWidget(self.notes)
        self._layout.addStretch(1)
        self.wait(translate("Bills", "Choose a plan to see the bills."))

    def wait(self, text: str) -> None:
        """Show a text instead of bills."""
        self._drop()
        self.notes.hide()
        self.say.setText(text)

    def _drop(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
            self._holder = None

    def show_bills(self, bills: Sequence[Bill], year: Money | None, notes: Sequence[str] = ()) -> None:
        """`notes` are what the preview warns of."""
        self._drop()
        self._holder = bills_grid(bills, year, self._wording)
        self._layout.insertWidget(1, self._holder)
        said = bills_sentence(bills, self._wording)
        self.say.setText(translate("Bills", "Say: “{sentence}”").format(sentence=said))
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))


def bills_grid(bills: Sequence[Bill], year: Money | None, wording: Wording) -> QFrame:
    """A table of bills; the exact times are in the tooltips."""
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(LARGE)
    grid.setColumnStretch(1, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for number, bill in enumerate(bills):
        day = Label(wording.day(bill.at))
        set_tip(day, wording.exact(bill.at))
        grid.addWidget(day, 2 * number, 0, Qt.AlignmentFlag.AlignTop)
        amount = Label(wording.money(bill.due))
        amount.setProperty("strong", True)
        grid.addWidget(amount, 2 * number, 2, right)
        lines = Label(bill_lines(bill, wording), wordWrap=True)
        lines.setProperty("dim", True)
        grid.addWidget(lines, 2 * number + 1, 0, 1, 3)
    if year is not None:
        text = Label(translate("Bills", "First year"))
        text.setProperty("dim", True)
        set_tip(text, translate("Bills", "All bills of the next 365 days by Stripe's previews, without usage."))
        grid.addWidget(text, 2 * len(bills), 0)
        grid.addWidget(Label(wording.money(year)), 2 * len(bills), 2, right)
    return frame
