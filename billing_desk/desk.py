"""One account in one mode: its connections, store, services and sync, opened and closed together."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .domain.access.api_key import key_fingerprint
from .domain.access.directory import Directory
from .domain.access.watching import ReceiverSettings
from .domain.changes import Change, Changes
from .domain.errors import KeyringTrouble
from .domain.writes.operation import DeskIdentity, Mode, Operation
from .domain.writes.safety_limits import Actor, SafetyLimits
from .gateway.client import Connection
from .gateway.pace import LIVE, PRACTICE, SANDBOX, Pace
from .gateway.request_log import RequestLog
from .gateway.route import Route
from .gateway.server_time import ServerTime
from .gateway.stripe_gateway import StripeGateway
from .gateway.version import API_VERSION
from .services.bulk.edits import BulkEdits
from .services.cards.cards import Cards
from .services.cards.intake import CardIntake
from .services.cards.pages import CardPages
from .services.clock import AccountClock
from .services.customers.customers import Customers
from .services.customers.duplicates import Duplicates
from .services.customers.parts import CustomerParts
from .services.customers.payments import Payments
from .services.customers.timeline import Timeline
from .services.desk_services import DeskServices
from .services.events.receiver import Receiver
from .services.events.secrets import AnnouncedSecrets, NewSecrets, SecretStore, SessionSecrets
from .services.object_reader import ObjectReader
from .services.queries import Queries
from .services.rooms import Rooms
from .services.subscriptions.subscriptions import Subscriptions
from .services.sync.status import Phase, Status
from .services.sync.sync import Sync
from .services.tasks import Tasks
from .services.tools import Tools
from .services.writes.audit_anchoring import AnchorStore, AuditAnchoring
from .services.writes.guard import Guard
from .services.writes.operation_log import OperationLog
from .services.writes.performer import Performer
from .services.writes.planner import Planner
from .services.writes.settlement import Settlement
from .services.writes.step_executor import StepExecutor
from .services.writes.writer import Writer
from .store.desk_files import DeskFiles
from .store.durable.audit import Audit
from .store.durable.bulks import Bulks
from .store.durable.closings import Closings
from .store.durable.import_record import ImportRecord
from .store.durable.journal import Journal
from .store.durable.muted import Muted
from .store.durable.saved_views import SavedViews
from .store.events.event_log import EventLog
from .store.files.database import Damaged
from .store.mirror.mirror import Mirror

if TYPE_CHECKING:
    from .integrations.cognito.user_pool import UserPool

_LIMITS = {Mode.DEMO: PRACTICE, Mode.TEST: SANDBOX, Mode.LIVE: LIVE}


@dataclass(frozen=True)
class DeskPlan:
    """Everything needed to open a desk. `folder` None: nothing is written to disk. `database_key` is hex; `older_key`
    opens files that have not been opened since each mode got its own key. `own_pages`: see HostedPageServices.
    `anchors` holds the audit log's head, `secrets` the signing secrets of webhooks (None: in memory only)."""

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
    secrets: SecretStore | None = None


@dataclass(frozen=True)
class DeskCallbacks:
    """Callbacks of a desk; they run on the thread where the event occurs."""

    changed: Callable[[Change], None]
    status: Callable[[Status], None]
    unexpected: Callable[[BaseException], None]
    damaged: Callable[[], None]
    actor: Callable[[], Actor]
    rules: Callable[[], SafetyLimits]
    directory: Callable[[], Directory] = Directory


