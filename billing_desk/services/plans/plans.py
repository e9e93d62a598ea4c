"""Plans: a price with its product and subscribers; archiving it and restoring it."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.catalog.plan import price_of
from ...domain.json_object import Json
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview
from ...domain.writes.remarks import Effect, EffectCode
from ...gateway.requests import plans
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner

WRITE = "rak_plan_write"
"""The permission that a restricted key needs to write prices, by Stripe's name."""
NEWEST = 50
"""The number of subscriptions in the overview of a price."""


@dataclass(frozen=True)
class PriceOverview:
    """`siblings` are the product's other prices, `subscriptions` the newest ones of `subscribers` in total, `names` the
    customers' names by subscription id. `revenue` is the monthly revenue as (currency, minor units); `meter` is the
    meter's name, "" without one."""

    price: Json
    product: Json | None
    siblings: list[Json]
    subscriptions: list[Json]
    subscribers: int
    names: dict[str, str]
    revenue: list[tuple[str, int]]
    meter: str


class Plans:
    def __init__(self, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._mirror, self._side, self._reader, self._planner = mirror, Extras(mirror), reader, planner

    async def overview(self, price_id: str) -> PriceOverview | None:
        price = await self._mirror.get("price", price_id)
        if price is None:
            return None
        product_id = price_of(price).product
        siblings = await self._mirror.related("price", "product", product_id)
        subscriptions = await self._mirror.related("subscription", "price", price_id, NEWEST)
        rows = await self._mirror.rows_of("subscription", [subscription["id"] for subscription in subscriptions])
        return PriceOverview(
            price,
            await self._mirror.get("product", product_id),
            [other for other in siblings if other["id"] != price_id],
            subscriptions,
            await self._side.count_related("subscription", "price", price_id),
            {id_: str(row["customer_name"] or row["customer"]) for id_, row in rows.items()},
            await self._side.price_revenue(price_id),
            str((await self._mirror.get("meter", price_of(price).meter) or {}).get("display_name") or ""),
        )

    async def preview_archive(self, price_id: str, *, archived: bool) -> Preview | None:
        """An archived price accepts no new subscriptions; existing ones continue. None if nothing changes."""
        now, version = await self._reader.read("price", price_id)
        if bool(now.get("active")) != archived:
            return None
        operation = self._planner.plan(
            Action.PRICE_ARCHIVE if archived else Action.PRICE_RESTORE,
            plans.update_price(price_id, {"active": not archived}),
            subjects=(("price", price_id),),
            changes=(FieldChange("active", "no" if not archived else "yes", "yes" if not archived else "no"),),
            undo=((0, plans.update_price(price_id, {"active": archived})),),
            now=(now,),
        )
        count = str(await self._side.count_related("subscription", "price", price_id))
        said = (Effect(EffectCode.SUBSCRIBERS_GO_ON, {"count": count}),) if archived else ()
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))
