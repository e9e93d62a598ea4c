"""The tables of an import: the first rows of the file, what was refused and why, and the sums by customer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTabWidget

from ....domain.usage.record import SentEvent
from ....services.usage.imports.running import ImportRun
from ....services.usage.imports.runs import DryRun
from ....services.usage.imports.table_file import Row
from ...widgets.plain import TableCell
from ...widgets.simple_table import fill, table
from ...wording.billing import import_words
from ...wording.text import Wording, translate

LINE_WIDTH, COLUMN_WIDTH = 70, 170
RESIZE = QHeaderView.ResizeMode
LISTED = 1_000
"""Customers in the table of sums."""


class ImportTables(QTabWidget):
    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._wording = wording
        self._refused: list[list[str]] = []
        line = translate("Import", "Line")
        self.preview = table(translate("Import", "First rows"), [line, ""], (70, 160), stretch=1)
        reasons = [line, translate("Import", "Reason"), translate("Import", "Row")]
        self.faults = table(translate("Import", "Refused rows"), reasons, (70, 420, 0), stretch=2)
        named = [translate("Usage", "Customer"), translate("Import", "ID"), translate("Import", "Sum")]
        self.sums = table(translate("Import", "Sums"), named, (240, 220, 140), stretch=1)
        outcomes = [translate("Import", "Outcome"), translate("Import", "Rows")]
        self.outcome = table(translate("Import", "Outcome"), outcomes, (560, 120), stretch=0)
        for made in (self.preview, self.outcome, self.faults, self.sums):
            self.addTab(made, made.accessibleName())

    def show_file(self, names: Sequence[str], rows: Sequence[Row]) -> None:
        titles = [translate("Import", "Line"), *names]
        header = self.preview.horizontalHeader()
        self.preview.setColumnCount(len(titles))
        for place, name in enumerate(titles):
            self.preview.setHorizontalHeaderItem(place, TableCell(name))
            last = place == len(names)
            header.setSectionResizeMode(place, RESIZE.Stretch if last else RESIZE.Interactive)
            self.preview.setColumnWidth(place, LINE_WIDTH if not place else COLUMN_WIDTH)
        fill(self.preview, [[str(line), *(cells + [""] * len(names))[: len(names)]] for line, cells in rows])
        for made in (self.outcome, self.faults, self.sums):
            fill(made, [])
        self.setCurrentIndex(0)

    def forget(self) -> None:
        """What was checked is not what would be sent."""
        self._refused = []
        for made in (self.outcome, self.faults, self.sums):
            fill(made, [])

    def show_dry(self, dry: DryRun, doubles: Sequence[SentEvent]) -> None:
        """What happens to how many rows first. `doubles` were refused for their identifier."""
        number = self._wording.number
        fill(self.outcome, [[text, number(count)] for text, count in import_words.outcomes(dry)], right=(1,))
        rows = [[str(bad.line), import_words.fault(bad.fault), bad.text] for bad in dry.checked.bad]
        rows += [[str(each.line), import_words.note(each.note), each.identifier] for each in doubles[:LISTED]]
        rows.sort(key=lambda row: int(row[0]))
        self._refused = rows
        fill(self.faults, rows)
        sums = sorted(dry.sums.items(), key=lambda pair: -abs(pair[1]))
        listed = [[dry.names.get(id_, id_), id_, self._wording.number(value)] for id_, value in sums[:LISTED]]
        fill(self.sums, listed, right=(2,))
        self.setCurrentWidget(self.outcome)

    def show_sent(self, run: ImportRun, failed: Sequence[SentEvent]) -> None:
        """What became of the events; those that failed are added to the refused rows."""
        number = self._wording.number
        fill(self.outcome, [[text, number(count)] for text, count in import_words.results(run)], right=(1,))
        rows = [[str(event.line), import_words.note(event.note), event.identifier] for event in failed]
        fill(self.faults, [*self._refused, *rows])
        self.setCurrentWidget(self.faults if rows else self.outcome)
