"""Keeps the mirror fresh: every list once, then events, and what they concern read again."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ..domain.changes import Change
from ..domain.errors import Busy, DeskError, KeyRejected, NotAllowed, NotFound, Unexpected
from ..gateway import events
from ..gateway.calls import Door
from ..gateway.objects import read_one
from ..gateway.pages import pages
from ..store.database import Damaged
from ..store.mirror import Mirror
from ..store.query import Query
from .card_list import read_cards
from .sync_plan import LISTS, concerns

log = logging.getLogger(__name__)
POLL_SECONDS = 4.0
REFILL_SECONDS = 6 * 3_600
"""How old a whole reading may be before the lists are read again; events fill in what happened since."""
REFILL_WITHOUT_EVENTS = 600
OVERLAP = 60


class Phase(StrEnum):
    STARTING = "starting"
    FILLING = "filling"
    CURRENT = "current"
    OFFLINE = "offline"
    REJECTED = "rejected"
    PAUSED = "paused"


@dataclass(frozen=True)
class Status:
    """`as_of`: when the mirror last equalled Stripe (Unix seconds). `missing`: kind → the permission the key lacks."""

    phase: Phase = Phase.STARTING
    as_of: float | None = None
    kind: str = ""
    count: int = 0
    missing: dict[str, str] = field(default_factory=dict)


class Sync:
    """Runs on the sync thread's loop. `tell` and `publish` are called there; the caller carries them across."""

    def __init__(
        self,
        door: Door,
        mirror: Mirror,
        publish: Callable[[Change], None],
        tell: Callable[[Status], None],
        unexpected: Callable[[BaseException], None],
    ) -> None:
        self._unexpected = unexpected
        self._door, self._mirror = door, mirror
        self._publish, self._tell = publish, tell
        self.status = Status()
        self._wake = asyncio.Event()
        self._go = asyncio.Event()
        self._go.set()
        self._failures = 0
        self._full_reading = False
        self._events_offered = True

    def refresh(self) -> None:
        """Read every list again, now. Call on the sync's loop."""
        self._full_reading = True
        self._wake.set()

    def pause(self, paused: bool) -> None:
        if paused:
            self._go.clear()
            self._set(phase=Phase.PAUSED)
        else:
            self._go.set()
            self._wake.set()

    async def run(self) -> None:
        """Until cancelled. A lost connection is logged once, and its return once."""
        as_of = await self._mirror.progress("as_of")
        self._set(as_of=float(as_of) if as_of else None)
        while True:
            await self._go.wait()
            wait = POLL_SECONDS
            try:
                await self._round()
                if self._failures:
                    log.info("connection is back")
                self._failures = 0
            except KeyRejected:
                self._set(phase=Phase.REJECTED)
                wait = 60.0
            except DeskError as error:
                wait = self._trouble(error)
            except Damaged:
                raise
            except Exception as error:
                self._unexpected(error)  # told, and tried again: the copy must not stand still unnoticed
                wait = self._trouble(Unexpected())
            await self._sleep(wait)

    def _trouble(self, error: DeskError) -> float:
        if not self._failures:
            log.info("sync interrupted: %s", type(error).__name__)
        self._failures += 1
        if not isinstance(error, Busy):
            self._set(phase=Phase.OFFLINE)
        return float(min(2.0**self._failures, 30.0))

    async def _sleep(self, seconds: float) -> None:
        self._wake.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _round(self) -> None:
        filled = float(await self._mirror.progress("filled") or 0)
        began = time.time()
        refill = REFILL_SECONDS if self._events_offered else REFILL_WITHOUT_EVENTS
        if self._full_reading or began - filled > refill:
            await self._fill(began)
            self._full_reading, filled = False, began
        self._events_offered = await self._follow()
        # Without events the copy is as old as the last whole reading, and says so.
        as_of = began if self._events_offered else filled
        await self._mirror.set_progress("as_of", str(as_of))
        self._set(phase=Phase.CURRENT, as_of=as_of, kind="", count=0)

    async def _fill(self, began: float) -> None:
        """Every list, newest first, then the cards, which Stripe lists by customer only."""
        if await self._mirror.progress("events") is None:
            await self._mirror.set_progress("events", str(int(began) - OVERLAP))
        for kind, request in LISTS:
            count = 0
            try:
                async for rows in pages(self._door, request()):
                    count += len(rows)
                    self._set(phase=Phase.FILLING, kind=kind, count=count)
                    await self._put(rows, began)
                    await self._go.wait()
            except (NotAllowed, NotFound, Unexpected) as error:
                self._not_offered(kind, error)
                continue
            if kind not in ("price", "plan"):
                self._announce(await self._mirror.forget_unseen(kind, began))
        await self._fill_cards()
        # Last: a reading that was interrupted is not a whole one.
        await self._mirror.set_progress("filled", str(began))

    def _not_offered(self, kind: str, error: DeskError) -> None:
        """A key without this permission, or a server without this list: the rest goes on."""
        if isinstance(error, Unexpected) and error.status != 404:
            raise error
        permission = error.permission if isinstance(error, NotAllowed) else None
        if kind == "plan" or isinstance(error, NotFound | Unexpected):
            return
        self._set(missing={**self.status.missing, kind: permission or ""})

    async def _fill_cards(self) -> None:
        owners = [str(row) for row in await self._customer_ids()]
        for count, owner in enumerate(owners, 1):
            await self._go.wait()
            self._set(phase=Phase.FILLING, kind="card", count=count)
            if not await self._cards_of(owner):
                return

    async def _customer_ids(self) -> list[str]:
        return await self._mirror.ids(Query("customer"))

    async def _cards_of(self, owner: str) -> bool:
        """False when this key or server does not offer cards at all."""
        try:
            self._announce(await read_cards(self._door, self._mirror, owner, background=True))
        except (NotAllowed, Unexpected) as error:
            self._not_offered("card", error)
            return False
        except NotFound:
            return True  # this customer is gone
        return True

    async def _follow(self) -> bool:
        """Read again what events say has changed since the last look, with an overlap for late ones.

        False when this key or server offers no events.
        """
        since = int(float(await self._mirror.progress("events") or time.time()))
        seen = set((await self._mirror.progress("seen_events") or "").split())
        fresh, touched, newest = set(), set(), since
        try:
            async for rows in pages(self._door, events.list_since(since - OVERLAP)):
                for event in rows:
                    newest = max(newest, int(event["created"]))
                    fresh.add(str(event["id"]))
                    if event["id"] not in seen:
                        touched |= concerns(event)
        except (NotAllowed, NotFound) as error:
            self._not_offered("event", error)
            return False
        await self._reread(touched)
        await self._mirror.set_progress("events", str(newest))
        await self._mirror.set_progress("seen_events", " ".join(fresh))
        return True

    async def _reread(self, touched: Iterable[tuple[str, str]]) -> None:
        for kind, id_ in sorted(touched):
            began = time.time()
            if kind == "cards":
                await self._cards_of(id_)
                continue
            try:
                request = read_one(kind, id_)
            except ValueError:
                log.info("an id of kind %s cannot stand in an address", kind)
                continue
            try:
                obj = await self._door.read(request, background=True)
            except NotFound:
                obj = {"id": id_, "object": kind, "deleted": True}
            except (NotAllowed, Unexpected) as error:
                self._not_offered(kind, error)
                continue
            await self._put([obj], began)

    async def _put(self, rows: list[dict[str, object]], as_of: float) -> None:
        nested = [source for row in rows for source in _sources(row)]
        self._announce(await self._mirror.put([*rows, *nested], as_of))

    def _announce(self, changes: list[Change]) -> None:
        for change in changes:
            self._publish(change)

    def _set(self, **values: object) -> None:
        status = replace(self.status, **values)  # type: ignore[arg-type]  # names are checked by replace itself
        if status != self.status:
            self.status = status
            self._tell(status)


def _sources(row: dict[str, object]) -> list[dict[str, object]]:
    """Older cards that a server sends inside the customer."""
    sources = row.get("sources") if row.get("object") == "customer" else None
    data = sources.get("data") if isinstance(sources, dict) else None
    return [source for source in data or [] if isinstance(source, dict)]