class Desk:
    """`set_aside` is the new path of a damaged journal that was replaced; None if the journal was intact."""

    def __init__(self, plan: DeskPlan, up: DeskCallbacks) -> None:
        self.plan = plan
        self._up = up
        self._closed = False
        self._files = DeskFiles(plan.folder, plan.account_id, plan.mode, plan.database_key, plan.older_key)
        self._connection = Connection(plan.key, plan.route, live=plan.mode is Mode.LIVE)
        place = DeskIdentity(plan.account_id, plan.mode, key_fingerprint(plan.key))
        self.clock = AccountClock()
        with ExitStack() as opened:  # closes what was opened if another file cannot be
            self._mirror = self._files.mirror(up.damaged, self.clock.now)
            opened.callback(self._mirror.close)
            self._durable, self.set_aside = self._files.journal()
            opened.callback(self._durable.close)
            self._events = EventLog(self._files.events())
            opened.pop_all()
        self._pace, self._log = Pace(_LIMITS[plan.mode]), RequestLog()
        self._writes, self._watches = Tasks(up.unexpected), Tasks(up.unexpected)
        self.changes = Changes()
        self.status = Status()
        server_time = ServerTime()
        gateway = StripeGateway(self._connection, self._pace, self._log, server_time=server_time)
        self._sync = _SyncThread(plan, self._pace, self._log, self._mirror, self._events, up, server_time)
        self.receiver = Receiver(
            self._events,
            self.clock.now,
            up.changed,
            self._sync.wake_for_received,
            up.unexpected,
            live=plan.mode is Mode.LIVE,
        )
        self.services = self._services(place, gateway)

    def _services(self, identity: DeskIdentity, gateway: StripeGateway) -> DeskServices:
        mirror, changes, clock = self._mirror, self.changes, self.clock
        audit, journal = Audit(self._durable), Journal(self._durable)

        def now() -> int:
            return int(gateway.now())

        # Planning, reading and performing.
        guard = Guard(identity, self.plan.account_name, time.monotonic, self._up.rules)
        planner = Planner(identity, self._up.rules, now)
        queries, reader, log = Queries(gateway, mirror, changes), ObjectReader(gateway), OperationLog(journal, identity)
        settlement = Settlement(journal, changes, self._up.actor, now)
        secrets = self._secrets = AnnouncedSecrets(self.plan.secrets or SessionSecrets(), self.receiver.set_secrets)
        new_secrets = NewSecrets(secrets)
        executor = StepExecutor(guard, gateway, mirror, journal, settlement, changes, new_secrets.keep)
        performer = Performer(guard, journal, settlement, executor, changes, self._writes)
        # One service for each entity.
        payments = Payments(gateway, mirror, reader, planner)
        parts, duplicates = CustomerParts(gateway, mirror, reader, planner), Duplicates(mirror, reader, planner)
        customers = Customers(
            gateway, mirror, queries, reader, planner, payments, parts, duplicates, tasks=self._writes, changes=changes
        )
        subscriptions = Subscriptions(mirror, reader, queries, tasks=self._writes, changes=changes)

        def read_again(operation: Operation) -> None:
            customers.read_again(operation)
            subscriptions.read_again(operation)

        cards = Cards(mirror, planner, reader)
        card_pages = CardPages(gateway, reader, planner)
        intake = CardIntake(
            guard,
            planner,
            performer,
            log,
            customers,
            cards,
            card_pages,
            changes,
            tasks=self._writes,
            watches=self._watches,
        )
        rooms = Rooms(
            Tools(gateway, mirror, reader, planner, queries),
            customers,
            performer,
            log,
            clock,
            Muted(self._durable, identity),
            Closings(self._durable, identity),
            ImportRecord(self._durable, identity),
            changes,
            event_log=self._events,
            secrets=secrets,
            new_secrets=new_secrets,
            receiver=self.receiver,
            directory=self._up.directory,
            open_pool=_open_pool,
            guard=guard,
            reviewer=lambda: self._up.actor().name,
            own_pages=self.plan.own_pages,
            is_whole=lambda: self.status.phase is Phase.CURRENT and "invoice" not in self.status.missing,
        )
        planners = partial(rooms.row_planners, cards, card_pages)
        return DeskServices(
            account_name=self.plan.account_name,
            guard=guard,
            writer=Writer(planner, reader, performer, log, read_again, intake.watch_made),
            queries=queries,
            saved_views=SavedViews(self._durable),
            changes=changes,
            clock=clock,
            status=lambda: self.status,
            reader=reader,
            customers=customers,
            cards=cards,
            card_pages=card_pages,
            card_intake=intake,
            rooms=rooms,
            own_pages=self.plan.own_pages,
            log=log,
            customer_parts=parts,
            duplicates=duplicates,
            payments=payments,
            timeline=Timeline(journal),
            subscriptions=subscriptions,
            performer=performer,
            bulk=BulkEdits(planners, guard, planner, performer, log, Bulks(self._durable), changes),
            audit=audit,
            audit_anchoring=AuditAnchoring(audit, self.plan.anchors, self._writes, changes, lambda: int(time.time())),
            requests=self._log,
            api_version=API_VERSION,
            refresh=self._sync.refresh,
            pause=self._sync.pause,
            kept_on_disk=self.plan.folder is not None,
        )

    def take_status(self, status: Status) -> None:
        """Called on the GUI thread with each new status of the sync."""
        self.status = status
        if status.phase is Phase.CURRENT:
            self.services.card_intake.look_again()

    def start(self) -> None:
        """Start the sync, and check hosted pages that were completed while the desk was closed."""
        self._sync.start()
        self._writes.start(self.services.card_intake.catch_up())

    async def receive(self, settings: ReceiverSettings) -> None:
        """Let the local receiver of webhooks listen, or stop it, as the settings say."""
        try:
            await self._secrets.announce()
        except KeyringTrouble:
            pass  # without its secrets everything is refused, and counted
        if not self._closed:
            await asyncio.get_running_loop().run_in_executor(None, self.receiver.start, settings)

    async def close(self, seconds: float = 2.0) -> bool:
        """Wait up to `seconds` for running writes, then close. Returns whether all of them had ended."""
        if self._closed:
            return True
        self._closed = True
        self._watches.cancel()
        await asyncio.get_running_loop().run_in_executor(None, self.receiver.stop)
        await asyncio.get_running_loop().run_in_executor(None, self._sync.stop)
        finished = await self._writes.drain(seconds)
        self._writes.cancel()
        await self._writes.drain(0.5)
        await self._connection.close()
        await asyncio.get_running_loop().run_in_executor(None, self._close_store)
        return finished

    def _close_store(self) -> None:
        self._mirror.close()
        self._durable.close()
        self._events.close()

    def delete_mirror(self) -> None:
        """Call after `close`. The next desk rebuilds the mirror with a backfill."""
        self._files.remove_mirror()


