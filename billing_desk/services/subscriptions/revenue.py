"""Monthly recurring revenue and its changes by month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local, month_start
from ...domain.revenue import MonthRevenue
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror

MONTHS = 12


class Revenue:
    """`now` returns the account's time in Unix seconds."""

    def __init__(self, mirror: Mirror, now: Callable[[], int]) -> None:
        self._side, self._now = Extras(mirror), now

    async def months(self, zone: ZoneInfo) -> list[MonthRevenue]:
        """The last MONTHS months in `zone`, up to now, for each currency."""
        now = self._now()
        here = local(now, zone).date()
        bounds = [month_start(date(here.year, here.month, 1), zone, back - MONTHS + 1) for back in range(MONTHS)]
        return await self._side.revenue([*bounds, now + 1])
