"""The export dialog: rows, format and file. The export itself runs in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QRadioButton, QWidget

from ...domain.list_query import Query
from ...services.exports.exporting import totals_path
from ...services.exports.plan import ExportColumn, ExportPlan, Format, TotalsWords
from ...services.screen_services import ScreenServices
from ..tables.column import Column
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import Button, ComboBox, Label, RadioButton
from ..widgets.theme import MIDDLE
from ..wording import totals_words, words
from ..wording.text import Wording, translate
from .exporting import file_stem


@dataclass(frozen=True)
class Exportable:
    """What a tab shows: the query with the typed filter, `count` rows, and the numbers of the selected rows."""

    query: Query
    filter: str
    columns: Sequence[Column]
    count: int
    selected: Sequence[int]


class ExportDialog(DeskDialog[ScreenServices]):
    """Accepting the dialog starts the export."""

    def __init__(self, context: Context[ScreenServices], parent: QWidget, source: Exportable) -> None:
        title, act = translate("Export", "Export {what}"), translate("Export", "Export")
        super().__init__(context, parent, title.format(what=words.nouns(source.query.kind)), act, whom=None)
        self._source = source
        self.setMinimumWidth(MIDDLE)
        self._scopes = QButtonGroup(self)
        self.all = self._scope(words.rows(source.count, context.wording))
        selected = len(source.selected)
        count = translate("Page", "%n selected", "", selected).replace(str(selected), context.wording.number(selected))
        self.selected = self._scope(count)
        self.all.setChecked(True)
        self.selected.setEnabled(selected > 0)
        row = QHBoxLayout()
        for button in (self.all, self.selected):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.format = ComboBox()
        for title_, value in (
            (translate("Export", "CSV, for spreadsheets and other programs"), Format.CSV),
            (translate("Export", "Excel workbook with totals (XLSX)"), Format.XLSX),
            (translate("Export", "JSON Lines"), Format.JSON_LINES),
        ):
            self.format.addItem(title_, value)
        self.body.addWidget(FormRow(translate("Export", "Format"), self.format))
        self.path = TextField(str(self._folder() / file_stem(context, source.query.kind)) + ".csv")
        browse = Button(translate("Export", "Choose…"))
        browse.clicked.connect(self._browse)
        where = FormRow(translate("Export", "File"), self.path)
        line = QHBoxLayout()
        line.addWidget(where, 1)
        line.addWidget(browse, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        note = Label(
            translate(
                "Export",
                "Columns and order are the same as in the list, with currency and IDs. Times are in {zone}. "
                "The totals of a CSV file are in a second file beside it. The files are not encrypted.",
            ).format(zone=context.wording.zone_name),
            wordWrap=True,
        )
        note.setProperty("dim", True)
        self.body.addWidget(note)
        self.format.currentIndexChanged.connect(self._other_format)
        self.path.textChanged.connect(self._check)
        self.primary.clicked.connect(self._start)
        self._check()
        self.format.setFocus()

    def has_typed(self) -> bool:
        """Nothing that is typed here is lost: a file name."""
        return False

    def _scope(self, text: str) -> QRadioButton:
        button = RadioButton(text)
        self._scopes.addButton(button)
        return button

    def _folder(self) -> Path:
        kept = self.context.preferences.get("export.folder")
        found = Path(str(kept or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)))
        return found if found.is_dir() else Path.home()

    @property
    def target(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _other_format(self) -> None:
        if self.path.text().strip():
            self.path.setText(str(self.target.with_suffix(f".{self.format.currentData()}")))

    def _check(self) -> None:
        """Show whether the file can be written before the export starts."""
        target, problem, replaces = self.target, "", False
        if not self.path.text().strip():
            problem = translate("Export", "Enter a file name.")
        elif target.is_dir() or not target.parent.is_dir():
            problem = translate("Export", "The folder {folder} does not exist.").format(folder=target.parent)
        elif target.exists() or (self.format.currentData() == Format.CSV and totals_path(target).exists()):
            problem, replaces = translate("Export", "This file already exists and will be replaced."), True
        self.show_problem(problem)
        self.primary.setEnabled(not problem or replaces)

    def _browse(self) -> None:
        self.jobs.newest("browse", self._choose())

    async def _choose(self) -> None:
        dialog = QFileDialog(self, translate("Export", "Export to"), str(self.target.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the form shows it
        dialog.selectFile(self.target.name)
        if await shown(dialog) and (files := dialog.selectedFiles()):
            self.path.setText(files[0])

    def _start(self) -> None:
        self.context.preferences.put("export.folder", str(self.target.parent))
        self.context.export(self._plan(), self.target)
        self.accept()

    def _plan(self) -> ExportPlan:
        source, wording = self._source, self.context.wording
        services, query = self.context.services, source.query
        as_of = services.status().as_of
        order = next((c.title() for c in source.columns if c.key == query.sort), query.sort)
        about = [
            (translate("Export", "Account"), services.account_name),
            (translate("Export", "Mode"), words.mode(services.identity.mode)),
            (translate("Export", "List"), words.nouns(query.kind)),
            (translate("Export", "Filter"), source.filter or translate("Export", "none")),
            (translate("Export", "Sorted by"), f"{order} {'↓' if query.descending else '↑'}"),
            (translate("Export", "Time zone"), wording.zone_name),
            (translate("Export", "As of"), wording.moment(int(as_of)) if as_of else ""),
            (translate("Export", "Exported on"), wording.moment(services.clock.now())),
        ]
        numbers = source.selected if self.selected.isChecked() else None
        return ExportPlan(
            query,
            for_finance(query.kind, [export_column(column, wording) for column in source.columns]),
            self.format.currentData(),
            about,
            len(numbers) if numbers is not None else source.count,
            numbers,
            TotalsWords(
                (
                    translate("Export", "Figure"),
                    translate("Export", "Status"),
                    translate("Export", "Currency"),
                    translate("Export", "Rows"),
                    translate("Export", "Amount"),
                ),
                totals_words.figure,
                partial(totals_words.status_name, query.kind),
            ),
        )


def for_finance(kind: str, columns: Sequence[ExportColumn]) -> list[ExportColumn]:
    """The shown columns, with the currency after the first amount, and the ids of object and customer (G7)."""
    shown_keys = {column.key for column in columns}
    found: list[ExportColumn] = []
    for column in columns:
        found.append(column)
        if column.kind in ("money", "price") and "currency" not in shown_keys:
            found.append(ExportColumn("currency", translate("Export", "Currency")))
            shown_keys.add("currency")
    if "id" not in shown_keys:
        title = translate("Export", "{what} ID").format(what=words.noun(kind))
        found.append(ExportColumn("id", title))
    if kind in ("card", "subscription", "invoice") and "customer" not in shown_keys:
        found.append(ExportColumn("customer", translate("Export", "Customer ID")))
    return found


def export_column(column: Column, wording: Wording) -> ExportColumn:
    if column.exports == "text":
        return ExportColumn(column.key, column.title(), "text", lambda row: column.text(row, wording))
    return ExportColumn(column.key, column.title(), "text" if column.exports == "plain" else column.exports)
