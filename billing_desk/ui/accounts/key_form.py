"""The dialog for an API key: checked by its prefix, then at Stripe, and stored only after that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.access.api_key import shape_of
from ...domain.errors import DeskError, KeyRejected, KeyringTrouble, Offline, ProxyTrouble, Refused, Untrusted
from ...domain.writes.operation import Mode
from ...services.accounts import AccountInfo, Accounts
from ..widgets.ask import confirmed
from ..widgets.base_dialog import BaseDialog
from ..widgets.fields import FormRow, SecretField, TextField
from ..widgets.jobs import Jobs
from ..widgets.plain import Button, CheckBox, ComboBox, Label, set_title
from ..widgets.theme import HUGE, LARGE, MEDIUM, MIDDLE, SMALL
from ..wording import words
from ..wording.notices import sentence
from ..wording.text import translate


class KeyForm(BaseDialog):
    """Without an account it adds one; with an account it adds or replaces a mode's key. `account` is the result."""

    def __init__(
        self,
        parent: QWidget,
        accounts: Accounts,
        report: Callable[[BaseException], None],
        known: AccountInfo | None = None,
        mode: Mode = Mode.TEST,
    ) -> None:
        super().__init__(parent)
        self._accounts, self._known = accounts, known
        self.account: AccountInfo | None = None
        self.mode = mode
        self._jobs = Jobs(self, report)
        title = (
            translate("Keys", "Key for {name}").format(name=known.name)
            if known
            else translate("Keys", "Add a Stripe account")
        )
        set_title(self, title)
        self.setMinimumWidth(MIDDLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        layout.setSpacing(MEDIUM)
        heading = Label(title)
        heading.setProperty("heading", True)
        layout.addWidget(heading)
        text = translate(
            "Keys",
            "The key is stored only in this computer's keyring. Use a restricted key (rk_…) with "
            "only the permissions you need. Create it in the Stripe Dashboard under Developers > "
            "API keys.",
        )
        label = Label(text, wordWrap=True)
        label.setProperty("dim", True)
        layout.addWidget(label)
        self._fields(layout)
        self._problem = Label(wordWrap=True)
        self._problem.setProperty("problem", True)
        self._problem.hide()
        layout.addWidget(self._problem)
        self._session = CheckBox(translate("Keys", "Keep the key in memory only; store nothing on this computer"))
        self._session.hide()
        layout.addWidget(self._session)
        self._buttons(layout)
        self.key.setFocus()

    def _fields(self, layout: QVBoxLayout) -> None:
        self._mode = ComboBox()
        for mode in (Mode.TEST, Mode.LIVE):
            self._mode.addItem(words.mode(mode), mode)
        self._mode.setCurrentIndex(self._mode.findData(self.mode))
        self._mode.setEnabled(self._known is None)
        self.key = SecretField()
        self._key_row = FormRow(translate("Keys", "API key"), self.key)
        self.name = TextField(self._known.name if self._known else "")
        self.address = TextField()
        hint = translate(
            "Keys", "Only for a local Stripe simulator, such as http://localhost:8420. Otherwise leave empty."
        )
        self._address_row = FormRow(translate("Keys", "API address"), self.address, hint)
        layout.addWidget(FormRow(translate("Keys", "Mode"), self._mode))
        layout.addWidget(self._key_row)
        if self._known is None:
            layout.addWidget(FormRow(translate("Keys", "Name (empty: same as in Stripe)"), self.name))
        layout.addWidget(self._address_row)
        self._mode.currentIndexChanged.connect(self._mode_changed)
        self._mode_changed()

    def _buttons(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        cancel = Button(translate("Keys", "Cancel"))
        cancel.clicked.connect(self.reject)
        self.confirm = Button(translate("Keys", "Check and save"))
        self.confirm.setProperty("primary", True)
        self.confirm.setDefault(True)
        self.primary = self.confirm
        self.confirm.clicked.connect(self._save)
        row.addWidget(cancel)
        row.addWidget(self.confirm)
        layout.addLayout(row)

    def has_typed(self) -> bool:
        return bool(self.key.text()) or super().has_typed()

    def _mode_changed(self) -> None:
        self.mode = Mode(self._mode.currentData())
        self._address_row.setVisible(self.mode is Mode.TEST)

    @property
    def problem(self) -> str:
        """The problem that is displayed; "" if none is."""
        return (
            self._key_row.problem
            or self._address_row.problem
            or ("" if self._problem.isHidden() else self._problem.text())
        )

    def _save(self) -> None:
        self._jobs.newest("save", self._check_and_keep())

    async def _check_and_keep(self) -> None:
        for row in (self._key_row, self._address_row):
            row.show_problem("")
        self._problem.hide()
        if self._session.isChecked() and not self._session.isHidden():
            self._accounts.use_for_this_start_only()
        key = self.key.text().strip()
        shape = shape_of(key)
        unrestricted = shape.kind == "secret" and shape.live and self.mode is Mode.LIVE
        if unrestricted and not await self._accepts_risk():
            return
        self.confirm.setEnabled(False)
        try:
            self.account = await self._kept(key)
        except DeskError as error:
            self._show(error)
        else:
            if self.account is not None:
                self.accept()
        finally:
            self.confirm.setEnabled(True)

    async def _kept(self, key: str) -> AccountInfo | None:
        """None if there is another key already and the operator does not replace it."""
        try:
            return await self._keep(key, replacing=False)
        except KeyRejected as error:
            if error.code != "has_key":
                raise
            if not await self._replaces(error):
                self._key_row.show_problem(translate("Keys", "The key was not replaced. Nothing was saved."))
                return None
        return await self._keep(key, replacing=True)

    async def _keep(self, key: str, *, replacing: bool) -> AccountInfo:
        address = self.address.text().strip() or None if self.mode is Mode.TEST else None
        if self._known is not None:
            return await self._accounts.put_key(self._known.id, key, self.mode, address, replacing=replacing)
        return await self._accounts.add(key, self.mode, address, self.name.text().strip(), replacing=replacing)

    async def _replaces(self, error: KeyRejected) -> bool:
        text = translate(
            "Keys",
            "{name} already has a {mode} key: {key}. Replacing it deletes the old key from the keyring.",
        )
        said = text.format(name=error.account, mode=words.mode(self.mode), key=error.message)
        title, act = translate("Keys", "Replace key?"), translate("Keys", "Replace key")
        return await confirmed(self, title, said, act)

    async def _accepts_risk(self) -> bool:
        text = translate(
            "Keys",
            "This live key is unrestricted: anyone who gets it can refund, pay out, and delete "
            "everything. A restricted key needs read access to Customers, Payment Methods, "
            "Products, Prices, Plans, Subscriptions, Invoices, Meters, Events, and Balance, and "
            "write access to Customers.",
        )
        return await confirmed(
            self, translate("Keys", "Unrestricted live key"), text, translate("Keys", "Use it anyway")
        )

    def _show(self, error: DeskError) -> None:
        text = sentence(error)
        if isinstance(error, Offline) and not isinstance(error, Untrusted | ProxyTrouble):
            text = translate("Keys", "Could not reach Stripe to check the key. Nothing was saved.")
        if isinstance(error, KeyringTrouble):
            self._problem.setText(text)
            self._problem.show()
            self._session.show()
        elif isinstance(error, Refused) and error.param == "address":
            self._address_row.show_problem(text)
            self._address_row.point_out()
        else:
            self._key_row.show_problem(text + (f" ({error.request_id})" if error.request_id else ""))
            self._key_row.point_out()
        QTimer.singleShot(0, self._grow)

    def _grow(self) -> None:
        """Grow to the height that the content needs."""
        self.resize(self.width(), max(self.height(), self.sizeHint().height(), self.heightForWidth(self.width())))
