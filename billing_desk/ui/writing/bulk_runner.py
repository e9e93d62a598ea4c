"""Runs bulk edits in the job area with progress, rate, pause and stop, and reports the result."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from ...domain.writes.action import Action
from ...domain.writes.bulk import Bulk, RowState
from ...services.bulk.edits import BulkEdits, BulkRun, StopReason
from ...services.screen_services import ScreenServices
from ..widgets.ask import shown
from ..widgets.context import Context
from ..widgets.icons import icon
from ..widgets.job_area import JobArea, JobLine
from ..widgets.jobs import Jobs
from ..widgets.plain import set_tip
from ..wording import operation_words
from ..wording.notices import Notice, sentence
from ..wording.text import Wording, translate


class BulkRunner:
    def __init__(
        self, bulks: BulkEdits, wording: Wording, area: JobArea, jobs: Jobs, say: Callable[[Notice], None]
    ) -> None:
        self._bulks, self._wording, self._area, self._jobs, self._say = bulks, wording, area, jobs, say
        self._started: set[str] = set()

    def start(self, bulk: Bulk) -> None:
        """Does nothing if this bulk edit is already running."""
        if bulk.id not in self._started:
            self._started.add(bulk.id)
            self._jobs.start(self._run(bulk))

    async def edit(self, context: Context[ScreenServices], parent: QWidget, kind: str, numbers: Sequence[int]) -> None:
        """Ask for a bulk edit of these rows, show its dry run, and run it."""
        from .bulk_dialog import BulkDialog  # imported late

        dialog = BulkDialog(context, parent, self._bulks, kind, numbers)
        if await shown(dialog) and dialog.bulk is not None:
            self.start(dialog.bulk)

    async def _run(self, bulk: Bulk) -> None:
        line, began, before = self._area.add(), time.monotonic(), bulk.left
        pause = line.add_button("pause", translate("Bulk", "Pause"))

        def progress(run: BulkRun) -> None:
            if not run.go.is_set():  # rows in flight when it was paused
                _say_paused(run, line)
                return
            rate = (before - run.counts[RowState.WAITING]) / max(time.monotonic() - began, 0.001)
            text = translate("Bulk", "{what}: {made} of {total}, {rate}/s")
            said = text.format(
                what=operation_words.action(Action(bulk.edit.kind)),
                made=self._wording.number(run.made),
                total=self._wording.number(run.total),
                rate=self._wording.number(round(rate)),
            )
            line.show_work(said, run.made / max(run.total, 1))

        def toggle() -> None:
            run = self._bulks.running.get(bulk.id)
            if run is not None:
                _toggle(run, line, pause)

        def stop() -> None:
            if (run := self._bulks.running.get(bulk.id)) is not None:
                line.stop.setEnabled(False)
                run.stop()

        pause.clicked.connect(toggle)
        line.stop.clicked.connect(stop)
        line.show_work(translate("Bulk", "{what}…").format(what=operation_words.action(Action(bulk.edit.kind))))
        try:
            self._say(ended(await self._bulks.run(bulk, progress), self._wording))
        finally:
            self._started.discard(bulk.id)
            self._area.remove(line)


def _toggle(run: BulkRun, line: JobLine, pause: QPushButton) -> None:
    paused = run.go.is_set()
    if paused:
        run.go.clear()
        _say_paused(run, line)
    else:
        run.go.set()
    pause.setIcon(icon("play" if paused else "pause"))
    name = translate("Bulk", "Continue") if paused else translate("Bulk", "Pause")
    set_tip(pause, name)
    pause.setAccessibleName(name)


def _say_paused(run: BulkRun, line: JobLine) -> None:
    line.show_work(translate("Bulk", "Paused: {made} of {total}").format(made=run.made, total=run.total), None)


def ended(run: BulkRun, wording: Wording) -> Notice:
    """The result, and why it stopped early if it did."""
    counts = {state: wording.number(run.counts[state]) for state in RowState}
    text = translate("Bulk", "{done} changed, {skipped} skipped, {failed} failed, {unknown} unknown.")
    if run.bulk.edit.kind.makes_links:
        text = translate("Bulk", "Links: {done} created, {skipped} skipped, {failed} failed, {unknown} unknown.")
    said = text.format(
        done=counts[RowState.DONE],
        skipped=counts[RowState.SKIPPED],
        failed=counts[RowState.FAILED],
        unknown=counts[RowState.UNKNOWN],
    )
    if run.halt is None:
        clean = not run.counts[RowState.FAILED] and not run.counts[RowState.UNKNOWN]
        links = run.bulk.edit.kind.makes_links and run.counts[RowState.DONE] > 0
        if links:
            saved = translate("Bulk", "Save the links in Activity.")
            said = f"{said} {saved}"
        return Notice(said, "good" if clean else "warn", activity=links or not clean)
    waits = translate("Bulk", "{waiting} remaining. Continue in Activity.").format(waiting=counts[RowState.WAITING])
    why = translate("Bulk", "Stopped.") if run.halt is StopReason.STOPPED else ""
    if run.cause is not None:
        why = sentence(run.cause)
    return Notice(" ".join(part for part in (why, said, waits) if part), "warn", activity=True)
