"""A desk without a window: the same files, keyring, journal and guard as the window's desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from ..account_book import AccountBook
from ..data_folder import FolderLock, UnsafeFolder, prepared
from ..desk import Desk, DeskCallbacks
from ..desk_plans import DeskPlans
from ..domain.errors import DeskError, NotAllowed
from ..domain.writes.operation import Mode
from ..domain.writes.safety_limits import Actor
from ..environment import system_user
from ..gateway.request_log import RequestLog
from ..gateway.route import Route
from ..services.accounts import Identity, identify
from ..services.sync.status import Phase, Status
from ..services.tasks import Tasks
from ..settings import SettingsFile
from ..vault import Vault

CLOSE_SECONDS = 10.0
ARM_EVERY = 30
"""Seconds between two times that a live desk is armed anew: the command was given the account's name once."""
_FAILED = {
    Phase.OFFLINE: "Stripe cannot be reached.",
    Phase.REFUSED: "Stripe refused a list that is needed; check the key's permissions.",
    Phase.REJECTED: "Stripe rejected the API key.",
    Phase.DISK_FULL: "The disk is full.",
}


class CannotOpen(Exception):
    """The text says why."""


@asynccontextmanager
async def opened_desk(
    folder: Path, account: str, live: str, make_vault: Callable[[], Awaitable[Vault]]
) -> AsyncIterator[Desk]:
    """The desk of an account ("" for the one that the window shows, or the only one), with the copy of the account
    current. `live` is the account's name, which arms a desk in live mode; "" for test mode. Raises CannotOpen and
    DeskError."""
    try:
        place = prepared(folder)
    except (UnsafeFolder, OSError) as error:
        raise CannotOpen(str(error)) from error
    lock = FolderLock(place)
    if not lock.take():
        raise CannotOpen("Billing Desk is open with this data folder. Close it first.")
    try:
        desk = await _desk(place, account, live, make_vault)
        try:
            async with _current(desk, live):
                yield desk
        finally:
            await desk.close(CLOSE_SECONDS)
    finally:
        lock.release()


async def _desk(place: Path, account: str, live: str, make_vault: Callable[[], Awaitable[Vault]]) -> Desk:
    settings = SettingsFile(place / "settings.json")
    accounts = AccountBook(settings, make_vault, _identify, place / "accounts", _no_desk)
    known, current = [each.id for each in settings.value.accounts], settings.value.current
    chosen = account or (current[0] if current else "") or (known[0] if len(known) == 1 else "")
    if chosen not in known:
        raise CannotOpen(f"There is no account {chosen} here." if chosen else "Name the account with --account.")
    plan = await DeskPlans(settings, accounts, place / "accounts").plan(
        chosen, Mode.LIVE if live else Mode.TEST, remember=False
    )
    actor = Actor(settings.value.operator or system_user(), system_user())
    heard = _Heard(asyncio.get_running_loop())
    callbacks = DeskCallbacks(
        lambda _: None,
        heard.status,
        heard.unexpected,
        lambda: None,
        lambda: actor,
        lambda: settings.value.rules,
    )
    desk = Desk(plan, callbacks)
    heard.desk = desk
    if live and not desk.services.guard.arm(live):
        await desk.close()
        raise CannotOpen("--live takes the account's name, as the window shows it.")
    return desk


class _Heard:
    """Takes what the sync says, on its own thread, to the loop."""

    desk: Desk

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def status(self, status: Status) -> None:
        self._loop.call_soon_threadsafe(lambda: self.desk.take_status(status))

    def unexpected(self, error: BaseException) -> None:
        self._loop.call_soon_threadsafe(_raised, error)


def _raised(error: BaseException) -> None:
    raise error


@asynccontextmanager
async def _current(desk: Desk, live: str) -> AsyncIterator[None]:
    """Starts the sync and waits for it; a live desk stays armed meanwhile."""
    desk.start()
    while (phase := desk.status.phase) is not Phase.CURRENT:
        if phase in _FAILED:
            raise CannotOpen(_FAILED[phase])
        await asyncio.sleep(0.05)
    arming = Tasks(_raised)
    arming.start(_stay_armed(desk, live))
    try:
        yield
    finally:
        arming.cancel()


async def _stay_armed(desk: Desk, live: str) -> None:
    while live:
        desk.services.guard.arm(live)
        await asyncio.sleep(ARM_EVERY)


async def _identify(key: str, mode: Mode, address: str | None) -> Identity:
    return await identify(key, mode, Route(address=address), RequestLog())


async def _no_desk(_: str) -> None:
    """No other desk can be open: the folder is locked."""


def said(error: DeskError) -> str:
    """One line for the terminal."""
    detail = error.code or ""
    if isinstance(error, NotAllowed) and error.permission:
        detail = error.permission
    return f"{type(error).__name__}{f' ({detail})' if detail else ''}: {error}".rstrip(": ")
