"""The dialog that pays all overdue invoices of a customer: one preview, and a result for each invoice (C8)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.money import Money, totals
from ...domain.objects.card import card_of
from ...domain.objects.customer import display_name
from ...domain.objects.invoice import charged_of, name_of, remaining_of
from ...domain.writes.operation import Operation, Preview
from ...services.customers.customers import Overview
from ...services.desk_services import CustomerServices
from ...services.invoices.invoices import PayAll
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow
from ..widgets.plain import ComboBox, TableCell
from ..widgets.simple_table import fill, table
from ..widgets.theme import WIDE
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.notices import Notice, notice_of, sentence
from ..wording.text import translate
from ..writing.preview import agreed
from ..writing.run import Ended, perform_one, refuse, trouble
from ..writing.settle import NEW_CARD, new_card

RESULT = 3


class PayOverdueDialog(DeskDialog[CustomerServices]):
    """One operation for each invoice, so that a decline does not stop the others. While they are sent, the close button
    stops before the next one."""

    def __init__(
        self, context: Context[CustomerServices], parent: QWidget, seen: Overview, invoices: Sequence[Json]
    ) -> None:
        title = translate("Overdue", "Pay overdue invoices")
        super().__init__(context, parent, title, translate("Overdue", "Preview"), whom=whom_of(seen.customer))
        self._customer_id, self._name = str(seen.customer["id"]), display_name(seen.customer)
        self._invoices = {str(invoice["id"]): invoice for invoice in invoices}
        self._running = self._stopping = False
        self.resize(WIDE, 460)
        self.card = ComboBox()
        self._customer, self._cards = seen.customer, seen.cards
        self._offer_cards()
        self.body.addWidget(FormRow(translate("Overdue", "Card"), self.card))
        titles = [
            translate("Overdue", "Invoice"),
            translate("Overdue", "Date"),
            translate("Overdue", "Remaining"),
            translate("Overdue", "Result"),
        ]
        self.list = table(translate("Overdue", "Overdue invoices"), titles, (130, 100, 100, 0), stretch=RESULT)
        self.body.addWidget(self.list, 1)
        money = context.wording.money
        fill(
            self.list,
            [
                [name_of(invoice), context.wording.day(invoice.get("created")), money(remaining_of(invoice)), ""]
                for invoice in invoices
            ],
        )
        self.primary.setEnabled(bool(invoices))
        self.primary.clicked.connect(self._pay)
        self.card.setFocus()

    def _offer_cards(self, chosen: str = "") -> None:
        """The card set for each invoice, the customer's cards, and a new one."""
        self.card.clear()
        self.card.addItem(translate("Overdue", "Card set for each invoice"), "")
        for card in (card for card in map(card_of, self._cards) if card is not None):
            self.card.addItem(words.card_and_expiry(card), card.id)
        self.card.addItem(translate("Collect", "Ask for a new card"), NEW_CARD)
        self.card.setCurrentIndex(max(0, self.card.findData(chosen)))

    def _pay(self) -> None:
        if not self._running:
            asks = self.card.currentData() == NEW_CARD
            self.jobs.alone("pay", self._ask_for_card() if asks else self._agree_and_pay())

    async def _ask_for_card(self) -> None:
        """With the new card chosen, the invoices are paid by another press."""
        chosen = await new_card(self.context, self, self._customer, self._cards)
        seen = await self.context.services.customers.overview(self._customer_id)
        self._cards = seen.cards if seen else self._cards
        self._offer_cards(chosen)

    async def _agree_and_pay(self) -> None:
        made: list[PayAll] = []

        async def make() -> Preview | None:
            invoices = self.context.services.invoices
            made.append(
                await invoices.preview_pay_all(self._customer_id, list(self._invoices), str(self.card.currentData()))
            )
            return made[-1].whole

        self.show_problem("")
        try:
            preview = await make()
        except DeskError as error:
            refuse(self.context, self, notice_of(error), error)
            return
        for id_, why in made[-1].refused.items():
            self._say(id_, sentence(why))
        if preview is None:
            return
        agreed_to = await agreed(self.context, self, preview, self._act, make)
        if agreed_to is not None:
            await self._send(made[-1], agreed_to)

    def _act(self, preview: Preview) -> str:
        owed = "  ".join(map(self.context.wording.money, preview.operation.money))
        return translate("Overdue", "Collect {amount} from {name}").format(amount=owed, name=self._name)

    async def _send(self, chosen: PayAll, agreed_to: Operation) -> None:
        self._running = True
        self.primary.hide()
        self.card.setEnabled(False)
        self.close_button.setText(translate("Overdue", "Stop"))
        collected: list[Money] = []
        for id_, why in chosen.refused.items():
            self._say(id_, sentence(why))
        for id_, preview in chosen.previews.items():
            if self._stopping:
                self._say(id_, translate("Overdue", "not attempted"))
                continue
            self._say(id_, translate("Overdue", "in progress…"))
            writer = self.context.services.writer
            operation = writer.explained(preview.operation, agreed_to.reason, agreed_to.ticket)
            ended = await perform_one(self.context, operation)
            self._say(id_, await self._result(ended))
            if ended.result is not None and ended.result.get("status") == "paid":
                collected.append(charged_of(ended.result))
        await self.context.services.customers.refresh_quietly(self._customer_id)
        self._running = False
        self.close_button.setText(translate("Dialog", "Close"))
        self.close_button.setEnabled(True)
        self.close_button.setFocus()
        text = translate("Overdue", "{name}: {amount} collected, {count} of {total} invoices paid.").format(
            name=self._name,
            amount="  ".join(map(self.context.wording.money, totals(collected))) or "0",
            count=len(collected),
            total=len(self._invoices),
        )
        self.context.say(Notice(text, "good" if len(collected) == len(self._invoices) else "warn"))

    async def _result(self, ended: Ended) -> str:
        if ended.error is not None:
            return (await trouble(self.context, ended.operation, ended.error)).text
        if ended.result is None or ended.result.get("status") != "paid":
            return translate("Overdue", "not paid yet: Stripe is collecting the payment")
        return translate("Overdue", "paid")

    def _say(self, invoice_id: str, text: str) -> None:
        self.list.setItem(list(self._invoices).index(invoice_id), RESULT, TableCell(text, text))

    def reject(self) -> None:
        if self._running:
            self._stopping = True
            self.close_button.setEnabled(False)
            return
        super().reject()
