"""Imports usage from a file: choose, map, check every row, then send what is good (E10)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ....domain.errors import DeskError
from ....domain.usage.event import Meter
from ....domain.usage.record import SentEvent, Source
from ....domain.usage.rows import ASKED
from ....domain.writes.operation import Risk
from ....services.desk_services import UsageServices
from ....services.usage.imports.bad_file import BadFile
from ....services.usage.imports.runs import DryRun, Way, way_of
from ....services.usage.imports.table_file import TableFile, opened, preview_of
from ...widgets.ask import shown
from ...widgets.context import Context
from ...widgets.dialog import DeskDialog
from ...widgets.fields import FormRow
from ...widgets.plain import Button, ComboBox, Label, let_shrink
from ...widgets.theme import MEDIUM, WIDE
from ...wording.billing import import_words
from ...wording.notices import Notice, sentence
from ...wording.text import sentences, translate
from ...writing.confirmation import Confirmation
from .import_fields import ImportFields
from .import_tables import ImportTables
from .refused_export import ask_where, export_refused
from .run_bar import RunBar


class ImportDialog(DeskDialog[UsageServices]):
    """`file` is the chosen one, `dry` the dry run on the screen, `source` the import once it was begun."""

    def __init__(
        self, context: Context[UsageServices], parent: QWidget, meters: Sequence[Meter], meter: str = ""
    ) -> None:
        title = translate("Import", "Import usage")
        super().__init__(context, parent, title, translate("Import", "Check"), whom=None)
        self.resize(WIDE + 160, 760)
        self.setAcceptDrops(True)
        self.file: TableFile | None = None
        self.dry: DryRun | None = None
        self.source: Source | None = None
        self._meters = {each.id: each for each in meters}
        self._checking = self._beginning = False
        self.path = Label(
            translate("Import", "Choose a CSV, TSV, XLSX, or JSON Lines file, or drop it here."), wordWrap=True
        )
        self.choose = Button(translate("Import", "Choose file…"))
        first = QHBoxLayout()
        first.setSpacing(MEDIUM)
        first.addWidget(self.choose)
        first.addWidget(self.path, 1)
        self.body.addLayout(first)
        self.fields, self.tables = ImportFields(context.wording, meters, meter), ImportTables(context.wording)
        self.body.addWidget(self.fields)
        self.body.addWidget(self.tables, 1)
        self.said = Label(wordWrap=True)
        self.body.addWidget(self.said)
        self.export, self.way = Button(translate("Import", "Export refused rows…")), ComboBox()
        for way in Way:
            self.way.addItem(import_words.way(way), way)
        let_shrink(self.way)
        self._way = FormRow(translate("Import", "Send"), self.way)
        self.running = RunBar(context.wording, self.jobs)
        self.body.addWidget(self.running)
        self.confirmation = Confirmation(context.services.identity.mode, context.wording)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._way, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.confirmation, 3)
        self.body.addLayout(row)
        first.addWidget(self.export)
        self._show_sending(False)
        self.confirmation.typed.textChanged.connect(self._allow_send)
        self.choose.clicked.connect(lambda: self.jobs.newest("choose", self._choose()))
        self.export.clicked.connect(lambda: self.jobs.alone("export", self._export()))
        self.primary.clicked.connect(self._go_on)
        self.fields.shaped.connect(self._shape_chosen)
        self.fields.mapped.connect(self._forget)
        self.allow(False)
        self.choose.setFocus()

    def has_typed(self) -> bool:
        """The choices are easily made again; a running import is asked about."""
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._may_choose:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local and self._may_choose:
            self.jobs.newest("choose", self.open_file(Path(local[0])))

    @property
    def _may_choose(self) -> bool:
        """Not while a file is checked, or once its import was begun."""
        return self.source is None and not self._checking and not self._beginning

    async def _choose(self) -> None:
        dialog = QFileDialog(self, translate("Import", "Choose file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if await shown(dialog) and (chosen := dialog.selectedFiles()):
            await self.open_file(Path(chosen[0]))

    async def open_file(self, path: Path) -> None:
        """Read the beginning, show what was detected, and guess the columns by their names."""
        self._forget()
        try:
            self.file = await asyncio.get_running_loop().run_in_executor(None, opened, path)
        except BadFile as error:
            self.file = None
            self.path.setText(path.name)
            self.tables.show_file((), ())
            self.show_problem(import_words.bad_file(error.code, error.line, error.message))
            self.allow(False)
            return
        self.path.setText(path.name)
        self.fields.show_file(self.file)
        await self._show_file()

    def _shape_chosen(self) -> None:
        if self.file is not None:
            self.file = self.fields.shape(self.file)
            self.jobs.newest("choose", self._show_file())

    async def _show_file(self) -> None:
        assert self.file is not None
        self._forget()
        self.show_problem("")
        try:
            names, rows = await asyncio.get_running_loop().run_in_executor(None, preview_of, self.file)
        except BadFile as error:
            self.show_problem(import_words.bad_file(error.code, error.line, error.message))
            self.allow(False)
            return
        self.tables.show_file(names, rows)
        self.fields.offer(names, rows)
        self.allow(bool(self._meters))

    def _forget(self) -> None:
        """Another file or another mapping: what was checked is not what would be sent."""
        dry, self.dry = self.dry, None
        if self.source is None and not self._checking:
            self.show_problem("")
            self.show_note("")
            self.tables.forget()
        if dry is not None:
            self.jobs.start(self.context.services.usage_imports.forget(dry))
            self._show_sending(False)
            self.said.setText("")
            self.show_act(translate("Import", "Check"))
        if self.source is None and not self._checking:
            self.allow(self.file is not None and bool(self._meters))

    def _take_input(self, takes: bool) -> None:
        self.choose.setEnabled(takes)
        self.fields.setEnabled(takes)

    def _show_sending(self, shows: bool) -> None:
        """What is asked once a file was checked."""
        self._way.setVisible(shows)
        self.confirmation.setVisible(shows)
        self.export.setVisible(shows and self.dry is not None and self.dry.count < self.dry.checked.rows)

    def _go_on(self) -> None:
        if self.source is not None:
            self.jobs.alone("run", self._sent(self.source))
        elif self.dry is not None:
            self.jobs.alone("begin", self._begin(self.dry))
        elif self.file is not None:
            self.jobs.alone("check", self._check(self.file))

    async def _check(self, file: TableFile) -> None:
        meter = self._meters[str(self.fields.meter.currentData())]
        number = self.context.wording.number
        self._checking = True
        self._take_input(False)
        self.allow(False)
        counted = [0]

        def progress(count: int) -> bool:
            counted[0] = count
            return self._checking

        async def tell() -> None:
            while True:
                await asyncio.sleep(0.1)
                self.said.setText(translate("Import", "Checking… {count} rows").format(count=number(counted[0])))

        telling = self.jobs.start(tell())
        try:
            dry = await self.context.services.usage_imports.check(file, self.fields.map, meter, progress)
        except BadFile as error:
            self.said.setText("")
            self.show_problem(import_words.bad_file(error.code, error.line, error.message))
            return
        finally:
            telling.cancel()
            self._checking = False
            self._take_input(True)
            self.allow(True)
        if self.file is not file:  # another one was chosen before the check began
            await self.context.services.usage_imports.forget(dry)
            return
        self.show_problem("")
        self._show_dry(dry, await self.context.services.usage_imports.doubles(dry))

    def _show_dry(self, dry: DryRun, doubles: Sequence[SentEvent]) -> None:
        self.dry, wording = dry, self.context.wording
        self.said.setText(sentences((import_words.summary(dry, wording), import_words.effect(dry, wording))))
        asked = [fault for fault in dry.checked.faults if fault in ASKED]
        self.show_problem(import_words.fault(asked[0]) if asked else "")
        self.tables.show_dry(dry, doubles)
        self.way.setCurrentIndex(self.way.findData(way_of(dry.count)))
        self.confirmation.ask(Risk.SERIOUS, count=dry.count)
        self._show_sending(True)
        self.show_act(translate("Import", "Send %n event(s)", "", dry.count))
        self.look_first()
        self._allow_send()

    def _allow_send(self) -> None:
        if self.dry is not None:
            asked = any(fault in ASKED for fault in self.dry.checked.faults)
            whole = self.dry.count > 0 and not asked and not self.dry.checked.stopped
            self.allow(whole and self.confirmation.is_given)

    async def _begin(self, dry: DryRun) -> None:
        way, self._beginning = Way(self.way.currentData()), True
        self.allow(False)
        self._take_input(False)
        try:
            source = await self.context.services.usage_imports.begin(dry, way, *self.confirmation.explanation)
        except DeskError as error:
            self._take_input(True)
            self.show_problem(sentence(error))
            self._allow_send()
            return
        finally:
            self._beginning = False
        self._show_sending(False)
        self.dry, self.source = None, source
        await self._sent(source)

    async def _sent(self, source: Source) -> None:
        """Send until the end or a stop."""
        imports = self.context.services.usage_imports
        self._take_input(False)
        self.allow(False)
        self.show_problem("")
        self.said.setText("")
        self.close_button.setText(translate("Import", "Stop"))
        run = await imports.start(source)
        await self.running.follow(run, imports.send(run))
        self.close_button.setText(translate("Import", "Close"))
        self.said.setText(import_words.report(run, self.context.wording))
        if run.halt is not None:
            self.show_problem(sentence(run.cause) if run.cause else "")
            self.show_act(translate("Import", "Continue"))
            self.allow(True)
        else:
            self.context.say(Notice(f"{source.name}: {self.said.text()}", "warn" if run.failed else "good"))
            self.primary.hide()
        self.tables.show_sent(run, await imports.failed(source.id))

    def reject(self) -> None:
        """While events are sent: stop after those under way, and stay open. While rows are checked: stop that."""
        if self._checking:
            self._checking = False
        elif self.running.run is not None:
            self.running.run.stop()
        else:
            self._forget()
            super().reject()

    async def _export(self) -> None:
        if (path := await ask_where(self)) is not None:
            await self.write_refused(path)

    async def write_refused(self, path: Path) -> None:
        """All refused rows with their lines, not only those that are listed."""
        if self.dry is None:
            return
        try:
            count = await export_refused(self.context.services.usage_imports, self.dry, self.fields.map, path)
        except BadFile as error:
            self.show_problem(import_words.bad_file(error.code, error.line, error.message))
        except OSError as error:
            self.show_problem(str(error.strerror or error))
        else:
            self.show_note(translate("Import", "%n refused row(s) exported.", "", count))
