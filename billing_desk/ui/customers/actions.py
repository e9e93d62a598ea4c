"""The actions for a customer, from buttons and from the keyboard. Dialogs are imported when they are opened."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QWidget

from ...domain.objects.customer import display_name
from ...domain.objects.invoice import has_page, is_overdue
from ...domain.objects.note import Note
from ...domain.objects.payment import Payment
from ...services.desk_services import CustomerServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..wording.notices import Notice
from ..wording.text import translate
from ..writing.run import carry_out


class CustomerActions:
    """One action at a time: a second one does not start while another is running."""

    def __init__(self, context: Context[CustomerServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def run(self, name: str, customer_id: str) -> None:
        """Run an action by its name. If it does not apply to the customer, shows why."""
        service = {
            "charge": self._charge,
            "add_card": self._add_card,
            "pay_overdue": self._pay_overdue,
            "refund": self._refund_newest,
            "credit": self._credit,
            "compare": self._compare,
            "tax_ids": self._tax_ids,
            "note": self._note,
            "delete": self._delete,
        }
        self._begin(service[name](customer_id))

    def on_payment(self, name: str, customer_id: str, payment: Payment) -> None:
        """Run REFUND, CAPTURE or RELEASE of ui/customers/payments.py."""
        self._begin(self._on_payment(name, customer_id, payment))

    def _begin(self, work: Coroutine[Any, Any, object]) -> None:
        self._jobs.alone("action", work)

    def _say_nothing(self, text: str) -> None:
        self._context.say(Notice(text, "neutral"))

    async def _charge(self, customer_id: str) -> None:
        from .charge import ChargeDialog

        services = self._context.services
        seen = await services.customers.overview(customer_id)
        if seen is None:
            return
        dialog = ChargeDialog(self._context, self._parent, seen, display_name(seen.customer))
        await shown(dialog)
        results = await services.log.results(dialog.to_confirm) if dialog.to_confirm else [dialog.to_pay]
        made = [invoice for invoice in results if invoice is not None]
        if made and has_page(made[-1]):
            await self._payment_page(seen.customer, made[-1])

    def page(self, customer: dict[str, Any], invoice: dict[str, Any]) -> None:
        """Show the link of the invoice's payment page."""
        self._begin(self._payment_page(customer, invoice))

    async def _payment_page(self, customer: dict[str, Any], invoice: dict[str, Any]) -> None:
        from ..writing.payment_page import show_payment_page

        await show_payment_page(self._context, self._parent, customer, invoice)

    async def _add_card(self, customer_id: str) -> None:
        from ..writing.add_card import AddCardDialog

        customer = await self._context.services.queries.get("customer", customer_id)
        if customer is not None:
            await shown(AddCardDialog(self._context, self._parent, customer))

    async def _pay_overdue(self, customer_id: str) -> None:
        from .pay_overdue import PayOverdueDialog

        services = self._context.services
        seen = await services.customers.overview(customer_id)
        if seen is None:
            return
        overdue = [invoice for invoice in seen.invoices if is_overdue(invoice, services.clock.now())]
        if overdue:
            await shown(PayOverdueDialog(self._context, self._parent, seen, overdue))
        else:
            self._say_nothing(translate("Customers", "No overdue invoices."))

    async def _refund_newest(self, customer_id: str) -> None:
        left = [p for p in await self._context.services.payments.of(customer_id) if p.refundable.amount]
        if left:
            await self._on_payment("refund", customer_id, left[0])
        else:
            self._say_nothing(translate("Customers", "No refundable payments."))

    async def _on_payment(self, name: str, customer_id: str, payment: Payment) -> None:
        from .payments import CAPTURE, RELEASE, CaptureDialog, RefundDialog, release

        customer = await self._context.services.queries.get("customer", customer_id) or {"id": customer_id}
        if name == RELEASE:
            await release(self._context, self._parent, customer_id, payment)
        else:
            kind = CaptureDialog if name == CAPTURE else RefundDialog
            await shown(kind(self._context, self._parent, customer, payment))

    async def _credit(self, customer_id: str) -> None:
        from .balance import BalanceDialog

        customer = await self._context.services.queries.get("customer", customer_id)
        if customer is not None:
            await shown(BalanceDialog(self._context, self._parent, customer))

    async def _compare(self, customer_id: str) -> None:
        from .compare import CompareDialog

        seen = await self._context.services.customers.overview(customer_id)
        if seen is not None and seen.twins:
            await shown(CompareDialog(self._context, self._parent, seen, seen.twins))
        else:
            self._say_nothing(translate("Customers", "No possible duplicates."))

    async def _tax_ids(self, customer_id: str) -> None:
        from .tax_ids import TaxIdsDialog

        seen = await self._context.services.customers.overview(customer_id)
        if seen is not None:
            await shown(TaxIdsDialog(self._context, self._parent, seen.customer, seen.tax_ids))

    async def _note(self, customer_id: str) -> None:
        from .notes import NoteDialog

        customer = await self._context.services.queries.get("customer", customer_id)
        if customer is not None and not customer.get("deleted"):
            await shown(NoteDialog(self._context, self._parent, customer))

    def remove_note(self, customer: dict[str, Any], note: Note) -> None:
        self._begin(self._remove_note(customer, note))

    async def _remove_note(self, customer: dict[str, Any], note: Note) -> None:
        notes, id_ = self._context.services.customer_notes, str(customer["id"])
        await carry_out(
            self._context,
            self._parent,
            lambda: notes.preview_remove(id_, note.key),
            translate("Customers", "Remove note from {name}").format(name=display_name(customer)),
            translate("Customers", "Note removed."),
            ("customer", id_, display_name(customer)),
        )

    async def _delete(self, customer_id: str) -> None:
        parts = self._context.services.customer_parts
        customer = await self._context.services.queries.get("customer", customer_id) or {"id": customer_id}
        await carry_out(
            self._context,
            self._parent,
            lambda: parts.preview_delete(customer_id),
            translate("Customers", "Delete {name} permanently").format(name=display_name(customer)),
            translate("Customers", "{name} was deleted.").format(name=display_name(customer)),
        )
