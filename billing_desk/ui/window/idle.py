"""Detects that the operator is away: no input for some time, or the computer slept."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

LOOK = 1_000
"""Milliseconds between two checks."""
SLEPT = 5.0
"""Seconds by which the wall clock advances more than the monotonic clock when the computer has slept."""
GAP = 60.0
"""Seconds between two checks that mean sleep even on a busy computer."""
_USE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)


class IdleWatch(QObject):
    """Emits `idle` once after `seconds()` without input (0: never), and `slept` after sleep. `clock` is monotonic
    seconds, `wall` Unix seconds."""

    idle = Signal()
    slept = Signal()

    def __init__(
        self,
        application: QApplication,
        seconds: Callable[[], int],
        clock: Callable[[], float],
        wall: Callable[[], float],
    ) -> None:
        super().__init__(application)
        self._seconds, self._clock, self._wall = seconds, clock, wall
        self._used, self._told = clock(), False
        self._ahead, self._looked = wall() - clock(), clock()
        # Filters events of windows; a filter on the application would receive every event of every widget.
        self._watched: QWindow | None = None
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            self._use()

    def _use(self) -> None:
        self._used, self._told = self._clock(), False

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() in _USE:
            self._use()
        return False

    def look(self) -> None:
        ahead, gap = self._wall() - self._clock(), self._clock() - self._looked
        # Where the monotonic clock includes sleep, only the gap between checks shows it.
        if ahead - self._ahead > SLEPT or gap > GAP:
            self.slept.emit()
        self._ahead, self._looked = ahead, self._clock()
        limit = self._seconds()
        if limit and not self._told and self._clock() - self._used >= limit:
            self._told = True
            self.idle.emit()

    def stop(self) -> None:
        self._timer.stop()
        self._watch(None)
        self.deleteLater()
