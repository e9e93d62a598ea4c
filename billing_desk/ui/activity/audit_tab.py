"""The audit log: who changed what, when and why. Can be searched, exported and verified."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.money import Money
from ...services.desk_services import ActivityServices
from ...services.exports.audit import write_audit
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.fields import TextField
from ..widgets.plain import Button, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL
from ..wording import operation_words, words
from ..wording.desk_notices import broken_sentence
from ..wording.notices import Notice, not_written
from ..wording.text import Wording, from_to, joined, translate
from ..writing.whose import names_of

MOST = 500


class AuditTab(QWidget):
    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        titles = [
            translate("Activity", "No."),
            translate("Activity", "Time"),
            translate("Activity", "Operator"),
            translate("Activity", "Operation"),
            translate("Activity", "Customer"),
            translate("Activity", "Result"),
            translate("Activity", "Changes"),
            translate("Activity", "Reason"),
            translate("Activity", "Ticket"),
        ]
        self.filter = TextField()
        self.filter.setPlaceholderText(translate("Activity", "Search the audit log"))
        self.filter.setAccessibleName(translate("Activity", "Search the audit log"))
        self.filter.textChanged.connect(self._find)
        self.table = table(
            translate("Activity", "Audit log"), titles, (50, 125, 100, 160, 130, 90, 0, 120, 80), stretch=6
        )
        self.chain = Label(wordWrap=True)
        self.chain.setProperty("dim", True)
        self.export = Button(translate("Activity", "Export…"))
        self.export.clicked.connect(self._export_clicked)
        row = QHBoxLayout()
        row.addWidget(self.chain, 1)
        row.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.load()

    def load(self) -> None:
        """Read the entries again and verify the log."""
        self._find()
        self.jobs.newest("check", self._check())

    def _find(self) -> None:
        self.jobs.newest("find", self._found(self.filter.text().strip()))

    async def _check(self) -> None:
        self.chain.setText(
            broken_sentence(await self.context.services.audit_anchoring.first_broken(), self.context.wording)
        )

    async def _found(self, text: str) -> None:
        audit, wording = self.context.services.audit, self.context.wording
        entries = await audit.newest(MOST, text)
        subjects = [[(str(kind), str(id_)) for kind, id_ in entry["subjects"]] for entry in entries]
        whose = await names_of(self.context.services.queries, subjects)
        fill(self.table, [_row(entry, name, wording) for entry, name in zip(entries, whose, strict=True)])

    def _export_clicked(self) -> None:
        self.jobs.newest("export", self._export())

    async def _export(self) -> None:
        dialog = QFileDialog(self, translate("Activity", "Export audit log"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)", "JSON lines (*.jsonl)"])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix("jsonl" if "jsonl" in name else "csv"))
        if await shown(dialog):
            await self.write(Path(dialog.selectedFiles()[0]))

    async def write(self, path: Path) -> None:
        """Export the whole log with its hashes, so that other programs can verify it."""
        rows = await self.context.services.audit.all()
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(None, write_audit, rows, path, self.context.wording.zone)
        except OSError as error:
            self.context.say(not_written(path, error))
            return
        text = translate("Export", "{rows} exported to {file}.")
        said = text.format(rows=words.rows(len(rows), self.context.wording), file=path)
        self.context.say(Notice(said, "good"))


def _row(entry: dict[str, Any], name: str, wording: Wording) -> list[str]:
    money = [wording.money(Money(amount, currency)) for amount, currency in entry.get("money", ())]
    changes = [f"{operation_words.field(name)}: {from_to(before, after)}" for name, before, after in entry["changes"]]
    subjects = [id_ for _, id_ in entry["subjects"]]
    result = operation_words.operation_state(entry["result"])[0]
    return [
        str(entry["sequence"]),
        wording.moment(entry["at"]),
        entry["operator"],
        operation_words.recorded(entry["verb"]),
        name,
        f"{result}: {entry['error']}" if entry["error"] else result,
        joined([*subjects[:1], *money, *changes]),
        entry["reason"],
        entry["ticket"],
    ]
