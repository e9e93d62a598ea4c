"""The accounts dialog: open, rename and remove accounts; add, replace and delete keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.writes.operation import Mode
from ...services.accounts import AccountInfo, Accounts
from ..widgets.ask import confirmed, shown
from ..widgets.base_dialog import BaseDialog
from ..widgets.icons import icon
from ..widgets.jobs import Jobs, Work
from ..widgets.name_dialog import NameDialog
from ..widgets.plain import Button, Label, set_title
from ..widgets.theme import HUGE, LARGE, MEDIUM, SMALL
from ..wording import words
from ..wording.notices import sentence
from ..wording.text import translate
from .key_form import KeyForm

Report = Callable[[BaseException], None]


class AccountsDialog(BaseDialog):
    """`open_asked` carries (account id, mode); `changed` is emitted after a key or a name changed."""

    open_asked = Signal(str, str)
    changed = Signal()

    def __init__(self, parent: QWidget, accounts: Accounts, report: Report) -> None:
        super().__init__(parent)
        self._accounts, self._report = accounts, report
        self._jobs = Jobs(self, report)
        set_title(self, translate("Accounts", "Accounts and keys"))
        self.resize(620, 480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        layout.setSpacing(MEDIUM)
        heading = Label(translate("Accounts", "Accounts and keys"))
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        layout.addWidget(self._scroll, 1)
        self._problem = Label(wordWrap=True)
        self._problem.setProperty("problem", True)
        self._problem.hide()
        layout.addWidget(self._problem)
        row = QHBoxLayout()
        add = Button(translate("Accounts", "Add an account…"), icon("add"))
        add.clicked.connect(self._add)
        close = Button(translate("Accounts", "Close"))
        close.clicked.connect(self.accept)
        row.addWidget(add)
        row.addStretch(1)
        row.addWidget(close)
        layout.addLayout(row)
        self.show_accounts()

    def show_accounts(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, MEDIUM, 0)
        for account in self._accounts.all():
            column.addWidget(_AccountCard(account, self))
        if not self._accounts.all():
            empty = Label(translate("Accounts", "No accounts yet. Add one with a test or live key."), wordWrap=True)
            empty.setProperty("dim", True)
            column.addWidget(empty)
        column.addStretch(1)
        self._scroll.setWidget(page)

    def _add(self) -> None:
        self._jobs.start(self.enter_key(None, Mode.TEST))

    def start(self, work: Work) -> None:
        self._jobs.start(work)

    async def enter_key(self, account: AccountInfo | None, mode: Mode) -> None:
        form = KeyForm(self, self._accounts, self._report, account, mode)
        if await shown(form) and form.account is not None:
            self._after()
            if account is None:
                self.open_asked.emit(form.account.id, str(form.mode))
                self.accept()

    async def delete_key(self, account: AccountInfo, mode: Mode) -> None:
        text = translate(
            "Accounts", "Deletes the {mode} key for {name} from the keyring. The key stays valid in Stripe."
        )
        said = text.format(mode=words.mode(mode), name=account.name)
        if await confirmed(self, translate("Accounts", "Delete key"), said, translate("Accounts", "Delete key")):
            await self._try(self._accounts.delete_key(account.id, mode))

    async def rename(self, account: AccountInfo) -> None:
        title, act = translate("Accounts", "Rename account"), translate("Accounts", "Rename")
        dialog = NameDialog(self, title, translate("Accounts", "Name"), act, account.name)
        if await shown(dialog):
            self._accounts.rename(account.id, dialog.name)
            self._after()

    async def remove(self, account: AccountInfo) -> None:
        text = translate(
            "Accounts",
            "Deletes the keys for {name} from the keyring and removes the account from this "
            "list. The audit log stays on this computer, encrypted.",
        ).format(name=account.name)
        act = translate("Accounts", "Remove {name}").format(name=account.name)
        if await confirmed(self, translate("Accounts", "Remove account"), text, act):
            await self._try(self._accounts.remove(account.id))

    async def wipe(self, account: AccountInfo) -> None:
        text = translate(
            "Accounts",
            "Erases everything about {name} on this computer: the keys, the local copy, and the "
            "audit log. Files are overwritten before they are deleted. Nothing changes in "
            "Stripe. This cannot be undone.",
        ).format(name=account.name)
        files = self._accounts.files_of(account.id)
        listed = "\n".join(path.name for path in files) or translate("Accounts", "No local files.")
        text = f"{text}\n\n{listed}"
        act = translate("Accounts", "Erase {name}").format(name=account.name)
        if await confirmed(self, translate("Accounts", "Erase account"), text, act):
            await self._try(self._accounts.wipe(account.id))

    async def _try(self, work: Work) -> None:
        self._problem.hide()
        try:
            await work
        except DeskError as error:
            self._problem.setText(sentence(error))
            self._problem.show()
        self._after()

    def _after(self) -> None:
        self.show_accounts()
        self.changed.emit()


class _AccountCard(QFrame):
    def __init__(self, account: AccountInfo, dialog: AccountsDialog) -> None:
        super().__init__()
        self._account, self._dialog = account, dialog
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        name = Label(account.name, wordWrap=True, long_words=True)
        name.setStyleSheet("font-weight: 600;")
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(name)
        id_ = Label(account.id, wordWrap=True, long_words=True)
        id_.setProperty("dim", True)
        named.addWidget(id_)
        head.addLayout(named, 1)
        for text, slot in (
            (translate("Accounts", "Rename…"), self._rename),
            (translate("Accounts", "Remove…"), self._remove),
            (translate("Accounts", "Erase…"), self._wipe),
        ):
            head.addWidget(_link(text, slot))
        column.addLayout(head)
        for mode in (Mode.TEST, Mode.LIVE):
            column.addLayout(self._key_row(mode))

    def _key_row(self, mode: Mode) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        info = self._account.keys.get(mode)
        row.addWidget(Label(words.mode(mode)))
        shown_key = info.shown if info else translate("Accounts", "no key")
        if info and info.address:
            shown_key += f"  {info.address}"
        label = Label(shown_key)
        label.setProperty("dim", True)
        row.addWidget(label, 1)
        enter = self._enter_test if mode is Mode.TEST else self._enter_live
        delete = self._delete_test if mode is Mode.TEST else self._delete_live
        go = self._open_test if mode is Mode.TEST else self._open_live
        if info:
            row.addWidget(_link(translate("Accounts", "Open"), go))
            row.addWidget(_link(translate("Accounts", "Replace key…"), enter))
            row.addWidget(_link(translate("Accounts", "Delete key…"), delete))
        else:
            row.addWidget(_link(translate("Accounts", "Add key…"), enter))
        return row

    def _rename(self) -> None:
        self._dialog.start(self._dialog.rename(self._account))

    def _remove(self) -> None:
        self._dialog.start(self._dialog.remove(self._account))

    def _wipe(self) -> None:
        self._dialog.start(self._dialog.wipe(self._account))

    def _enter_test(self) -> None:
        self._dialog.start(self._dialog.enter_key(self._account, Mode.TEST))

    def _enter_live(self) -> None:
        self._dialog.start(self._dialog.enter_key(self._account, Mode.LIVE))

    def _delete_test(self) -> None:
        self._dialog.start(self._dialog.delete_key(self._account, Mode.TEST))

    def _delete_live(self) -> None:
        self._dialog.start(self._dialog.delete_key(self._account, Mode.LIVE))

    def _open_test(self) -> None:
        self._go(Mode.TEST)

    def _open_live(self) -> None:
        self._go(Mode.LIVE)

    def _go(self, mode: Mode) -> None:
        self._dialog.open_asked.emit(self._account.id, str(mode))
        self._dialog.accept()


def _link(text: str, slot: Callable[[], None]) -> QPushButton:
    button = Button(text)
    button.setProperty("link", True)
    button.clicked.connect(slot)
    return button
