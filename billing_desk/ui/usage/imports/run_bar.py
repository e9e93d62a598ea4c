"""Follows an import while it is sent or taken back: progress, rate, time left, pause (E10)."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ....services.usage.imports.running import ImportRun
from ...widgets.jobs import Jobs
from ...widgets.plain import Button, Label
from ...widgets.theme import MEDIUM
from ...wording.billing import import_words
from ...wording.text import Wording, translate

EVERY = 0.2
"""Seconds between two looks at the run."""


class RunBar(QWidget):
    """Visible while there is a `run`."""

    def __init__(self, wording: Wording, jobs: Jobs) -> None:
        super().__init__()
        self._wording, self._jobs = wording, jobs
        self.run: ImportRun | None = None
        self._bar, self._said = QProgressBar(), Label()
        self._bar.setTextVisible(False)
        self.pause = Button(translate("Import", "Pause"))
        self.pause.clicked.connect(self._pause)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self._bar, 1)
        row.addWidget(self._said)
        row.addWidget(self.pause)
        self.hide()

    async def follow(self, run: ImportRun, work: Coroutine[Any, Any, None]) -> None:
        """Await `work`, which carries out `run`."""
        self.run = run
        self.pause.setText(translate("Import", "Pause"))
        self.show()
        looking = self._jobs.start(self._look(run))
        try:
            await work
        finally:
            looking.cancel()
            self.run = None
            self.hide()

    async def _look(self, run: ImportRun) -> None:
        self._bar.setRange(0, max(run.total, 1))
        while True:
            self._bar.setValue(run.done)
            self._said.setText(import_words.progress(run, self._wording))
            await asyncio.sleep(EVERY)

    def _pause(self) -> None:
        if self.run is not None:
            paused = self.run.go.is_set()
            (self.run.pause if paused else self.run.resume)()
            self.pause.setText(translate("Import", "Resume") if paused else translate("Import", "Pause"))
