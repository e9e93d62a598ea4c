"""Activity: operations with what waits for a decision, and the log of requests (never their bodies)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...domain.changes import Change
from ...domain.errors import DeskError
from ...services.operations import Unsettled
from ...store.journal import Entry
from .. import words
from ..ask import confirmed
from ..context import Context
from ..dialog import DeskDialog
from ..notices import Notice, notice_of, sentence
from ..text import translate
from ..theme import ROW, SMALL


class ActivityPanel(DeskDialog):
    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent, translate("Activity", "Activity"))
        self.resize(980, 560)
        self._entries: list[Entry] = []
        tabs = QTabWidget()
        self.operations = _table(
            [
                translate("Activity", "Time"),
                translate("Activity", "Operation"),
                translate("Activity", "State"),
                translate("Activity", "Changes"),
                translate("Activity", "Reason"),
                translate("Activity", "Last error"),
            ],
            stretch=3,
        )
        self.requests = _table(
            [
                translate("Activity", "Time"),
                translate("Activity", "Method"),
                translate("Activity", "Path"),
                translate("Activity", "Result"),
                translate("Activity", "Attempt"),
                translate("Activity", "Took"),
                translate("Activity", "Request id"),
            ],
            stretch=2,
        )
        tabs.addTab(self._operations_tab(), translate("Activity", "Operations"))
        tabs.addTab(self.requests, translate("Activity", "Requests"))
        self.body.addWidget(tabs, 1)
        self._version = QLabel()
        self._version.setProperty("dim", True)
        self.body.addWidget(self._version)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._tick = QTimer(self, interval=1_000)
        self._tick.timeout.connect(self._show_requests)
        self._tick.start()
        self._show_requests()
        self.jobs.newest("load", self._load())

    def _operations_tab(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.addWidget(self.operations, 1)
        row = QHBoxLayout()
        self._chain = QLabel()
        self._chain.setProperty("dim", True)
        self.resume = QPushButton(translate("Activity", "Look it up and resume"))
        self.abandon = QPushButton(translate("Activity", "Abandon…"))
        self.resume.clicked.connect(self._resume_clicked)
        self.abandon.clicked.connect(self._abandon_clicked)
        row.addWidget(self._chain, 1)
        row.addWidget(self.resume)
        row.addWidget(self.abandon)
        layout.addLayout(row)
        self.operations.itemSelectionChanged.connect(self._enable)
        self._enable()
        return page

    def _changed(self, change: Change) -> None:
        if change.kind == "operation":
            self.jobs.newest("load", self._load())

    async def _load(self) -> None:
        self._entries = await self.context.services.operations.newest()
        wording = self.context.wording
        rows = [
            [
                wording.moment(entry.made),
                words.verb(entry.operation.verb),
                words.operation_state(entry.state)[0],
                ", ".join(
                    f"{words.field(c.field)}: {c.before or '–'} → {c.after or '–'}" for c in entry.operation.changes
                ),
                " · ".join(part for part in (entry.operation.reason, entry.operation.ticket) if part),
                entry.error,
            ]
            for entry in self._entries
        ]
        _fill(self.operations, rows)
        waiting = next((n for n, entry in enumerate(self._entries) if entry.state.is_open), None)
        if waiting is not None:
            self.operations.selectRow(waiting)
        broken = await self.context.services.audit.first_broken()
        whole = translate("Activity", "The audit log is whole.")
        self._chain.setText(
            whole
            if broken is None
            else translate("Activity", "The audit log was altered at entry {n}.").format(n=broken)
        )
        self._enable()

    def _chosen(self) -> Entry | None:
        row = self.operations.currentRow()
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry if entry and entry.state.is_open else None

    def _enable(self) -> None:
        for button in (self.resume, self.abandon):
            button.setEnabled(self._chosen() is not None)

    def _resume_clicked(self) -> None:
        if (entry := self._chosen()) is not None:
            self.jobs.newest("resume", self._resume(entry))

    async def _resume(self, entry: Entry) -> None:
        self.show_problem("")
        try:
            await self.context.services.operations.resume(entry)
        except Unsettled as error:
            self.show_problem(notice_of(error).text)
        except DeskError as error:
            self.show_problem(sentence(error))
        else:
            self.context.say(Notice(translate("Activity", "Settled: the change is made, once."), "good"))

    def _abandon_clicked(self) -> None:
        if (entry := self._chosen()) is not None:
            self.jobs.newest("abandon", self._abandon(entry))

    async def _abandon(self, entry: Entry) -> None:
        text = translate(
            "Activity", "The change will not be sent again. If it did reach Stripe, it stays made there. Abandon it?"
        )
        title, act = translate("Activity", "Abandon"), translate("Activity", "Abandon this change")
        if await confirmed(self, title, text, act):
            try:
                await self.context.services.operations.abandon(entry)
            except DeskError as error:
                self.show_problem(sentence(error))

    def _show_requests(self) -> None:
        wording = self.context.wording
        entries = self.context.services.requests.newest()[:300]
        rows = [
            [
                wording.exact(int(entry.at)).split("\n")[0][11:19],
                entry.method.upper(),
                entry.path,
                entry.outcome,
                str(entry.attempt),
                f"{entry.took} ms",
                entry.request_id,
            ]
            for entry in entries
        ]
        _fill(self.requests, rows)
        text = translate("Activity", "Stripe version {version} is sent with every request. Times in {zone}.")
        self._version.setText(text.format(version=self.context.services.api_version, zone=wording.zone_name))


def _table(titles: Sequence[str], stretch: int) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setColumnWidth(0, 125)
    table.setColumnWidth(1, 160)
    return table


def _fill(table: QTableWidget, rows: list[list[str]]) -> None:
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(number, place, item)
