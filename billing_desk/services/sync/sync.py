"""Keeps the mirror up to date: schedules backfill, enrichment and event polls, and handles errors."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from ...domain.changes import Change
from ...domain.errors import Busy, DeskError, DiskFull, KeyRejected, Locked, Unexpected, is_refusal
from ...gateway.stripe_gateway import StripeGateway
from ...store.events.event_log import EventLog
from ...store.files.database import Damaged
from ...store.mirror.mirror import Mirror
from ..tasks import together
from .backfill import Backfill
from .context import SyncContext
from .enrichment import Enrichment
from .event_poller import EventPoller
from .processing import read_processing
from .status import Phase, Status

log = logging.getLogger(__name__)
POLL_SECONDS = 4.0
SWEEP_SECONDS = 6 * 3_600
"""Seconds after which a slow backfill starts, to find what the events missed."""
REFILL_WITHOUT_EVENTS = REFILL_AFTER_REFUSAL = 600
"""Seconds until everything is read again, if there are no events or if Stripe refused to send a list."""
FULL_SECONDS = 30.0
ASLEEP = 5.0
"""Seconds by which the wall clock may advance more than the monotonic clock before the computer counts as slept."""


class Sync:
    """Runs on the sync thread's loop. `tell` and `publish` are called on that thread."""

    def __init__(
        self,
        gateway: StripeGateway,
        mirror: Mirror,
        events: EventLog,
        publish: Callable[[Change], None],
        tell: Callable[[Status], None],
        unexpected: Callable[[BaseException], None],
        *,
        test: bool = True,
    ) -> None:
        """`test`: whether the account can have test clocks."""
        self._unexpected, self._gateway, self._mirror, self._test = unexpected, gateway, mirror, test
        self._context = SyncContext(gateway, mirror, publish, tell)
        self._completing, self._following = Enrichment(self._context), EventPoller(self._context, events)
        self._wake, self._received = asyncio.Event(), asyncio.Event()
        self._received.set()  # what was received before the last end
        self._failures = 0
        self._asked = False
        self._reading = False
        self._slept = 0.0

    @property
    def status(self) -> Status:
        return self._context.status

    def refresh(self) -> None:
        """Start a backfill now. Call on the sync's loop."""
        self._asked = True
        self._wake.set()

    def wake_for_received(self) -> None:
        """Events were received. Call on the sync's loop."""
        self._received.set()

    def pause(self, paused: bool) -> None:
        """Stop reading after the pages in flight, or resume. Call on the sync's loop."""
        if paused:
            self._context.go.clear()
            self._context.say(phase=Phase.PAUSED, rate=0.0, left=None)
        else:
            self._context.go.set()
            self._context.say(phase=Phase.FILLING if self._reading else Phase.STARTING)
            self._wake.set()

    async def run(self) -> None:
        """Run until canceled. A lost connection is logged once, and its return once."""
        await together(self._keep_reading(), self._context.watch_pace())

    async def _keep_reading(self) -> None:
        as_of = await self._mirror.progress("as_of")
        self._gateway.time.not_before(float(as_of or 0))
        self._context.say(as_of=float(as_of) if as_of else None)
        self._slept = time.time() - time.monotonic()
        while True:
            wait = 0.0
            if self.status.phase is Phase.DISK_FULL and not self._mirror.has_room():
                await self._sleep(FULL_SECONDS)
                continue
            try:
                await together(self._read(), self._follow(), self._take_received())
            except KeyRejected:
                self._context.say(phase=Phase.REJECTED)
                wait = 60.0
            except DiskFull:
                self._context.say(phase=Phase.DISK_FULL)
                wait = FULL_SECONDS
            except DeskError as error:
                wait = self._trouble(error)
            except Damaged:
                raise
            except Exception as error:
                self._unexpected(error)  # reported and retried, so that the mirror does not go stale unnoticed
                wait = self._trouble(Unexpected())
            await self._sleep(wait)

    def _trouble(self, error: DeskError) -> float:
        if not self._failures:
            log.info("sync interrupted: %s", type(error).__name__)
        self._failures += 1
        if not isinstance(error, Busy | Locked):
            self._context.say(phase=Phase.REFUSED if is_refusal(error) else Phase.OFFLINE, trouble=error)
        return pause_after(self._failures)

    def _recovered(self) -> None:
        if self._failures:
            log.info("connection is back")
        self._failures = 0

    async def _sleep(self, seconds: float) -> None:
        self._wake.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass
        slept = time.time() - time.monotonic()
        if slept - self._slept > ASLEEP:
            log.info("this computer slept: connecting anew")
            await self._gateway.connect_anew()
        self._slept = slept

    async def _read(self) -> None:
        """Runs backfills when they are due, and enrichment."""
        missed_nothing = await self._following.begin()
        if not missed_nothing:
            self._asked = True
        while True:
            await self._context.go.wait()
            if self._following.missed:
                self._following.missed, self._asked = False, True
            slow = await self._due()
            if slow is not None:
                self._reading = not slow
                if not slow:
                    self._context.say(phase=Phase.FILLING)
                await Backfill(self._context, slow=slow, test=self._test).run()
                self._reading = False
                self._wake.set()  # the next event poll reports that the mirror is current
            await read_processing(self._context)
            await self._completing.run()
            await self._following.fill()
            await asyncio.sleep(0.5)

    async def _due(self) -> bool | None:
        """Whether a backfill is due: False for a fast one, True for a slow one, None for none."""
        filled = float(await self._mirror.progress("filled") or 0)
        unfinished = await Backfill.begun(self._context) is not None
        if self._asked:
            self._asked = False
            await Backfill.begin(self._context)
            await self._context.side.read_cards_again()
            return False
        if not filled:
            if not unfinished:
                await Backfill.begin(self._context)
            return False
        age = self._gateway.now() - filled
        if not self._following.offered and age > REFILL_WITHOUT_EVENTS:
            if not unfinished:
                await Backfill.begin(self._context)
                await self._context.side.read_cards_again()
            return False
        if unfinished:
            return True
        if age > (REFILL_AFTER_REFUSAL if self.status.refused else SWEEP_SECONDS):
            await Backfill.begin(self._context)
            return True
        return None

    async def _follow(self) -> None:
        """Polls events every few seconds. If no backfill is running, the mirror equals the account after each poll."""
        while await self._mirror.progress("events") is None:
            await asyncio.sleep(0.01)
        while True:
            await self._context.go.wait()
            began = self._gateway.now()
            await self._following.look()
            self._recovered()
            filled = float(await self._mirror.progress("filled") or 0)
            if filled and not self._reading and self._context.go.is_set():
                # Without events the mirror is as old as the last backfill.
                as_of = began if self._following.offered else filled
                await self._mirror.set_progress({"as_of": str(as_of)})
                self._context.say_current(as_of)
            await self._sleep(POLL_SECONDS)

    async def _take_received(self) -> None:
        """Take in what the local receiver has stored, as soon as it comes."""
        while True:
            await self._received.wait()
            await self._context.go.wait()
            self._received.clear()
            try:
                await self._following.intake.drain()
            except BaseException:
                self._received.set()
                raise


def pause_after(failures: int) -> float:
    """Seconds until the next attempt."""
    return float(min(2.0**failures, 30.0))
