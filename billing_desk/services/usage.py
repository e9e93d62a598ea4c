"""Usage by meter and customer: kept locally, read again when asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..domain.meter import Usage, daily, window
from ..gateway import meters
from ..gateway.calls import Door
from ..gateway.pages import pages
from ..store.mirror import Mirror
from ..store.side_tables import SideTables
from .clock import AccountClock

DAYS = 90


@dataclass(frozen=True)
class Chart:
    """`days` in order, one per UTC day; `as_of` is when Stripe gave them (Unix seconds)."""

    days: list[Usage]
    as_of: int


class UsageService:
    def __init__(self, door: Door, mirror: Mirror, clock: AccountClock) -> None:
        self._door, self._side, self._clock = door, SideTables(mirror), clock

    async def kept(self, meter: str, customer: str) -> Chart | None:
        """What was read last; None if never."""
        row = await self._side.usage(meter, customer)
        if row is None:
            return None
        return Chart(daily(row["rows"], int(row["start"]), int(row["finish"])), int(row["fetched"]))

    async def read(self, meter: str, customer: str) -> Chart:
        """The last 90 days from Stripe. Raises DeskError."""
        now = self._clock.now()
        start, end = window(now, DAYS)
        rows: list[dict[str, Any]] = []
        async for page in pages(self._door, meters.event_summaries(meter, customer, start, end), background=False):
            rows += page
        await self._side.put_usage(meter, customer, (start, end), now, rows)
        return Chart(daily(rows, start, end), now)
