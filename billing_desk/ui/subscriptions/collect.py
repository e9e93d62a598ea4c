"""Collects the unpaid invoice of a subscription: with another card, on a page, or not at all (C3, C8)."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json, id_of
from ...domain.objects.invoice import payments_of, remaining_of, state
from ...domain.objects.payment_method import method_of
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.ending import Ending
from ...services.subscriptions.subscriptions import SubscriptionOverview
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
from ..wording.notices import Notice
from ..wording.text import sentences, translate
from ..writing.add_card import AddCardDialog
from ..writing.payment_page import show_payment_page
from ..writing.run import carry_out

PAGE, NEW_CARD, CANCEL = "page", "new", "cancel"


async def collect(
    context: Context[SubscriptionServices], parent: QWidget, subscription_id: str, *, link: bool = False
) -> None:
    """`link`: show the payment page at once."""
    services = context.services
    with suppress(DeskError):
        await services.subscriptions.refresh(subscription_id)
    seen = await services.subscriptions.overview(subscription_id)
    invoice = await _unpaid(context, seen) if seen else None
    if seen is None or invoice is None:
        context.say(Notice(translate("Collect", "Nothing is left to pay."), "neutral"))
        return
    customer = seen.customer or {"id": id_of(seen.subscription.get("customer")) or ""}
    if link:
        await show_payment_page(context, parent, customer, invoice)
        return
    dialog = CollectDialog(context, parent, seen, customer, invoice)
    if not await shown(dialog):
        return
    if dialog.chosen == PAGE:
        await show_payment_page(context, parent, customer, invoice)
    elif dialog.chosen == NEW_CARD:
        await shown(AddCardDialog(context, parent, customer))


async def _unpaid(context: Context[SubscriptionServices], seen: SubscriptionOverview) -> Json | None:
    """The newest open invoice, as it is at Stripe now."""
    open_ = [invoice for invoice in seen.invoices if state(invoice) in ("open", "processing")]
    latest = id_of(seen.subscription.get("latest_invoice"))
    found = open_[0] if open_ else None
    id_ = str(found["id"]) if found else latest
    if not id_:
        return None
    with suppress(DeskError):
        await context.services.queries.refresh("invoice", id_)
    invoice = await context.services.queries.get("invoice", id_)
    return invoice if invoice and state(invoice) == "open" and remaining_of(invoice).amount else None


class CollectDialog(DeskDialog[SubscriptionServices]):
    """`chosen` is PAGE or NEW_CARD if the dialog was accepted for that; paying and canceling are done from here."""

    def __init__(
        self,
        context: Context[SubscriptionServices],
        parent: QWidget,
        seen: SubscriptionOverview,
        customer: Json,
        invoice: Json,
    ) -> None:
        amount = context.wording.money(remaining_of(invoice))
        title = translate("Collect", "Collect {amount}").format(amount=amount)
        super().__init__(context, parent, title, translate("Collect", "Continue"), whom=whom_of(customer))
        self.setMinimumWidth(MIDDLE)
        self._subscription, self._invoice = seen.subscription, invoice
        self._number = str(invoice.get("number") or invoice["id"])
        self.chosen = ""
        self.body.addWidget(Label(self._why(), wordWrap=True))
        self.way = ComboBox()
        for obj in seen.cards:
            text = translate("Collect", "Charge {card}").format(card=words.method(method_of(obj)))
            self.way.addItem(text, str(obj["id"]))
        self.way.addItem(translate("Collect", "Payment page that I send to the customer"), PAGE)
        self.way.addItem(translate("Collect", "Ask for a new card"), NEW_CARD)
        self.way.addItem(translate("Collect", "Cancel the subscription"), CANCEL)
        self.body.addWidget(FormRow(translate("Collect", "How"), self.way))
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
        self.jobs.start(self._cancel() if way == CANCEL else self._pay(way))

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

    async def _cancel(self) -> None:
        service, id_ = self.context.services.subscription_ending, str(self._subscription["id"])

        async def make() -> Preview | None:
            return await service.preview_cancel(id_, Ending(None))

        act = translate("Collect", "Cancel the subscription now")
        done = translate("Cancel", "Subscription canceled.")
        self._end(await carry_out(self.context, self, make, act, done, ("subscription", id_, id_)))

    def _end(self, made: Json | None) -> None:
        self.set_busy(False)
        if made is not None:
            self.accept()
