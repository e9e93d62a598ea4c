"""What an import does to the bill: the running bills of Stripe's own preview, and what the events add to them (E10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ....domain.catalog.plan import price_of
from ....domain.catalog.price_amount import price_amount
from ....domain.objects.subscription import LIVE, Item, currency_of, items_of, standing
from ....domain.usage.event import Aggregation, Meter
from ....domain.usage.record import Tally
from ....store.mirror.mirror import Mirror
from ....store.mirror.usage.figures import UsageFigures
from ..usage import UsageService

PREVIEWED = 50
"""Customers whose running bill is read: those with the most usage in the file."""


@dataclass(frozen=True)
class BillEffect:
    """`added` is about what the running bills grow by, in minor units by currency, for `customers`; `unknown` are
    customers whose bill is not known, `beyond` those that were not asked for. `over` counts events before the running
    period, `unbilled` customers whom the meter does not bill."""

    added: Mapping[str, int] = field(default_factory=dict)
    customers: int = 0
    unknown: int = 0
    beyond: int = 0
    over: int = 0
    unbilled: int = 0


class BillEffects:
    def __init__(self, usage: UsageService, mirror: Mirror) -> None:
        self._usage, self._mirror, self._figures = usage, mirror, UsageFigures(mirror)

    async def items(self, meter: Meter, customers: Collection[str]) -> dict[str, list[tuple[str, Item]]]:
        """By customer, (subscription, item) of what the meter bills; without customers that it does not bill."""
        billed = {id_ for id_, _ in await self._figures.billed_by(meter.id)}
        found = {id_: await self._items(id_, meter.id) for id_ in customers if id_ in billed}
        return {id_: items for id_, items in found.items() if items}

    async def of(
        self, meter: Meter, tallies: Mapping[str, Tally], items: Mapping[str, list[tuple[str, Item]]]
    ) -> BillEffect:
        """Raises DeskError."""
        over = sum(tallies[id_].before for id_ in items if id_ in tallies)
        starts = [id_ for id_ in items if id_ in tallies]
        if meter.aggregation is Aggregation.LAST:
            return BillEffect(over=over, unbilled=len(tallies) - len(starts))
        first = sorted(starts, key=lambda id_: -abs(tallies[id_].total))[:PREVIEWED]
        added: Counter[str] = Counter()
        unknown = 0
        for id_ in first:
            tally = tallies[id_]
            more = tally.events if meter.aggregation is Aggregation.COUNT else tally.inside
            found = [await self._added(id_, subscription, item, more) for subscription, item in items[id_]]
            if None in found:
                unknown += 1
                continue
            added.update({currency: 0 for _, currency in filter(None, found)})
            for amount, currency in filter(None, found):
                added[currency] += amount
        return BillEffect(
            dict(added), len(first) - unknown, unknown, len(starts) - len(first), over, len(tallies) - len(starts)
        )

    @staticmethod
    def starts(items: Mapping[str, list[tuple[str, Item]]]) -> dict[str, int]:
        """By customer, when the running period began (Unix seconds)."""
        return {id_: min(item.period[0] or 0 for _, item in found) for id_, found in items.items()}

    async def _items(self, customer: str, meter: str) -> list[tuple[str, Item]]:
        """(subscription, item) of what the customer is billed for by the meter."""
        found = []
        for subscription in await self._mirror.related("subscription", "customer", customer):
            if standing(subscription) in LIVE:
                id_, currency = str(subscription["id"]), currency_of(subscription)
                found += [(id_, item, currency) for item in items_of(subscription) if item.price.meter == meter]
        return [(id_, await self._with_tiers(item, currency)) for id_, item, currency in found]

    async def _with_tiers(self, item: Item, currency: str) -> Item:
        """Stripe sends the tiers with prices, not with subscriptions."""
        price = await self._mirror.get("price", item.price.id) if item.price.tiered and not item.price.tiers else None
        return Item(item.id, price_of(price).in_currency(currency), item.quantity, item.period) if price else item

    async def _added(self, customer: str, subscription: str, item: Item, more: int) -> tuple[int, str] | None:
        """What `more` units cost beyond the running bill; None if that is not known."""
        so_far = await self._usage.billed_quantity(customer, subscription, item.price.id)
        if so_far is None:
            return None
        before = price_amount(item.price, max(0, so_far))
        after = price_amount(item.price, max(0, so_far + more))
        return None if before is None or after is None else (after.amount - before.amount, after.currency)
