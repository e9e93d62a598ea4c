"""Plans: a price with its product and who subscribes; putting it away and taking it out again."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.objects.plan import price_of
from ...domain.writes.operation import Effects, FieldChange, Preview, Warning_
from ...gateway.requests import plans
from ...store.mirror.mirror import Mirror, Row
from ..writes.operations import Operations

WRITE = "rak_plan_write"
"""The permission a restricted key needs to write prices, as Stripe names it."""


@dataclass(frozen=True)
class PriceOverview:
    """`siblings` are the product's other prices, `names` the customers' names by subscription id."""

    price: Row
    product: Row | None
    siblings: list[Row]
    subscriptions: list[Row]
    names: dict[str, str]


class Plans:
    def __init__(self, mirror: Mirror, operations: Operations) -> None:
        self._mirror, self._operations = mirror, operations

    async def overview(self, price_id: str) -> PriceOverview | None:
        price = await self._mirror.get("price", price_id)
        if price is None:
            return None
        product_id = price_of(price).product
        siblings = await self._mirror.related("price", "product", product_id)
        subscriptions = await self._mirror.related("subscription", "price", price_id)
        rows = await self._mirror.rows_of("subscription", [subscription["id"] for subscription in subscriptions])
        return PriceOverview(
            price,
            await self._mirror.get("product", product_id),
            [other for other in siblings if other["id"] != price_id],
            subscriptions,
            {id_: str(row["customer_name"] or row["customer"]) for id_, row in rows.items()},
        )

    async def preview_archive(self, price_id: str, *, archived: bool) -> Preview | None:
        """An archived price takes no new subscriptions; those that have it go on. None when it is so already."""
        now, seen = await self._operations.look("price", price_id)
        if bool(now.get("active")) != archived:
            return None
        operation = self._operations.plan(
            "price.archive" if archived else "price.restore",
            plans.update_price(price_id, {"active": not archived}),
            subjects=(("price", price_id),),
            changes=(FieldChange("active", "no" if not archived else "yes", "yes" if not archived else "no"),),
            undo=((0, plans.update_price(price_id, {"active": archived})),),
        )
        count = str(len(await self._mirror.related("subscription", "price", price_id)))
        said = (Warning_("subscribers_go_on", {"count": count}),) if archived else ()
        return Preview(operation, effects=Effects(by_stripe=said), seen=(seen,))
