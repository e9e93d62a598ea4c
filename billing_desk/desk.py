"""One account in one mode: its connections, its store, its services and its sync. Built whole, closed whole."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .desk_files import DeskFiles
from .domain.api_key import print_of
from .domain.changes import Change, Changes
from .domain.operation import Mode, Place
from .domain.rules import Actor, Rules
from .gateway.calls import Door
from .gateway.client import API_VERSION, Connection
from .gateway.pace import LIVE, PRACTICE, SANDBOX, Pace
from .gateway.request_log import RequestLog
from .gateway.route import Route
from .gateway.server_time import ServerTime
from .services.anchoring import Anchoring, AnchorStore
from .services.arrivals import Arrivals
from .services.bulk import BulkEdits, Planner
from .services.bulk_cards import BulkCards
from .services.bulk_customers import BulkCustomers
from .services.bundle import DeskServices
from .services.card_notes import CardNotes
from .services.card_pages import CardPages
from .services.card_review import CardReview
from .services.cards import Cards
from .services.clock import AccountClock
from .services.customer_notes import CustomerNotes
from .services.customer_parts import CustomerParts
from .services.customers import Customers
from .services.duplicates import Duplicates
from .services.exports.exporting import Exports
from .services.guard import Guard
from .services.invoices import Invoices
from .services.operations import Operations
from .services.payments import Payments
from .services.plans import Plans
from .services.reading import Reading
from .services.recording import Recorder
from .services.search import Search
from .services.sending import Sending
from .services.subscriptions import Subscriptions
from .services.sync.status import Status
from .services.sync.sync import Sync
from .services.tasks import Tasks
from .services.timeline import Timeline
from .services.undoing import Undoing
from .services.usage import UsageService
from .store.audit import Audit
from .store.bulks import Bulks
from .store.database import Damaged
from .store.journal import Journal
from .store.mirror import Mirror
from .store.saved_views import SavedViews

_LIMITS = {Mode.DEMO: PRACTICE, Mode.TEST: SANDBOX, Mode.LIVE: LIVE}


@dataclass(frozen=True)
class DeskPlan:
    """Everything a desk is made of. Without a folder nothing is written to disk. `database_key` in hex; `older_key`
    opens a file that was not opened since each mode has its own. `own_pages`: see DeskServices. `anchors`: where the
    audit log's head is kept."""

    account_id: str
    account_name: str
    mode: Mode
    key: str
    route: Route
    folder: Path | None
    database_key: str
    own_pages: Callable[[], str] = lambda: ""
    older_key: str | None = None
    anchors: AnchorStore | None = None


@dataclass(frozen=True)
class Upward:
    """What a desk tells the program; called on whatever thread it happens."""

    changed: Callable[[Change], None]
    status: Callable[[Status], None]
    unexpected: Callable[[BaseException], None]
    damaged: Callable[[], None]
    actor: Callable[[], Actor]
    rules: Callable[[], Rules]


