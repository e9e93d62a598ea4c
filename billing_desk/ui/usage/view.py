"""A meter's usage: the customers by usage, a wide chart, its data as a table, and what changed between two periods."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.usage.event import Meter
from ...domain.usage.series import DAY, Span
from ...services.desk_services import UsageServices
from ...services.exports.files import write_file
from ...services.usage.overview import Overview
from ..charts.timeline import Line, Timeline
from ..widgets.ask import shown
from ..widgets.clipboard import copy_as_it_is
from ..widgets.context import Context
from ..widgets.plain import Button, Label
from ..widgets.simple_table import fill
from ..widgets.theme import SMALL
from ..wording.billing import usage_words
from ..wording.notices import Notice, not_written, sentence
from ..wording.text import joined, translate
from . import usage_tables
from .data_table import DataTable
from .view_controls import ALL, OTHERS, UsageControls

MOST_LINES = 10
_SHOWN_RANKS = 200


class UsageView(QWidget):
    """`chosen` are the ids of the customers selected in the ranking; it is called with the single one, or ""."""

    def __init__(
        self, context: Context[UsageServices], meter: Meter, customer: str, chosen: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.context, self.meter, self._say_chosen = context, meter, chosen
        self._jobs = context.jobs(self)
        self.overview: Overview | None = None
        self._wanted = customer
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self.controls = UsageControls(context, meter)
        self.controls.period_changed.connect(lambda: self._jobs.newest("load", self._load()))
        self.controls.again.clicked.connect(lambda: self._jobs.newest("load", self._load(again=True)))
        self.controls.drawing_changed.connect(self._draw)
        layout.addWidget(self.controls)
        self.said = Label(wordWrap=True)
        self.said.setProperty("dim", True)
        self.ranking = usage_tables.ranking()
        self.ranking.itemSelectionChanged.connect(self._selected)
        self.ranking.cellActivated.connect(self._open)
        layout.addWidget(self.ranking, 2)
        self.chart = Timeline(self._tick, usage_words.unit_of(meter))
        self.chart.pointed.connect(self._pointed)
        self.exact = Label(wordWrap=True)
        self.exact.setMinimumHeight(2 * self.exact.fontMetrics().height())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.chart, 1)
        column.addWidget(self.exact)
        self.data = DataTable(translate("Usage", "Values of the chart"))
        self.why = usage_tables.changes()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(inside, translate("Usage", "Chart"))
        self.tabs.addTab(self.data, translate("Usage", "Table"))
        self.tabs.addTab(self.why, translate("Usage", "What changed"))
        self.tabs.setMinimumHeight(360)
        layout.addWidget(self.tabs, 3)
        self.bill = Label(wordWrap=True)
        layout.addWidget(self.bill)
        layout.addWidget(self.said)
        layout.addLayout(self._files())
        self._jobs.newest("load", self._load())

    def _files(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for text, act in (
            (translate("Usage", "Copy table"), self.copy),
            (translate("Usage", "Save PNG…"), partial(self._save, "png")),
            (translate("Usage", "Save CSV…"), partial(self._save, "csv")),
        ):
            button = Button(text)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    async def _load(self, *, again: bool = False) -> None:
        """What is known first, then what Stripe says."""
        service = self.context.services.usage_overview
        asked = (self.meter, *self.controls.period)
        self._show(await service.known(*asked))
        try:
            await service.read(*asked, self._progress, again=again)
        except DeskError as error:
            self.said.setText(sentence(error))
            return
        self._show(await service.known(*asked))
        if self.overview is not None and self.overview.ranks:
            await service.read_bills(self.meter, [rank.customer for rank in self.overview.ranks])
            self._show(await service.known(*asked))

    def _progress(self, done: int, total: int) -> None:
        number = self.context.wording.number
        text = translate("Usage", "Reading usage: {done} of {total} customers")
        self.said.setText(text.format(done=number(done), total=number(total)))

    def _show(self, overview: Overview) -> None:
        self.overview = overview
        self.said.setText(self._status(overview))
        kept = set(self.chosen) or ({self._wanted} if self._wanted else set())
        self.ranking.blockSignals(True)
        listed, wording = overview.ranks[:_SHOWN_RANKS], self.context.wording
        rows = [usage_tables.rank_cells(rank, self.number, wording) for rank in listed]
        fill(self.ranking, rows, right=(1, 2, 3, 4))
        self.ranking.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, rank in enumerate(listed):
            if rank.customer in kept:
                self.ranking.selectionModel().select(self.ranking.model().index(place, 0), flags)
        self.ranking.blockSignals(False)
        fill(self.why, usage_tables.change_rows(overview, self.number), right=(1, 2, 3))
        self._draw()

    def _status(self, overview: Overview) -> str:
        wording = self.context.wording
        if not overview.ranks:
            return translate("Usage", "No customer subscribes to a price of this meter.")
        days = translate("Usage", "Days are those of UTC; times are shown in {zone}.").format(zone=wording.zone_name)
        if overview.read_at is None:
            return joined((translate("Usage", "Not read yet."), days), " ")
        text = translate("Usage", "Read {time}. Stripe adds usage up late: the last hours may still grow.")
        return joined((text.format(time=wording.moment(overview.read_at)), days), " ")

    def number(self, value: float) -> str:
        """Stripe sends usage as a float; whole values print as such."""
        return self.context.wording.number(int(value) if value == int(value) else value)

    @property
    def chosen(self) -> list[str]:
        """The customers that are selected in the ranking."""
        if self.overview is None:
            return []
        rows = sorted({index.row() for index in self.ranking.selectionModel().selectedRows()})
        return [self.overview.ranks[row].customer for row in rows if row < len(self.overview.ranks)]

    def _selected(self) -> None:
        chosen = self.chosen
        self._wanted = chosen[0] if len(chosen) == 1 else ""
        self._say_chosen(self._wanted)
        self._draw()

    def _open(self, row: int, _: int) -> None:
        if self.overview is not None:
            self.context.open_object("customer", self.overview.ranks[row].customer)

    def _groups(self, overview: Overview) -> list[tuple[str, list[str]]]:
        """The lines of the chart: name and customers."""
        names = {rank.customer: rank.name for rank in overview.ranks}
        if chosen := self.chosen:
            return [(names[one], [one]) for one in chosen[:MOST_LINES]]
        everyone = [rank.customer for rank in overview.ranks]
        if self.controls.who.currentData() == ALL:
            return [(translate("Usage", "All customers"), everyone)]
        used = [rank.customer for rank in overview.ranks if rank.now][:MOST_LINES]
        found = [(names[one], [one]) for one in used]
        if self.controls.who.currentData() == OTHERS and (rest := [one for one in everyone if one not in used]):
            found.append((translate("Usage", "All others"), rest))
        return found

    def _draw(self) -> None:
        overview = self.overview
        if overview is None:
            return
        cumulative = self.controls.is_cumulative
        lines = []
        for name, customers in self._groups(overview):
            lines.append(Line(name, overview.starts, overview.values(customers, cumulative=cumulative)))
            if self.controls.compared.isChecked():
                before = overview.values(customers, cumulative=cumulative, before=True)
                title = translate("Usage", "{name}, before").format(name=name)
                lines.append(Line(title, overview.starts, before, dim=True))
        limit = self.controls.limit_value
        description = joined(
            [f"{line.name}: {self.number(sum(line.values))}" for line in lines if not cumulative], "; "
        )
        self.chart.show_lines(lines, description, limit=limit, limit_name=translate("Usage", "Limit"))
        titles = [translate("Usage", "Begins (UTC)"), *(line.name for line in lines)]
        starts = [usage_words.bucket(at, overview.unit) for at in overview.starts]
        self.data.show_columns(titles, starts, [line.values for line in lines], self.number)
        self._pointed(-1)
        self._jobs.newest("bill", self._show_bill())

    async def _show_bill(self) -> None:
        self.bill.setText("")
        if len(self.chosen) != 1:
            return
        try:
            found = await self.context.services.usage.bill(self.meter.id, self.chosen[0])
        except DeskError as error:
            self.bill.setText(sentence(error))
            return
        if found is None:
            self.bill.setText(translate("Usage", "Nothing of this meter is billed in the running period."))
            return
        inside = self.overview.span if self.overview else Span(0, 0)
        name = translate("Usage", "billing period")
        self.chart.show_bounds([(at, name) for at in (found.start, found.end) if inside.start <= at <= inside.end])
        wording = self.context.wording
        parts = [f"{line.text} {wording.money(line.amount)}" for line in found.lines]
        text = translate("Usage", "Running bill by Stripe's preview: {total} ({parts}).")
        self.bill.setText(text.format(total=wording.money(found.total), parts=joined(parts, "; ")))

    def _pointed(self, place: int) -> None:
        """The exact values at the crosshair, with the hour in the desk's zone beside UTC."""
        if self.overview is None or not 0 <= place < len(self.chart.starts):
            self.exact.setText(
                translate(
                    "Usage", "Point at the chart, or press Left and Right. + and - zoom, Shift moves, Home shows all."
                )
            )
            return
        at = self.chart.starts[place]
        begins = usage_words.bucket(at, self.overview.unit)
        here = self.context.wording.moment(at) + " " + self.context.wording.zone_name
        values = [
            f"{line.name} {self.number(line.values[place])}" for line in self.chart.lines if place < len(line.values)
        ]
        self.exact.setText(joined((f"{begins} UTC ({here})", joined(values, "; ")), ": "))

    def _tick(self, at: int, spacing: float) -> str:
        """Days are UTC days, as Stripe counts them."""
        shape = "%m-%d %H:%M" if spacing < DAY else "%Y-%m-%d" if spacing < 28 * DAY else "%Y-%m"
        return datetime.fromtimestamp(at, UTC).strftime(shape)

    def copy(self) -> None:
        copy_as_it_is(self.data.text("\t"))
        self.context.say(Notice(translate("Usage", "Copied."), "good"))

    def _save(self, suffix: str) -> None:
        self._jobs.alone("save", self._ask_where(suffix))

    async def _ask_where(self, suffix: str) -> None:
        dialog = QFileDialog(self, translate("Usage", "Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix.upper()} (*.{suffix})"])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"usage.{suffix}")
        if await shown(dialog):
            await self.write(Path(dialog.selectedFiles()[0]))

    async def write(self, path: Path) -> None:
        """The chart as PNG, or its values as CSV, by the name's ending."""
        body = self.chart.png() if path.suffix.lower() == ".png" else self.data.text(",").encode("utf-8-sig")
        try:
            await asyncio.get_running_loop().run_in_executor(None, write_file, body, path)
        except OSError as error:
            self.context.say(not_written(path, error))
            return
        self.context.say(Notice(translate("Usage", "Saved to {file}.").format(file=path), "good"))

    def release(self) -> None:
        self.chart.release()
