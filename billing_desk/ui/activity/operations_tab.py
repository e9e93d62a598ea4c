"""Operations: what was written and what waits for a decision, with steps, undo, resume and continue."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.text.quoting import Answer
from ...domain.writes.journal_entry import JournalEntry, StepRecord
from ...domain.writes.operation import Operation
from ...domain.writes.references import path_parts
from ...services.desk_services import ActivityServices
from ...services.writes.step_executor import Stopped, Unsettled
from ..widgets.ask import confirmed
from ..widgets.context import Context
from ..widgets.plain import Button, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL
from ..wording import operation_words
from ..wording.notices import Notice, notice_of
from ..wording.preview_words import shown_value
from ..wording.text import Wording, from_to, joined, translate
from ..writing.run import trouble
from ..writing.undo import go_on, undo
from ..writing.whose import names_of


class OperationsTab(QWidget):
    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        self._entries: list[JournalEntry] = []
        titles = [
            translate("Activity", "Time"),
            translate("Activity", "Operation"),
            translate("Activity", "Customer"),
            translate("Activity", "Status"),
            translate("Activity", "Changes"),
            translate("Activity", "Reason"),
            translate("Activity", "Last error"),
        ]
        self.table = table(translate("Activity", "Operations"), titles, (125, 170, 140, 90, 0, 130, 130), stretch=4)
        step_titles = [
            translate("Activity", "Step"),
            translate("Activity", "Request"),
            translate("Activity", "Result"),
            translate("Activity", "Attempts"),
            translate("Activity", "Idempotency key"),
        ]
        self.steps = table(translate("Activity", "Steps"), step_titles, (50, 260, 150, 0, 240), stretch=3)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.steps)
        split.setSizes([330, 130])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.addWidget(split, 1)
        self.note = Label(wordWrap=True)
        self.note.setProperty("problem", True)
        self.note.hide()
        layout.addWidget(self.note)
        layout.addLayout(self._buttons())
        self.table.itemSelectionChanged.connect(self._chosen_changed)
        self._enable(None)
        self.load()

    def _buttons(self) -> QHBoxLayout:
        self.resume = Button(translate("Activity", "Check and resume"))
        self.go_on = Button(translate("Activity", "Continue…"))
        self.undo = Button(translate("Activity", "Undo…"))
        self.abandon = Button(translate("Activity", "Discard…"))
        self.resume.clicked.connect(self._resume_clicked)
        self.go_on.clicked.connect(self._continue_clicked)
        self.undo.clicked.connect(self._undo_clicked)
        self.abandon.clicked.connect(self._abandon_clicked)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.resume, self.go_on, self.undo, self.abandon):
            row.addWidget(button)
        return row

    def load(self) -> None:
        self.jobs.newest("load", self._load())

    async def _load(self) -> None:
        before = self.chosen
        self._entries = await self.context.services.log.newest()
        wording = self.context.wording
        whose = await names_of(self.context.services.queries, [entry.operation.subjects for entry in self._entries])
        fill(self.table, [_row(entry, name, wording) for entry, name in zip(self._entries, whose, strict=True)])
        kept = [n for n, e in enumerate(self._entries) if before is not None and e.operation.id == before.operation.id]
        waiting = [number for number, entry in enumerate(self._entries) if entry.state.is_open]
        if chosen := kept or waiting or list(range(len(self._entries)))[:1]:
            self.table.selectRow(chosen[0])
        self._chosen_changed()

    @property
    def chosen(self) -> JournalEntry | None:
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _chosen_changed(self) -> None:
        self.jobs.newest("chosen", self._show_chosen(self.chosen))

    async def _show_chosen(self, entry: JournalEntry | None) -> None:
        if entry is None:
            fill(self.steps, [])
            self._enable(None)
            return
        services = self.context.services
        can_undo, can_continue = await services.undo.can_undo(entry), await services.undo.can_continue(entry)
        records = await services.log.steps(entry.operation.id)
        wording = self.context.wording
        rows = [_step(entry, number, record, wording) for number, record in enumerate(records)]
        if self.chosen is entry:
            fill(self.steps, rows)
            self._enable(entry, can_undo=can_undo, can_continue=can_continue)

    def _enable(self, entry: JournalEntry | None, *, can_undo: bool = False, can_continue: bool = False) -> None:
        for button in (self.resume, self.abandon):
            button.setEnabled(entry is not None and entry.state.is_open)
        self.undo.setEnabled(can_undo)
        self.go_on.setEnabled(can_continue)

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _resume_clicked(self) -> None:
        if (entry := self.chosen) is not None:
            self.jobs.newest("resume", self._resume(entry))

    async def _resume(self, entry: JournalEntry) -> None:
        self._say("")
        try:
            await self.context.services.performer.resume(entry)
        except (DeskError, Unsettled, Stopped) as error:
            self._say((await trouble(self.context, entry.operation, error)).text)
        else:
            self.context.say(Notice(translate("Activity", "Resolved: applied once."), "good"))

    def _continue_clicked(self) -> None:
        if (entry := self.chosen) is not None:
            self.jobs.newest("again", go_on(self.context, self, entry))

    def _undo_clicked(self) -> None:
        if (entry := self.chosen) is not None:
            self.jobs.newest("again", undo(self.context, self, entry))

    def _abandon_clicked(self) -> None:
        if (entry := self.chosen) is not None:
            self.jobs.newest("abandon", self._abandon(entry))

    async def _abandon(self, entry: JournalEntry) -> None:
        text = translate(
            "Activity",
            "The change will not be sent again. If it already reached Stripe, it stays in effect there. Discard it?",
        )
        title, act = translate("Activity", "Discard"), translate("Activity", "Discard this change")
        if await confirmed(self, title, text, act):
            try:
                await self.context.services.performer.abandon(entry)
            except DeskError as error:
                self._say(notice_of(error).text)


def _row(entry: JournalEntry, name: str, wording: Wording) -> list[str]:
    done = entry.operation
    state = operation_words.operation_state(entry.state)[0]
    if len(done.steps) > 1 and entry.done < len(done.steps):
        state = f"{state} {entry.done}/{len(done.steps)}"
    changes = [
        f"{operation_words.field(c.field)}: "
        f"{from_to(shown_value(c, c.before, wording), shown_value(c, c.after, wording))}"
        for c in done.changes
    ]
    return [
        wording.moment(entry.made),
        operation_words.title(done),
        name or _typed_name(done),
        state,
        joined([*map(wording.money, done.money), *changes]),
        joined((part for part in (done.reason, done.ticket) if part), " · "),
        entry.error,
    ]


def _typed_name(operation: Operation) -> str:
    """The name or email of a customer who is about to be created."""
    typed = {change.field: change.after or "" for change in operation.changes}
    return typed.get("name") or typed.get("email") or ""


def _step(entry: JournalEntry, number: int, record: StepRecord, wording: Wording) -> list[str]:
    request = entry.operation.steps[number].request
    path = "".join(f"({part.step})" if isinstance(part, Answer) else part for part in path_parts(request))
    if record.done:
        result = record.answered or translate("Activity", "created")
    else:
        result = record.error or (
            translate("Activity", "unknown") if record.attempts else translate("Activity", "not sent")
        )
    attempts = [
        " ".join(
            part
            for part in (
                wording.exact(attempt.started).split("\n")[0][11:19],
                attempt.outcome or translate("Activity", "interrupted"),
                attempt.request_id,
            )
            if part
        )
        for attempt in record.attempts
    ]
    return [str(number + 1), f"{request.method.upper()} {path}", result, "; ".join(attempts), record.key]
