"""Usage by meter and customer: cached in the mirror, read again on request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...domain.json_object import Json
from ...domain.objects.meter import Usage, daily, window
from ...domain.objects.nested import rows_of
from ...gateway.pages import pages
from ...gateway.requests import meters
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from ..clock import AccountClock

DAYS = 90


@dataclass(frozen=True)
class Chart:
    """`days` has one entry per UTC day, in order; `as_of` is when Stripe sent them (Unix seconds)."""

    days: list[Usage]
    as_of: int


@dataclass(frozen=True)
class MeterUse:
    """`chart` is None if it was never read."""

    meter: Json
    chart: Chart | None


class UsageService:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, clock: AccountClock) -> None:
        self._gateway, self._mirror, self._side, self._clock = gateway, mirror, Extras(mirror), clock

    async def kept(self, meter: str, customer: str) -> Chart | None:
        """The usage that was read last; None if never."""
        row = await self._side.usage(meter, customer)
        if row is None:
            return None
        return Chart(daily(row["rows"], int(row["start"]), int(row["finish"])), int(row["fetched"]))

    async def of_customer(self, customer: str) -> list[MeterUse]:
        """The usage, as read last, of every meter that bills the customer."""
        meters_ = [await self._mirror.get("meter", id_) for id_ in await self._meters_of(customer)]
        return [MeterUse(meter, await self.kept(str(meter["id"]), customer)) for meter in meters_ if meter]

    async def refresh_customer(self, customer: str) -> None:
        """Read it at Stripe. Raises DeskError."""
        for meter in await self._meters_of(customer):
            await self.read(meter, customer)

    async def _meters_of(self, customer: str) -> list[str]:
        found = await self._mirror.related("subscription", "customer", customer)
        items = [item for subscription in found for item in rows_of(subscription, "items")]
        prices = [item.get("price") or {} for item in items]
        named = [(price.get("recurring") or {}).get("meter") for price in prices]
        return sorted({str(meter) for meter in named if meter})

    async def read(self, meter: str, customer: str) -> Chart:
        """Read the last 90 days at Stripe. Raises DeskError."""
        now = self._clock.now()
        start, end = window(now, DAYS)
        rows: list[dict[str, Any]] = []
        async for page in pages(self._gateway, meters.event_summaries(meter, customer, start, end), background=False):
            rows += page
        await self._side.put_usage(meter, customer, (start, end), now, rows)
        return Chart(daily(rows, start, end), now)
