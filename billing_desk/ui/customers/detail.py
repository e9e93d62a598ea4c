"""The customer page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ...domain.access.permissions import INVOICE_WRITE
from ...domain.errors import DeskError
from ...domain.money import Money, totals
from ...domain.objects.card import Card, card_of
from ...domain.objects.customer import display_name, fields_of
from ...domain.objects.invoice import is_overdue, remaining_of, total_of
from ...domain.objects.invoice import standing as invoice_standing
from ...domain.objects.note import is_note
from ...domain.objects.payment import Payment
from ...domain.objects.payment_method import method_of
from ...domain.objects.subscription import items_of, next_bill, own_card, standing
from ...services.customers.customers import WRITE, Overview
from ...services.customers.payments import WRITE as CHARGE_WRITE
from ...services.customers.timeline import Moment
from ...services.desk_services import CustomerServices
from ...services.subscriptions.subscriptions import WRITE as SUBSCRIPTION_WRITE
from ..tab.detail import SETTLED, Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.notices import sentence
from ..wording.text import Wording, joined, translate
from ..wording.tones import Tone
from ..writing.run import button
from .actions import CustomerActions
from .balance import show_balance
from .compare import flags
from .notes import show_notes
from .payments import show_failure, show_payments
from .timeline import show_timeline
from .usage import show_usage

SHOWN_INVOICES = 10

if TYPE_CHECKING:
    from ...services.usage.usage import MeterUse


@dataclass(frozen=True)
class Whole:
    """The data of the customer page."""

    seen: Overview
    moments: list[Moment]
    used: list[MeterUse]


class CustomerDetail(Detail[Whole, CustomerServices]):
    """`edit` and `create_anew` are called with the customer's id."""

    def __init__(
        self, context: Context[CustomerServices], edit: Callable[[str], None], create_anew: Callable[[str], None]
    ) -> None:
        self._usage_asked: tuple[str, frozenset[str]] = ("", frozenset())
        self._usage_refused = ""
        empty = translate("Customers", "Select a customer to see the balance, cards, subscriptions, and invoices.")
        super().__init__(context, "customer", self._load_whole, context.services.customers.refresh, self._fill, empty)
        self._edit, self._create_anew = edit, create_anew
        self._actions = CustomerActions(context, self, self.jobs)

    async def _load_whole(self, customer_id: str) -> Whole | None:
        services = self.context.services
        seen = await services.customers.overview(customer_id)
        if seen is None:
            return None
        used = await services.usage.of_customer(customer_id)
        asked = (customer_id, frozenset(str(one.meter["id"]) for one in used))
        if self._usage_asked != asked:  # another customer, or new meters since the page was opened
            self._usage_asked = asked
            if used:
                self.jobs.newest("usage", self._read_usage(customer_id))
        return Whole(seen, await services.timeline.of(seen), used)

    async def _read_usage(self, customer_id: str) -> None:
        """Read usage at Stripe once per customer shown. An error is displayed in place of the usage."""
        self._usage_refused = ""
        await asyncio.sleep(SETTLED)
        if self.id != customer_id:
            return
        try:
            await self.context.services.usage.refresh_customer(customer_id)
        except DeskError as error:
            self._usage_refused = sentence(error)
        if self.id == customer_id:
            self.jobs.newest("repaint", self._paint(customer_id))

    def _fill(self, sheet: DetailBuilder, shown_: Whole) -> None:
        seen = shown_.seen
        customer, wording = seen.customer, self.context.wording
        fields = fields_of(customer)
        now = self.context.services.clock.now()
        overdue = totals([remaining_of(i) for i in seen.invoices if is_overdue(i, now)])
        owed = "  ".join(map(wording.money, overdue))
        name, pills = display_name(customer), _pills(seen)
        if owed:
            pills = [(translate("Customers", "Overdue"), "bad")]
        sheet.heading(name, customer["id"], pills, about=fields.email if fields.email != name else "", amount=owed)
        if customer.get("deleted"):
            sheet.action_row(button(translate("Customers", "Create again…"), lambda: self._create_anew(self.id)))
            sheet.note(translate("Customers", "This customer was deleted in Stripe. Only this local copy remains."))
        else:
            sheet.action_row(*self._buttons(seen, owed))
            for said in flags(seen):
                sheet.note(said, "bad")
        show_failure(sheet, seen, wording, partial(self._actions.page, customer))
        address = fields.address
        lines = [address.line1, address.line2, f"{address.postal_code} {address.city}".strip(), address.state]
        place = joined(line for line in [*lines, address.country] if line)
        sheet.facts(
            [
                (translate("Customers", "Overdue"), owed),
                (translate("Customers", "Balance"), _balance(seen, wording)),
                (translate("Customers", "Default payment method"), _default(seen, wording)),
                (translate("Customers", "Phone"), fields.phone),
                (translate("Customers", "Address"), place),
                (translate("Customers", "Languages"), joined(fields.preferred_locales)),
                (translate("Customers", "Tax status"), words.tax_exempt(fields.tax_exempt)),
                (translate("Customers", "Tax IDs"), joined(f"{one.type} {one.value}" for one in seen.tax_ids)),
                (translate("Customers", "Description"), fields.description),
                (translate("Customers", "Created"), wording.moment(customer.get("created"))),
            ]
        )
        self._subscriptions(sheet, seen)
        self._invoices(sheet, seen, now)
        self._cards(sheet, seen)
        lacking_charge = CHARGE_WRITE in self.context.services.guard.lacking
        charges, moves = self.show_all("charges"), self.show_all("balance")
        older = "charges" in seen.older
        show_payments(sheet, seen, wording, self._payment_clicked, charges, lacking=lacking_charge, older=older)
        show_balance(sheet, seen.balance_moves, wording, moves, older="balance" in seen.older)
        show_usage(sheet, shown_.used, self._usage_refused, wording)
        may_note = WRITE not in self.context.services.guard.lacking and not customer.get("deleted")
        write = partial(self.run_action, "note") if may_note else None
        show_notes(sheet, fields.metadata, wording, write, partial(self._actions.remove_note, customer))
        show_timeline(sheet, shown_.moments, wording)
        metadata = [(key, value) for key, value in sorted(fields.metadata.items()) if not is_note(key)]
        if metadata:
            sheet.section(translate("Customers", "Metadata"))
            sheet.rows(metadata, "")

    def _subscriptions(self, sheet: DetailBuilder, seen: Overview) -> None:
        wording = self.context.wording
        sheet.section(translate("Customers", "Subscriptions"))
        rows: list[list[Cell]] = []
        cards = {method.id: words.method(method) for method in map(method_of, seen.cards)}
        for subscription in seen.subscriptions:
            name = joined(item.price.nickname or item.price.id for item in items_of(subscription))
            bill = next_bill(subscription)
            when = translate("Customers", "next invoice {day}").format(day=wording.day(bill)) if bill else ""
            link = Link(name or subscription["id"], "subscription", subscription["id"])
            own = own_card(subscription)
            charged = Link(cards.get(own, own), "card", own) if own and own != seen.default_card else ""
            rows.append([link, charged, when, words.subscription_status(standing(subscription))])
        sheet.rows(rows, translate("Customers", "No subscriptions."))

    def _invoices(self, sheet: DetailBuilder, seen: Overview, now: int) -> None:
        wording = self.context.wording
        ordered = sorted(seen.invoices, key=lambda i: (i.get("status") != "open", -(i.get("created") or 0)))
        more = None
        if len(ordered) > SHOWN_INVOICES:
            text = translate("Customers", "All %n invoice(s)", "", len(ordered))
            more = (text, self._all_invoices)
        sheet.section(translate("Customers", "Invoices"), more)
        rows: list[list[Cell]] = [
            [
                Link(invoice.get("number") or translate("Customers", "Draft"), "invoice", invoice["id"]),
                wording.day(invoice.get("created")),
                wording.money(total_of(invoice)),
                words.invoice_status(invoice_standing(invoice, now)),
            ]
            for invoice in ordered[:SHOWN_INVOICES]
        ]
        sheet.rows(rows, translate("Customers", "No invoices."), right=(2,))

    def _cards(self, sheet: DetailBuilder, seen: Overview) -> None:
        more = (
            None
            if seen.customer.get("deleted")
            else (translate("Customers", "Add card…"), partial(self.run_action, "add_card"))
        )
        sheet.section(translate("Customers", "Payment methods"), more)
        rows: list[list[Cell]] = []
        for obj in seen.cards:
            card, method = card_of(obj), method_of(obj)
            default: tuple[str, Tone] = (translate("Customers", "Default"), "info")
            rows.append(
                [
                    Link(words.method(method), "card", method.id),
                    words.expiry(card.exp_year * 100 + card.exp_month) if card else "",
                    words.funding(card.funding) if card else None,
                    default if method.id == seen.default_card else None,
                ]
            )
        sheet.rows(rows, translate("Customers", "No payment methods."))

    def run_action(self, name: str) -> None:
        """Run an action by its name, for the customer shown here."""
        self.run_for(name, self.id)

    def run_for(self, name: str, customer_id: str) -> None:
        self._actions.run(name, customer_id)

    def _buttons(self, seen: Overview, owed: str) -> list[QPushButton]:
        """What the state asks for first: collecting what is overdue, else editing."""
        lacking = WRITE in self.context.services.guard.lacking
        may_not_charge = INVOICE_WRITE in self.context.services.guard.lacking
        edit = button(translate("Customers", "Edit…"), self._edit_clicked, lacking=lacking, primary=not owed)
        charge = button(translate("Customers", "Charge…"), partial(self.run_action, "charge"), lacking=may_not_charge)
        charge.setObjectName("charge")
        first = [edit, charge]
        if owed:
            text = translate("Customers", "Pay {amount}…").format(amount=owed)
            pay = button(text, partial(self.run_action, "pay_overdue"), lacking=may_not_charge, primary=True)
            first = [pay, charge, edit]
        subscribe = button(
            translate("Customers", "New subscription…"),
            partial(self.context.act, "subscribe", self.id),
            lacking=SUBSCRIPTION_WRITE in self.context.services.guard.lacking,
        )
        subscribe.setObjectName("subscribe")
        bill = partial(self.context.act, "invoice_new", self.id)
        invoice = button(translate("Customers", "New invoice…"), bill, lacking=may_not_charge)
        made = [
            *first,
            subscribe,
            invoice,
            button(translate("Customers", "Add card…"), partial(self.run_action, "add_card"), lacking=lacking),
            button(translate("Customers", "Adjust balance…"), partial(self.run_action, "credit"), lacking=lacking),
            button(translate("Customers", "Tax IDs…"), partial(self.run_action, "tax_ids"), lacking=lacking),
            button(translate("Customers", "Delete…"), partial(self.run_action, "delete"), lacking=lacking),
        ]
        if seen.twins:
            made.insert(len(first), button(translate("Customers", "Compare…"), partial(self.run_action, "compare")))
        return made

    def _payment_clicked(self, name: str, payment: Payment) -> None:
        self._actions.on_payment(name, self.id, payment)

    def _edit_clicked(self) -> None:
        self._edit(self.id)

    def _all_invoices(self) -> None:
        self.context.open_list("invoice", self.id)


