"""Collect everything a customer owes, with a result for each invoice (C8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.money import AmountError, Money, parse, totals
from ...domain.objects.card import card_of
from ...domain.objects.invoice import remaining_of
from ...domain.writes.operation import Mode
from ...services.customers.customers import Overview
from ...services.writes.operations import Unsettled
from ..activity.tables import fill, table
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import Row, TextField
from ..widgets.plain import ComboBox, TableCell
from ..widgets.theme import MEDIUM
from ..wording import words
from ..wording.notices import Notice, notice_of, sentence
from ..wording.text import translate

RESULT = 3


class PayOverdueDialog(DeskDialog):
    """Each invoice is an operation of its own: one that is declined does not hold up the others. Cancel stops before
    the next one."""

    def __init__(self, context: Context, parent: QWidget, seen: Overview, invoices: Sequence[dict[str, Any]]) -> None:
        super().__init__(context, parent, translate("Overdue", "Pay everything overdue"), "")
        self._customer_id, self._invoices = str(seen.customer["id"]), list(invoices)
        self._running = self._stopping = False
        self.resize(680, 460)
        self.card = ComboBox()
        self.card.addItem(translate("Overdue", "Each invoice's own card"), "")
        for card in (card for card in map(card_of, seen.cards) if card is not None):
            text = words.card_and_expiry(card)
            self.card.addItem(text, card.id)
        self.body.addWidget(Row(translate("Overdue", "Card"), self.card))
        titles = [
            translate("Overdue", "Invoice"),
            translate("Overdue", "Date"),
            translate("Overdue", "Remaining"),
            translate("Overdue", "Result"),
        ]
        self.list = table(translate("Overdue", "Overdue invoices"), titles, (130, 100, 100, 0), stretch=RESULT)
        self.body.addWidget(self.list, 1)
        self.reason, self.ticket, self.typed = TextField(), TextField(), TextField()
        why = QHBoxLayout()
        why.setSpacing(MEDIUM)
        why.addWidget(Row(translate("Preview", "Reason"), self.reason), 2)
        why.addWidget(Row(translate("Preview", "Ticket"), self.ticket), 1)
        self.body.addLayout(why)
        self._owed = totals([remaining_of(invoice) for invoice in self._invoices])
        word = context.wording.number(self._owed[0].major) if len(self._owed) == 1 else translate("Preview", "FINAL")
        self._word = word if context.services.place.mode is Mode.LIVE else ""
        asked = Row(translate("Preview", "Type {word} to confirm").format(word=word), self.typed)
        asked.setVisible(bool(self._word))
        self.body.addWidget(asked)
        money = context.wording.money
        fill(
            self.list,
            [
                [_name(invoice), context.wording.day(invoice.get("created")), money(remaining_of(invoice)), ""]
                for invoice in self._invoices
            ],
        )
        owed = "  ".join(map(money, self._owed))
        self.primary.setVisible(True)
        self.show_act(translate("Overdue", "Collect {amount}").format(amount=owed))
        self.close_button.setText(translate("Dialog", "Cancel"))
        self.typed.textChanged.connect(self._enable)
        self.primary.clicked.connect(self._pay)
        self._enable()
        (self.typed if self._word else self.card).setFocus()

    def _enable(self) -> None:
        self.primary.setEnabled(not self._running and bool(self._invoices) and self._is_typed())

    def _is_typed(self) -> bool:
        text = self.typed.text().strip()
        if not self._word or text.casefold() == self._word.casefold():
            return True
        try:
            return len(self._owed) == 1 and parse(text, self._owed[0].currency) == self._owed[0]
        except AmountError:
            return False

    def _pay(self) -> None:
        self._running = True
        self._enable()
        self.close_button.setText(translate("Overdue", "Stop"))
        self.jobs.start(self._paid())

    async def _paid(self) -> None:
        collected: list[Money] = []
        for number, invoice in enumerate(self._invoices):
            if self._stopping:
                self._say(number, translate("Overdue", "not tried"))
                continue
            self._say(number, translate("Overdue", "on its way…"))
            result, money = await self._one(str(invoice["id"]))
            self._say(number, result)
            collected += [money] if money else []
        await self.context.services.customers.refresh_quietly(self._customer_id)
        self._running = False
        self.close_button.setText(translate("Dialog", "Close"))
        self.primary.hide()
        self.close_button.setFocus()
        text = translate("Overdue", "{amount} collected, {count} of {total} invoices paid.").format(
            amount="  ".join(map(self.context.wording.money, totals(collected))) or "0",
            count=len(collected),
            total=len(self._invoices),
        )
        self.show_problem("")
        self.context.say(Notice(text, "good" if len(collected) == len(self._invoices) else "warn"))

    async def _one(self, invoice_id: str) -> tuple[str, Money | None]:
        """What came of it, in words, and what was collected."""
        operations = self.context.services.operations
        try:
            preview = await self.context.services.invoices.preview_pay(invoice_id, str(self.card.currentData()))
            reason, ticket = self.reason.text().strip(), self.ticket.text().strip()
            result = await operations.perform(operations.explained(preview.operation, reason, ticket))
        except Unsettled as error:
            return notice_of(error).text, None
        except DeskError as error:
            return sentence(error), None
        if result.get("status") != "paid":
            return translate("Overdue", "not paid yet; Stripe is collecting it"), None
        return translate("Overdue", "paid"), preview.operation.money[0]

    def _say(self, number: int, text: str) -> None:
        self.list.setItem(number, RESULT, TableCell(text, text))

    def reject(self) -> None:
        if self._running:
            self._stopping = True
            self.close_button.setEnabled(False)
            return
        super().reject()


def _name(invoice: dict[str, Any]) -> str:
    return str(invoice.get("number") or invoice["id"])
