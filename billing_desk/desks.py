"""Opens, switches, rebuilds and closes the current desk, and passes its callbacks to the GUI thread."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .account_book import AccountBook
from .bridge import Bridge
from .desk import Desk, DeskPlan
from .desk_plans import DeskPlans
from .domain.changes import Change
from .domain.errors import DeskError, KeyringTrouble, NotAllowed, WrongAddress
from .domain.writes.operation import Mode
from .domain.writes.safety_limits import Actor
from .services.sync.status import Status
from .services.tasks import Tasks
from .settings import SettingsFile
from .ui.accounts.first_run import OpenFailure
from .ui.wording.desk_notices import opened, rebuilt, record_broken
from .ui.wording.notices import Notice

if TYPE_CHECKING:
    from .practice import Practice
    from .ui.window.main_window import MainWindow


ROWS_FIRST = 0.2
"""Seconds by which the sync starts later, so that the first rows appear before it."""
CLOSE_SECONDS = 2.0
"""Seconds to wait for running writes when a desk closes; unfinished ones stay in the journal."""


Which = tuple[str, Mode]
"""Account id and mode."""


class Desks:
    """Keeps at most one desk open, shown in `window`. All methods run on the GUI thread."""

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsFile,
        accounts: AccountBook,
        folder: Path,
        unexpected: Callable[[BaseException], None],
        actor: Callable[[], Actor],
        news: list[Notice],
    ) -> None:
        """`news`: notices of the start, shown one at a time."""
        self._window, self._settings, self._accounts = window, settings, accounts
        self._plans = DeskPlans(settings, accounts, folder)
        self._actor, self._news = actor, news
        self._tasks = Tasks(unexpected)
        self._practice: Practice | None = None
        self._turn = asyncio.Lock()
        self._ended = False
        self._locked: tuple[str, Mode] | None = None
        """Account and mode of the locked desk. Its plan is not kept here, because it contains the key."""
        self.current: Desk | None = None
        self._bridge = Bridge()
        self._bridge.changed.connect(self._changed)
        self._bridge.status.connect(self._status)
        self._bridge.unexpected.connect(unexpected)
        self._bridge.damaged.connect(self._damaged)

    def open_demo(self) -> None:
        self._tasks.start(self._swap(self._demo_plan))

    def open(self, account_id: str, mode: Mode) -> None:
        self._tasks.start(self._swap(lambda: self._plans.plan(account_id, mode), (account_id, mode)))

    def receive(self) -> None:
        """The settings of the receiver of webhooks have changed."""
        if self.current is not None:
            self._tasks.start(self.current.receive(self._settings.value.receiver))

    def reopen(self) -> None:
        """Close the current desk and open it again with its current key and name."""
        self._tasks.start(self._reopen())

    @property
    def is_locked(self) -> bool:
        return self._locked is not None

    async def _reopen(self) -> None:
        async with self._turn:
            plan = self.current.plan if self.current and not self.is_locked else None
            if plan is not None and plan.mode is not Mode.DEMO:
                which = (plan.account_id, plan.mode)
                await self._change_to(lambda: self._plans.plan(*which), which)

    async def _demo_plan(self) -> DeskPlan:
        if self._practice is None:
            from .practice import Practice  # imported late: only the practice account needs the server's libraries

            self._practice = await asyncio.get_running_loop().run_in_executor(None, Practice)
        return self._practice.plan()

    async def travel(self, seconds: int) -> int:
        """Move the practice account's time forward; returns its new time (Unix seconds). Raises NotAllowed."""
        practice, desk = self._practice, self.current
        if practice is None or desk is None or desk.plan.mode is not Mode.DEMO:
            raise NotAllowed(code="practice_only")
        now = await asyncio.wrap_future(practice.travel(seconds))
        desk.clock.ahead = now - int(time.time())
        return now

    async def _swap(self, planned: Callable[[], Awaitable[DeskPlan]], which: Which | None = None) -> None:
        async with self._turn:
            await self._change_to(planned, which)

    async def _change_to(self, planned: Callable[[], Awaitable[DeskPlan]], which: Which | None = None) -> None:
        """Close the current desk and open the planned one; if planning fails, show the error with no desk open."""
        if self._ended:
            return
        try:
            plan = await planned()
        except DeskError as error:
            await self._close_current()
            self._failed(error, planned, which)
            return
        await self._close_current()
        await self._open(plan)

    def _failed(self, error: DeskError, planned: Callable[[], Awaitable[DeskPlan]], which: Which | None) -> None:
        """Show the first run page with the error and with actions that try again or set files aside."""
        if isinstance(error, WrongAddress):
            error = replace(error, file=str(self._settings.path))
        account_id, mode = which or ("", Mode.DEMO)
        known = self._settings.value.account(account_id)
        failed = OpenFailure(
            account_id,
            known.name if known else "",
            mode,
            error,
            again=lambda: self._tasks.start(self._swap(planned, which)),
            set_aside=lambda: self._tasks.start(self._set_aside(account_id, mode)),
        )
        self._window.show_first_run(failed)
        self.show_next_notice()

    async def _set_aside(self, account_id: str, mode: Mode) -> None:
        """The operator confirmed it: rename the files that cannot be opened, and open the desk with new ones."""
        planned = partial(self._plans.plan, account_id, mode)
        async with self._turn:
            await self._close_current()
            try:
                await self._accounts.set_aside(account_id, mode)
            except DeskError as error:
                self._failed(error, planned, (account_id, mode))
            else:
                await self._change_to(planned, (account_id, mode))

    async def _open(self, plan: DeskPlan) -> None:
        loop, callbacks = asyncio.get_running_loop(), self._bridge.callbacks(plan, self._actor, self._settings)
        which = (plan.account_id, plan.mode)
        try:
            desk = await loop.run_in_executor(None, lambda: Desk(plan, callbacks))
        except DeskError as error:
            self._failed(error, lambda: self._plans.plan(*which), which)
            return
        if plan.mode is Mode.DEMO and self._practice is not None:
            desk.clock.ahead = self._practice.ahead
        self.current = desk
        self._window.show_desk(desk.services.part)
        if notice := opened(desk.set_aside, kept=plan.folder is not None, demo=plan.mode is Mode.DEMO):
            self._window.notices.say(notice)
        else:
            self.show_next_notice()
        self._tasks.start(self._start(desk))

    def show_next_notice(self) -> None:
        """Show the next notice of `news`."""
        if self._news:
            self._window.notices.say(self._news.pop(0))

    async def _start(self, desk: Desk) -> None:
        """Start the sync after the first rows are on the screen, because importing the Stripe SDK takes time."""
        await asyncio.sleep(ROWS_FIRST)
        if self.current is desk:
            desk.start()
            await desk.receive(self._settings.value.receiver)
            await self._check_record(desk)

    async def _check_record(self, desk: Desk) -> None:
        """Compare the audit log with its anchor in the keyring; then delete the older database key if unused."""
        if desk.plan.anchors is None:
            return
        broken = await desk.services.audit_anchoring.begin()
        if broken is not None and self.current is desk:
            self._window.notices.say(record_broken(broken, self._window.shell.wording))
        if desk.plan.older_key is not None:
            with suppress(KeyringTrouble):
                await self._accounts.forget_older_key(desk.plan.account_id)

    def _is_open(self, plan: DeskPlan) -> bool:
        return self.current is not None and self.current.plan is plan

    def _changed(self, plan: DeskPlan, change: Change) -> None:
        if self.current is not None and self._is_open(plan):
            self.current.changes.publish(change)

    def _status(self, plan: DeskPlan, status: Status) -> None:
        if self.current is not None and self._is_open(plan):
            self.current.take_status(status)
            self._window.show_status(status)

    def _damaged(self, plan: DeskPlan) -> None:
        if self._is_open(plan):
            self._tasks.start(self._rebuild(plan))

    async def _rebuild(self, plan: DeskPlan) -> None:
        """The mirror is damaged: delete it and reopen the desk, which starts a backfill. The journal stays."""
        async with self._turn:
            desk = self.current
            if desk is not None and self._is_open(plan) and not self.is_locked:
                await self._close_current()
                desk.delete_mirror()
                await self._open(replace(plan))
                self._window.notices.say(rebuilt())

    def lock_after_idle(self) -> None:
        """Lock after inactivity. The practice account is not locked, because it holds no confidential data."""
        if self.current is not None and self.current.plan.mode is not Mode.DEMO:
            self.lock()

    def woke_from_sleep(self) -> None:
        """The computer woke from sleep: return to view-only, because another person may be using it now."""
        if self.current is not None:
            self.current.services.guard.disarm()
            if self._settings.value.rules.lock_after:
                self.lock_after_idle()

    def lock(self) -> None:
        """Hide the desk at once. It is closed, and its key released, once no bulk edit is running."""
        desk = self.current
        if desk is not None and self._locked is None:
            self._locked = (desk.plan.account_id, desk.plan.mode)
            desk.services.guard.disarm()
            self._window.show_locked(desk.plan.account_name)
            self._tasks.start(self._close_locked(desk))

    async def _close_locked(self, desk: Desk) -> None:
        desk.services.bulk.stop(running=False)
        await desk.services.bulk.ended()
        async with self._turn:
            if self._locked is not None and self.current is desk:
                self.current = None
                await desk.close(CLOSE_SECONDS)
                self._window.say_keys_are_gone()

    def unlock(self) -> None:
        self._tasks.start(self._unlock())

    async def _unlock(self) -> None:
        """Reopen the desk with the key in the keyring. If a bulk edit has kept the desk open, show it again."""
        async with self._turn:
            which, self._locked = self._locked, None
            if which is None:
                return
            if self.current is not None:
                self._window.show_desk(self.current.services.part)
            elif which[1] is Mode.DEMO:
                await self._change_to(self._demo_plan)
            else:
                await self._change_to(lambda: self._plans.plan(*which), which)

    async def close_desk_of(self, account_id: str) -> None:
        """Close the desk of this account, if it is open."""
        async with self._turn:
            plan = self.current.plan if self.current else None
            if plan is not None and plan.account_id == account_id and plan.mode is not Mode.DEMO:
                await self._close_current()

    async def _close_current(self) -> None:
        desk, self.current, self._locked = self.current, None, None
        if desk is not None:
            desk.services.guard.disarm()
            desk.services.bulk.stop()
            self._window.show_first_run()
            await desk.close(CLOSE_SECONDS)

    async def close(self) -> None:
        """Close the current desk and do not open another one."""
        self._ended = True
        async with self._turn:
            await self._close_current()
        self._tasks.cancel()  # for example `_start`, which waits for the first rows
        await self._tasks.drain(1.0)
        if self._practice is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._practice.stop)
