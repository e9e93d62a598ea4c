"""What the usage page shows: whose usage, of which period, by which unit of time, and how it is drawn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.usage.event import Aggregation, Meter
from ...domain.usage.series import Range, Unit, fitting
from ...services.desk_services import UsageServices
from ..widgets.context import Context
from ..widgets.fields import TextField
from ..widgets.plain import Button, CheckBox, ComboBox, let_shrink
from ..widgets.theme import SMALL
from ..wording.billing import usage_words
from ..wording.text import translate

TOP, OTHERS, ALL = "top", "others", "all"
_RANGE, _UNIT = "usage.range", "usage.unit"


class UsageControls(QWidget):
    """`period_changed`: other usage is needed. `drawing_changed`: the same is drawn in another way."""

    period_changed = Signal()
    drawing_changed = Signal()

    def __init__(self, context: Context[UsageServices], meter: Meter) -> None:
        super().__init__()
        self._preferences = context.preferences
        self.who, self.range, self.unit = ComboBox(), ComboBox(), ComboBox()
        for value, text in (
            (TOP, translate("Usage", "Top ten")),
            (OTHERS, translate("Usage", "Top ten and all others")),
            (ALL, translate("Usage", "All together")),
        ):
            self.who.addItem(text, value)
        for range_, name in usage_words.ranges():
            self.range.addItem(name, range_)
        for unit, name in usage_words.units():
            self.unit.addItem(name, unit)
        kept = context.preferences
        self.range.setCurrentIndex(max(0, self.range.findData(kept.get(_RANGE) or Range.DAYS_30)))
        self.unit.setCurrentIndex(max(0, self.unit.findData(kept.get(_UNIT) or Unit.DAY)))
        self.cumulative = CheckBox(translate("Usage", "Cumulative"))
        self.cumulative.setEnabled(meter.aggregation is not Aggregation.LAST)
        self.compared = CheckBox(translate("Usage", "Period before"))
        self.limit = TextField("")
        self.limit.setPlaceholderText(translate("Usage", "Limit"))
        self.limit.setAccessibleName(translate("Usage", "Limit"))
        self.limit.setMaximumWidth(110)
        self.again = Button(translate("Usage", "Read again"))
        self._lay_out()
        for box in (self.range, self.unit):
            box.currentIndexChanged.connect(self._period_chosen)
        self.who.currentIndexChanged.connect(self.drawing_changed)
        self.cumulative.toggled.connect(self.drawing_changed)
        self.compared.toggled.connect(self.drawing_changed)
        self.limit.textChanged.connect(self.drawing_changed)

    def _lay_out(self) -> None:
        names = (translate("Usage", "Customers"), translate("Usage", "Period"), translate("Usage", "Unit of time"))
        above, below, rows = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SMALL)
        for row in (above, below):
            row.setSpacing(SMALL)
            rows.addLayout(row)
        for box, name in zip((self.who, self.range, self.unit), names, strict=True):
            let_shrink(box)
            box.setAccessibleName(name)
            above.addWidget(box, 1)
        above.addWidget(self.again)
        for widget in (self.cumulative, self.compared, self.limit):
            below.addWidget(widget)
        below.addStretch(1)

    @property
    def period(self) -> tuple[Range, Unit]:
        return Range(self.range.currentData()), Unit(self.unit.currentData())

    @property
    def is_cumulative(self) -> bool:
        """A meter that keeps the last value has no sums."""
        return self.cumulative.isChecked() and self.cumulative.isEnabled()

    @property
    def limit_value(self) -> float | None:
        """None for a text that is no whole number."""
        text = self.limit.text().replace(",", "").strip()
        return float(text) if text.isascii() and text.isdigit() else None

    def _period_chosen(self) -> None:
        unit = fitting(*self.period)
        if unit != self.unit.currentData():
            self.unit.setCurrentIndex(self.unit.findData(unit))  # which comes back here
            return
        self._preferences.put(_RANGE, self.range.currentData())
        self._preferences.put(_UNIT, self.unit.currentData())
        self.period_changed.emit()
