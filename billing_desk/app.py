"""The composition root: builds everything once and passes it down."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from . import logs
from .account_book import AccountBook
from .desks import Desks
from .domain.errors import Unwritable
from .domain.writes.operation import Mode
from .domain.writes.safety_limits import Actor
from .environment import system_user
from .gateway.request_log import RequestLog
from .gateway.route import Route
from .services.accounts import Identity, identify
from .services.tasks import Tasks
from .settings import Preferences, SettingsFile
from .settings_choices import choices_of, chosen
from .ui.settings.choices import Choices
from .ui.startup import language
from .ui.startup.report import ReportWindow
from .ui.widgets import theme
from .ui.window.idle import IdleWatch
from .ui.window.main_window import MainWindow
from .ui.wording.desk_notices import news
from .ui.wording.notices import notice_of
from .ui.wording.text import Wording
from .vault import Vault, open_vault

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


TITLE_BAR = 32
"""Pixels of the screen's height that the window manager's title bar takes in addition to the window's height."""


@dataclass(frozen=True)
class Options:
    """Command line options; "" and None mean that the settings or the operating system decide."""

    demo: bool = False
    lang: str = ""
    folder: Path | None = None
    theme: str = ""
    link: str = ""


class App:
    """Implements `ui.window.shell.Shell`. Needs a running event loop; `ended` is set when all is closed."""

    def __init__(
        self,
        application: QApplication,
        options: Options,
        folder: Path,
        make_vault: Callable[[], Awaitable[Vault]] = open_vault,
        *,
        opens_first_row: bool = True,
    ) -> None:
        self.opens_first_row = opens_first_row
        loop = asyncio.get_running_loop()
        self._application, self._options = application, options
        self.settings = SettingsFile(folder / "settings.json")
        self._language = language.install(application, options.lang or self.settings.value.language)
        theme.apply(application, options.theme or self.settings.value.theme)
        self._report: ReportWindow | None = None
        self._crash_reports = logs.CrashReports(self._show_report)
        self._crash_reports.install(loop)
        self._tasks, self.ended = Tasks(self.unexpected), loop.create_future()
        self.accounts = AccountBook(self.settings, make_vault, self._identify, folder / "accounts", self._close_desk_of)
        self.preferences = Preferences(self.settings)
        self.window = MainWindow(self)
        self.desks = Desks(
            self.window,
            self.settings,
            self.accounts,
            folder / "accounts",
            self.unexpected,
            lambda: Actor(self.choices.operator, system_user()),
            news(self.settings.problems, self.settings.unreadable_copy.name, fell=not opens_first_row),
        )
        self._closing = False
        self._idle = IdleWatch(application, lambda: self.settings.value.rules.lock_after, time.monotonic, time.time)
        self._idle.idle.connect(self.desks.lock_after_idle)
        self._idle.slept.connect(self.desks.woke_from_sleep)
        application.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _scheme_changed(self) -> None:
        if not self._closing and (self._options.theme or self.settings.value.theme) == "system":
            self._show_theme("system")

    def _show_theme(self, scheme: str) -> None:
        theme.apply(self._application, scheme)
        if self.desks.current is not None and not self.desks.is_locked:
            self.window.show_desk(self.desks.current.services.part)  # redraws dates and colors

    @property
    def wording(self) -> Wording:
        return Wording(self._language, self.settings.value.zone, self.settings.value.year_begins)

    @property
    def choices(self) -> Choices:
        return choices_of(self.settings.value, system_user())

    def choose(self, choices: Choices) -> None:
        """Save and apply the settings. A change of the language takes effect at the next start."""
        before = self.settings.value
        value = chosen(before, choices)
        try:
            self.settings.save(value)
        except Unwritable as error:
            self.window.notices.say(notice_of(error))
        self._show_theme(choices.theme)
        if value.network != before.network:
            self.desks.reopen()
        self.desks.receive()

    def start(self) -> None:
        room = self.window.screen().availableGeometry().size()
        wide, high = map(int, self.preferences.get("window") or (1280, 800))
        self.window.resize(min(wide, room.width()), min(high, room.height() - TITLE_BAR))
        self.window.show()
        self.window.commands.links.open_text(self._options.link)
        if self._options.demo:
            self.open_demo()
        elif (current := self.settings.value.current) is not None:
            self.open_desk(*current)
        else:
            self.desks.show_next_notice()

    async def rows_on_screen(self) -> None:
        """Wait until the open desk's first table shows rows. Used by measurements and by the build test."""
        while self.window.desk is None or not self.window.desk.page.shows_rows:
            await asyncio.sleep(0.005)

    async def _identify(self, key: str, mode: Mode, address: str | None) -> Identity:
        return await identify(key, mode, Route(address=address, network=self.settings.value.network), RequestLog())

    async def _close_desk_of(self, account_id: str) -> None:
        await self.desks.close_desk_of(account_id)

    def open_demo(self) -> None:
        self.desks.open_demo()

    async def travel(self, seconds: int) -> int:
        return await self.desks.travel(seconds)

    def open_desk(self, account_id: str, mode: str) -> None:
        self.desks.open(account_id, Mode(mode))

    def accounts_changed(self) -> None:
        """Called after a key or a name changed: reopens the current desk, or shows why it cannot be opened."""
        desk = self.desks.current
        if desk is None or desk.plan.mode is Mode.DEMO:
            self.window.show_account(desk.services if desk else None)
        else:
            self.desks.reopen()

    def lock(self) -> None:
        self.desks.lock()

    def unlock(self) -> None:
        self.desks.unlock()

    def unexpected(self, error: BaseException) -> None:
        self._crash_reports.take(error)

    def _show_report(self, text: str) -> None:
        if self._report is not None:
            self._report.add(text)
            return
        self._report = ReportWindow(self.window, text)
        self._report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report.destroyed.connect(lambda: setattr(self, "_report", None))
        self._report.show()

    def shut_down(self) -> None:
        """Wait briefly for running writes, close everything and end the program."""
        if not self._closing:
            self._closing = True
            self._tasks.start(self._shut_down())

    async def _shut_down(self) -> None:
        self.preferences.put("window", [self.window.width(), self.window.height()])
        self._idle.stop()
        self.window.jobs.cancel()
        self.window.hide()
        try:
            await self.desks.close()
        finally:
            self.ended.set_result(None)
