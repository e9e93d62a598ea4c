"""Polls the account's events every few seconds, and the events of before the start as far as Stripe keeps them."""

from __future__ import annotations

import json

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.malformed import created_of
from ...gateway.pages import pages
from ...gateway.requests import events
from ...store.events.event_log import EventLog
from .context import SyncContext
from .core_events import CoreEvents
from .event_intake import EventIntake

OVERLAP, WIDE_OVERLAP = 60, 900
"""Seconds that polls overlap, because events can arrive late; the wide one with every 15th poll."""
KEPT = 29 * 86_400
"""Seconds. Stripe keeps events for 30 days; after a longer absence a backfill is needed."""
SELDOM = 15
"""The wide overlap, events of API v2, and undelivered events come with every 15th poll."""
POSITION, COMPLETE_FROM, GAPS = "position", "complete_from", "gaps"


class EventPoller:
    """The mirror's progress says up to when its objects were read again; the log's notes, up to when events were
    recorded (POSITION), and from when on without a gap (COMPLETE_FROM)."""

    def __init__(self, context: SyncContext, log: EventLog) -> None:
        self._context, self._log = context, log
        self.intake = EventIntake(context, log)
        self._core = CoreEvents(context, self.intake)
        self._looks = 0
        self.offered, self.missed = True, False
        """`missed`: events were missed while this program ran, and a backfill is needed."""

    async def begin(self) -> bool:
        """Set the start position if there is none. Returns False if events were missed and a backfill is needed."""
        position = await self._context.mirror.progress("events")
        now = int(self._context.gateway.now())
        await self._begin_log(now)
        if position is None or now - float(position) > KEPT:
            await self._context.mirror.set_progress({"events": str(now - OVERLAP)})
            return position is None
        return True

    async def _begin_log(self, now: int) -> None:
        """Events that Stripe does not keep any more are a gap; it is remembered, to be said."""
        position = await self._log.note(POSITION)
        if not position:
            await self._log.set_notes({POSITION: str(now - OVERLAP), COMPLETE_FROM: str(now - OVERLAP)})
        elif now - int(position) > KEPT:
            gaps = [*json.loads(await self._log.note(GAPS) or "[]"), [int(position), now - KEPT]]
            await self._log.set_notes(
                {POSITION: str(now - OVERLAP), COMPLETE_FROM: str(now - OVERLAP), GAPS: json.dumps(gaps)}
            )

    async def look(self) -> None:
        """Take in the events since the last poll. Sets `offered`. Raises DeskError."""
        seldom = self._looks % SELDOM == 0
        mirrored = int(float(await self._context.mirror.progress("events") or self._context.gateway.now()))
        recorded = int(await self._log.note(POSITION) or mirrored)
        found: list[Json] = []
        since = min(mirrored, recorded)
        try:
            async for rows in pages(self._context.gateway, events.list_since(since - self._overlap(seldom=seldom))):
                found += rows
        except DeskError as error:
            self._context.not_offered("event", error)
            self.offered = False
            return
        self.offered = True
        self._context.offered("event")
        now = int(self._context.gateway.now())  # with the answer, Stripe's time is known
        await self._begin_log(now)
        self.missed = self.missed or now - mirrored > KEPT
        await self.intake.take(found)
        # Not the local time: events can come late by more than the clocks differ.
        newest = max([since, now - KEPT, *(created_of(event) or 0 for event in found)])
        await self._context.mirror.set_progress({"events": str(newest)})
        await self._log.set_notes({POSITION: str(newest)})
        if seldom:
            await self._core.look()
        self._looks += 1

    def _overlap(self, *, seldom: bool) -> int:
        return WIDE_OVERLAP if seldom else OVERLAP

    async def fill(self) -> None:
        """Record the events before COMPLETE_FROM, page by page. Raises DeskError for troubles that are not refusals.

        The objects that they are about were read by the backfill."""
        last = int(await self._log.note(COMPLETE_FROM) or 0)
        first = int(self._context.gateway.now()) - KEPT
        if not self.offered or not last or last <= first:
            return  # what came since the last start was recorded by the polls
        try:
            async for rows in pages(self._context.gateway, events.list_between(first, last)):
                await self.intake.record(reversed(rows))
                oldest = min((created_of(row) or last for row in rows), default=first)
                await self._log.set_notes({COMPLETE_FROM: str(max(first, oldest))})
                await self._context.go.wait()
        except DeskError as error:
            self._context.not_offered("event", error)
            return
        await self._log.set_notes({COMPLETE_FROM: str(first)})
