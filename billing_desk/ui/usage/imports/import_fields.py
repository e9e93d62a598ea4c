"""How an imported file is read: its encoding, its columns, its numbers and its time zone (E10)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....domain.usage.event import Meter
from ....domain.usage.rows import By, ImportMap, Numbers, Times
from ....services.usage.imports.detection import SEPARATORS
from ....services.usage.imports.table_file import ENCODINGS, FileKind, Row, TableFile
from ...widgets.fields import FormRow, TextField
from ...widgets.plain import CheckBox, ComboBox, Label, let_shrink
from ...widgets.theme import MEDIUM, SMALL
from ...wording.billing import import_words
from ...wording.text import Wording, from_to, joined, translate

NONE = -1
ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin")
"""Offered beside the desk's own."""
_GUESSES = {
    "customer": ("customer", "customer_id", "stripe_customer_id", "payload.stripe_customer_id", "email", "顧客"),
    "value": ("value", "quantity", "amount", "usage", "payload.value", "数量", "使用量"),
    "at": ("timestamp", "time", "date", "at", "日時", "日付"),
    "identifier": ("identifier", "id", "event_id", "識別子"),
}


class ImportFields(QWidget):
    """`shaped`: the file has to be read in another way. `mapped`: its rows mean something else."""

    shaped = Signal()
    mapped = Signal()

    def __init__(self, wording: Wording, meters: Sequence[Meter], meter: str) -> None:
        super().__init__()
        self._wording, self._rows = wording, ()
        self.meter, self.encoding, self.separator, self.numbers = ComboBox(), ComboBox(), ComboBox(), ComboBox()
        self.by, self.key, self.zone = ComboBox(), TextField(""), ComboBox()
        self.columns = {name: ComboBox() for name in _GUESSES}
        self.titles = CheckBox(translate("Import", "The first row contains column names"))
        self.titles.setChecked(True)
        self._fill(meters, meter)
        self._lay_out()
        self._connect()
        self._map_chosen()

    _rows: Sequence[Row]

    def _fill(self, meters: Sequence[Meter], meter: str) -> None:
        for each in meters:
            self.meter.addItem(joined((each.name, each.event_name), " · "), each.id)
        self.meter.setCurrentIndex(max(0, self.meter.findData(meter)))
        for encoding in ENCODINGS:
            self.encoding.addItem(import_words.encoding(encoding), encoding)
        for separator in SEPARATORS:
            self.separator.addItem(import_words.separator(separator), separator)
        for numbers in Numbers:
            self.numbers.addItem(import_words.numbers(numbers), numbers)
        for by in By:
            self.by.addItem(import_words.by(by), by)
        for zone in dict.fromkeys((self._wording.zone_name, *ZONES)):
            self.zone.addItem(zone, zone)

    def _lay_out(self) -> None:
        self._key = FormRow(translate("Import", "Metadata key"), self.key)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (
                FormRow(translate("Import", "Meter"), self.meter),
                FormRow(translate("Import", "Encoding"), self.encoding),
                FormRow(translate("Import", "Separator"), self.separator),
                FormRow(translate("Import", "Numbers"), self.numbers),
            ),
            (
                FormRow(translate("Import", "Customer"), self.columns["customer"]),
                FormRow(translate("Import", "Customer identified by"), self.by),
                self._key,
                FormRow(translate("Import", "Value"), self.columns["value"]),
                FormRow(translate("Import", "Time"), self.columns["at"]),
                FormRow(translate("Import", "Time zone"), self.zone),
                FormRow(translate("Import", "Identifier"), self.columns["identifier"]),
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        for widgets in rows:
            line = QHBoxLayout()
            line.setSpacing(SMALL)
            for widget in widgets:
                line.addWidget(widget, 1)
            layout.addLayout(line)
        last = QHBoxLayout()
        last.setSpacing(MEDIUM)
        last.addWidget(self.titles)
        self.reading = Label()
        self.reading.setProperty("dim", True)
        last.addWidget(self.reading, 1)
        layout.addLayout(last)

    def _connect(self) -> None:
        shaping = (self.encoding, self.separator)
        mapping = (self.meter, self.numbers, self.by, self.zone, *self.columns.values())
        for box in (*shaping, *mapping):
            let_shrink(box)
        for box in shaping:
            box.currentIndexChanged.connect(self.shaped)
        self.titles.toggled.connect(self.shaped)
        for box in mapping:
            box.currentIndexChanged.connect(self._map_chosen)
        self.key.textChanged.connect(self._map_chosen)

    def show_file(self, file: TableFile) -> None:
        """What was detected; it can be changed."""
        for box, value in ((self.encoding, file.encoding), (self.separator, file.separator)):
            box.blockSignals(True)
            if box.findData(value) < 0:
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(value))
            box.setEnabled(file.kind is FileKind.TEXT)
            box.blockSignals(False)
        self.titles.setEnabled(file.kind is not FileKind.JSON)

    def shape(self, file: TableFile) -> TableFile:
        """The file as it is to be read now."""
        encoding, separator = str(self.encoding.currentData()), str(self.separator.currentData())
        return file.changed(encoding=encoding, separator=separator, titles=self.titles.isChecked())

    def offer(self, names: Sequence[str], rows: Sequence[Row]) -> None:
        """The columns of the file, with a guess by their names."""
        self._rows = rows
        for column, box in self.columns.items():
            box.blockSignals(True)
            box.clear()
            if column != "customer":
                box.addItem(import_words.without(column), NONE)
            for place, name in enumerate(names):
                box.addItem(name or str(place + 1), place)
            guesses = [place for place, name in enumerate(names) if name.strip().lower() in _GUESSES[column]]
            box.setCurrentIndex(box.findData(guesses[0]) if guesses else 0)
            box.blockSignals(False)
        customer = self.columns["customer"].currentText().lower()
        self.by.setCurrentIndex(self.by.findData(By.EMAIL if "mail" in customer else By.ID))
        self._map_chosen()

    def _map_chosen(self) -> None:
        self._key.setVisible(self.by.currentData() == By.METADATA)
        at = self.columns["at"].currentData()
        timed = at not in (None, NONE)
        self.zone.setEnabled(timed)
        cells = [row[at] for _, row in self._rows if timed and at < len(row) and row[at].strip()]
        self.reading.setText(self._both_readings(cells[0]) if cells else "")
        self.mapped.emit()

    def _both_readings(self, cell: str) -> str:
        """The first time of the file, as it is read in the chosen zone, and in UTC."""
        read = Times(str(self.zone.currentData())).read(cell)
        exact = self._wording.exact(read).replace("\n", " = ") if isinstance(read, int) else import_words.fault(read)
        return from_to(cell, exact)

    @property
    def map(self) -> ImportMap:
        places = {name: box.currentData() for name, box in self.columns.items()}
        chosen = {name: None if place in (None, NONE) else int(place) for name, place in places.items()}
        return ImportMap(
            chosen["customer"] or 0,
            chosen["value"],
            chosen["at"],
            chosen["identifier"],
            str(self.zone.currentData()),
            By(self.by.currentData()),
            self.key.text().strip(),
            Numbers(self.numbers.currentData()),
        )
