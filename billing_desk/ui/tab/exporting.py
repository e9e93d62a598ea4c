"""Runs an export with progress, a stop button, and the file's path at the end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...domain.errors import Unwritable
from ...services.exports.exporting import Exports
from ...services.exports.plan import ExportPlan
from ...services.screen_services import ScreenServices
from ..widgets.context import Context
from ..widgets.job_area import JobArea, JobLine
from ..widgets.jobs import Jobs
from ..wording import words
from ..wording.notices import Notice
from ..wording.text import Wording, translate


class _Bridge(QObject):
    """Carries the progress from the exporting thread to the GUI thread; Qt queues the signal."""

    progress = Signal(int)


class Exporter:
    def __init__(
        self, exports: Exports, wording: Wording, area: JobArea, jobs: Jobs, say: Callable[[Notice], None]
    ) -> None:
        self._exports, self._wording, self._area, self._jobs, self._say = exports, wording, area, jobs, say

    def start(self, plan: ExportPlan, path: Path) -> None:
        line = self._area.add()
        task = self._jobs.start(self._run(plan, path, line))

        def stop() -> None:
            task.cancel()

        line.stop.clicked.connect(stop)

    async def _run(self, plan: ExportPlan, path: Path, line: JobLine) -> None:
        bridge, began = _Bridge(), time.monotonic()

        def progress(count: int) -> None:
            rate = count / max(time.monotonic() - began, 0.001)
            text = translate("Export", "Exporting: {count} rows, {rate}/s")
            said = text.format(count=self._wording.number(count), rate=self._wording.number(round(rate)))
            line.show_work(said, count / plan.count if plan.count else None)

        bridge.progress.connect(progress)
        line.show_work(translate("Export", "Exporting…"))
        try:
            count = await self._exports.write(plan, path, bridge.progress.emit)
            text = translate("Export", "{rows} exported to {file}.")
            self._say(Notice(text.format(rows=words.rows(count, self._wording), file=path), "good"))
        except asyncio.CancelledError:
            self._say(Notice(translate("Export", "Export stopped. No file was written."), "neutral"))
            raise
        except Unwritable as error:
            text = translate("Export", "Cannot write the file {file}: {reason}")
            self._say(Notice(text.format(file=path, reason=error.message), "bad"))
        finally:
            bridge.deleteLater()
            self._area.remove(line)


def file_stem(context: Context[ScreenServices], kind: str) -> str:
    """A file name from the entity, the account and the date."""
    services = context.services
    account = "".join(c if c.isalnum() else "-" for c in services.account_name).strip("-")
    day = context.wording.day(services.clock.now())
    return f"{words.nouns(kind)} {account} {services.identity.mode} {day}".replace(" ", "_")
