"""Sign-ups (D4): confirmed users without a customer, customers without a user, and what does not fit."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableWidget, QTabWidget, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.errors import DeskError
from ...domain.sign_ups.user import Compared, Mismatch, User
from ...services.bulk.sign_ups import dry_run
from ...services.desk_services import CustomerServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import TextField
from ..widgets.plain import Button, Label, set_tab_text
from ..widgets.simple_table import fill, table
from ..widgets.theme import WIDE
from ..wording.events import sign_up_words
from ..wording.notices import sentence
from ..wording.text import joined, sentences, translate


class SignUpsDialog(DeskDialog[CustomerServices]):
    def __init__(self, context: Context[CustomerServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("SignUps", "Sign-ups"), whom=None)
        self.setMinimumWidth(WIDE)
        self.resize(960, 620)
        self._found: Compared | None = None
        self._shown: list[User] = []
        directory = context.services.sign_ups.directory()
        source = translate("SignUps", "Users of {source}").format(source=directory.file or directory.pool)
        self.body.addWidget(Label(source, wordWrap=True, long_words=True))
        self.said = Label(wordWrap=True)
        self.said.setProperty("dim", True)
        self.body.addWidget(self.said)
        self.filter = TextField()
        self.filter.setPlaceholderText(translate("SignUps", "Search users"))
        self.filter.setAccessibleName(translate("SignUps", "Search users"))
        self.filter.textChanged.connect(self._show_without)
        self.body.addWidget(self.filter)
        user, email = translate("SignUps", "User"), translate("SignUps", "Email")
        name, customer = translate("SignUps", "Name"), translate("SignUps", "Customer")
        self.without = _many(
            table(
                translate("SignUps", "Without customer"),
                [user, email, name, translate("SignUps", "Customers with this email")],
                (180, 240, 0, 220),
                2,
            )
        )
        self.orphans = table(translate("SignUps", "Without user"), [customer, email, user], (0, 260, 220), 0)
        self.mismatched = table(
            translate("SignUps", "Mismatches"),
            [user, translate("SignUps", "What does not fit"), translate("SignUps", "In the directory"), customer],
            (180, 0, 220, 220),
            1,
        )
        self.tabs = QTabWidget()
        for each in (self.without, self.orphans, self.mismatched):
            self.tabs.addTab(each, each.accessibleName())
        self.body.addWidget(self.tabs, 1)
        self.body.addLayout(self._buttons())
        self.without.itemSelectionChanged.connect(self._enable)
        self.orphans.doubleClicked.connect(self._open)
        self.tabs.currentChanged.connect(self._enable)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._enable()
        self._read()

    def _buttons(self) -> QHBoxLayout:
        self.again = Button(translate("SignUps", "Read again"))
        self.all = Button(translate("SignUps", "Select all"))
        self.show_customer = Button(translate("SignUps", "Open customer"))
        self.write_back = Button(translate("SignUps", "Write IDs to the directory…"))
        self.provision = Button(translate("SignUps", "Create customers…"))
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        for button, press in (
            (self.all, self.without.selectAll),
            (self.show_customer, self._open),
            (self.write_back, self._write_back),
            (self.provision, self._provision),
        ):
            button.clicked.connect(press)
            row.addWidget(button)
        self.again.clicked.connect(self._read)
        return row

    def has_typed(self) -> bool:
        """A search is not lost."""
        return False

    def _changed(self, change: Change) -> None:
        """A finished bulk edit has made customers."""
        if change.kind is ChangeKind.BULK:
            self._read()

    def _read(self) -> None:
        self.jobs.newest("read", self._compare())

    async def _compare(self) -> None:
        sign_ups, wording = self.context.services.sign_ups, self.context.wording
        self.show_problem("")

        def progress(count: int) -> None:
            self.said.setText(translate("SignUps", "{count} users read…").format(count=wording.number(count)))

        try:
            self._found = await sign_ups.compare(sign_ups.directory(), progress)
        except DeskError as error:
            self.show_problem(sentence(error))
            return
        found = self._found
        self.said.setText(sign_up_words.counted(found, wording))
        self._show_without()
        fill(self.orphans, [[each.name or each.id, each.email, each.username] for each in found.orphans])
        fill(
            self.mismatched,
            [
                [
                    each.user.username,
                    sign_up_words.mismatch(each),
                    each.user.email if each.kind is Mismatch.EMAIL else each.user.customer,
                    (each.customer.email if each.kind is Mismatch.EMAIL else each.customer.id) if each.customer else "",
                ]
                for each in found.mismatched
            ],
        )
        for number, count in enumerate((len(found.without), len(found.orphans), len(found.mismatched))):
            title = (self.without, self.orphans, self.mismatched)[number].accessibleName()
            set_tab_text(self.tabs.tabBar(), number, f"{title} ({wording.number(count)})")
        self._enable()

    def _show_without(self) -> None:
        found = self._found
        if found is None:
            return
        text = self.filter.text().strip().casefold()
        self._shown = [
            user for user in found.without if text in "\n".join((user.username, user.email, user.name)).casefold()
        ]
        same = found.same_email
        fill(
            self.without,
            [
                [user.username, user.email, user.name, joined(each.id for each in same.get(user.key, ()))]
                for user in self._shown
            ],
        )
        self.without.clearSelection()

    @property
    def chosen(self) -> list[User]:
        rows = sorted({index.row() for index in self.without.selectionModel().selectedRows()})
        return [self._shown[row] for row in rows if row < len(self._shown)]

    def _enable(self) -> None:
        found, tab = self._found, self.tabs.currentWidget()
        self.provision.setEnabled(tab is self.without and bool(self.chosen))
        self.all.setEnabled(tab is self.without and bool(self._shown))
        self.show_customer.setEnabled(tab is self.orphans and bool(found and found.orphans))
        waiting = [each for each in found.mismatched if each.kind is Mismatch.NOT_WRITTEN_BACK] if found else []
        pool = bool(self.context.services.sign_ups.directory().pool)
        self.write_back.setEnabled(pool and tab is self.mismatched and bool(waiting))

    def _open(self) -> None:
        row, found = self.orphans.currentRow(), self._found
        if found is not None and 0 <= row < len(found.orphans):
            self.accept()
            self.context.open_object("customer", found.orphans[row].id)

    def _provision(self) -> None:
        if self.chosen and self._found is not None:
            self.jobs.alone("provision", self._provisioned(self.chosen, self._found))

    async def _provisioned(self, users: list[User], found: Compared) -> None:
        from .provision import ProvisionDialog

        dialog = ProvisionDialog(self.context, self, dry_run(users, found.same_email))
        if await shown(dialog) and dialog.bulk is not None:
            self.context.run_bulk(dialog.bulk)

    def _write_back(self) -> None:
        if self._found is not None:
            self.jobs.alone("write", self._written(self._found))

    async def _written(self, found: Compared) -> None:
        sign_ups, wording = self.context.services.sign_ups, self.context.wording

        def progress(count: int) -> None:
            self.said.setText(translate("SignUps", "{count} IDs written…").format(count=wording.number(count)))

        self.set_busy(True)
        try:
            done: Counter[str] = await sign_ups.write_back(sign_ups.directory(), found, progress)
        finally:
            self.set_busy(False)
        text = translate("SignUps", "%n user(s) now name their customer.", "", done.pop("", 0))
        wrong = [f"{sign_up_words.not_written(why)} ({wording.number(count)})" for why, count in done.items()]
        await self._compare()
        failed = translate("SignUps", "Not written: {reasons}.").format(reasons=joined(wrong)) if wrong else ""
        self.said.setText(sentences(part for part in (text, failed) if part))


def _many(made: QTableWidget) -> QTableWidget:
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    return made
