"""Stripe's own reports: run one, watch it, download its file; runs of before are listed with their parameters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ...domain.billing_dates import DAY, parse_span
from ...domain.errors import DeskError, Refused
from ...domain.invoices.report import ReportRun, ReportType, RunState
from ...domain.writes.operation import Operation, Preview
from ...services.desk_services import InvoiceServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Button, ComboBox, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import MEDIUM, SMALL, WIDE
from ..wording.billing import report_words
from ..wording.notices import Notice, sentence
from ..wording.text import joined, translate
from ..writing.run import carry_out

if TYPE_CHECKING:
    from ..writing.preview import Again

KEPT = "reports.type"


class ReportsDialog(DeskDialog[InvoiceServices]):
    """`runs` are the listed runs, newest first."""

    def __init__(self, context: Context[InvoiceServices], parent: QWidget) -> None:
        title = translate("Reports", "Stripe reports")
        super().__init__(context, parent, title, translate("Reports", "Run report"), whom=None)
        self.resize(WIDE, 620)
        self.close_button.setText(translate("Reports", "Close"))
        self.types: dict[str, ReportType] = {}
        self.runs: list[ReportRun] = []
        first, after = parse_span("month-1", context.wording.zone, context.services.reports.now()) or (0, 0)
        day = context.wording.day
        self.type, self.start, self.end = ComboBox(), TextField(day(first)), TextField(day(after - 1))
        self.currency, self.payout = TextField(""), TextField("")
        self._type = FormRow(translate("Reports", "Report"), self.type)
        hint = translate("Reports", "A day such as 2026-12-24, or a month such as 2026-12.")
        self._start = FormRow(translate("Reports", "From"), self.start, hint)
        self._end = FormRow(translate("Reports", "To and including"), self.end)
        self._currency = FormRow(translate("Reports", "Currency"), self.currency, translate("Reports", "Empty: all."))
        self._payout = FormRow(translate("Reports", "Payout ID"), self.payout, "po_…")
        self.body.addWidget(self._type)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        for widget, share in ((self._start, 2), (self._end, 2), (self._currency, 1), (self._payout, 2)):
            row.addWidget(widget, share)
        self.body.addLayout(row)
        titles = [
            translate("Reports", "Report"),
            translate("Reports", "Parameters"),
            translate("Reports", "Started"),
            translate("Reports", "Status"),
        ]
        self.table = table(translate("Reports", "Report runs"), titles, (200, 260, 140, 150), stretch=1)
        self.body.addWidget(self.table, 1)
        self.said = Label(translate("Reports", "Reading…"), wordWrap=True)
        self.said.setProperty("dim", True)
        self.body.addWidget(self.said)
        self.download, self.again = Button(translate("Reports", "Download…")), Button(translate("Reports", "Use again"))
        files = QHBoxLayout()
        files.setSpacing(SMALL)
        for button in (self.download, self.again):
            files.addWidget(button)
        files.addStretch(1)
        self.body.addLayout(files)
        self.type.currentIndexChanged.connect(self._type_chosen)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.table.cellActivated.connect(self._download)
        self.download.clicked.connect(self._download)
        self.again.clicked.connect(self._use_again)
        self.primary.clicked.connect(self._run)
        self.allow(False)
        self._chosen()
        self.jobs.newest("load", self._load())
        self.type.setFocus()

    def has_typed(self) -> bool:
        """What is typed here is easily typed again."""
        return False

    async def _load(self) -> None:
        service = self.context.services.reports
        try:
            kinds = await service.types()
            self.types = {kind.id: kind for kind in kinds}
            await self._list()
        except DeskError as error:
            self.said.setText("")
            self.show_problem(sentence(error))
            return
        for kind in kinds:
            self.type.addItem(joined((kind.name, kind.id), " · "), kind.id)
        self.type.setCurrentIndex(max(0, self.type.findData(self.context.preferences.get(KEPT))))
        self.allow(bool(kinds))
        for run in self.runs:
            if run.state is RunState.PENDING:
                self.jobs.newest(run.id, self._watch(run.id))

    async def _list(self) -> None:
        self.runs = await self.context.services.reports.runs()
        self._show()

    def _show(self) -> None:
        wording = self.context.wording
        rows = [
            [
                self.types[run.type].name if run.type in self.types else run.type,
                report_words.parameters(run, wording),
                wording.moment(run.created),
                report_words.state(run, wording),
            ]
            for run in self.runs
        ]
        fill(self.table, rows)
        empty = translate("Reports", "No report was run yet. Stripe keeps the runs, and they are listed here.")
        self.said.setText("" if rows else empty)
        self._chosen()

    def _type_chosen(self) -> None:
        kind = self.types.get(str(self.type.currentData()))
        if kind is None:
            return
        day = self.context.wording.day
        text = translate("Reports", "Stripe has the data from {start} to {end}.")
        self._type.show_hint(text.format(start=day(kind.start), end=day(kind.end - 1)))
        for row in (self._start, self._end, self._currency):
            row.setVisible(not kind.needs_payout)
        self._payout.setVisible(kind.needs_payout)

    @property
    def chosen(self) -> ReportRun | None:
        place = self.table.currentRow()
        return self.runs[place] if 0 <= place < len(self.runs) else None

    def _chosen(self) -> None:
        run = self.chosen
        self.download.setEnabled(run is not None and bool(run.file))
        self.again.setEnabled(run is not None and run.type in self.types)

    def _use_again(self) -> None:
        """The parameters of the chosen run."""
        run = self.chosen
        if run is None:
            return
        self.type.setCurrentIndex(self.type.findData(run.type))
        if run.period:
            day = self.context.wording.day
            self.start.setText(day(run.period[0]))
            self.end.setText(day(run.period[1] - 1))
        self.currency.setText(str(run.parameters.get("currency") or ""))
        self.payout.setText(str(run.parameters.get("payout") or ""))
        self.primary.setFocus()

    def _run(self) -> None:
        kind = self.types[str(self.type.currentData())]
        wording, service = self.context.wording, self.context.services.reports
        for row in (self._start, self._end, self._payout, self._currency):
            row.show_problem("")
        spans = [parse_span(field.text().strip(), wording.zone, service.now()) for field in (self.start, self.end)]
        for row, span in zip((self._start, self._end), spans, strict=True):
            if span is None and not kind.needs_payout:
                row.show_problem(translate("Reports", "Enter a day or a month."))
                row.point_out()
                return
        start, end = (spans[0] or (0, 0))[0], (spans[1] or (0, 0))[1]
        # Stripe's data is complete to a moment of today: a period that ends with today ends there.
        end = kind.end if kind.end < end <= service.now() + DAY and spans[1] and spans[1][0] < kind.end else end
        self.context.preferences.put(KEPT, kind.id)

        async def make() -> Preview:
            return await service.preview_run(
                kind,
                start,
                end,
                wording.zone,
                currency=self.currency.text().strip().lower(),
                payout=self.payout.text().strip(),
            )

        self.show_problem("")
        self.jobs.alone("run", self._started(make))

    async def _started(self, make: Again) -> None:
        done = translate("Reports", "Report started. It is listed here until it can be downloaded.")
        act = translate("Reports", "Run report")
        result = await carry_out(self.context, self, make, act, done)
        if result is not None:
            await self._list()
            self.jobs.newest(str(result["id"]), self._watch(str(result["id"])))

    def refused(self, error: DeskError, _operation: Operation | None) -> None:
        if isinstance(error, Refused) and not error.message:
            late = {"period_late": self._end}.get(str(error.code), self._start)
            row = {"payout": self._payout, "currency": self._currency}.get(str(error.param), late)
            self.show_problem("")
            row.show_problem(sentence(error))
            row.point_out()

    async def _watch(self, run_id: str) -> None:
        async for run in self.context.services.reports.watch(run_id):
            self.runs = [run if known.id == run.id else known for known in self.runs]
            self._show()

    def _download(self, *_: object) -> None:
        run = self.chosen
        if run is not None and run.file:
            self.jobs.alone("download", self._ask_where(run))

    async def _ask_where(self, run: ReportRun) -> None:
        dialog = QFileDialog(self, translate("Reports", "Download report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)"])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{run.type}.csv")
        if await shown(dialog):
            await self.save(run, Path(dialog.selectedFiles()[0]))

    async def save(self, run: ReportRun, path: Path) -> None:
        """Closing the dialog stops it; nothing is left at the place then."""
        self.download.setEnabled(False)

        def progress(done: int) -> None:
            self.said.setText(
                translate("Reports", "Downloading… {size}").format(size=report_words.size(done, self.context.wording))
            )

        try:
            size = await self.context.services.reports.save(run, path, progress)
        except DeskError as error:
            self.show_problem(sentence(error))
            return
        finally:
            self.said.setText("")
            self._chosen()
        text = translate("Reports", "Report saved to {place}, {size}.")
        self.context.say(Notice(text.format(place=path, size=report_words.size(size, self.context.wording)), "good"))
