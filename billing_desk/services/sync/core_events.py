"""Events of API v2 that have no event of API v1, such as rejected usage (E5); events that were not delivered."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.changes import Change, ChangeKind
from ...domain.errors import DeskError, is_refusal
from ...domain.events.delivery import UNDELIVERED, Undelivered
from ...domain.json_object import Json
from ...domain.objects.event import has_details, reason_of
from ...domain.objects.malformed import created_of
from ...gateway.pages import one_page, pages_v2
from ...gateway.requests import events
from .context import SyncContext
from .event_intake import EventIntake

KEPT = 29 * 86_400
"""Seconds for which Stripe keeps events."""
TRIED_FOR = 3 * 86_400
"""Seconds for which Stripe tries to deliver an event in live mode."""


class CoreEvents:
    def __init__(self, context: SyncContext, intake: EventIntake) -> None:
        self._context, self._intake = context, intake

    async def look(self) -> None:
        """Does nothing if the key or the server does not offer them. Raises DeskError for other troubles."""
        for work in (self._look_for_events, self._look_for_undelivered):
            try:
                await work()
            except DeskError as error:
                if not is_refusal(error):
                    raise

    async def _look_for_events(self) -> None:
        newest = await self._context.mirror.progress("usage_errors")
        since = newest or _iso(int(self._context.gateway.now()) - KEPT)
        found: list[dict[str, Any]] = []
        async for rows in pages_v2(self._context.gateway, events.list_core(since)):
            found += [await self._with_data(event) for event in rows]
        if not found:
            return
        await self.take(found)
        newest = max(str(event.get("created")) for event in found)
        await self._context.mirror.set_progress({"usage_errors": newest})

    async def take(self, found: list[Json]) -> None:
        """Record events of API v2, and what they say about rejected usage."""
        problems = []
        for event in found:
            if event.get("type") in events.METER_PROBLEMS:
                with self._context.leaving_out():
                    problems.append(_problem(event))
        await self._context.side.put_problems(problems)
        await self._intake.record(reversed(found))
        if problems:
            self._context.announce([Change(ChangeKind.METER, frozenset(meter for _, meter, *_ in problems if meter))])

    async def _with_data(self, event: dict[str, Any]) -> dict[str, Any]:
        if has_details(event) or event.get("type") not in events.METER_PROBLEMS:
            return event
        read: dict[str, Any] = await self._context.gateway.read(events.read_core(str(event["id"])), background=True)
        return read

    async def _look_for_undelivered(self) -> None:
        """Which events no endpoint has accepted yet. Stripe's API does not say which endpoint it was."""
        now = int(self._context.gateway.now())
        rows, more = await one_page(self._context.gateway, events.list_undelivered(now - TRIED_FOR))
        times = [at for row in rows if (at := created_of(row)) is not None]
        types = Counter(str(row.get("type"))[:100] for row in rows).most_common(20)
        found = Undelivered(len(rows), min(times, default=0), max(times, default=0), tuple(types), now, more=more)
        before = await self._intake.log.note(UNDELIVERED)
        after = json.dumps(found.to_json())
        await self._intake.log.set_notes({UNDELIVERED: after})
        if before and Undelivered.from_json(json.loads(before)).count != found.count:
            self._context.announce([Change(ChangeKind.WEBHOOK)])


def _meter(event: dict[str, Any]) -> str | None:
    related = event.get("related_object") or {}
    return related.get("id")


def _problem(event: dict[str, Any]) -> tuple[str, str | None, int, int, dict[str, Any]]:
    reason = reason_of(event)
    at = int(datetime.fromisoformat(str(event["created"])).timestamp())
    return str(event["id"]), _meter(event), at, int(reason.get("error_count") or 0), event


def _iso(seconds: int) -> str:
    return local(seconds, ZoneInfo("UTC")).strftime("%Y-%m-%dT%H:%M:%S.000Z")
