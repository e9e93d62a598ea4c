"""The event feed: what was recorded, filtered, with the names of the customers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.objects.customer import display_name
from ...store.events.event_log import EventFilter, EventLog, LoggedEvent
from ...store.mirror.mirror import Mirror
from ..sync.event_poller import COMPLETE_FROM, GAPS

PAGE = 200
"""Events that are shown at once; older ones on request."""

__all__ = ["PAGE", "EventFeed", "EventFilter", "FeedRow", "Reach"]


@dataclass(frozen=True)
class FeedRow:
    """`name` is that of the customer: as it is now, else as in the event; "" if there is none."""

    logged: LoggedEvent
    name: str

    @property
    def after(self) -> tuple[int, int]:
        """Where older events continue: `EventFilter.before`."""
        return self.logged.record.at, self.logged.number


@dataclass(frozen=True)
class Reach:
    """From when on (Unix seconds) events are recorded without a gap, and the gaps in which Stripe had kept none; None:
    nothing was recorded yet."""

    complete_from: int | None
    gaps: tuple[tuple[int, int], ...]


class EventFeed:
    def __init__(self, log: EventLog, mirror: Mirror) -> None:
        self._log, self._mirror = log, mirror

    async def page(self, wanted: EventFilter) -> list[FeedRow]:
        """The newest events that pass the filter, at most PAGE."""
        found = await self._log.page(wanted, PAGE)
        names = await self.names([each.record.customer for each in found])
        return [FeedRow(each, names.get(each.record.customer) or each.record.name) for each in found]

    async def names(self, customers: Sequence[str]) -> dict[str, str]:
        """The customers' names as they are now, as far as they are in the mirror."""
        rows = await self._mirror.rows_of("customer", sorted({id_ for id_ in customers if id_}))
        return {id_: display_name(row) for id_, row in rows.items()}

    async def reach(self) -> Reach:
        since = await self._log.note(COMPLETE_FROM)
        gaps = json.loads(await self._log.note(GAPS) or "[]")
        return Reach(int(since) if since else None, tuple((int(first), int(last)) for first, last in gaps))
