"""The detail of an invoice: lines, payments and status."""

from __future__ import annotations

from ...domain.money import Money
from ...domain.objects.customer import display_name
from ...domain.objects.invoice import Line, standing, subscription_of
from ...services.desk_services import InvoiceServices
from ...services.invoices.invoices import InvoiceOverview
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.text import translate
from .actions import InvoiceActions


class InvoiceDetail(Detail[InvoiceOverview, InvoiceServices]):
    def __init__(self, context: Context[InvoiceServices]) -> None:
        empty = translate("Invoices", "Select an invoice to see its line items and payments.")
        super().__init__(context, "invoice", self._load_whole, self._read_again, self._fill, empty)
        self._actions = InvoiceActions(context, self, self.jobs)

    async def _read_again(self, invoice_id: str) -> None:
        await self.context.services.queries.refresh("invoice", invoice_id)

    async def _load_whole(self, invoice_id: str) -> InvoiceOverview | None:
        return await self.context.services.invoices.overview(invoice_id)

    def _fill(self, sheet: DetailBuilder, seen: InvoiceOverview) -> None:
        invoice, wording = seen.invoice, self.context.wording
        title = invoice.get("number") or translate("Invoices", "Draft")
        sheet.heading(
            str(title), invoice["id"], [words.invoice_status(standing(invoice, self.context.services.clock.now()))]
        )
        if buttons := self._actions.buttons(invoice):
            sheet.buttons(*buttons)
        owner = seen.customer
        link: Cell = str(invoice.get("customer_name") or invoice.get("customer_email") or "")
        if owner:
            link = Link(display_name(owner), "customer", owner["id"])
        subscription = subscription_of(invoice)
        sheet.facts(
            [
                (translate("Invoices", "Customer"), link),
                (translate("Invoices", "Total"), self._money(seen, "total")),
                (translate("Invoices", "Paid"), self._money(seen, "amount_paid")),
                (translate("Invoices", "Remaining"), self._money(seen, "amount_remaining")),
                (translate("Invoices", "Due date"), wording.moment(invoice.get("due_date"))),
                (translate("Invoices", "Attempts"), wording.number(invoice.get("attempt_count") or 0)),
                (translate("Invoices", "Next retry"), wording.moment(invoice.get("next_payment_attempt"))),
                (
                    translate("Invoices", "Finalizes automatically"),
                    wording.moment(invoice.get("automatically_finalizes_at")),
                ),
                (
                    translate("Invoices", "Subscription"),
                    Link(subscription, "subscription", subscription) if subscription else "",
                ),
                (translate("Invoices", "Billing reason"), _reason(str(invoice.get("billing_reason") or ""))),
                (translate("Invoices", "Created"), wording.moment(invoice.get("created"))),
            ]
        )
        sheet.section(translate("Invoices", "Line items"))
        sheet.rows([self._line(line) for line in seen.lines], translate("Invoices", "No line items."), right=(2,))
        sheet.cut_note(seen.more_lines)
        self._payments(sheet, seen)

    def _money(self, seen: InvoiceOverview, field: str) -> str:
        return self.context.wording.money(Money(seen.invoice.get(field) or 0, seen.invoice.get("currency") or "usd"))

    def _line(self, line: Line) -> list[Cell]:
        wording = self.context.wording
        start, end = line.period
        period = f"{wording.day(start)} – {wording.day(end)}" if start and end and start != end else wording.day(start)
        text = line.description
        if line.proration:
            text += "  " + translate("Invoices", "(proration)")
        return [text, period, wording.money(line.amount)]

    def _payments(self, sheet: DetailBuilder, seen: InvoiceOverview) -> None:
        wording = self.context.wording
        sheet.section(translate("Invoices", "Payments"))
        rows: list[list[Cell]] = []
        for payment in seen.payments:
            amount = payment.get("amount_paid") or payment.get("amount_requested") or 0
            at = (payment.get("status_transitions") or {}).get("paid_at")
            money = wording.money(Money(amount, payment.get("currency") or "usd"))
            status = words.payment_status(str(payment.get("status") or ""))
            rows.append([wording.moment(at or payment.get("created")), money, status])
        sheet.rows(rows, translate("Invoices", "No payments."), right=(1,))
        sheet.cut_note(seen.more_payments)


def _reason(reason: str) -> str:
    return {
        "subscription_create": translate("Invoices", "Subscription created"),
        "subscription_cycle": translate("Invoices", "Subscription renewed"),
        "subscription_update": translate("Invoices", "Subscription updated"),
        "manual": translate("Invoices", "Manual"),
    }.get(reason, reason.replace("_", " "))