class Desk:
    """`set_aside` names the journal's file if it was damaged and had to be replaced; it is kept."""

    def __init__(self, plan: DeskPlan, up: Upward) -> None:
        self.plan = plan
        self._up = up
        self._closed = False
        self._files = DeskFiles(plan.folder, plan.account_id, plan.mode, plan.database_key, plan.older_key)
        self._connection = Connection(plan.key, plan.route, live=plan.mode is Mode.LIVE)
        place = Place(plan.account_id, plan.mode, print_of(plan.key))
        self.clock = AccountClock()
        self._mirror = self._files.mirror(up.damaged, self.clock.now)
        try:
            self._lasting, self.set_aside = self._files.journal()
        except BaseException:
            self._mirror.close()
            raise
        self._pace, self._log = Pace(_LIMITS[plan.mode]), RequestLog()
        self._writes = Tasks(up.unexpected)
        self.changes = Changes()
        self.status = Status()
        server_time = ServerTime()
        door = Door(self._connection, self._pace, self._log, server_time=server_time)
        self._sync = _SyncThread(plan, self._pace, self._log, self._mirror, up, server_time)
        self.services = self._services(place, door)

    def _services(self, place: Place, door: Door) -> DeskServices:
        mirror, changes = self._mirror, self.changes
        audit = Audit(self._lasting)
        guard = Guard(place, self.plan.account_name, time.monotonic, self._up.rules)
        reading = Reading(door, mirror, changes)
        journal = Journal(self._lasting)
        recorder = Recorder(journal, changes, self._up.actor, lambda: int(door.now()))
        sending = Sending(guard, door, mirror, journal, recorder, changes)
        operations = Operations(guard, door, journal, recorder, sending, changes, self._writes)
        payments = Payments(door, mirror, operations)
        parts, duplicates = CustomerParts(door, mirror, operations), Duplicates(mirror, operations)
        customers = Customers(door, mirror, reading, operations, payments, parts, duplicates)
        subscriptions = Subscriptions(mirror, door, operations)
        cards, card_pages, card_notes = (
            Cards(mirror, operations),
            CardPages(door, operations),
            CardNotes(mirror, operations),
        )
        planners: dict[str, Planner] = {
            "customer": BulkCustomers(mirror, operations, customers),
            "card": BulkCards(mirror, operations, cards, card_pages, card_notes, self.clock.now),
        }
        return DeskServices(
            account_name=self.plan.account_name,
            changes=changes,
            guard=guard,
            operations=operations,
            undoing=Undoing(operations, {"subscription.quantity": subscriptions.preview_quantity_back}),
            bulk=BulkEdits(planners, operations, Bulks(self._lasting), changes),
            reading=reading,
            customers=customers,
            customer_notes=CustomerNotes(operations, customers),
            customer_parts=parts,
            duplicates=duplicates,
            cards=cards,
            card_notes=card_notes,
            card_pages=card_pages,
            card_review=CardReview(door, mirror, operations),
            arrivals=Arrivals(operations, customers, cards, card_pages, changes),
            plans=Plans(mirror, operations),
            subscriptions=subscriptions,
            invoices=Invoices(mirror, operations, reading),
            payments=payments,
            timeline=Timeline(journal),
            usage=UsageService(door, mirror, self.clock),
            search=Search(mirror),
            exports=Exports(mirror),
            audit=audit,
            anchoring=Anchoring(audit, self.plan.anchors, self._writes, changes, lambda: int(time.time())),
            saved_views=SavedViews(self._lasting),
            requests=self._log,
            clock=self.clock,
            status=lambda: self.status,
            own_pages=self.plan.own_pages,
            refresh=self._sync.refresh,
            pause=self._sync.pause,
            kept_on_disk=self.plan.folder is not None,
            api_version=API_VERSION,
        )

    def start(self) -> None:
        """Begin to sync."""
        self._sync.start()

    async def close(self, seconds: float = 2.0) -> bool:
        """Let writes finish for so long, then close everything. Whether all writes had ended; others are journalled."""
        if self._closed:
            return True
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(None, self._sync.stop)
        finished = await self._writes.drain(seconds)
        self._writes.cancel()
        await self._writes.drain(0.5)
        await self._connection.close()
        await asyncio.get_running_loop().run_in_executor(None, self._close_store)
        return finished

    def _close_store(self) -> None:
        self._mirror.close()
        self._lasting.close()

    def delete_mirror(self) -> None:
        """After `close`: forget the local copy, so that the next desk fetches it anew."""
        self._files.remove_mirror()


class _SyncThread:
    """The sync's own thread, loop and connection: an HTTP client belongs to one loop."""

    def __init__(
        self,
        plan: DeskPlan,
        pace: Pace,
        log: RequestLog,
        mirror: Mirror,
        up: Upward,
        server_time: ServerTime,
    ) -> None:
        self._up = up
        self._loop = asyncio.new_event_loop()
        self._connection = Connection(plan.key, plan.route, live=plan.mode is Mode.LIVE)
        door = Door(self._connection, pace, log, server_time=server_time)
        test = plan.mode is not Mode.LIVE
        self._sync = Sync(door, mirror, up.changed, up.status, up.unexpected, test=test)
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._task = self._loop.create_task(self._sync.run())
            self._loop.run_until_complete(self._task)
        except asyncio.CancelledError:
            pass
        except Damaged:
            pass  # the store has said so itself
        except Exception as error:
            self._up.unexpected(error)
        finally:
            self._loop.run_until_complete(self._connection.close())

    def refresh(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._sync.refresh)

    def pause(self, paused: bool) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._sync.pause, paused)

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(lambda: self._task and self._task.cancel())
            self._thread.join(timeout=3)
        if not self._thread.is_alive() and not self._loop.is_closed():
            self._loop.close()
