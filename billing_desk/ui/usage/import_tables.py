"""The tables of an import: the first rows of the file, what was refused and why, and the sums by customer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget

from ...domain.usage.record import SentEvent
from ...services.usage.imports.runs import DryRun
from ...services.usage.imports.table_file import Row
from ..widgets.plain import TableCell
from ..widgets.simple_table import fill, table
from ..wording.billing import import_words
from ..wording.text import Wording, translate

LISTED = 1_000
"""Customers in the table of sums."""


class ImportTables(QTabWidget):
    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._wording = wording
        line = translate("Import", "Line")
        self.preview = table(translate("Import", "First rows"), [line], (100,), stretch=0)
        reasons = [line, translate("Import", "Reason"), translate("Import", "Row")]
        self.faults = table(translate("Import", "Refused rows"), reasons, (70, 420, 0), stretch=2)
        named = [translate("Usage", "Customer"), translate("Import", "ID"), translate("Import", "Sum")]
        self.sums = table(translate("Import", "Sums"), named, (240, 220, 140), stretch=1)
        for made in (self.preview, self.faults, self.sums):
            self.addTab(made, made.accessibleName())

    def show_file(self, names: Sequence[str], rows: Sequence[Row]) -> None:
        self.preview.setColumnCount(len(names) + 1)
        for place, name in enumerate([translate("Import", "Line"), *names]):
            self.preview.setHorizontalHeaderItem(place, TableCell(name))
        fill(self.preview, [[str(line), *(cells + [""] * len(names))[: len(names)]] for line, cells in rows])
        fill(self.faults, [])
        fill(self.sums, [])
        self.setCurrentIndex(0)

    def show_dry(self, dry: DryRun) -> None:
        """Refused rows first, if there are any."""
        rows = [[str(bad.line), import_words.fault(bad.fault), bad.text] for bad in dry.checked.bad]
        fill(self.faults, rows)
        sums = sorted(dry.sums.items(), key=lambda pair: -abs(pair[1]))
        listed = [[dry.names.get(id_, id_), id_, self._wording.number(value)] for id_, value in sums[:LISTED]]
        fill(self.sums, listed, right=(2,))
        self.setCurrentIndex(1 if rows else 2)

    def show_refused(self, events: Sequence[SentEvent]) -> None:
        """Of an import that was sent."""
        fill(self.faults, [[str(event.line), import_words.note(event.note), event.identifier] for event in events])
        self.setCurrentIndex(1)
