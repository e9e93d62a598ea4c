"""Closing a month: the figures by currency, what does not add up, tax by rate, the bank, and what changed since."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTabWidget, QWidget

from ...domain.billing_dates import local
from ...domain.errors import DeskError
from ...domain.invoices.month_close import Basis, Changed
from ...services.desk_services import InvoiceServices
from ...services.exports.files import write_file
from ...services.exports.month import write_month
from ...services.invoices.month_end import MonthReport
from ..widgets.ask import confirmed, shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow
from ..widgets.plain import Button, ComboBox, Label, set_tip
from ..widgets.simple_table import fill, table
from ..widgets.theme import MEDIUM, SMALL
from ..wording import words
from ..wording.billing import month_words
from ..wording.notices import Notice, not_written, sentence
from ..wording.text import translate
from .month_pdf import month_pdf
from .month_texts import MonthTexts

MONTHS = 24


class MonthDialog(DeskDialog[InvoiceServices]):
    """`wants_reports`: it was left for Stripe's own reports."""

    def __init__(self, context: Context[InvoiceServices], parent: QWidget) -> None:
        title = translate("Month", "Month close")
        super().__init__(context, parent, title, translate("Month", "Close month"), whom=None)
        self.resize(980, 680)
        self.report: MonthReport | None = None
        self.wants_reports = False
        self.changes: list[Changed] = []
        self.month, self.basis, self.said = ComboBox(), ComboBox(), Label(wordWrap=True)
        here = local(context.services.month_end.now(), context.wording.zone).date()
        for back in range(MONTHS):
            year, month = divmod(here.year * 12 + here.month - 1 - back, 12)
            first = date(year, month + 1, 1)
            self.month.addItem(f"{first:%Y-%m}", first.isoformat())
        self.month.setCurrentIndex(1)
        for basis in Basis:
            self.basis.addItem(month_words.basis(basis), basis)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(FormRow(translate("Month", "Month"), self.month), 1)
        zone = translate("Month", "Days in {zone}").format(zone=context.wording.zone_name)
        row.addWidget(FormRow(translate("Month", "An invoice belongs to the month of its"), self.basis, zone), 2)
        self.body.addLayout(row)
        self.said.setProperty("strong", True)
        self.body.addWidget(self.said)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        self.xlsx, self.pdf = Button(translate("Month", "Export XLSX…")), Button(translate("Month", "Export PDF…"))
        files = QHBoxLayout()
        files.setSpacing(SMALL)
        for button, suffix in ((self.xlsx, "xlsx"), (self.pdf, "pdf")):
            files.addWidget(button)
            button.clicked.connect(partial(self._export_clicked, suffix))
        files.addStretch(1)
        self.reports = Button(translate("Month", "Stripe reports…"))
        set_tip(self.reports, translate("Month", "For accounts larger than the local copy"))
        self.reports.clicked.connect(self._to_reports)
        files.addWidget(self.reports)
        self.body.addLayout(files)
        for box in (self.month, self.basis):
            box.currentIndexChanged.connect(self._reload)
        self.primary.clicked.connect(self._close_month)
        self._reload()
        self.month.setFocus()

    def _to_reports(self) -> None:
        self.wants_reports = True
        self.accept()

    def has_typed(self) -> bool:
        """Nothing here is input that can be lost."""
        return False

    def _reload(self) -> None:
        self.report = None
        self.show_problem("")
        self._allow()
        self.said.setText(translate("Month", "Reading…"))
        self.jobs.newest("month", self._load())

    def _allow(self) -> None:
        ready = self.report is not None
        self.allow(ready)
        self.xlsx.setEnabled(ready)
        self.pdf.setEnabled(ready)

    async def _load(self) -> None:
        month, basis = date.fromisoformat(str(self.month.currentData())), Basis(self.basis.currentData())
        wording, service = self.context.wording, self.context.services.month_end

        def read(count: int) -> None:
            self.said.setText(translate("Month", "Reading… {count}").format(count=wording.number(count)))

        try:
            report = await service.report(month, basis, wording.zone, read)
            self.changes = await service.changed(report, report.earlier[0]) if report.earlier else []
        except DeskError as error:
            self.said.setText("")
            self.show_problem(sentence(error))
            return
        except ValueError:
            self.show_problem(translate("Month", "The copy of the closed month is damaged."))
            return
        self.report = report
        self._show(report)
        self._allow()

    def texts(self, report: MonthReport) -> MonthTexts:
        services = self.context.services
        place = (services.account_name, words.mode(services.identity.mode))
        return MonthTexts(report, self.changes, self.context.wording, place)

    def _show(self, report: MonthReport) -> None:
        texts = self.texts(report)
        self.said.setText(texts.summary())
        place = self.tabs.currentIndex()
        self.tabs.clear()
        for tab in texts.tabs():
            last = len(tab.titles) - 1
            if not tab.rows:
                self.tabs.addTab(self._empty(tab.empty), tab.name)
                continue
            made = table(tab.name, tab.titles, [280, *[150] * last], stretch=0 if last in tab.right else last)
            fill(made, tab.rows, tab.right)
            if tab.ids:
                made.cellActivated.connect(partial(self._open, tab.ids))
            self.tabs.addTab(made, tab.name)
        self.tabs.setCurrentIndex(max(0, place))

    @staticmethod
    def _empty(text: str) -> Label:
        label = Label(text)
        label.setProperty("hint", True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _open(self, ids: Sequence[str], row: int, _: int) -> None:
        self.accept()
        self.context.open_object("invoice", ids[row])

    def _close_month(self) -> None:
        if self.report is not None:
            self.jobs.alone("close", self._closed(self.report))

    async def _closed(self, report: MonthReport) -> None:
        if not report.is_over and not await confirmed(
            self,
            translate("Month", "Close a month that is not over?"),
            translate("Month", "Invoices of the rest of the month would be listed as changed since it was closed."),
            translate("Month", "Close month"),
        ):
            return
        self.set_busy(True)
        made = await self.context.services.month_end.keep(report)
        self.set_busy(False)
        text = translate("Month", "{month} closed: %n invoice(s) kept.", "", made.count)
        self.context.say(Notice(text.format(month=made.month), "good"))
        self.accept()

    def _export_clicked(self, suffix: str, *_: object) -> None:
        if self.report is not None:
            self.jobs.alone("export", self._ask_where(self.report, suffix))

    async def _ask_where(self, report: MonthReport, suffix: str) -> None:
        dialog = QFileDialog(self, translate("Month", "Export month"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix.upper()} (*.{suffix})"])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"month-{report.name}.{suffix}")
        if await shown(dialog):
            await self.write(report, Path(dialog.selectedFiles()[0]))

    async def write(self, report: MonthReport, path: Path) -> None:
        """As XLSX, or as PDF if the name ends so."""
        loop, texts = asyncio.get_running_loop(), self.texts(report)
        try:
            if path.suffix.lower() == ".pdf":
                body = month_pdf(texts.title(), texts.sections())
                await loop.run_in_executor(None, write_file, body, path)
            else:
                await loop.run_in_executor(None, write_month, report.close, texts.words(), report.zone, path)
        except OSError as error:
            self.context.say(not_written(path, error))
            return
        self.context.say(Notice(translate("Month", "Exported to {file}.").format(file=path), "good"))
