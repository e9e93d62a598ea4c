"""The detail of a price: its product, amount and tiers, the product's other prices, and the subscribers."""

from __future__ import annotations

from ...domain.catalog.plan import price_of
from ...domain.money import Money
from ...domain.objects.subscription import standing
from ...services.desk_services import PlanServices
from ...services.plans.plans import PriceOverview
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.billing.price_words import price_text, scheme, tax_behavior, tier_rows
from ..wording.text import joined, translate
from .actions import PlanActions
from .columns import active, usage

SHOWN = 12


class PlanDetail(Detail[PriceOverview, PlanServices]):
    def __init__(self, context: Context[PlanServices]) -> None:
        services = context.services
        empty = translate("Plans", "Select a plan to see its product and subscribers.")
        super().__init__(context, "price", services.plans.overview, self._read_again, self._fill, empty)
        self._actions = PlanActions(context, self, self.jobs)

    async def _read_again(self, price_id: str) -> None:
        stored = await self.context.services.queries.get("price", price_id)
        if stored and stored.get("object") == "price":
            await self.context.services.queries.refresh("price", price_id)

    def _fill(self, sheet: DetailBuilder, seen: PriceOverview) -> None:
        price, wording = price_of(seen.price), self.context.wording
        product = seen.product or {}
        pills = [active(str(int(price.active))), usage(price.usage_type)]
        about = str(product.get("name") or price.product)
        sheet.heading(price.nickname or price.id, price.id, pills, about=about)
        sheet.action_row(*self._actions.buttons(seen))
        trial = price.trial_days or seen.price.get("trial_period_days")
        revenue = joined(wording.money(Money(amount, currency)) for currency, amount in seen.revenue)
        meter = Link(seen.meter, "meter", price.meter) if seen.meter else price.meter
        others = [price_text(price.in_currency(code), wording) for code in price.currencies[1:]]
        sheet.facts(
            [
                (translate("Plans", "Price"), price_text(price, wording)),
                (translate("Plans", "Pricing"), scheme(price.tiers_mode) if price.tiered else ""),
                (translate("Plans", "Monthly revenue"), revenue),
                (translate("Plans", "Currency"), wording.currency_name(price.currency)),
                (translate("Plans", "Other currencies"), joined(others)),
                (translate("Plans", "Meter"), meter),
                (translate("Plans", "Trial"), translate("Plans", "%n day(s)", "", int(trial)) if trial else ""),
                (translate("Plans", "Lookup key"), price.lookup_key),
                (translate("Plans", "Tax behavior"), tax_behavior(price.tax_behavior) if price.tax_behavior else ""),
                (translate("Plans", "Statement descriptor"), str(product.get("statement_descriptor") or "")),
                (translate("Plans", "Description"), str(product.get("description") or "")),
                (translate("Plans", "Created"), wording.moment(seen.price.get("created"))),
            ]
        )
        if price.tiered:
            sheet.section(translate("Plans", "Tiers"))
            tiers: list[list[Cell]] = [[units, amount] for units, amount in tier_rows(price, wording)]
            sheet.rows(tiers, translate("Plans", "Stripe has not sent the tiers."), right=(1,))
        self._siblings(sheet, seen)
        self._subscribers(sheet, seen)

    def _siblings(self, sheet: DetailBuilder, seen: PriceOverview) -> None:
        wording = self.context.wording
        sheet.section(translate("Plans", "Other prices of this product"))
        others = [price_of(other) for other in seen.siblings]
        rows: list[list[Cell]] = [
            [Link(o.nickname or o.id, "price", o.id), price_text(o, wording), active(str(int(o.active)))]
            for o in others
        ]
        sheet.rows(rows, translate("Plans", "None"), right=(1,))

    def _subscribers(self, sheet: DetailBuilder, seen: PriceOverview) -> None:
        wording = self.context.wording
        total = seen.subscribers
        more = (translate("Plans", "All %n subscription(s)", "", total), self._all) if total > SHOWN else None
        sheet.section(translate("Plans", "Subscriptions"), more)
        rows: list[list[Cell]] = [
            [
                Link(seen.names.get(str(s["id"]), ""), "subscription", s["id"]),
                wording.day(s.get("created")),
                words.subscription_status(standing(s)),
            ]
            for s in seen.subscriptions[:SHOWN]
        ]
        sheet.rows(rows, translate("Plans", "No subscribers."))

    def _all(self) -> None:
        self.context.open_list("subscription", f"price:{self.id}")
