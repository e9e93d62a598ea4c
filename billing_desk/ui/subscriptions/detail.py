"""The detail of a subscription: items with their periods, the next invoice, and past invoices."""

from __future__ import annotations

from ...domain.objects.customer import display_name
from ...domain.objects.invoice import standing as invoice_standing
from ...domain.objects.invoice import total_of
from ...domain.objects.nested import is_cut
from ...domain.objects.subscription import items_of, next_bill, standing
from ...services.desk_services import SubscriptionServices
from ...services.subscriptions.subscriptions import SubscriptionOverview
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.text import joined, translate
from .actions import SubscriptionActions

SHOWN = 12


class SubscriptionDetail(Detail[SubscriptionOverview, SubscriptionServices]):
    def __init__(self, context: Context[SubscriptionServices]) -> None:
        services = context.services
        empty = translate("Subscriptions", "Select a subscription to see its items, periods, and invoices.")
        super().__init__(context, "subscription", services.subscriptions.overview, self._read_again, self._fill, empty)
        self._actions = SubscriptionActions(context, self, self.jobs)

    async def _read_again(self, subscription_id: str) -> None:
        await self.context.services.queries.refresh("subscription", subscription_id)

    def _fill(self, sheet: DetailBuilder, seen: SubscriptionOverview) -> None:
        subscription, wording = seen.subscription, self.context.wording
        items = items_of(subscription)
        title = joined(item.price.nickname or item.price.id for item in items) or subscription["id"]
        sheet.heading(title, subscription["id"], [words.subscription_status(standing(subscription))])
        if buttons := self._actions.buttons(subscription, title):
            sheet.action_row(*buttons)
        owner = seen.customer
        link = Link(display_name(owner), "customer", owner["id"]) if owner else ""
        pause = subscription.get("pause_collection") or {}
        automatic = subscription.get("collection_method") != "send_invoice"
        sheet.facts(
            [
                (translate("Subscriptions", "Customer"), link),
                (translate("Subscriptions", "Next invoice"), wording.moment(next_bill(subscription))),
                (translate("Subscriptions", "Trial ends"), wording.moment(subscription.get("trial_end"))),
                (translate("Subscriptions", "Cancels on"), wording.moment(subscription.get("cancel_at"))),
                (translate("Subscriptions", "Ended"), wording.moment(subscription.get("ended_at"))),
                (translate("Subscriptions", "Collection resumes"), wording.moment(pause.get("resumes_at"))),
                (
                    translate("Subscriptions", "Billing method"),
                    translate("Subscriptions", "Charge automatically")
                    if automatic
                    else translate("Subscriptions", "Send invoice"),
                ),
                (
                    translate("Subscriptions", "Billing cycle anchor"),
                    wording.moment(subscription.get("billing_cycle_anchor")),
                ),
                (translate("Subscriptions", "Started"), wording.moment(subscription.get("start_date"))),
            ]
        )
        sheet.section(translate("Subscriptions", "Items"))
        rows: list[list[Cell]] = []
        for item in items:
            amount = item.price.unit_amount
            price = wording.unit_price(amount, item.price.currency) if amount is not None else ""
            period = f"{wording.day(item.period[0])} – {wording.day(item.period[1])}" if item.period[1] else ""
            name = Link(item.price.nickname or item.price.id, "price", item.price.id)
            rows.append([name, f"{wording.number(item.quantity)} × {price}", period])
        sheet.rows(rows, translate("Subscriptions", "No items."), right=(1,))
        sheet.cut_note(is_cut(subscription, "items"))
        self._invoices(sheet, seen)

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
                Link(invoice.get("number") or translate("Subscriptions", "Draft"), "invoice", invoice["id"]),
                wording.day(invoice.get("created")),
                wording.money(total_of(invoice)),
                words.invoice_status(invoice_standing(invoice, now)),
            ]
            for invoice in shown
        ]
        sheet.rows(rows, translate("Subscriptions", "No invoices."), right=(2,))
