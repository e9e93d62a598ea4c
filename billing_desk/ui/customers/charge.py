"""Charge a customer now: an amount with its currency, and what it is for."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ...domain.money import AmountError, Money, parse
from ..context import Context
from ..dialog import DeskDialog
from ..fields import Row, TextField
from ..text import translate
from ..verbs import carry_out

CURRENCIES = ("jpy", "usd", "eur", "gbp")
LONGEST = 500


class ChargeDialog(DeskDialog):
    """`currency` is the customer's own, which Stripe then insists on."""

    def __init__(self, context: Context, parent: QWidget, customer_id: str, name: str, currency: str) -> None:
        title = translate("Charge", "Charge {name}").format(name=name)
        super().__init__(context, parent, title, translate("Charge", "Preview"))
        self._customer_id, self._name = customer_id, name
        self.amount, self.description = TextField(), TextField()
        self.currency = QComboBox()
        for code in [currency] if currency else CURRENCIES:
            self.currency.addItem(code.upper(), code)
        self._amount = Row(translate("Charge", "Amount"), self.amount)
        self._description = Row(translate("Charge", "What for"), self.description)
        row = QHBoxLayout()
        row.addWidget(self._amount, 2)
        row.addWidget(Row(translate("Charge", "Currency"), self.currency), 1)
        self.body.addLayout(row)
        self.body.addWidget(self._description)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._preview)
        self.amount.setFocus()

    def _preview(self) -> None:
        money = self._read()
        description = self.description.text().strip()
        problem = "" if 0 < len(description) <= LONGEST else translate("Charge", "Say what the charge is for.")
        self._description.show_problem(problem)
        if money is not None and not problem:
            self.show_problem("")
            self.set_busy(True)
            self.jobs.start(self._charge(money, description))

    def _read(self) -> Money | None:
        try:
            money = parse(self.amount.text(), str(self.currency.currentData()))
        except AmountError as error:
            self._amount.show_problem(
                {
                    "not_a_number": translate("Charge", "Write an amount, such as 1200 or 12.50."),
                    "too_precise": translate("Charge", "This currency has fewer decimal places."),
                    "not_payable": translate("Charge", "Stripe rounds this currency more coarsely."),
                }[error.reason]
            )
            return None
        too_little = money.amount <= 0
        self._amount.show_problem(translate("Charge", "The amount must be more than nothing.") if too_little else "")
        return None if too_little else money

    async def _charge(self, money: Money, description: str) -> None:
        invoices, wording = self.context.services.invoices, self.context.wording
        act = translate("Charge", "Charge {amount} to {name}").format(amount=wording.money(money), name=self._name)
        done = translate("Charge", "{amount} was charged to {name}.").format(
            amount=wording.money(money), name=self._name
        )
        made = await carry_out(
            self.context,
            self,
            lambda: invoices.preview_charge(self._customer_id, money, description),
            act,
            done,
        )
        self.set_busy(False)
        if made is not None:
            self.context.open_object("invoice", str(made["id"]))
            self.accept()
