"""Bulk edits with their rows and results; continue one, retry failed rows, or dismiss the rest."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ...domain.json_object import Json
from ...domain.writes.bulk import Bulk, EditKind, RowState
from ...services.desk_services import ActivityServices
from ...services.exports.links import write_links
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.plain import Button
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL
from ..wording import operation_words, words
from ..wording.bulk_words import counted, edit_text, row_state, row_title
from ..wording.emails import card_mail
from ..wording.notices import Notice, not_written
from ..wording.text import Wording, joined, translate


class BulkTab(QWidget):
    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        self._bulks: list[Bulk] = []
        titles = [
            translate("Activity", "Time"),
            translate("Activity", "Operation"),
            translate("Activity", "Status"),
            translate("Activity", "Result"),
            translate("Activity", "Reason"),
        ]
        self.table = table(translate("Activity", "Bulk edits"), titles, (125, 200, 110, 0, 200), stretch=3)
        row_titles = [translate("Bulk", "Change"), translate("Bulk", "ID"), translate("Activity", "Result")]
        self.rows = table(translate("Bulk", "Rows"), row_titles, (220, 200, 0), stretch=2)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.rows)
        split.setChildrenCollapsible(False)
        self.go_on = Button(translate("Bulk", "Continue"))
        self.retry = Button(translate("Bulk", "Retry failed rows"))
        self.leave = Button(translate("Bulk", "Skip the rest"))
        self.links = Button(translate("Bulk", "Save links…"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button, press in (
            (self.links, self._links),
            (self.go_on, self._go_on),
            (self.retry, self._retry),
            (self.leave, self._leave),
        ):
            button.clicked.connect(press)
            button.setEnabled(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)
        self.table.itemSelectionChanged.connect(self._chosen_changed)
        self.load()

    def load(self) -> None:
        self.jobs.newest("load", self._load())

    async def _load(self) -> None:
        row = max(self.table.currentRow(), 0)
        self._bulks = await self.context.services.bulk.newest()
        fill(self.table, [self._row(bulk, self.context.wording) for bulk in self._bulks])
        if self._bulks:
            self.table.selectRow(min(row, len(self._bulks) - 1))
        self._chosen_changed()

    @property
    def chosen(self) -> Bulk | None:
        row = self.table.currentRow()
        return self._bulks[row] if 0 <= row < len(self._bulks) else None

    def _runs(self, bulk: Bulk) -> bool:
        return bulk.id in self.context.services.bulk.running

    def _row(self, bulk: Bulk, wording: Wording) -> list[str]:
        if bulk.ended is not None:
            state = translate("Bulk", "Completed")
        else:
            state = translate("Bulk", "Running") if self._runs(bulk) else translate("Bulk", "Stopped")
        return [
            wording.moment(bulk.made),
            edit_text(bulk.edit),
            state,
            counted(bulk, wording),
            joined((part for part in (bulk.reason, bulk.ticket) if part), " · "),
        ]

    def _chosen_changed(self) -> None:
        bulk = self.chosen
        idle = bulk is not None and not self._runs(bulk)
        self.go_on.setEnabled(bulk is not None and idle and bulk.ended is None)
        self.leave.setEnabled(bulk is not None and idle and bulk.ended is None)
        self.retry.setEnabled(bulk is not None and idle and bool(bulk.counts.get(RowState.FAILED)))
        self.links.setVisible(bulk is not None and bulk.edit.kind.makes_links)
        self.links.setEnabled(bulk is not None and bool(bulk.counts.get(RowState.DONE)))
        self.jobs.newest("rows", self._show_rows(bulk))

    async def _show_rows(self, bulk: Bulk | None) -> None:
        rows = await self.context.services.bulk.rows(bulk.id) if bulk else []
        kind = bulk.edit.kind if bulk else EditKind.ADD_TAG
        fill(self.rows, [[row_title(kind, row.title), row.subject, row_state(row, kind)] for row in rows])

    def _go_on(self) -> None:
        if (bulk := self.chosen) is not None:
            self.context.run_bulk(bulk)
            self.load()

    def _retry(self) -> None:
        if (bulk := self.chosen) is not None:
            self.jobs.newest("retry", self._retried(bulk))

    async def _retried(self, bulk: Bulk) -> None:
        again = await self.context.services.bulk.retry_failed(bulk.id)
        if again is not None:
            self.context.run_bulk(again)
        self.load()

    def _leave(self) -> None:
        if (bulk := self.chosen) is not None:
            self.jobs.newest("leave", self.context.services.bulk.dismiss(bulk))

    def _links(self) -> None:
        if (bulk := self.chosen) is not None:
            self.jobs.newest("links", self._save_links(bulk))

    async def _save_links(self, bulk: Bulk) -> None:
        dialog = QFileDialog(self, translate("Bulk", "Save links"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)"])
        dialog.setDefaultSuffix("csv")
        if await shown(dialog):
            await self.write_links(bulk, Path(dialog.selectedFiles()[0]))

    async def write_links(self, bulk: Bulk, path: Path) -> None:
        """Export for a mail program: the customer, the link, its expiry, and a text in the customer's language."""
        services, wording = self.context.services, self.context.wording
        titles = [
            words.noun("customer"),
            operation_words.field("name"),
            operation_words.field("email"),
            translate("Bulk", "Link"),
            translate("Bulk", "Valid until ({zone})").format(zone=wording.zone_name),
            translate("Bulk", "Email text"),
        ]
        made = await services.bulk.links(bulk.id)
        valid = [page for page in made if int(page.get("expires_at") or 0) > services.clock.now()]
        rows = [await self._row_of_link(page) for page in valid]
        try:
            await asyncio.get_running_loop().run_in_executor(None, write_links, titles, rows, path)
        except OSError as error:
            self.context.say(not_written(path, error))
            return
        text = translate("Export", "{rows} exported to {file}.")
        said = text.format(rows=words.rows(len(rows), wording), file=path)
        if len(valid) < len(made):
            expired = translate("Bulk", "%n expired link(s) were skipped.", "", len(made) - len(valid))
            said = f"{said} {expired}"
        self.context.say(Notice(said, "good" if len(valid) == len(made) else "warn"))

    async def _row_of_link(self, page: Json) -> list[str]:
        services, wording = self.context.services, self.context.wording
        id_, url = str(page.get("customer") or ""), str(page["url"])
        customer = await services.queries.get("customer", id_) or {"id": id_}
        until = wording.moment(page.get("expires_at"))
        mail = card_mail(customer, services.account_name, url, f"{until} ({wording.zone_name})")
        return [id_, str(customer.get("name") or ""), str(customer.get("email") or ""), url, until, mail]
