"""The choice of a setup fee: how it is collected, how much, and what it is called (C4, C5, C6)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.money import Money
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.new_subscription import Fee, FeeWay
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox
from ..widgets.theme import MEDIUM, TIGHT
from ..wording.amounts import amount_problem
from ..wording.text import translate


class FeeFields(QWidget):
    """`ways` are those offered. `currency` may change until the form is confirmed."""

    changed = Signal()

    def __init__(self, ways: Sequence[FeeWay], currency: str) -> None:
        super().__init__()
        self.currency = currency
        self.way, self.amount, self.description = ComboBox(), TextField(), TextField()
        for way in ways:
            self.way.addItem(_way(way), way)
        self.description.setText(translate("Fee", "Setup fee"))
        self._way = FormRow(translate("Fee", "Setup fee"), self.way)
        self._amount = FormRow(translate("Fee", "Amount"), self.amount)
        self._description = FormRow(translate("Fee", "Description"), self.description)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._amount, 1)
        row.addWidget(self._description, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._way)
        layout.addLayout(row)
        self.way.currentIndexChanged.connect(self._chosen)
        self.amount.textEdited.connect(self.changed)
        self.description.textEdited.connect(self.changed)
        self._chosen()

    def _chosen(self) -> None:
        some = bool(self.way.currentData())
        self._amount.setVisible(some)
        self._description.setVisible(some)
        self._way.show_hint(_consequence(self.way.currentData()))
        self.changed.emit()

    @property
    def typed(self) -> Fee | None:
        """None while the amount cannot be read."""
        way = FeeWay(self.way.currentData())
        if not way:
            return Fee()
        try:
            money = parse(self.amount.text(), self.currency)
        except AmountError:
            return None
        return Fee(way, money, self.description.text().strip()) if money.amount > 0 else None

    def check(self) -> bool:
        """Whether it is complete; shows what is not."""
        if not self.way.currentData():
            return True
        problem = ""
        try:
            money = parse(self.amount.text(), self.currency)
            if money.amount <= 0:
                problem = translate("Charge", "The amount must be greater than zero.")
        except AmountError as error:
            problem, money = amount_problem(error, self.currency), Money(0, self.currency)
        self._amount.show_problem(problem)
        missing = "" if self.description.text().strip() else translate("Charge", "Enter a description.")
        self._description.show_problem(missing)
        return not problem and not missing

    def show_problem(self, text: str) -> None:
        self._way.show_problem(text)

    def point_out(self) -> None:
        self._way.point_out()


def _way(way: FeeWay) -> str:
    return {
        FeeWay.NONE: translate("Fee", "No setup fee"),
        FeeWay.CHARGE: translate("Fee", "Charge now"),
        FeeWay.INVOICE: translate("Fee", "Invoice now, tied to the subscription"),
        FeeWay.NEXT: translate("Fee", "With the next invoice"),
    }[way]


def _consequence(way: str) -> str:
    return {
        FeeWay.CHARGE: translate(
            "Fee", "A payment of its own, unrelated to the subscription: it appears on no invoice."
        ),
        FeeWay.INVOICE: translate("Fee", "An invoice of the subscription with only the fee, paid immediately."),
        FeeWay.NEXT: translate("Fee", "One invoice: the fee is added to the next bill of the subscription."),
    }.get(FeeWay(way), "")
