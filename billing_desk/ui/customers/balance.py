"""A customer's balance: its transactions, and a dialog that adds a credit or a debit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.json_object import Json
from ...domain.money import OFFERED, Money
from ...domain.objects.customer import display_name
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.operation import Preview
from ...services.desk_services import CustomerServices
from ..tab.detail_builder import Cell, DetailBuilder
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import ComboBox
from ..widgets.whom import whom_of
from ..wording.amounts import amount_problem, description_problem
from ..wording.text import Wording, translate
from ..writing.run import carry_out

LONGEST = 350
SHOWN = 10


def show_balance(
    sheet: DetailBuilder, moves: Sequence[Json], wording: Wording, show_all: Callable[[], None] | None, *, older: bool
) -> None:
    """A section with the transactions, newest first; nothing if there are none. `show_all` is called to show more than
    the newest ones; None: all are shown. `older`: Stripe has older ones."""
    if not moves:
        return
    total = len(moves)
    more = (translate("Balance", "All %n transaction(s)", "", total), show_all) if show_all and total > SHOWN else None
    sheet.section(translate("Balance", "Balance"), more)
    shown = moves[:SHOWN] if show_all else moves
    rows: list[list[Cell]] = [
        [
            wording.day(move.get("created")),
            str(move.get("description") or move.get("type") or ""),
            wording.money(Money(-int(move.get("amount") or 0), str(move.get("currency") or "usd"))),
        ]
        for move in shown
    ]
    sheet.rows(rows, "", right=(2,))
    sheet.cut_note(older and len(shown) == total)


class BalanceDialog(DeskDialog[CustomerServices]):
    """The next invoices use up a credit; a debit is added to the next invoice."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget, customer: Json) -> None:
        title = translate("Balance", "Adjust balance")
        super().__init__(context, parent, title, translate("Balance", "Preview"), whom=whom_of(customer))
        self._id = str(customer["id"])
        self._name = display_name(customer)
        self.kind, self.currency = ComboBox(), ComboBox()
        self.kind.addItem(translate("Balance", "Credit (reduces what the customer owes)"), -1)
        self.kind.addItem(translate("Balance", "Debit (increases what the customer owes)"), 1)
        held = str(customer.get("currency") or "")
        for code in [held] if held else OFFERED:
            self.currency.addItem(code.upper(), code)
        self.amount, self.description = TextField(), TextField()
        self._amount = FormRow(translate("Balance", "Amount"), self.amount)
        self._description = FormRow(
            translate("Balance", "Description"), self.description, translate("Balance", "Required.")
        )
        row = QHBoxLayout()
        row.addWidget(self._amount, 2)
        row.addWidget(FormRow(translate("Balance", "Currency"), self.currency), 1)
        self.body.addWidget(FormRow(translate("Balance", "Type"), self.kind))
        self.body.addLayout(row)
        self.body.addWidget(self._description)
        self.body.addStretch(1)
        self.primary.clicked.connect(self._preview)
        self.amount.setFocus()

    def _preview(self) -> None:
        description = self.description.text().strip()
        problem = description_problem(description, LONGEST)
        self._description.show_problem(problem)
        try:
            money = parse(self.amount.text(), str(self.currency.currentData()))
        except AmountError as error:
            self._amount.show_problem(amount_problem(error, str(self.currency.currentData())))
            return
        positive = money.amount > 0
        self._amount.show_problem("" if positive else translate("Charge", "The amount must be greater than zero."))
        if positive and not problem:
            self.show_problem("")
            self.set_busy(True)
            self.jobs.start(self._move(money, int(self.kind.currentData()), description))

    async def _move(self, money: Money, sign: int, description: str) -> None:
        customers, amount = self.context.services.customer_parts, self.context.wording.money(money)
        word = (
            translate("Balance", "Credit {amount} to {name}")
            if sign < 0
            else translate("Balance", "Debit {amount} from {name}")
        )

        async def make() -> Preview:
            return await customers.preview_balance(self._id, Money(sign * money.amount, money.currency), description)

        made = await carry_out(
            self.context,
            self,
            make,
            word.format(amount=amount, name=self._name),
            translate("Balance", "Balance adjusted."),
            ("customer", self._id, self._name),
        )
        self.set_busy(False)
        if made is not None:
            self.accept()
