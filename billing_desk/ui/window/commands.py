"""The commands behind the actions: dialogs, and operations on the window. Dialogs are imported when they are opened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ...domain.search_hit import Hit
from ...domain.text.object_links import ObjectLink
from ...domain.writes.operation import Mode
from ...services.accounts import AccountInfo
from ...services.desk_services import ActivityServices, WindowServices
from ...services.sync.status import Phase
from ..accounts.first_run import OpenFailure, confirmed_aside
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.plain import add_action
from ..wording.desk_notices import travelled
from ..wording.text import translate
from .actions import ACTIONS, IN_MENU, Action
from .desk_view import DeskView
from .frame import Frame
from .object_opener import ObjectOpener


class Commands:
    """Implements `actions.Desktop` for one window."""

    def __init__(self, window: Frame) -> None:
        self._window = window
        self._shell, self._jobs, self.links = window.shell, window.jobs, ObjectOpener(window)

    @property
    def _desk(self) -> DeskView | None:
        return self._window.desk

    @property
    def has_desk(self) -> bool:
        return self._desk is not None

    @property
    def is_live(self) -> bool:
        return self._desk is not None and self._desk.context.services.identity.mode is Mode.LIVE

    @property
    def is_practice(self) -> bool:
        return self._desk is not None and self._desk.context.services.identity.mode is Mode.DEMO

    def runner(self, action: Action) -> Callable[[], None]:
        def run() -> None:
            if action.enabled(self):
                action.run(self)

        return run

    def _with_desk(self, act: Callable[[DeskView], object]) -> None:
        if self._desk is not None:
            act(self._desk)

    def _open(self, dialog: Awaitable[Any]) -> None:
        async def run() -> None:
            await dialog

        self._jobs.start(run())

    def go_to_tab(self, kind: str) -> None:
        self._with_desk(lambda desk: desk.go_to(kind))

    def focus_filter(self) -> None:
        self._with_desk(lambda desk: desk.page.filter.field.setFocus())

    def new_customer(self) -> None:
        self._with_desk(lambda desk: desk.customers.new())

    def edit_customer(self) -> None:
        self.customer_action("edit")

    def find_or_create(self) -> None:
        self._with_desk(lambda desk: desk.customers.find_or_create())

    def change_many(self) -> None:
        self._with_desk(lambda desk: desk.page.change_many())

    def go_back(self) -> None:
        self._with_desk(lambda desk: desk.back())

    def go_forward(self) -> None:
        self._with_desk(lambda desk: desk.forward())

    def leave_detail(self) -> None:
        """Esc closes one thing: a notice, else it leaves the detail."""
        if self._window.notices.dismiss():
            return
        self._with_desk(lambda desk: desk.page.table.setFocus() if desk.page.table.isVisible() else None)

    def copy_id(self) -> None:
        self._with_desk(lambda desk: desk.copy_id())

    def read_all_again(self) -> None:
        self._with_desk(lambda desk: desk.context.services.refresh())

    def pause_reading(self, paused: bool) -> None:
        self._with_desk(lambda desk: desk.context.services.pause(paused))

    def toggle_reading(self) -> None:
        self._with_desk(lambda desk: self.pause_reading(desk.context.services.status().phase is not Phase.PAUSED))

    def export(self) -> None:
        self._with_desk(lambda desk: desk.page.export())

    def choose_columns(self) -> None:
        self._with_desk(lambda desk: desk.page.table.columns.open_menu())

    def save_view(self) -> None:
        self._with_desk(lambda desk: desk.page.save_view())

    def open_palette(self) -> None:
        self._jobs.newest("palette", self._palette())

    async def _palette(self) -> None:
        from .palette import choose

        usable = [action for action in ACTIONS if action.name != "find" and action.enabled(self)]
        search = self._desk.context.services.search if self._desk else None
        chosen = await choose(self._window, usable, search, self._shell.wording, self._window.report)
        if isinstance(chosen, ObjectLink):
            await self.links.open(chosen)
        elif isinstance(chosen, Hit):
            self._window.open_object(chosen.kind, chosen.id)
        elif chosen:
            next(action for action in usable if action.name == chosen).run(self)

    def desk_action(self, name: str) -> None:
        """Run an action of the Plans, Subscriptions or Invoices tab."""
        self._with_desk(lambda desk: desk.run(name))

    def customer_action(self, name: str) -> None:
        """Run an action for the customer on the screen; see DeskView."""
        self._with_desk(lambda desk: desk.jobs.newest("customer", desk.for_customer(name)))

    def undo_last(self) -> None:
        """Undo the operation that the notice bar offers to undo, if any."""
        if not self._window.notices.undo.isHidden():
            self._window.notices.undo.click()

    def undo(self, operation: str) -> None:
        """Undo an operation, after its preview."""
        self._with_desk(lambda desk: desk.jobs.newest("undo", self._undo(desk, operation)))

    async def _undo(self, desk: DeskView, operation: str) -> None:
        from ..writing.undo import undo

        entry = await desk.context.services.log.entry(operation)
        if entry is not None:
            await undo(desk.context, self._window, entry)

    def show_activity(self) -> None:
        self._show_activity("operations")

    def show_attention(self) -> None:
        self._show_activity("attention")

    def show_events(self) -> None:
        self._show_activity("events")

    def _show_activity(self, tab: str) -> None:
        from ..activity.panel import ActivityPanel

        part = ActivityServices
        self._with_desk(lambda desk: self._open(shown(ActivityPanel(desk.contexts.of(part), self._window, tab))))

    def show_shortcuts(self) -> None:
        from .shortcut_sheet import ShortcutSheet

        self._open(shown(ShortcutSheet(self._window)))

    def show_about(self) -> None:
        from ..settings.about import AboutDialog

        self._open(shown(AboutDialog(self._window)))

    def arm(self) -> None:
        """Arm a view-only live desk, or make an armed one view-only."""
        if self._desk is None or not self.is_live:
            return
        self._jobs.newest("arm", self._arm(self._desk.context))

    async def _arm(self, context: Context[WindowServices]) -> None:
        from ..accounts.arm import ArmDialog

        guard = context.services.guard
        if guard.view_only:
            await shown(ArmDialog(context, self._window))
        else:
            guard.disarm()
        self._window.top.show_chip()

    def show_accounts(self) -> None:
        from ..accounts.manage import AccountsDialog

        dialog = AccountsDialog(self._window, self._shell.accounts, self._window.report)
        dialog.open_asked.connect(self._shell.open_desk)
        dialog.changed.connect(self._shell.accounts_changed)
        self._open(shown(dialog))

    def add_account(self) -> None:
        self._jobs.start(self._open_key_form())

    async def _open_key_form(self, known: AccountInfo | None = None, mode: Mode = Mode.TEST) -> None:
        from ..accounts.key_form import KeyForm

        form = KeyForm(self._window, self._shell.accounts, self._window.report, known, mode)
        if await shown(form) and form.account is not None:
            self._shell.open_desk(form.account.id, str(form.mode))

    def enter_key_again(self) -> None:
        if self._window.failed is not None:
            failed = self._window.failed
            known = next((a for a in self._shell.accounts.all() if a.id == failed.account_id), None)
            self._jobs.start(self._open_key_form(known, failed.mode))

    def set_aside(self) -> None:
        """Set aside files that cannot be opened, after a confirmation."""
        if self._window.failed is not None:
            self._jobs.newest("set aside", self._set_aside(self._window.failed))

    async def _set_aside(self, failed: OpenFailure) -> None:
        if await confirmed_aside(self._window, failed):
            failed.set_aside()

    def show_settings(self) -> None:
        self._jobs.newest("settings", self._settings())

    async def _settings(self) -> None:
        from ..settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._window, self._shell.choices, self._shell.wording, self._window.report)
        if await shown(dialog):
            self._shell.choose(dialog.choices)

    def show_menu(self) -> None:
        """Show the settings button's menu; the other actions are in the palette."""
        menu = QMenu(self._window)
        for action in ACTIONS:
            if action.name in IN_MENU and action.enabled(self):
                entry = add_action(menu, action.title())
                entry.setShortcut(QKeySequence(action.shortcut))
                entry.triggered.connect(self.runner(action))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._window.top.settings
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def choose_mode(self, mode: str) -> None:
        """Does nothing if the mode is already open."""
        if self._desk is not None and self._desk.context.services.identity.mode == mode:
            return
        if mode == Mode.DEMO:
            self.open_demo()
        elif account := self.held_account():
            self._window.leave(translate("Commands", "Switch"), partial(self._shell.open_desk, account.id, mode))

    def held_account(self) -> AccountInfo | None:
        """The account that is open or could not be opened; the first account if the practice account is open."""
        accounts, failed = self._shell.accounts.all(), self._window.failed
        wanted = self._desk.context.services.identity.account if self._desk else failed.account_id if failed else ""
        return next((a for a in accounts if a.id == wanted), accounts[0] if accounts else None)

    def choose_account(self, account_id: str) -> None:
        account = next(a for a in self._shell.accounts.all() if a.id == account_id)
        mode = str(next(iter(account.keys), Mode.TEST))
        self._window.leave(translate("Commands", "Switch"), partial(self._shell.open_desk, account_id, mode))

    def lock(self) -> None:
        self._shell.lock()

    def travel(self) -> None:
        self._with_desk(lambda desk: self._jobs.newest("travel", self._travel(desk)))

    async def _travel(self, desk: DeskView) -> None:
        from ..settings.time_travel import TimeTravelDialog

        dialog = TimeTravelDialog(desk.context, self._window, self._shell.travel)
        if await shown(dialog):
            services = desk.context.services
            if self._desk is not desk:
                return
            services.refresh()
            self._window.notices.say(travelled(dialog.moved, desk.context.wording.moment(services.clock.now())))

    def open_demo(self) -> None:
        self._window.leave(translate("Commands", "Switch"), self._shell.open_demo)

    def close(self) -> bool:
        return self._window.close()
