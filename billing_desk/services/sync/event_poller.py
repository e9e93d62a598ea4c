"""Polls the account's events and reads the objects in them again; usage errors are events of API v2."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.changes import Change, ChangeKind
from ...domain.errors import DeskError, NotFound, is_refusal
from ...domain.objects.event import has_details, reason_of
from ...domain.objects.malformed import created_of
from ...gateway.nested import all_whole
from ...gateway.pages import newest, pages, pages_v2
from ...gateway.requests import events, payments
from ...gateway.requests.objects import OBJECTS
from ..queries import read_object
from ..tasks import together
from .context import AT_ONCE, SyncContext
from .enrichment import Enrichment
from .plan import concerns, note_card_event, result_of

log = logging.getLogger(__name__)
OVERLAP = 60
"""Seconds that polls overlap, because events can arrive late."""
KEPT = 29 * 86_400
"""Seconds. Stripe keeps events for 30 days; after a longer absence a backfill is needed."""
USAGE_EVERY = 15
"""Usage errors are requested with every 15th poll."""


class EventPoller:
    def __init__(self, context: SyncContext) -> None:
        self._context = context
        self._completing = Enrichment(context)
        self._looks = 0
        self.offered = True

    async def begin(self) -> bool:
        """Set the start position if there is none. Returns False if events were missed and a backfill is needed."""
        position = await self._context.mirror.progress("events")
        now = self._context.gateway.now()
        if position is None or now - float(position) > KEPT:
            await self._context.mirror.set_progress({"events": str(int(now) - OVERLAP)})
            return position is None
        return True

    async def look(self) -> None:
        """Read the objects again that changed since the last poll. Sets `offered`. Raises DeskError."""
        since = int(float(await self._context.mirror.progress("events") or self._context.gateway.now()))
        seen = set((await self._context.mirror.progress("seen_events") or "").split())
        fresh, touched, newest = set(), set(), since
        results: list[tuple[str, int, str]] = []
        came: dict[str, set[str]] = {}
        try:
            async for rows in pages(self._context.gateway, events.list_since(since - OVERLAP)):
                for event in rows:
                    newest = max(newest, created_of(event) or since)
                    fresh.add(event["id"])
                    if event["id"] not in seen:
                        with self._context.leaving_out():
                            touched |= concerns(event)
                            results += result_of(event)
                            note_card_event(event, came)
        except DeskError as error:
            self._context.not_offered("event", error)
            self.offered = False
            return
        self.offered = True
        self._context.offered("event")
        await self._context.side.put_results(reversed(results))
        await self._read_again(touched)
        await self._context.mirror.set_progress({"events": str(newest), "seen_events": " ".join(fresh)})
        self._context.announce([Change(ChangeKind(kind), frozenset(ids)) for kind, ids in came.items()])
        if self._looks % USAGE_EVERY == 0:
            await self._look_for_usage_errors()
        self._looks += 1

    async def _read_again(self, touched: Collection[tuple[str, str]]) -> None:
        """Customers come before their cards, because `default_source` shows whether there are sources to list."""
        first = [one for one in touched if one[0] == "customer"]
        for part in (first, [one for one in touched if one[0] != "customer"]):
            queue = sorted(part, reverse=True)
            await together(*(self._work(queue) for _ in range(min(AT_ONCE, len(queue)))))

    async def _work(self, queue: list[tuple[str, str]]) -> None:
        while queue:
            await self._read_one(*queue.pop())

    async def _read_one(self, kind: str, id_: str) -> None:
        as_of = self._context.gateway.now()
        if kind == "cards":
            try:
                await self._completing.cards_of(id_)
            except DeskError as error:
                self._context.skipped("card", error)
            return
        if kind == "charges":
            await self._read_charges(id_)
            return
        try:
            obj = await read_object(self._context.gateway, kind, id_, background=True)
        except ValueError:
            log.info("an id of kind %s cannot stand in an address", kind)
            return
        except NotFound:
            obj = {"id": id_, "object": OBJECTS.get(kind, kind), "deleted": True}
        except DeskError as error:
            self._context.skipped(kind, error)
            return
        await self._context.put([obj], as_of)

    async def _read_charges(self, customer: str) -> None:
        """Only for a customer whose payments were read before; other customers' payments are read on demand."""
        if not await self._context.side.has_part(customer, "charges"):
            return
        try:
            rows, more = await newest(self._context.gateway, payments.list_charges(customer), background=True)
            rows = await all_whole(self._context.gateway, rows, background=True)
        except DeskError as error:
            self._context.skipped("charge", error)
            return
        await self._context.side.put_part(customer, "charges", rows, more=more)
        self._context.announce([Change(ChangeKind.CUSTOMER, frozenset({customer}))])

    async def _look_for_usage_errors(self) -> None:
        """Events of API v2. Does nothing if the key or the server does not offer them."""
        newest = await self._context.mirror.progress("usage_errors")
        since = newest or _iso(int(self._context.gateway.now()) - KEPT)
        found: list[dict[str, Any]] = []
        try:
            async for rows in pages_v2(self._context.gateway, events.list_meter_problems(since)):
                found += [await self._with_data(event) for event in rows]
        except DeskError as error:
            if not is_refusal(error):
                raise
            return
        if not found:
            return
        problems = []
        for event in found:
            with self._context.leaving_out():
                problems.append(_problem(event))
        await self._context.side.put_problems(problems)
        newest = max(str(event.get("created")) for event in found)
        await self._context.mirror.set_progress({"usage_errors": newest})
        self._context.announce([Change(ChangeKind.METER, frozenset(meter for _, meter, *_ in problems if meter))])

    async def _with_data(self, event: dict[str, Any]) -> dict[str, Any]:
        if has_details(event):
            return event
        read: dict[str, Any] = await self._context.gateway.read(
            events.read_meter_problem(str(event["id"])), background=True
        )
        return read


def _meter(event: dict[str, Any]) -> str | None:
    related = event.get("related_object") or {}
    return related.get("id")


def _problem(event: dict[str, Any]) -> tuple[str, str | None, int, int, dict[str, Any]]:
    reason = reason_of(event)
    at = int(datetime.fromisoformat(str(event["created"])).timestamp())
    return str(event["id"]), _meter(event), at, int(reason.get("error_count") or 0), event


def _iso(seconds: int) -> str:
    return local(seconds, ZoneInfo("UTC")).strftime("%Y-%m-%dT%H:%M:%S.000Z")
