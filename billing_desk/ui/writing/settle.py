"""Settles one unpaid invoice: with a chosen card, with a new one from the customer, or on a page (C3, C8)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.invoices.actions import InvoiceAction, refusal
from ...domain.json_object import Json, id_of
from ...domain.objects.invoice import name_of, payments_of, remaining_of, subscription_of
from ...domain.objects.payment_method import method_of
from ...domain.writes.operation import Operation, Preview
from ...services.screen_services import HostedPageServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow
from ..widgets.plain import ComboBox, Label
from ..widgets.theme import MIDDLE
from ..widgets.whom import whom_of
from ..wording import words
from ..wording.billing.declines import advice, meaning
from ..wording.billing.paid_words import paid_sentence
from ..wording.text import sentences, translate
from .add_card import AddCardDialog
from .payment_page import show_payment_page
from .run import carry_out

PAGE, NEW_CARD, CANCEL = "page", "new", "cancel"
Cancel = Callable[[QWidget], Awaitable[Json | None]]
"""Ends what the invoice bills, in front of a dialog; None if it was not done."""


async def settle(
    context: Context[HostedPageServices], parent: QWidget, invoice: Json, cancel: Cancel | None = None
) -> None:
    """Until the invoice is paid, a page is shown, or the dialog is closed. A card that the customer added meanwhile is
    chosen next. Without `cancel` nothing can be ended instead of paid."""
    services, owner, chosen = context.services, id_of(invoice.get("customer")) or "", ""
    while True:
        seen = await services.customers.overview(owner)
        customer, cards = (seen.customer, seen.cards) if seen else ({"id": owner}, [])
        dialog = CollectDialog(context, parent, customer, invoice, cards, cancel, chosen)
        if not await shown(dialog):
            return
        if dialog.chosen == PAGE:
            await show_payment_page(context, parent, customer, invoice)
        if dialog.chosen != NEW_CARD:
            return
        chosen = await new_card(context, parent, customer, cards)
        with suppress(DeskError):
            await services.queries.refresh("invoice", str(invoice["id"]))
        invoice = await services.queries.get("invoice", str(invoice["id"])) or invoice
        if not chosen or refusal(invoice, InvoiceAction.PAY):
            return


async def new_card(context: Context[HostedPageServices], parent: QWidget, customer: Json, cards: Sequence[Json]) -> str:
    """Add a card, or wait for the customer's; its id, "" if `cards` are still all."""
    services, owner = context.services, str(customer["id"])
    await shown(AddCardDialog(context, parent, customer))
    await services.customers.refresh_quietly(owner)
    seen = await services.customers.overview(owner)
    known = {str(card["id"]) for card in cards}
    return next((str(card["id"]) for card in (seen.cards if seen else ()) if str(card["id"]) not in known), "")


class CollectDialog(DeskDialog[HostedPageServices]):
    """`chosen` is PAGE or NEW_CARD if the dialog was accepted for that; paying and canceling are done from here."""

    def __init__(
        self,
        context: Context[HostedPageServices],
        parent: QWidget,
        customer: Json,
        invoice: Json,
        cards: Sequence[Json],
        cancel: Cancel | None,
        chosen_card: str,
    ) -> None:
        amount = context.wording.money(remaining_of(invoice))
        title = translate("Collect", "Collect {amount}").format(amount=amount)
        super().__init__(context, parent, title, translate("Collect", "Continue"), whom=whom_of(customer))
        self.setMinimumWidth(MIDDLE)
        self._cancels, self._invoice = cancel, invoice
        self._number = name_of(invoice)
        self.chosen = ""
        self.body.addWidget(Label(self._why(), wordWrap=True))
        self.way = ComboBox()
        for obj in cards:
            text = translate("Collect", "Charge {card}").format(card=words.method(method_of(obj)))
            self.way.addItem(text, str(obj["id"]))
        self.way.addItem(translate("Collect", "Payment page that I send to the customer"), PAGE)
        self.way.addItem(translate("Collect", "Ask for a new card"), NEW_CARD)
        if cancel is not None:
            self.way.addItem(translate("Collect", "Cancel the subscription"), CANCEL)
        self.way.setCurrentIndex(max(0, self.way.findData(chosen_card)))
        self.body.addWidget(FormRow(translate("Collect", "How"), self.way))
        if subscription_of(invoice):
            cycle = translate("Collect", "A late payment does not move the billing cycle.")
            self.body.addWidget(Label(cycle, wordWrap=True))
        self.body.addStretch(1)
        self.primary.clicked.connect(self._go)
        self.way.setFocus()

    def _why(self) -> str:
        """Why the last attempt failed, what helps, and when Stripe retries (F9)."""
        wording = self.context.wording
        found = [translate("Collect", "Invoice {number} is not paid.").format(number=self._number)]
        failures = [payment.failure for payment in payments_of(self._invoice) if payment.failure is not None]
        if failures:
            found += [meaning(failures[0].code), advice(failures[0])]
        if at := self._invoice.get("next_payment_attempt"):
            found.append(translate("Payments", "Stripe retries automatically on {at}.").format(at=wording.moment(at)))
        return sentences(found)

    def _go(self) -> None:
        way = str(self.way.currentData())
        if way in (PAGE, NEW_CARD):
            self.chosen = way
            self.accept()
            return
        self.set_busy(True)
        self.jobs.start(self._cancel(self._cancels) if way == CANCEL and self._cancels else self._pay(way))

    async def _pay(self, method: str) -> None:
        service, id_ = self.context.services.invoices, str(self._invoice["id"])

        async def make() -> Preview | None:
            return await service.preview_pay(id_, method)

        def act(preview: Preview) -> str:
            text = translate("Collect", "Collect {amount}")
            return text.format(amount=self.context.wording.money(preview.operation.money[0]))

        def done(_: Operation, result: Json) -> str:
            return paid_sentence(result, self.context.wording)

        self._end(await carry_out(self.context, self, make, act, done, ("invoice", id_, self._number)))

    async def _cancel(self, cancel: Cancel) -> None:
        self._end(await cancel(self))

    def _end(self, made: Json | None) -> None:
        self.set_busy(False)
        if made is not None:
            self.accept()
