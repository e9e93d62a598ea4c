"""Creates the contexts of a desk's screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from ...services.desk_services import WindowServices
from ...services.screen_services import ScreenServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.job_area import JobArea
from ..widgets.jobs import Jobs
from ..wording.notices import Notice
from ..writing.bulk_runner import BulkRunner
from ..writing.operation_progress import OperationProgress
from .notice_bar import NoticeBar
from .shell import Shell

if TYPE_CHECKING:
    from ...services.exports.plan import ExportPlan

Part = TypeVar("Part", bound=ScreenServices)


class Parts(Protocol):
    """Returns the services of one screen."""

    def __call__(self, kind: type[Part]) -> Part: ...


class Contexts:
    """Creates the context of each screen of a desk. `window` is the window's own context. `open_object` and
    `open_list`: see Context."""

    def __init__(
        self,
        parts: Parts,
        shell: Shell,
        area: JobArea,
        jobs: Jobs,
        notices: NoticeBar,
        open_object: Callable[[str, str], None],
        open_list: Callable[[str, str], None],
    ) -> None:
        self.run_action: Callable[[str, str], None] | None = None
        """Runs an action of a tab; the desk's view sets it."""
        self._parts = parts
        services = parts(WindowServices)

        def say(notice: Notice) -> None:
            """In the window, and in the dialog that covers it."""
            notices.say(notice)
            if isinstance(dialog := QApplication.activeModalWidget(), DeskDialog):
                dialog.show_note(notice.text)

        bulk = BulkRunner(services.bulk, shell.wording, area, jobs, say)

        async def edit_many(parent: QWidget, kind: str, numbers: Sequence[int]) -> None:
            await bulk.edit(self.window, parent, kind, numbers)

        def export(plan: ExportPlan, path: Path) -> None:
            from ..tab.exporting import Exporter

            Exporter(services.exports, shell.wording, area, jobs, say).start(plan, path)

        self.window = Context(
            services,
            shell.wording,
            shell.preferences,
            say,
            open_object,
            open_list,
            shell.unexpected,
            export,
            OperationProgress(area, services.changes, services.writer.stop).following,
            edit_many,
            bulk.start,
            self._act,
            shell.opens_first_row,
        )

    def _act(self, name: str, id_: str) -> None:
        if self.run_action is not None:
            self.run_action(name, id_)

    def of(self, kind: type[Part]) -> Context[Part]:
        return self.window.with_services(self._parts(kind))
