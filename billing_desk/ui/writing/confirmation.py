"""The input before a write: reason, ticket, and in live mode a word that confirms the write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.money import Money
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Mode, Risk
from ..widgets.fields import FormRow, TextField
from ..widgets.theme import MEDIUM
from ..wording.text import Wording, translate


class Confirmation(QWidget):
    """The only widget that asks for a word. Its user enables the confirming button by `is_given`, which can change when
    `typed` is edited."""

    def __init__(self, mode: Mode, wording: Wording) -> None:
        super().__init__()
        self._live, self._wording = mode is Mode.LIVE, wording
        self._word = ""
        self._amount: Money | None = None
        self.reason, self.ticket, self.typed = TextField(), TextField(), TextField()
        self._asked = FormRow("", self.typed)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(FormRow(translate("Preview", "Reason"), self.reason), 2)
        row.addWidget(FormRow(translate("Preview", "Ticket"), self.ticket), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addLayout(row)
        layout.addWidget(self._asked)
        self._asked.hide()

    def ask(self, risk: Risk, money: Sequence[Money] = (), count: int | None = None) -> None:
        """In live mode asks for the amount if one amount moves, the number of objects (`count`) of a bulk edit, a fixed
        word if the write is irreversible or serious, else nothing. Clears the input when the word changes."""
        amount = money[0] if risk is Risk.MONEY and len(money) == 1 else None
        word = ""
        if self._live and count is not None:
            word = str(count)
        elif self._live and amount is not None:
            word = self._wording.number(amount.major)
        elif self._live and risk is not Risk.PLAIN:
            final = risk is Risk.IRREVERSIBLE or risk is Risk.MONEY
            word = translate("Preview", "FINAL") if final else translate("Preview", "CHANGE")
        if word != self._word:
            self.typed.clear()
        self._word, self._amount = word, amount if count is None else None
        self._asked.setVisible(bool(word))
        if word:
            self._asked.show_label(translate("Preview", "Type {word} to confirm").format(word=word))

    @property
    def is_given(self) -> bool:
        text = self.typed.text().strip()
        if not self._word or text.casefold() == self._word.casefold():
            return True
        if self._amount is None:
            return text.replace(",", "") == self._word
        try:
            return parse(text, self._amount.currency) == self._amount
        except AmountError:
            return False

    @property
    def explanation(self) -> tuple[str, str]:
        """Reason and ticket."""
        return self.reason.text().strip(), self.ticket.text().strip()
