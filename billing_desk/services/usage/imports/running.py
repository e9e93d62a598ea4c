"""A running import: each event is sent exactly once, and can be taken back; both can be stopped and continued (E10)."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ....domain.errors import Busy, Conflict, DeskError, KeyRejected, Locked, NotAllowed, Offline, Unexpected
from ....domain.usage.event import Meter, can_cancel
from ....domain.usage.record import SentEvent, SentState, Source
from ....gateway.requests import usage
from ....gateway.stripe_gateway import StripeGateway
from ....store.durable.import_record import ImportRecord
from ...tasks import together
from ...writes.guard import Guard
from .senders import LANES, REFUSALS, Attempt, Sender, Single, Stream, answer_to

CHUNK = {"single": 500, "stream": 1_000}
"""Events, by way, that a worker takes at a time: twice as many may have to be sent again after a crash."""
WORKERS = 2
"""While one waits for the disk, the other sends."""
HALTING = (Offline, Busy, Locked, Unexpected, KeyRejected, NotAllowed, Conflict)
"""Errors that concern all events, or after which it is not known whether one was taken."""
RESEND = 23 * 3_600
"""Seconds for which an event that was perhaps sent can be sent again: identifiers are unique for 24 hours."""


class Halt(StrEnum):
    STOPPED = "stopped"
    OFFLINE = "offline"
    NOT_ALLOWED = "not_allowed"


@dataclass
class ImportRun:
    """`go` is cleared while it is paused; `halt` is why it stopped early, `cause` the error. `done` includes what
    failed."""

    source: Source
    total: int
    done: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    halt: Halt | None = None
    cause: DeskError | None = None
    go: asyncio.Event = field(default_factory=asyncio.Event)
    began: float = field(default_factory=time.monotonic)
    before: int = 0
    """What was sent by an earlier run."""

    def __post_init__(self) -> None:
        self._paused = self.began
        self.go.set()

    @property
    def rate(self) -> float:
        """Events a second since it began, without the time for which it was paused."""
        return (self.done - self.before) / max(time.monotonic() - self.began, 0.001)

    @property
    def left(self) -> int | None:
        """Seconds to its end, as far as they can be known."""
        return round((self.total - self.done) / self.rate) if self.done > self.before else None

    @property
    def is_held(self) -> bool:
        """Paused or stopped: nothing more is to be sent now."""
        return self.halt is not None or not self.go.is_set()

    def pause(self) -> None:
        self._paused = time.monotonic()
        self.go.clear()

    def resume(self) -> None:
        self.began += time.monotonic() - self._paused
        self.go.set()

    def count(self, ended: int) -> None:
        self.done += ended

    def stop(self) -> None:
        """Stop after the requests that are under way."""
        self.halt = self.halt or Halt.STOPPED
        self.go.set()

    def fail(self, error: DeskError) -> None:
        forbidden = isinstance(error, KeyRejected | NotAllowed)
        self.halt, self.cause = self.halt or (Halt.NOT_ALLOWED if forbidden else Halt.OFFLINE), error


class Runner:
    """`now` returns Stripe's time in Unix seconds."""

    def __init__(self, gateway: StripeGateway, record: ImportRecord, guard: Guard, now: Callable[[], int]) -> None:
        self._gateway, self._record, self._guard, self._now = gateway, record, guard, now

    async def send(self, run: ImportRun, meters: Mapping[str, Meter]) -> None:
        """Send what is left: first, with the same identifiers, what was perhaps sent before. Runs until the end, a
        stop, or an error that concerns all; the rest then stays waiting."""
        way = run.source.way
        sender: Sender = Stream(self._gateway, self._now) if way == "stream" else Single(self._gateway)
        await self._work(run, sender, meters, again=True)
        await together(*(self._work(run, sender, meters, again=False) for _ in range(WORKERS)))
        if run.halt is None:
            await self._record.end_import(run.source.id, self._now())

    async def _work(self, run: ImportRun, sender: Sender, meters: Mapping[str, Meter], *, again: bool) -> None:
        while await self._may_go_on(run):
            chunk = CHUNK[run.source.way]
            events = await self._record.take(run.source.id, chunk, self._now(), again=again)
            if not events:
                return
            late = [event.number for event in events if again and self._now() - (event.sent or 0) >= RESEND]
            fits = [event for event in events if event.number not in late]
            tries = await self._record.tries([event.number for event in fits])
            attempt = Attempt(again, lambda: self._is_held(run), run.count, tries)
            attempt.ended(late, "too_old_to_resend")
            try:
                await sender.send(fits, meters, attempt)
            except HALTING as error:
                run.fail(error)
            finally:
                await self._settle(run, fits, attempt)

    def _is_held(self, run: ImportRun) -> bool:
        """Also while a desk that was disarmed may not write."""
        return run.is_held or self._guard.view_only

    async def _may_go_on(self, run: ImportRun) -> bool:
        await run.go.wait()
        if run.halt is None:
            try:
                self._guard.check_allowed()
            except NotAllowed as error:
                run.fail(error)
        return run.halt is None

    async def _settle(self, run: ImportRun, events: Sequence[SentEvent], attempt: Attempt) -> None:
        sent = [number for number, why in attempt.outcome.items() if not why]
        by_reason: dict[str, list[int]] = {}
        for number, why in attempt.outcome.items():
            if why:
                by_reason.setdefault(why, []).append(number)
        back: list[int] = []
        if not attempt.again:  # what was perhaps sent before stays so
            back = [e.number for e in events if e.number not in attempt.begun and e.number not in attempt.outcome]
        await self._record.settle_many(sent, by_reason, back, self._now())
        for why, numbers in by_reason.items():
            run.failed[why] += len(numbers)

    async def cancel(self, run: ImportRun) -> None:
        """Cancel every event that Stripe still cancels. `run.failed` counts the others by reason; continued by calling
        it again."""
        after, lanes = 0, asyncio.Semaphore(LANES)
        while await self._may_go_on(run):
            events = await self._record.sent_of(run.source.id, after, CHUNK["single"])
            if not events:
                return
            after, canceled = events[-1].number, list[int]()
            one = [self._cancel_one(event, run, lanes, canceled) for event in events]
            await _kept(run, together(*one))
            await self._record.settle(canceled, SentState.CANCELED, None)

    async def _cancel_one(
        self, event: SentEvent, run: ImportRun, lanes: asyncio.Semaphore, canceled: list[int]
    ) -> None:
        async with lanes:
            await run.go.wait()
            if run.halt is not None or self._guard.view_only:
                run.halt = run.halt or Halt.NOT_ALLOWED
                return
            if event.sent is None or not can_cancel(event.sent, self._now()):
                run.failed["not_cancelable"] += 1
            else:
                request = usage.cancel_event(event.event_name, event.identifier)
                try:
                    await self._gateway.for_many().send(request, key=f"bd-cancel-{event.identifier}", background=True)
                    canceled.append(event.number)
                except REFUSALS as error:
                    run.failed[answer_to(error)] += 1
            run.done += 1


async def _kept(run: ImportRun, work: Awaitable[object]) -> None:
    try:
        await work
    except HALTING as error:
        run.fail(error)
