"""The dialog with the link of an invoice's payment page (also for 3-D Secure), watched until it is paid."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.invoice import has_page, name_of, remaining_of
from ...services.screen_services import HostedPageServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.link_view import LinkView
from ..widgets.plain import Label
from ..widgets.theme import MIDDLE
from ..widgets.whom import whom_of
from ..wording.emails import payment_mail
from ..wording.notices import Notice
from ..wording.text import translate


async def show_payment_page(
    context: Context[HostedPageServices], parent: QWidget, customer: Json, invoice: Json
) -> None:
    """The link is read again, because Stripe's links expire."""
    with suppress(DeskError):
        invoice, _ = await context.services.reader.read("invoice", str(invoice["id"]))
    if has_page(invoice):
        await shown(PaymentPageDialog(context, parent, customer, invoice))
    else:
        context.say(Notice(translate("PaymentPage", "Nothing is left to pay."), "neutral"))


class PaymentPageDialog(DeskDialog[HostedPageServices]):
    def __init__(self, context: Context[HostedPageServices], parent: QWidget, customer: Json, invoice: Json) -> None:
        title = translate("PaymentPage", "Payment page for the customer")
        super().__init__(context, parent, title, whom=whom_of(customer))
        self.setMinimumWidth(MIDDLE)
        self._invoice = invoice
        money = remaining_of(invoice)
        text = translate(
            "PaymentPage",
            "{amount} for invoice {number}. The customer completes 3D Secure on this page if the bank requires it.",
        )
        number = name_of(invoice)
        said = text.format(amount=context.wording.money(money), number=number)
        self.body.addWidget(Label(said, wordWrap=True))
        url = str(invoice["hosted_invoice_url"])
        mail = payment_mail(customer, context.services.account_name, url, money)
        self.page = LinkView(url, context.services.own_pages(), mail)
        self.page.state.setText(translate("PaymentPage", "Waiting for the customer…"))
        self.body.addWidget(self.page)
        self.body.addStretch(1)
        self.page.link.setFocus()
        self.jobs.newest("watch", self._watch())

    async def _watch(self) -> None:
        services, id_ = self.context.services, str(self._invoice["id"])
        status = await self.page.watched(services.invoices.until_settled(id_))
        if status is None:
            return
        if status != "paid":
            self.page.state.setText(translate("PaymentPage", "The invoice is no longer open and was not paid."))
            return
        number = str(self._invoice.get("number") or id_)
        text = translate("PaymentPage", "Invoice {number} was paid.").format(number=number)
        self.page.state.setText(text)
        self.context.say(Notice(text, "good", link=("invoice", id_), link_text=number))
