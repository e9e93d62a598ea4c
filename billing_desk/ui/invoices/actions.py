"""The actions for an invoice in its detail."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.json_object import id_of
from ...domain.objects.invoice import has_page, remaining_of, state
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import InvoiceServices
from ...services.invoices.invoices import WRITE
from ..widgets.context import Context
from ..widgets.jobs import Jobs
from ..wording.billing.paid_words import paid_sentence
from ..wording.text import translate
from ..writing.payment_page import show_payment_page
from ..writing.run import button, carry_out


class InvoiceActions:
    def __init__(self, context: Context[InvoiceServices], parent: QWidget, jobs: Jobs) -> None:
        self._context, self._parent, self._jobs = context, parent, jobs

    def buttons(self, invoice: dict[str, Any]) -> list[QPushButton]:
        """An open invoice can be paid and voided, an uncollectible one only voided."""
        status, lacking = state(invoice), WRITE in self._context.services.guard.lacking
        made = []
        if status == "open" and remaining_of(invoice).amount:
            text = translate("Invoices", "Pay {amount}…").format(amount=self._remaining(invoice))
            made.append(button(text, lambda: self._pay(invoice), lacking=lacking, primary=True))
        if has_page(invoice):
            made.append(button(translate("Invoices", "Payment page…"), lambda: self._page(invoice)))
        if status in ("open", "uncollectible"):
            made.append(button(translate("Invoices", "Void…"), lambda: self._void(invoice), lacking=lacking))
        return made

    def _remaining(self, invoice: dict[str, Any]) -> str:
        return self._context.wording.money(remaining_of(invoice))

    def _pay(self, invoice: dict[str, Any]) -> None:
        self._jobs.alone("action", self._paid(invoice))

    async def _paid(self, invoice: dict[str, Any]) -> None:
        service, id_, name = self._context.services.invoices, str(invoice["id"]), _name(invoice)
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
        service, id_, name = self._context.services.invoices, str(invoice["id"]), _name(invoice)
        act = translate("Invoices", "Void {name} permanently").format(name=name)
        await carry_out(
            self._context,
            self._parent,
            lambda: service.preview_void(id_),
            act,
            translate("Invoices", "Invoice voided."),
            ("invoice", id_, name),
        )


def _name(invoice: dict[str, Any]) -> str:
    return str(invoice.get("number") or invoice["id"])
