"""Takes in events from the poll and from the local receiver: reads again what they are about, records each once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from ...domain.changes import Change, ChangeKind
from ...domain.errors import DeskError, NotFound
from ...domain.events.record import EventRecord, is_thin, record_of
from ...domain.json_object import Json
from ...domain.objects.malformed import created_of, has_id
from ...gateway.nested import all_whole
from ...gateway.pages import newest
from ...gateway.requests import events as requests
from ...gateway.requests import payments
from ...gateway.requests.objects import OBJECTS
from ...gateway.version import API_VERSION
from ...store.events.event_log import EventLog
from ..queries import read_object
from ..tasks import together
from .context import AT_ONCE, SyncContext
from .enrichment import Enrichment
from .plan import concerns, note_card_event, result_of

log = logging.getLogger(__name__)


TOGETHER = 200
"""Received events that are taken in together: many can be about the same object."""


class EventIntake:
    """An event is recorded after the objects that it is about were read again, so that one that could not be taken in
    is taken in by a later poll. Objects are read at Stripe and not taken from the event: the order in which events come
    does not matter."""

    def __init__(self, context: SyncContext, events: EventLog) -> None:
        self._context, self.log = context, events
        self._completing = Enrichment(context)
        self._turn = asyncio.Lock()

    async def take(self, events: Iterable[Json]) -> list[EventRecord]:
        """Take in events of API v1 that were not taken in before; returns them, oldest first. Raises DeskError."""
        async with self._turn:
            found = {str(event["id"]): event for event in events if has_id(event)}
            known = await self.log.known(found)
            fresh = [event for id_, event in found.items() if id_ not in known]
            if not fresh:
                return []
            # The list is newest first; events of one second keep the order in which they came.
            fresh.reverse()
            fresh.sort(key=lambda event: created_of(event) or 0)
            return await self._take_fresh(fresh)

    async def drain(self) -> None:
        """Read again what received events are about; they are recorded already. Thin events that stand for an event of
        API v1 are completed from it. Raises DeskError; what is left is read later."""
        while received := await self.log.received(TOGETHER):
            whole: list[Json] = []
            for _, event in received:
                found = await self._snapshot(event) if event.get("object") == "v2.core.event" else event
                whole += [found] if found is not None else []
            async with self._turn:
                whole.sort(key=lambda event: created_of(event) or 0)
                await self._take_fresh(whole)
            await self.log.taken(received[-1][0])

    async def _snapshot(self, event: Json) -> Json | None:
        if not is_thin(event):
            return None
        try:
            found: Json = await self._context.gateway.read(
                requests.read_one(str(event["snapshot_event"])), background=True
            )
        except ValueError:
            return None
        except DeskError as error:
            self._context.skipped("event", error)
            return None
        return found

    async def record(self, events: Iterable[Json]) -> list[EventRecord]:
        """Only record events, without reading anything again; returns those that are new."""
        found = [record for event in events if (record := record_of(event, API_VERSION)) is not None]
        fresh = await self.log.add(found, self._context.gateway.now())
        if fresh:
            self._context.announce([Change(ChangeKind.EVENT, frozenset(record.id for record in fresh))])
        return fresh

    async def _take_fresh(self, fresh: Sequence[Json]) -> list[EventRecord]:
        touched: set[tuple[str, str]] = set()
        results: list[tuple[str, int, str]] = []
        came: dict[str, set[str]] = {}
        for event in fresh:
            with self._context.leaving_out():
                touched |= concerns(event)
                results += result_of(event)
                note_card_event(event, came)
        await self._context.side.put_results(results)
        await self._read_again(touched)
        new = await self.record(fresh)
        self._context.announce([Change(ChangeKind(kind), frozenset(ids)) for kind, ids in came.items()])
        return new

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
            obj: Any = await read_object(self._context.gateway, kind, id_, background=True)
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
