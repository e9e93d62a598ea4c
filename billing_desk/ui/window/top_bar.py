"""The top bar: account, mode, search, freshness, open operations, settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton

from ...domain.writes.operation import Mode
from ...services.accounts import AccountInfo
from ...services.sync.status import Phase, Status
from ...services.writes.guard import Guard
from ..widgets.icons import icon
from ..widgets.plain import Button, Label, add_action, set_tip
from ..widgets.theme import LARGE, SMALL, TIGHT, colors
from ..wording import words
from ..wording.text import Wording, joined, translate
from ..wording.tones import Tone


class TopBar(QFrame):
    """Signals for each request; `mode_asked` and `account_asked` carry the choice."""

    mode_asked = Signal(str)
    account_asked = Signal(str)
    accounts_asked = Signal()
    find_asked = Signal()
    activity_asked = Signal()
    settings_asked = Signal()
    arm_asked = Signal()

    def __init__(self, accounts: Callable[[], list[AccountInfo]]) -> None:
        super().__init__()
        self._accounts = accounts
        self._guard: Guard | None = None
        self._waiting = self._attention = 0
        self.setProperty("bar", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self._row.setSpacing(SMALL)
        self.chip = Button()
        self.chip.clicked.connect(self.arm_asked)
        self.account = Button("", icon("account"))
        self.account.setProperty("flat", True)
        menu = QMenu(self.account)
        menu.aboutToShow.connect(self._fill_accounts)
        menu.triggered.connect(self._account_chosen)
        self.account.setMenu(menu)
        self._menu = menu
        self.modes: dict[Mode, QPushButton] = {}
        self._make_modes()
        self.find_button = Button("", icon("search"))
        self.find_button.setMinimumWidth(230)
        self.find_button.clicked.connect(self.find_asked)
        self._dot, self.fresh = Label("●"), Label()
        self._dot.hide()
        self.activity = Button("", icon("activity"))
        self.activity.setProperty("flat", True)
        self.activity.clicked.connect(self.activity_asked)
        self.settings = Button("", icon("settings"))
        self.settings.setProperty("flat", True)
        self.settings.clicked.connect(self.settings_asked)
        self._row.insertWidget(0, self.chip)
        self._row.insertWidget(1, self.account)
        self._row.addStretch(1)
        for widget in (self.find_button, self._dot, self.fresh, self.activity, self.settings):
            self._row.addWidget(widget)
        self._tick = QTimer(self, interval=1_000)
        self._tick.timeout.connect(self.show_chip)
        self._name_buttons()

    def _make_modes(self) -> None:
        group, frame = QButtonGroup(self), QFrame()
        frame.setProperty("segments", True)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for mode in Mode:
            button = Button(words.mode(mode))
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setProperty("mode", str(mode))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._mode_clicked)
            group.addButton(button)
            self.modes[mode] = button
            inside.addWidget(button)
        self._row.addWidget(frame)

    def paint_icons(self) -> None:
        """Paint the icons in the current theme's colors."""
        for button, name in ((self.account, "account"), (self.find_button, "search"), (self.settings, "settings")):
            button.setIcon(icon(name))
        self.show_waiting(self._waiting)

    def _name_buttons(self) -> None:
        self.find_button.setText(translate("TopBar", "Search") + "   Ctrl+K")
        self._show_activity()
        self.activity.setAccessibleName(translate("TopBar", "Activity"))
        set_tip(self.settings, translate("TopBar", "Settings"))
        self.settings.setAccessibleName(translate("TopBar", "Settings"))
        self.account.setText(translate("TopBar", "No account"))
        self.show_chip()

    def _mode_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.mode_asked.emit(sender.property("mode"))

    def show_desk(self, name: str, guard: Guard | None, available: set[Mode]) -> None:
        """Show the account's name and mode; `guard` None: no desk is open."""
        self._guard, self._attention = guard, 0
        self._show_activity()
        self.account.setText(name or translate("TopBar", "No account"))
        for mode, button in self.modes.items():
            button.setChecked(guard is not None and guard.identity.mode is mode)
            button.setEnabled(mode in available)
        live = guard is not None and guard.identity.mode is Mode.LIVE
        self._tick.start() if live else self._tick.stop()
        self.show_chip()

    def show_chip(self) -> None:
        guard = self._guard
        # Other modes are shown by the segmented control alone.
        self.chip.setVisible(guard is not None and guard.identity.mode is Mode.LIVE)
        if guard is None:
            return
        mode = guard.identity.mode
        background, foreground = colors().modes[mode]
        outline = guard.view_only
        text = words.mode(mode).upper()
        if mode is Mode.LIVE:
            minutes, seconds = divmod(guard.remaining, 60)
            state = translate("TopBar", "view only") if outline else f"{minutes}:{seconds:02d}"
            text = joined((text, state), " · ")
        fill, ink = ("transparent", colors().tones["bad"][1]) if outline else (background, foreground)
        self.chip.setText(text)
        self.chip.setStyleSheet(
            f"QPushButton {{ background: {fill}; color: {ink}; border: 2px solid {background}; border-radius: 6px; "
            f"padding: {TIGHT}px 10px; font-weight: 600; }} QPushButton:focus {{ border-color: {colors().text}; }}"
        )

    def show_status(self, status: Status, wording: Wording) -> None:
        text, tone = freshness(status, wording)
        self._dot.setStyleSheet(f"color: {colors().tones[tone][1]};")
        self._dot.show()
        self.fresh.setText(text)
        missing = [f"{words.nouns(kind)}: {permission}" for kind, permission in status.missing.items()]
        said = [translate("TopBar", "The key cannot read:"), *missing] if missing else []
        said += [
            translate("TopBar", "Stripe refused to send {what}: {why}").format(what=words.nouns(kind), why=why)
            for kind, why in status.refused.items()
        ]
        if status.left_out:
            said.append(translate("TopBar", "%n object(s) could not be read and were skipped.", "", status.left_out))
        set_tip(self.fresh, "\n".join(said))

    def show_waiting(self, count: int) -> None:
        """Show the number of operations that wait for a decision."""
        self._waiting = count
        self._show_activity()

    def show_attention(self, count: int) -> None:
        """Show how much is on the worklist of what needs attention."""
        self._attention = count
        self._show_activity()

    def _show_activity(self) -> None:
        count, waiting = self._waiting + self._attention, self._waiting
        self.activity.setText(str(count) if count else "")
        self.activity.setIcon(
            icon("warning" if waiting else "activity", colors().tones["warn"][1] if waiting else None)
        )
        said = [translate("TopBar", "Activity")]
        if waiting:
            said.append(translate("TopBar", "%n change(s) wait for a decision.", "", waiting))
        if self._attention:
            said.append(translate("TopBar", "%n thing(s) need attention.", "", self._attention))
        set_tip(self.activity, "\n".join(said))

    def _fill_accounts(self) -> None:
        self._menu.clear()
        for account in self._accounts():
            add_action(self._menu, account.name, icon("account")).setData(account.id)
        self._menu.addSeparator()
        add_action(self._menu, translate("TopBar", "Accounts and keys…"), icon("key")).setData("")

    def _account_chosen(self, action: QAction) -> None:
        if account_id := action.data():
            self.account_asked.emit(account_id)
        else:
            self.accounts_asked.emit()


def freshness(status: Status, wording: Wording) -> tuple[str, Tone]:
    """The age of the data as text."""
    time = wording.clock(status.as_of) if status.as_of else ""
    match status.phase:
        case Phase.CURRENT if status.refused:
            return translate("TopBar", "Partly up to date as of {time}").format(time=time), "warn"
        case Phase.CURRENT:
            return translate("TopBar", "Up to date as of {time}").format(time=time), "good"
        case Phase.FILLING | Phase.STARTING:
            return translate("TopBar", "Loading…"), "info"
        case Phase.OFFLINE:
            if time:
                return translate("TopBar", "Offline, as of {time}").format(time=time), "warn"
            return translate("TopBar", "Offline"), "warn"
        case Phase.REFUSED:
            if time:
                return translate("TopBar", "Request refused, as of {time}").format(time=time), "warn"
            return translate("TopBar", "Request refused"), "warn"
        case Phase.REJECTED:
            return translate("TopBar", "Key not accepted"), "bad"
        case Phase.DISK_FULL:
            return translate("TopBar", "Disk full, as of {time}").format(time=time), "bad"
        case Phase.PAUSED:
            return translate("TopBar", "Paused, as of {time}").format(time=time), "neutral"
