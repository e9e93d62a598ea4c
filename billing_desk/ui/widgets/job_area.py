"""Background jobs: progress, time left, and a stop button."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ...services.sync.status import Phase, Status
from ..wording import words
from ..wording.text import Wording, joined, translate
from .icons import icon
from .plain import Button, Label, set_tip
from .theme import MEDIUM, SMALL

AFTER, LEAST = 500, 500
"""Milliseconds before a job is shown and for which it stays visible, so that short jobs do not flash."""
_STEPS = 1_000


class JobLine(QWidget):
    """One job with a stop button."""

    def __init__(self, *, stoppable: bool = True) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self._label = Label()
        self._label.setProperty("dim", True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(90)
        self._bar.setRange(0, 0)
        self._layout = layout
        layout.addWidget(self._label)
        layout.addWidget(self._bar)
        self.stop = self.add_button("close", translate("JobArea", "Stop"))
        self.stop.setVisible(stoppable)
        self._wanted = ""
        self._delay = QTimer(self, singleShot=True, interval=AFTER)
        self._delay.timeout.connect(self._appear)
        self._least = QTimer(self, singleShot=True, interval=LEAST)
        self._least.timeout.connect(self._settle)
        self.hide()

    def add_button(self, name: str, title: str) -> QPushButton:
        button = Button("", icon(name))
        button.setProperty("flat", True)
        button.setAccessibleName(title)
        set_tip(button, title)
        self._layout.addWidget(button)
        return button

    @property
    def text(self) -> str:
        return self._wanted

    def show_work(self, text: str, share: float | None = None) -> None:
        """ "" means that no job is running. `share` is the completed part, 0 to 1; None: unknown."""
        self._wanted = text
        self._bar.setRange(0, 0 if share is None else _STEPS)
        if share is not None:
            self._bar.setValue(int(share * _STEPS))
        if text and not self.isHidden():
            self._label.setText(text)
        elif text and not self._delay.isActive():
            self._delay.start()
        elif not text:
            self._delay.stop()
            self._settle()

    def _appear(self) -> None:
        self._label.setText(self._wanted)
        self.setVisible(bool(self._wanted))
        self._least.start()

    def _settle(self) -> None:
        if not self._wanted and not self._least.isActive():
            self.hide()


class ReadingLine(JobLine):
    """The progress of the sync, with a pause button."""

    pause_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__(stoppable=False)
        self._paused = False
        self.button = self.add_button("pause", "")
        self.button.clicked.connect(self._toggle)
        self.show_paused(paused=False)

    def show_paused(self, *, paused: bool) -> None:
        self._paused = paused
        title = translate("JobArea", "Resume sync") if paused else translate("JobArea", "Pause sync")
        self.button.setIcon(icon("play" if paused else "pause"))
        set_tip(self.button, title)
        self.button.setAccessibleName(title)
        self._bar.setVisible(not paused)

    def _toggle(self) -> None:
        self.pause_asked.emit(not self._paused)


class JobArea(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        self._layout.setSpacing(MEDIUM)
        self.reading = ReadingLine()
        self._layout.addWidget(self.reading)
        self._layout.addStretch(1)

    def show_reading(self, status: Status, wording: Wording) -> None:
        """The progress of the backfill, and what enrichment still has to read."""
        paused = status.phase is Phase.PAUSED
        self.reading.show_paused(paused=paused)
        text, share = "", None
        if paused:
            text = translate("JobArea", "Sync paused")
        elif status.phase is Phase.FILLING and status.kind:
            said = translate("JobArea", "Syncing {what}: {count} objects, {rate}/s")
            text = said.format(
                what=words.nouns(status.kind),
                count=wording.number(status.count),
                rate=wording.number(round(status.rate)),
            )
            if status.left is not None:
                text = f"{text}, {words.time_left(status.left)}"
                share = min(1.0, status.count / max(status.count + status.left * status.rate, 1))
        elif status.unread and status.phase is Phase.CURRENT:
            said = translate("JobArea", "Syncing cards and line items: {count} left")
            text = said.format(count=wording.number(status.unread))
        if status.limited and not paused:
            text = joined((text, translate("JobArea", "Stripe limits requests: reading more slowly")), " · ")
        self.reading.show_work(text, share)

    def add(self) -> JobLine:
        """A line for a new job; call `remove` at its end."""
        line = JobLine()
        self._layout.insertWidget(0, line)
        return line

    def remove(self, line: JobLine) -> None:
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()