def _pills(seen: Overview) -> list[words.Pill]:
    if seen.customer.get("deleted"):
        return [(translate("Customers", "Deleted"), "neutral")]
    return [(translate("Customers", "Delinquent"), "bad")] if seen.customer.get("delinquent") else []


def _balance(seen: Overview, wording: Wording) -> str:
    amount, currency = seen.customer.get("balance") or 0, seen.customer.get("currency")
    if not amount or not currency:
        return translate("Customers", "None")
    word = translate("Customers", "{amount} credit") if amount < 0 else translate("Customers", "{amount} debit")
    return word.format(amount=wording.money(Money(abs(amount), currency)))


def _default(seen: Overview, wording: Wording) -> Cell:
    if not seen.default_card:
        return (translate("Customers", "No default payment method"), "warn")
    chosen = [obj for obj in seen.cards if obj["id"] == seen.default_card]
    card = card_of(chosen[0]) if chosen else None
    if card is not None:
        return Link(_with_expiry(card, wording), "card", card.id)
    text = words.method(method_of(chosen[0])) if chosen else seen.default_card
    return Link(text, "card", seen.default_card)


def _with_expiry(card: Card, wording: Wording) -> str:
    text = words.card_and_expiry(card)
    if card.expires_within(wording.today(), 0):
        return text + "  " + translate("Customers", "(expired)")
    return text
