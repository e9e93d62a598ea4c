"""The detail of an invoice: lines, payments and status."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.invoices.life import life_of
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.customer import display_name
from ...domain.objects.invoice import (
    PaidBy,
    attempt_of,
    charged_of,
    paid_by,
    remaining_of,
    standing,
    subscription_of,
    written_off,
)
from ...services.desk_services import InvoiceServices
from ...services.invoices.invoices import InvoiceOverview
from ...services.invoices.review import ReviewOverview
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.billing.declines import meaning
from ..wording.billing.invoice_words import invoice_step
from ..wording.text import joined, translate
from .actions import InvoiceActions
from .line_cells import line_cells, sum_cells
from .review import Reviewer


@dataclass(frozen=True)
class Whole:
    seen: InvoiceOverview
    review: ReviewOverview


class InvoiceDetail(Detail[Whole, InvoiceServices]):
    """With its review beside it."""

    def __init__(self, context: Context[InvoiceServices]) -> None:
        empty = translate("Invoices", "Select an invoice to see its line items and payments.")
        super().__init__(context, "invoice", self._load_whole, self._read_again, self._fill, empty)
        self._actions = InvoiceActions(context, self, self.jobs)
        self._reviewer = Reviewer(context, self, self.jobs)

    async def _read_again(self, invoice_id: str) -> None:
        await self.context.services.invoices.refresh(invoice_id)

    async def _load_whole(self, invoice_id: str) -> Whole | None:
        seen = await self.context.services.invoices.overview(invoice_id)
        return Whole(seen, await self.context.services.invoice_review.overview(seen.invoice)) if seen else None

    def _fill(self, sheet: DetailBuilder, whole: Whole) -> None:
        seen = whole.seen
        invoice, wording = seen.invoice, self.context.wording
        title = invoice.get("number") or translate("Invoices", "Draft")
        sheet.heading(
            str(title), invoice["id"], [words.invoice_status(standing(invoice, self.context.services.clock.now()))]
        )
        if buttons := self._actions.buttons(invoice):
            sheet.action_row(*buttons)
        owner = seen.customer
        link: Cell = str(invoice.get("customer_name") or invoice.get("customer_email") or "")
        if owner:
            link = Link(display_name(owner), "customer", owner["id"])
        subscription = subscription_of(invoice)
        reason = str(invoice.get("billing_reason") or "")
        sheet.facts(
            [
                (translate("Invoices", "Customer"), link),
                (translate("Invoices", "Charged"), wording.money(charged_of(invoice))),
                (translate("Invoices", "Refunded"), self._if_any(seen.refunded)),
                *self._settled_otherwise(invoice),
                (translate("Invoices", "Remaining"), wording.money(remaining_of(invoice))),
                (translate("Invoices", "Written off"), self._if_any(written_off(invoice))),
                (translate("Invoices", "Attempts"), wording.number(invoice.get("attempt_count") or 0)),
                (
                    translate("Invoices", "Subscription"),
                    Link(subscription, "subscription", subscription) if subscription else "",
                ),
                (
                    translate("Invoices", "Billing reason"),
                    words.billing_reason(reason),
                ),
                (translate("Invoices", "Collection"), self._collection(invoice)),
                (translate("Invoices", "Memo"), str(invoice.get("description") or "")),
                (translate("Invoices", "Footer"), str(invoice.get("footer") or "")),
                *((str(each["name"]), str(each["value"])) for each in invoice.get("custom_fields") or ()),
            ]
        )
        self._reviewer.show(sheet, invoice, whole.review)
        self._life(sheet, seen)
        sheet.section(translate("Invoices", "Line items"))
        lines = [line_cells(line, wording) for line in seen.lines]
        sheet.rows(lines, translate("Invoices", "No line items."), right=(3,))
        sheet.cut_note(seen.more_lines)
        sheet.rows(sum_cells(invoice, seen.rates, wording), "", right=(1,))
        self._payments(sheet, seen)

    def _collection(self, invoice: Json) -> str:
        return words.collection("email" if invoice.get("collection_method") == "send_invoice" else "card")

    def _life(self, sheet: DetailBuilder, seen: InvoiceOverview) -> None:
        """From the draft to the end; a draft of a subscription is finalized about an hour after it was made (C10)."""
        wording = self.context.wording
        sheet.section(translate("Invoices", "Lifecycle"))
        rows: list[list[Cell]] = []
        for moment in life_of(seen.invoice, seen.notes):
            failed = moment.attempt.failure if moment.attempt else None
            amount = wording.money(moment.amount) if moment.amount else ""
            rows.append([joined((invoice_step(moment.step), amount), "  "), wording.moment(moment.at)])
            if failed:
                rows.append([meaning(failed.code), ""])
        sheet.rows(rows, "", right=(1,))
        sheet.cut_note(seen.more_payments)

    def _if_any(self, money: Money) -> str:
        return self.context.wording.money(money) if money.amount else ""

    def _settled_otherwise(self, invoice: Json) -> list[tuple[str, Cell]]:
        """What settled the total without a charge."""
        parts = [part for part in paid_by(invoice) if part[0] is not PaidBy.CHARGED]
        return [(words.paid_by(kind), self.context.wording.money(money)) for kind, money in parts]

    def _payments(self, sheet: DetailBuilder, seen: InvoiceOverview) -> None:
        """Each payment with the method, its result, and a link to the customer's payments."""
        wording = self.context.wording
        sheet.section(translate("Invoices", "Payments"))
        rows: list[list[Cell]] = []
        for payment in map(attempt_of, seen.payments):
            method = seen.methods.get(payment.method_id)
            charged: Cell = Link(words.method(method), "card", method.id) if method else ""
            opens: Cell = wording.moment(payment.at)
            if seen.customer:
                opens = Link(wording.moment(payment.at), "customer", seen.customer["id"])
            state = words.payment_status(payment.state)
            rows.append([opens, charged, wording.money(payment.amount), state])
            if payment.failure:
                rows.append([meaning(payment.failure.code), "", "", None])
        sheet.rows(rows, self._no_payments(seen.invoice), right=(2,))
        sheet.cut_note(seen.more_payments)

    def _no_payments(self, invoice: Json) -> str:
        if invoice.get("status") == "paid":
            how = joined(words.paid_by(kind) for kind, _ in paid_by(invoice))
            if not how:
                return translate("Invoices", "No payments: nothing was due.")
            return translate("Invoices", "No payments: {how}.").format(how=how)
        return translate("Invoices", "No payments.")