def _open_pool(directory: Directory) -> UserPool:
    """Raises ImportError without the extra `cognito`."""
    from .integrations.cognito.user_pool import UserPool

    return UserPool(directory.region, directory.pool)


class _SyncThread:
    """The sync's thread with its own event loop and connection, because an HTTP client belongs to one loop."""

    def __init__(
        self,
        plan: DeskPlan,
        pace: Pace,
        log: RequestLog,
        mirror: Mirror,
        events: EventLog,
        up: DeskCallbacks,
        server_time: ServerTime,
    ) -> None:
        self._up = up
        self._loop = asyncio.new_event_loop()
        self._connection = Connection(plan.key, plan.route, live=plan.mode is Mode.LIVE)
        gateway = StripeGateway(self._connection, pace, log, server_time=server_time)
        test = plan.mode is not Mode.LIVE
        self._sync = Sync(gateway, mirror, events, up.changed, up.status, up.unexpected, test=test)
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
            pass  # the mirror has already called `damaged`
        except Exception as error:
            self._up.unexpected(error)
        finally:
            self._loop.run_until_complete(self._connection.close())

    def refresh(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._sync.refresh)

    def wake_for_received(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._sync.wake_for_received)

    def pause(self, paused: bool) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._sync.pause, paused)

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(lambda: self._task and self._task.cancel())
            self._thread.join(timeout=3)
        if not self._thread.is_alive() and not self._loop.is_closed():
            self._loop.close()
