"""The actions for an invoice in its detail."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.access.permissions import INVOICE_WRITE
from ...domain.errors import DeskError
from ...domain.invoices.actions import InvoiceAction, owed, refusal
from ...domain.json_object import id_of
from ...domain.objects.invoice import has_page, name_of, state, subscription_of
from ...domain.writes.invoice_draft import Draft
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import InvoiceServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..widgets.whom import whom_of
from ..wording.billing.invoice_words import why_not
from ..wording.billing.paid_words import paid_sentence
from ..wording.notices import notice_of
from ..wording.text import translate
from ..writing.payment_page import show_payment_page
from ..writing.run import button, carry_out

CREDIT, OUTSIDE, PDF, SETTLE, UPCOMING = "credit", "outside", "pdf", "settle", "upcoming"


class InvoiceActions:
    def __init__(self, context: Context[InvoiceServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def buttons(self, invoice: dict[str, Any]) -> list[QPushButton]:
        """What the state asks for first; what is not possible is gray and says why."""
        lacking = INVOICE_WRITE in self._context.services.guard.lacking
        made = []

        def add(
            action: InvoiceAction, text: str, press: Callable[[], Any], *, primary: bool = False, name: str = ""
        ) -> None:
            why = why_not(code) if (code := refusal(invoice, action)) else ""
            one = button(text, press, lacking=lacking, primary=primary and not why, why=why)
            one.setObjectName(name or action)
            made.append(one)

        status = state(invoice)
        finalizes = partial(self._simple, invoice, "finalize")
        if status == "draft":
            add(InvoiceAction.FINALIZE, translate("Invoices", "Finalize…"), finalizes, primary=True)
        text = translate("Invoices", "Pay {amount}…").format(amount=self._context.wording.money(owed(invoice)))
        pay = text if owed(invoice).amount else translate("Invoices", "Pay…")
        add(InvoiceAction.PAY, pay, lambda: self._pay(invoice), primary=True)
        other = translate("Invoices", "Pay with another card…")
        add(InvoiceAction.PAY, other, partial(self._open, invoice, SETTLE), name=SETTLE)
        add(InvoiceAction.EDIT, translate("Invoices", "Edit…"), partial(self.run, "invoice_edit", str(invoice["id"])))
        add(InvoiceAction.SEND, translate("Invoices", "Send…"), partial(self._simple, invoice, "send"))
        if has_page(invoice):
            made.append(button(translate("Invoices", "Payment page…"), lambda: self._page(invoice)))
        add(InvoiceAction.CREDIT, translate("Invoices", "Credit note…"), partial(self._open, invoice, CREDIT))
        outside = translate("Invoices", "Paid outside Stripe…")
        add(InvoiceAction.PAID_OUTSIDE, outside, partial(self._open, invoice, OUTSIDE))
        off = partial(self._simple, invoice, "write_off")
        add(InvoiceAction.WRITE_OFF, translate("Invoices", "Mark as uncollectible…"), off)
        add(InvoiceAction.VOID, translate("Invoices", "Void…"), lambda: self._void(invoice))
        again = partial(self._simple, invoice, "reissue")
        add(InvoiceAction.REISSUE, translate("Invoices", "Void and re-issue…"), again)
        if status != "draft":
            made.append(button(translate("Invoices", "PDF…"), partial(self._open, invoice, PDF)))
        copy = partial(self.run, "invoice_copy", str(invoice["id"]))
        made.append(button(translate("Invoices", "Duplicate…"), copy, lacking=lacking))
        if subscription_of(invoice):
            text = translate("Invoices", "Upcoming invoice…")
            made.append(button(text, partial(self._open, invoice, UPCOMING)))
            made[-1].setObjectName(UPCOMING)
        delete = partial(self._simple, invoice, "delete")
        add(InvoiceAction.DELETE, translate("Invoices", "Delete draft…"), delete)
        if status != "draft":
            add(InvoiceAction.FINALIZE, translate("Invoices", "Finalize…"), finalizes)
        possible = [one for one in made if one.isEnabled()]
        return [*possible, *(one for one in made if not one.isEnabled())]

    def run(self, name: str, id_: str) -> None:
        """Run an action by its name: `invoice_new` for a customer by id ("": who is chosen first), `invoice_edit` or
        `invoice_copy` for an invoice, `invoice_month` and
        `invoice_reports` for none."""
        work: dict[str, Callable[[str], Coroutine[Any, Any, None]]] = {
            "invoice_new": self._new,
            "invoice_month": self._close_month,
            "invoice_reports": self._reports,
            "invoice_edit": self._edit,
            "invoice_copy": partial(self._edit, anew=True),
        }
        self._jobs.alone("action", work[name](id_))

    async def _close_month(self, _: str) -> None:
        from .month import MonthDialog

        dialog = MonthDialog(self._context, self._parent)
        await shown(dialog)
        if dialog.wants_reports:
            await self._reports("")

    async def _reports(self, _: str) -> None:
        from .reports import ReportsDialog

        await shown(ReportsDialog(self._context, self._parent))

    async def _new(self, customer_id: str) -> None:
        from ..writing.pick_customer import PickCustomerDialog

        if not customer_id:
            picker = PickCustomerDialog(self._context, self._parent)
            customer_id = picker.chosen if await shown(picker) else ""
        if customer_id:
            await self._draft(customer_id, Draft(customer_id, ""))

    async def _edit(self, invoice_id: str, *, anew: bool = False) -> None:
        """`anew`: a copy of the invoice."""
        try:
            draft = await self._context.services.invoice_drafts.draft(invoice_id, anew=anew)
        except DeskError as error:
            self._context.say(notice_of(error))
            return
        await self._draft(draft.customer, draft, "" if anew else invoice_id)

    async def _draft(self, customer_id: str, draft: Draft, invoice_id: str = "") -> None:
        from .draft import DraftDialog

        try:
            offer = await self._context.services.invoice_drafts.offer(customer_id)
        except DeskError as error:
            self._context.say(notice_of(error))
            return
        await shown(DraftDialog(self._context, self._parent, offer, draft, invoice_id))

    def _open(self, invoice: dict[str, Any], name: str) -> None:
        self._jobs.alone("action", self._opened(invoice, name))

    async def _opened(self, invoice: dict[str, Any], name: str) -> None:
        from .dialogs import CreditDialog, PaidOutsideDialog

        owner = id_of(invoice.get("customer")) or ""
        customer = await self._context.services.queries.get("customer", owner)
        whom = whom_of(customer) if customer else None
        if name == SETTLE:
            from ..writing.settle import settle

            await settle(self._context, self._parent, invoice)
            return
        if name == UPCOMING:
            from .upcoming import UpcomingDialog

            subscription = subscription_of(invoice) or ""
            await shown(UpcomingDialog(self._context, self._parent, subscription, whom))
            return
        if name == PDF:
            from .pdf import PdfDialog

            await shown(PdfDialog(self._context, self._parent, str(invoice["id"]), name_of(invoice), whom))
            return
        kind = CreditDialog if name == CREDIT else PaidOutsideDialog
        await shown(kind(self._context, self._parent, invoice, name_of(invoice), whom))

    def _simple(self, invoice: dict[str, Any], name: str) -> None:
        self._jobs.alone("action", self._done(invoice, name))

    async def _done(self, invoice: dict[str, Any], name: str) -> None:
        """An action without a form of its own."""
        service, id_, title = self._context.services.invoice_lifecycle, str(invoice["id"]), name_of(invoice)
        make, act, done = {
            "finalize": (
                service.preview_finalize,
                translate("Invoices", "Finalize {name}"),
                translate("Invoices", "Invoice finalized."),
            ),
            "send": (
                self._context.services.invoice_drafts.preview_send,
                translate("Invoices", "Send {name}"),
                translate("Invoices", "Invoice sent."),
            ),
            "write_off": (
                service.preview_write_off,
                translate("Invoices", "Mark {name} as uncollectible"),
                translate("Invoices", "Invoice marked as uncollectible."),
            ),
            "reissue": (
                service.preview_reissue,
                translate("Invoices", "Void {name} and make a draft"),
                translate("Invoices", "Invoice voided. The draft that replaces it is in Invoices."),
            ),
            "delete": (
                service.preview_delete,
                translate("Invoices", "Delete {name}"),
                translate("Invoices", "Draft deleted."),
            ),
        }[name]
        link = ("invoice", id_, title)
        await carry_out(self._context, self._parent, lambda: make(id_), act.format(name=title), done, link)

    def _pay(self, invoice: dict[str, Any]) -> None:
        self._jobs.alone("action", self._paid(invoice))

    async def _paid(self, invoice: dict[str, Any]) -> None:
        service, id_, name = self._context.services.invoices, str(invoice["id"]), name_of(invoice)
        money = self._context.wording.money

        def act(preview: Preview) -> str:
            text = translate("Invoices", "Collect {amount} for {name}")
            return text.format(amount=money(preview.operation.money[0]), name=name)

        def done(_: Operation, result: dict[str, Any]) -> str:
            return paid_sentence(result, self._context.wording)

        await carry_out(
            self._context,
            self._parent,
            lambda: service.preview_pay(id_),
            act,
            done,
            ("invoice", id_, name),
        )

    def _page(self, invoice: dict[str, Any]) -> None:
        self._jobs.alone("action", self._shown_page(invoice))

    async def _shown_page(self, invoice: dict[str, Any]) -> None:
        owner = id_of(invoice.get("customer")) or ""
        customer = await self._context.services.queries.get("customer", owner) or {"id": owner}
        await show_payment_page(self._context, self._parent, customer, invoice)

    def _void(self, invoice: dict[str, Any]) -> None:
        self._jobs.alone("action", self._voided(invoice))

    async def _voided(self, invoice: dict[str, Any]) -> None:
        service, id_, name = self._context.services.invoices, str(invoice["id"]), name_of(invoice)
        act = translate("Invoices", "Void {name} permanently").format(name=name)
        await carry_out(
            self._context,
            self._parent,
            lambda: service.preview_void(id_),
            act,
            translate("Invoices", "Invoice voided."),
            ("invoice", id_, name),
        )
