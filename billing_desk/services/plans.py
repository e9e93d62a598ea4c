"""Plans: a price with its product and who subscribes."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.plan import price_of
from ..store.mirror import Mirror, Row


@dataclass(frozen=True)
class PriceOverview:
    """`siblings` are the product's other prices, `names` the customers' names by subscription id."""

    price: Row
    product: Row | None
    siblings: list[Row]
    subscriptions: list[Row]
    names: dict[str, str]


class Plans:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

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
