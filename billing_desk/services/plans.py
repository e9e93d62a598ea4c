"""Plans: a price with its product and who subscribes."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.plan import price_of
from ..store.mirror import Mirror, Row


@dataclass(frozen=True)
class PriceOverview:
    """`siblings` are the product's other prices."""

    price: Row
    product: Row | None
    siblings: list[Row]
    subscriptions: list[Row]


class Plans:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def overview(self, price_id: str) -> PriceOverview | None:
        price = await self._mirror.get("price", price_id)
        if price is None:
            return None
        product_id = price_of(price).product
        siblings = await self._mirror.related("price", "product", product_id)
        return PriceOverview(
            price,
            await self._mirror.get("product", product_id),
            [other for other in siblings if other["id"] != price_id],
            await self._mirror.related("subscription", "price", price_id),
        )
