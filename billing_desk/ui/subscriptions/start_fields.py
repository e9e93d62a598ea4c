"""When a new subscription begins to bill: now, after a trial, or aligned to a day of the month (C7)."""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.billing_cycle import MonthDay
from ...domain.billing_dates import parse_span
from ...domain.writes.new_subscription import Start, Trial
from ..widgets.fields import FormRow, TextField, complete_anywhere
from ..widgets.plain import ComboBox, Label, SpinBox
from ..widgets.theme import MEDIUM, TIGHT
from ..wording.billing.subscription_words import alignment_advice
from ..wording.text import Wording, translate

FIRST_ZONES = ("Asia/Tokyo", "UTC")


class StartFields(QWidget):
    """`now` is the account's time in Unix seconds."""

    changed = Signal()

    def __init__(self, wording: Wording, now: int) -> None:
        super().__init__()
        self._wording, self._now = wording, now
        self.start, self.zone = ComboBox(), ComboBox()
        for start in Start:
            self.start.addItem(_start(start), start)
        self.day = SpinBox(minimum=1, maximum=31, value=1)
        self.hour = TextField("00:00")
        zones = sorted(name for name in available_timezones() if "/" in name)
        for name in dict.fromkeys((wording.zone_name, *FIRST_ZONES, *zones)):
            self.zone.addItem(name, name)
        complete_anywhere(self.zone)
        self.trial = TextField()
        hint = translate("NewSubscription", "Days, or the last day as YYYY-MM-DD. Empty: no trial.")
        self._trial = FormRow(translate("NewSubscription", "Free trial"), self.trial, hint)
        self._start = FormRow(translate("NewSubscription", "Start"), self.start)
        self._hour = FormRow(translate("NewSubscription", "Time"), self.hour)
        self._month = QWidget()
        row = QHBoxLayout(self._month)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(FormRow(translate("NewSubscription", "Day of month"), self.day), 1)
        row.addWidget(self._hour, 1)
        row.addWidget(FormRow(translate("NewSubscription", "Time zone"), self.zone), 2)
        self.exact = Label(wordWrap=True)
        self.exact.setProperty("dim", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        for widget in (self._start, self._month, self.exact, self._trial):
            layout.addWidget(widget)
        for box in (self.start, self.zone):
            box.currentIndexChanged.connect(self._edited)
        self.day.valueChanged.connect(self._edited)
        self.hour.textEdited.connect(self._edited)
        self.trial.textEdited.connect(self._edited)
        self._edited()

    def _edited(self) -> None:
        aligned = self.start.currentData() != Start.NOW
        self._month.setVisible(aligned)
        self.exact.setVisible(aligned)
        self._trial.setVisible(not aligned)
        if aligned:
            day = self.month_day
            self.exact.setText(self._exact(day) if day else "")
        self._start.show_hint(_consequence(Start(self.start.currentData())))
        self.changed.emit()

    def _exact(self, day: MonthDay) -> str:
        """The first bill's instant in the chosen zone and in UTC, and when aligning pays."""
        at = day.next(self._now)
        local = Wording(self._wording.language, day.zone.key).moment(at)
        utc = Wording(self._wording.language, "UTC").moment(at)
        text = translate("NewSubscription", "Whole periods from {local} {zone} = {utc} UTC. {advice}")
        return text.format(local=local, zone=day.zone.key, utc=utc, advice=alignment_advice())

    @property
    def value(self) -> Start:
        return Start(self.start.currentData())

    @property
    def month_day(self) -> MonthDay | None:
        """None if billing is not aligned, or the time cannot be read."""
        try:
            at = time.fromisoformat(self.hour.text().strip())
        except ValueError:
            return None
        zone = str(self.zone.currentData() or self._wording.zone_name)
        return MonthDay(self.day.value(), at.replace(tzinfo=None, microsecond=0), ZoneInfo(zone))

    @property
    def typed_trial(self) -> Trial | None:
        """None if the text is neither days nor a day."""
        text = self.trial.text().strip()
        if not text or self.value is not Start.NOW:
            return Trial()
        if text.isascii() and text.isdigit() and len(text) <= 4:
            return Trial(days=int(text))
        span = parse_span(text, self._wording.zone, self._now)
        return Trial(end=span[1]) if span else None

    def check(self) -> bool:
        """Whether everything can be read; shows what cannot."""
        wrong_time = self.value is not Start.NOW and self.month_day is None
        self._hour.show_problem(translate("NewSubscription", "Enter a time such as 09:00.") if wrong_time else "")
        wrong_trial = self.typed_trial is None
        self.show_trial_problem(
            translate("NewSubscription", "Enter a number of days, or a day such as 2026-12-24.") if wrong_trial else ""
        )
        return not wrong_time and not wrong_trial

    def show_trial_problem(self, text: str) -> None:
        self._trial.show_problem(text)

    def show_problem(self, text: str) -> None:
        self._start.show_problem(text)


def _start(start: Start) -> str:
    return {
        Start.NOW: translate("NewSubscription", "Now"),
        Start.FREE_UNTIL: translate("NewSubscription", "Free until a day of the month"),
        Start.PART_NOW: translate("NewSubscription", "Pay the partial period now, then on a day of the month"),
        Start.ANCHOR: translate("NewSubscription", "On a day of the month, nothing for the partial period"),
    }[start]


def _consequence(start: Start) -> str:
    return {
        Start.NOW: "",
        Start.FREE_UNTIL: translate("NewSubscription", "A trial until that day; the status is Trial until then."),
        Start.PART_NOW: translate("NewSubscription", "The time until that day is prorated and billed now."),
        Start.ANCHOR: translate("NewSubscription", "Active at once; the first bill is on that day."),
    }[start]
