"""Collect Python's garbage on the GUI thread only.

A cycle that holds a widget or a timer may otherwise be collected while the sync thread happens to run, and Qt objects
must not be destroyed on another thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000
"""Milliseconds between looks at the counters."""


class GuiGarbage(QObject):
    """Replaces the automatic collection until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose counter is past its threshold."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [number for number in (0, 1, 2) if limits[number] and counts[number] > limits[number]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()
