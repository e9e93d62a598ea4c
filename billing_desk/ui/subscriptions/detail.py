"""The detail of a subscription: its life, items with their periods, planned changes, and invoices of its cycles."""

from __future__ import annotations

from functools import partial

from ...domain.catalog.plan import price_of
from ...domain.catalog.price_amount import price_amount
from ...domain.json_object import Json, id_of
from ...domain.objects.customer import display_name
from ...domain.objects.invoice import remaining_of, total_of
from ...domain.objects.invoice import standing as invoice_standing
from ...domain.objects.nested import is_cut
from ...domain.objects.payment_method import method_of
from ...domain.objects.subscription import (
    amount_per_period,
    currency_of,
    ends_on,
    items_of,
    next_bill,
    own_card,
    standing,
)
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.subscriptions import SubscriptionOverview
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.billing.price_words import price_text
from ..wording.text import joined, translate
from . import lifecycle
from .actions import SubscriptionActions, title_of

SHOWN = 12


class SubscriptionDetail(Detail[SubscriptionOverview, SubscriptionServices]):
    def __init__(self, context: Context[SubscriptionServices]) -> None:
        services = context.services.subscriptions
        empty = translate("Subscriptions", "Select a subscription to see its items, periods, and invoices.")
        super().__init__(context, "subscription", services.overview, services.refresh, self._fill, empty)
        self._actions = SubscriptionActions(context, self, self.jobs)

    def _fill(self, sheet: DetailBuilder, seen: SubscriptionOverview) -> None:
        subscription, wording = seen.subscription, self.context.wording
        owner = seen.customer
        pills = [words.subscription_status(standing(subscription))]
        amount = amount_per_period(items_of(subscription))
        due = wording.money(amount) if amount else ""
        about = joined((display_name(owner), str(owner.get("email") or "")), " · ") if owner else ""
        sheet.heading(title_of(subscription), subscription["id"], pills, about=about, amount=due)
        if buttons := self._actions.buttons(seen):
            sheet.action_row(*buttons)
        self._notes(sheet, seen)
        link = Link(display_name(owner), "customer", owner["id"]) if owner else ""
        pause = subscription.get("pause_collection") or {}
        sheet.facts(
            [
                (translate("Subscriptions", "Customer"), link),
                (translate("Subscriptions", "Next invoice"), wording.moment(next_bill(subscription))),
                (translate("Subscriptions", "Trial ends"), wording.moment(subscription.get("trial_end"))),
                (translate("Subscriptions", "Ends on"), wording.moment(ends_on(subscription))),
                (translate("Subscriptions", "Ended"), wording.moment(subscription.get("ended_at"))),
                (translate("Subscriptions", "Collection resumes"), wording.moment(pause.get("resumes_at"))),
                (translate("Subscriptions", "Billing method"), self._collection(subscription)),
                (translate("Subscriptions", "Payment method"), self._method(seen)),
                (
                    translate("Subscriptions", "Billing cycle anchor"),
                    wording.moment(subscription.get("billing_cycle_anchor")),
                ),
                (translate("Subscriptions", "Description"), str(subscription.get("description") or "")),
                (translate("Subscriptions", "Currency"), currency_of(subscription).upper()),
            ]
        )
        sheet.section(translate("Subscriptions", "Lifecycle: {state}").format(state=lifecycle.state(subscription)))
        self._life(sheet, seen)
        self._items(sheet, subscription)
        self._planned(sheet, seen)
        self._invoices(sheet, seen)

    def _notes(self, sheet: DetailBuilder, seen: SubscriptionOverview) -> None:
        """What is out of the ordinary."""
        subscription, wording = seen.subscription, self.context.wording
        for change in seen.planned:
            names = joined(
                (price_of(seen.prices.get(price, {"id": price})).nickname or price) for price, _ in change.items
            )
            text = translate("Subscriptions", "Changes to {plan} on {day}.")
            sheet.note(text.format(plan=names, day=wording.day(change.at)))
        if subscription.get("schedule") and not seen.planned:
            sheet.note(translate("Subscriptions", "A subscription schedule manages this subscription."))
        if pending := subscription.get("pending_update"):
            text = translate("Subscriptions", "A change waits for its payment until {day}.")
            sheet.note(text.format(day=wording.moment(pending.get("expires_at"))), "bad")
        now = self.context.services.clock.now()
        overdue = [i for i in seen.invoices if invoice_standing(i, now) == "overdue"]
        if overdue:
            text = translate("Subscriptions", "{amount} is overdue. A late payment does not move the billing cycle.")
            sheet.note(text.format(amount=wording.money(remaining_of(overdue[0]))), "bad")

    @staticmethod
    def _collection(subscription: Json) -> str:
        if subscription.get("collection_method") == "send_invoice":
            days = int(subscription.get("days_until_due") or 0)
            return translate("Subscriptions", "Send invoice, due in %n day(s)", "", days)
        return translate("Subscriptions", "Charge automatically")

    @staticmethod
    def _method(seen: SubscriptionOverview) -> Cell:
        own = own_card(seen.subscription)
        if own is None:
            return translate("Subscriptions", "The customer's default")
        held = next((card for card in seen.cards if card["id"] == own), {"id": own})
        return Link(words.method(method_of(held)), "card", own)

    def _life(self, sheet: DetailBuilder, seen: SubscriptionOverview) -> None:
        wording, now = self.context.wording, self.context.services.clock.now()
        rows: list[list[Cell]] = []
        for step in lifecycle.steps(seen.subscription, seen.invoices, seen.planned):
            bill: list[Cell] = ["", "", ""]
            if step.invoice is not None:
                pill = words.invoice_status(invoice_standing(step.invoice, now))
                bill = [self._named(step.invoice), wording.money(total_of(step.invoice)), pill]
            rows.append([wording.day(step.at), step.what, *bill])
        sheet.rows(rows, "", right=(3,))

    @staticmethod
    def _named(invoice: Json) -> Link:
        return Link(invoice.get("number") or translate("Subscriptions", "Draft"), "invoice", invoice["id"])

    def _items(self, sheet: DetailBuilder, subscription: Json) -> None:
        wording = self.context.wording
        sheet.section(translate("Subscriptions", "Items"))
        rows: list[list[Cell]] = []
        for item in items_of(subscription):
            period = wording.days(*item.period) if item.period[1] else ""
            name = Link(item.price.nickname or item.price.id, "price", item.price.id)
            price = price_text(item.price, wording)
            if item.price.is_metered:
                rows.append([name, "", price, period])
                continue
            amount = price_amount(item.price, item.quantity)
            total = wording.money(amount) if amount else translate("Subscriptions", "not known")
            rows.append([name, total, f"{wording.number(item.quantity)} × {price}", period])
        sheet.rows(rows, translate("Subscriptions", "No items."), right=(1,))
        sheet.cut_note(is_cut(subscription, "items"))
        discounts = [id_ for each in subscription.get("discounts") or () if (id_ := id_of(each))]
        if discounts:
            text = translate("Subscriptions", "%n discount(s) apply.", "", len(discounts))
            sheet.note(text)

    def _planned(self, sheet: DetailBuilder, seen: SubscriptionOverview) -> None:
        if not seen.planned:
            return
        wording = self.context.wording
        more = (translate("Subscriptions", "Cancel…"), partial(self._actions.run, "unschedule", self.id))
        sheet.section(translate("Subscriptions", "Scheduled changes"), more)
        rows: list[list[Cell]] = []
        for change in seen.planned:
            for id_, quantity in change.items:
                price = price_of(seen.prices.get(id_, {"id": id_}))
                name = Link(price.nickname or id_, "price", id_)
                count = f"{wording.number(quantity)} × " if quantity is not None else ""
                rows.append(
                    [
                        name,
                        f"{count}{price_text(price, wording)}" if id_ in seen.prices else count,
                        wording.day(change.at),
                    ]
                )
        sheet.rows(rows, "")

    def _invoices(self, sheet: DetailBuilder, seen: SubscriptionOverview) -> None:
        wording, now = self.context.wording, self.context.services.clock.now()
        total, show_all = len(seen.invoices), self.show_all("invoice")
        shown = seen.invoices[:SHOWN] if show_all else seen.invoices
        more = None
        if show_all and total > SHOWN:
            more = (translate("Subscriptions", "All %n invoice(s)", "", total), show_all)
        sheet.section(translate("Subscriptions", "Invoices"), more)
        rows: list[list[Cell]] = [
            [
                self._named(invoice),
                wording.day(invoice.get("created")),
                wording.money(total_of(invoice)),
                words.invoice_status(invoice_standing(invoice, now)),
            ]
            for invoice in shown
        ]
        sheet.rows(rows, translate("Subscriptions", "No invoices."), right=(2,))
