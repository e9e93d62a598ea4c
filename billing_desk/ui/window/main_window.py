"""The main window: frame in the mode's color, top bar, desk and notices. Layout and navigation only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.writes.operation import Mode
from ...services.desk_services import WindowServices
from ...services.sync.status import Status
from ..accounts.first_run import FirstRun, OpenFailure
from ..widgets.clipboard import clear_secrets
from ..widgets.dialog import DeskDialog
from ..widgets.job_area import JobArea
from ..widgets.jobs import Jobs
from ..widgets.plain import set_title
from ..widgets.theme import FRAME, MEDIUM, colors
from ..wording import words
from ..wording.text import joined, translate
from .actions import ACTIONS
from .commands import Commands
from .desk_context import Contexts, Parts
from .desk_view import DeskView
from .frame import Frame
from .leaving import leave
from .locked import Locked
from .notice_bar import NoticeBar
from .notice_place import place_notice
from .shell import Shell
from .top_bar import TopBar
from .trouble_notice import TroubleNotice
from .waiting import show_waiting, watch_attention


class MainWindow(Frame):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.jobs = Jobs(self, self.report)
        self.desk, self.failed = None, None
        self._page: QWidget | None = None
        self.top = TopBar(shell.accounts.all)
        self.notices = NoticeBar(self.open_object, toast=True)
        self._troubles = TroubleNotice(self.notices)
        self.job_area = JobArea()
        self.commands = Commands(self)
        self._inside = QFrame()
        self._inside.setObjectName("inside")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        frame.addWidget(self._inside)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, MEDIUM, 0)
        foot.addStretch(1)
        foot.addWidget(self.job_area)
        self._column.addLayout(foot)
        self.notices.setParent(self._inside)
        self.notices.moved.connect(self._place_notice)
        self.setMinimumSize(860, 440)  # fits 1366×768 at 150 %
        self._connect()
        self.show_first_run()

    def _connect(self) -> None:
        top, commands = self.top, self.commands
        top.mode_asked.connect(commands.choose_mode)
        top.account_asked.connect(commands.choose_account)
        top.accounts_asked.connect(commands.show_accounts)
        top.find_asked.connect(commands.open_palette)
        top.activity_asked.connect(commands.show_activity)
        top.settings_asked.connect(commands.show_menu)
        top.arm_asked.connect(commands.arm)
        self.notices.undo_asked.connect(commands.undo)
        self.notices.activity_asked.connect(commands.show_activity)
        self.job_area.reading.pause_asked.connect(commands.pause_reading)
        for action in ACTIONS:
            if action.shortcut:
                QShortcut(QKeySequence(action.shortcut), self).activated.connect(commands.runner(action))

    def report(self, error: BaseException) -> None:
        if self.desk is not None:
            self.desk.context.report(error)
        else:
            self.shell.unexpected(error)

    def show_first_run(self, failed: OpenFailure | None = None) -> None:
        """Show the page without a desk; `failed` is why no desk could be opened."""
        page = FirstRun(failed)
        page.demo_asked.connect(self.commands.open_demo)
        page.add_asked.connect(self.commands.add_account)
        page.key_asked.connect(self.commands.enter_key_again)
        page.aside_asked.connect(self.commands.set_aside)
        self.desk, self.failed = None, failed
        self._show_page(page, None)
        set_title(self, "Billing Desk")

    def show_locked(self, name: str) -> None:
        """Remove the desk's data from the screen and from the window's title."""
        page = Locked(name)
        page.unlock_asked.connect(self.shell.unlock)
        self.desk = None
        self.notices.hide()
        self._show_page(page, None)
        for dialog in self.findChildren(QDialog):
            dialog.done(0)  # it may contain a typed key
        clear_secrets()
        set_title(self, "Billing Desk")
        page.unlock.setFocus()

    def say_keys_are_gone(self) -> None:
        if isinstance(self._page, Locked):
            self._page.say_keys_are_gone()

    def show_desk(self, parts: Parts) -> None:
        """Show this desk's tabs; notices of an earlier desk are removed."""
        self.notices.hide()
        contexts = Contexts(parts, self.shell, self.job_area, self.jobs, self.notices, self.open_object, self.open_list)
        services = contexts.window.services
        self.desk, self.failed = DeskView(contexts), None
        self.desk.news.activity_asked.connect(self.commands.show_activity)
        self._show_page(self.desk, services)
        where = joined((services.account_name, words.mode(services.identity.mode)), " · ")
        set_title(self, f"{where} – Billing Desk")
        self.desk.destroyed.connect(services.changes.subscribe(self._changed))
        self.show_status(services.status())
        self._count_waiting(announce=True)
        watch_attention(self, self.desk, self.commands.show_attention)
        self.desk.page.table.setFocus()
        self.commands.links.desk_opened()

    def _show_page(self, page: QWidget, services: WindowServices | None) -> None:
        for dialog in self.findChildren(QDialog):
            if isinstance(dialog, DeskDialog) or dialog.property("of_desk"):
                dialog.done(0)  # it belongs to the previous desk
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._column.insertWidget(1, page, 1)
        self.show_account(services)

    def show_account(self, services: WindowServices | None) -> None:
        """Set the frame's color, the account's name and the available modes."""
        self.top.paint_icons()
        place, held = services.identity if services else None, self.commands.held_account()
        name = services.account_name if services else ""
        self.top.show_desk(name, services.guard if services else None, {Mode.DEMO, *(held.keys if held else ())})
        self.top.fresh.setVisible(services is not None)
        color = colors().modes[place.mode][0] if place else colors().line
        self.setStyleSheet(f"MainWindow {{ background: {color}; }} QFrame#inside {{ background: {colors().window}; }}")

    def show_status(self, status: Status) -> None:
        self.top.show_status(status, self.shell.wording)
        self.job_area.show_reading(status, self.shell.wording)
        if self.desk is not None:
            self.desk.show_status(status)
        self._troubles.show(status)

    def _changed(self, change: Change) -> None:
        if change.kind in (ChangeKind.OPERATION, ChangeKind.BULK):
            self._count_waiting(announce=False)

    def _count_waiting(self, *, announce: bool) -> None:
        if self.desk is not None:
            self.jobs.newest("waiting", show_waiting(self, self.desk, announce=announce))

    def open_object(self, kind: str, id_: str) -> None:
        if self.desk is not None:
            self.desk.open_object(kind, id_)

    def open_list(self, kind: str, filter_: str) -> None:
        if self.desk is not None:
            self.desk.open_list(kind, filter_)

    def bring_forward(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def _place_notice(self) -> None:
        place_notice(self._inside, self.notices, self.desk.page.table if self.desk is not None else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends the program after everything is closed; asks first if something would be lost."""
        event.ignore()
        self.leave(translate("MainWindow", "Quit"), self.shell.shut_down)

    def leave(self, act: str, then: Callable[[], None]) -> None:
        leave(self, act, then)
