"""Progress of operations with several steps in the job area, with a button that stops before the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.writes.operation import Operation
from ..widgets.job_area import JobArea
from ..widgets.plain import set_tip
from ..wording import operation_words
from ..wording.text import translate


class OperationProgress:
    """`stop` is called with the operation's id."""

    def __init__(self, area: JobArea, changes: Changes, stop: Callable[[str], None]) -> None:
        self._area, self._changes, self._stop = area, changes, stop

    @contextmanager
    def following(self, operation: Operation) -> Iterator[None]:
        """Shows progress while the operation is sent, if it has several steps."""
        if len(operation.steps) == 1:
            yield
            return
        line, count, done = self._area.add(), len(operation.steps), [0]

        def say() -> None:
            text = translate("Following", "{what}: step {step} of {count}")
            said = text.format(what=operation_words.title(operation), step=min(done[0] + 1, count), count=count)
            line.show_work(said, done[0] / count)

        def stop() -> None:
            line.stop.setEnabled(False)
            self._stop(operation.id)

        def changed(change: Change) -> None:
            if change.kind is ChangeKind.STEP and operation.id in change.ids:
                done[0] += 1
                say()

        set_tip(line.stop, translate("Following", "Stop before the next step"))
        line.stop.clicked.connect(stop)
        unsubscribe = self._changes.subscribe(changed)
        say()
        try:
            yield
        finally:
            unsubscribe()
            self._area.remove(line)
