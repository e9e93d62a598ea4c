"""The imports of before: continued, ended, or canceled (E3, E10)."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ....domain.errors import DeskError
from ....domain.usage.event import can_cancel
from ....domain.usage.record import SentState, Source
from ....services.desk_services import UsageServices
from ....services.usage.imports.running import ImportRun
from ...widgets.ask import confirmed
from ...widgets.context import Context
from ...widgets.dialog import DeskDialog
from ...widgets.plain import Button, Label
from ...widgets.simple_table import fill, table
from ...widgets.theme import SMALL, WIDE
from ...wording.billing import import_words
from ...wording.notices import sentence
from ...wording.text import translate
from .run_bar import RunBar


class ImportsDialog(DeskDialog[UsageServices]):
    """`sources` are the listed imports, newest first."""

    def __init__(self, context: Context[UsageServices], parent: QWidget) -> None:
        super().__init__(context, parent, translate("Import", "Imports of usage"), "", whom=None)
        self.resize(WIDE + 60, 460)
        self.sources: list[Source] = []
        titles = [
            translate("Import", "File"),
            translate("Import", "Begun"),
            translate("Import", "By"),
            translate("Import", "Sent"),
            translate("Import", "Left"),
            translate("Import", "Failed"),
            translate("Import", "Canceled"),
        ]
        self.table = table(translate("Import", "Imports of usage"), titles, (220, 140, 110, 90, 90, 90, 90), stretch=0)
        self.body.addWidget(self.table, 1)
        self.said = Label(wordWrap=True)
        self.body.addWidget(self.said)
        self.running = RunBar(context.wording, self.jobs)
        self.body.addWidget(self.running)
        self.resume = Button(translate("Import", "Continue"))
        self.dismiss = Button(translate("Import", "Don't send the rest"))
        self.cancel = Button(translate("Import", "Cancel events…"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for button, work in ((self.resume, self._resume), (self.dismiss, self._dismiss), (self.cancel, self._cancel)):
            row.addWidget(button)
            button.clicked.connect(lambda _=False, work=work: self.jobs.alone("import", work()))
        row.addStretch(1)
        self.body.addLayout(row)
        self.table.itemSelectionChanged.connect(self._chosen)
        self._chosen()
        self.jobs.newest("load", self._load())

    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    async def _load(self) -> None:
        self.sources = await self.context.services.usage_imports.imports()
        wording = self.context.wording

        def count(source: Source, *states: SentState) -> str:
            return wording.number(sum(source.counts.get(state, 0) for state in states))

        rows = [
            [
                source.name,
                wording.moment(source.made),
                source.by,
                count(source, SentState.SENT),
                count(source, SentState.WAITING, SentState.SENDING),
                count(source, SentState.FAILED),
                count(source, SentState.CANCELED),
            ]
            for source in self.sources
        ]
        fill(self.table, rows, right=(3, 4, 5, 6))
        self.said.setText("" if rows else translate("Import", "No usage was imported yet."))
        if rows and self.table.currentRow() < 0:
            self.table.selectRow(0)
        self._chosen()

    @property
    def chosen(self) -> Source | None:
        place = self.table.currentRow()
        return self.sources[place] if 0 <= place < len(self.sources) else None

    def _chosen(self) -> None:
        source, now = self.chosen, self.context.services.usage_imports.now()
        waits = source is not None and source.is_unfinished and self.running.run is None
        self.resume.setEnabled(waits)
        self.dismiss.setEnabled(waits)
        sent = source is not None and source.counts.get(SentState.SENT, 0) > 0
        young = source is not None and can_cancel(source.ended or now, now) > 0
        self.cancel.setEnabled(sent and young and self.running.run is None)

    async def _resume(self) -> None:
        if self.chosen is not None:
            imports = self.context.services.usage_imports
            run = await imports.start(self.chosen)
            await self._follow(run, imports.send(run))
            self.said.setText(import_words.report(run, self.context.wording))

    async def _follow(self, run: ImportRun, work: Coroutine[Any, Any, None]) -> None:
        self.show_problem("")
        self.close_button.setText(translate("Import", "Stop"))
        for button in (self.resume, self.dismiss, self.cancel):
            button.setEnabled(False)
        await self.running.follow(run, work)
        self.close_button.setText(translate("Import", "Close"))
        self.show_problem(sentence(run.cause) if run.cause is not None else "")
        await self._load()

    async def _dismiss(self) -> None:
        source = self.chosen
        if source is None:
            return
        text = translate("Import", "%n event(s) that wait will not be sent.", "", source.left)
        if await confirmed(
            self, translate("Import", "End this import?"), text, translate("Import", "Don't send the rest")
        ):
            await self.context.services.usage_imports.dismiss(source)
            await self._load()

    async def _cancel(self) -> None:
        source = self.chosen
        if source is None:
            return
        count = source.counts.get(SentState.SENT, 0)
        text = translate(
            "Import", "Stripe takes %n event(s) out of the totals. Finalized invoices do not change.", "", count
        )
        act = translate("Import", "Cancel %n event(s)", "", count)
        if not await confirmed(self, translate("Import", "Cancel this import?"), f"{source.name}\n{text}", act):
            return
        imports = self.context.services.usage_imports
        try:
            run = await imports.cancel(source)
        except DeskError as error:
            self.show_problem(sentence(error))
            return
        await self._follow(run, imports.take_back(run))
        failed = sum(run.failed.values())
        self.said.setText(import_words.canceled(run.done - failed, failed))

    def reject(self) -> None:
        """While events are sent: stop after those under way, and stay open."""
        if self.running.run is not None:
            self.running.run.stop()
        else:
            super().reject()
