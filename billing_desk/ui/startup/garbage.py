"""Collects Python's garbage on the GUI thread only.

Otherwise a cycle with a widget or a timer could be collected on the sync thread, but Qt objects must not be destroyed
on another thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000
"""Milliseconds between checks of the counters."""


class GuiGarbage(QObject):
    """Replaces automatic collection until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose counter exceeds its threshold."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [number for number in (0, 1, 2) if limits[number] and counts[number] > limits[number]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()
