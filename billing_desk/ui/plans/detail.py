"""The detail of a price: its product, the product's other prices, and the subscribers."""

from __future__ import annotations

from ...domain.catalog.plan import Price, price_of
from ...domain.objects.subscription import standing
from ...services.desk_services import PlanServices
from ...services.plans.plans import WRITE, PriceOverview
from ..tab.detail import Detail
from ..tab.detail_builder import Cell, DetailBuilder, Link
from ..widgets.context import Context
from ..wording import words
from ..wording.billing.price_words import price_text
from ..wording.text import translate
from ..writing.run import button, carry_out
from .columns import active, usage

SHOWN = 12


class PlanDetail(Detail[PriceOverview, PlanServices]):
    def __init__(self, context: Context[PlanServices]) -> None:
        services = context.services
        empty = translate("Plans", "Select a plan to see its product and subscribers.")
        super().__init__(context, "price", services.plans.overview, self._read_again, self._fill, empty)

    async def _read_again(self, price_id: str) -> None:
        stored = await self.context.services.queries.get("price", price_id)
        if stored and stored.get("object") == "price":
            await self.context.services.queries.refresh("price", price_id)

    def _archive(self, price: Price) -> None:
        self.jobs.start(self._archived(price))

    async def _archived(self, price: Price) -> None:
        plans, name = self.context.services.plans, price.nickname or price.id
        text = translate("Plans", "Archive {name}") if price.active else translate("Plans", "Restore {name}")
        done = translate("Plans", "Plan archived.") if price.active else translate("Plans", "Plan restored.")
        await carry_out(
            self.context,
            self,
            lambda: plans.preview_archive(price.id, archived=price.active),
            text.format(name=name),
            done,
            ("price", price.id, name),
        )

    def _fill(self, sheet: DetailBuilder, seen: PriceOverview) -> None:
        price, wording = price_of(seen.price), self.context.wording
        product = seen.product or {}
        sheet.heading(price.nickname or price.id, price.id, [active(str(int(price.active))), usage(price.usage_type)])
        if seen.price.get("object") == "price":
            title = translate("Plans", "Archive…") if price.active else translate("Plans", "Restore…")
            sheet.action_row(
                button(title, lambda: self._archive(price), lacking=WRITE in self.context.services.guard.lacking)
            )
        recurring = seen.price.get("recurring") or {}
        trial = recurring.get("trial_period_days") or seen.price.get("trial_period_days")
        sheet.facts(
            [
                (translate("Plans", "Product"), str(product.get("name") or price.product)),
                (translate("Plans", "Description"), str(product.get("description") or "")),
                (translate("Plans", "Price"), price_text(price, wording)),
                (translate("Plans", "Currency"), wording.currency_name(price.currency)),
                (translate("Plans", "Trial"), translate("Plans", "%n day(s)", "", trial) if trial else ""),
                (translate("Plans", "Statement descriptor"), str(product.get("statement_descriptor") or "")),
                (translate("Plans", "Lookup key"), str(seen.price.get("lookup_key") or "")),
                (translate("Plans", "Created"), wording.moment(seen.price.get("created"))),
            ]
        )
        sheet.section(translate("Plans", "Other prices of this product"))
        others = [price_of(other) for other in seen.siblings]
        rows: list[list[Cell]] = [
            [Link(o.nickname or o.id, "price", o.id), price_text(o, wording), active(str(int(o.active)))]
            for o in others
        ]
        sheet.rows(rows, translate("Plans", "None"), right=(1,))
        self._subscribers(sheet, seen)

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
