"""The window's state, for code that acts on the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from ..accounts.first_run import OpenFailure
from ..widgets.job_area import JobArea
from ..widgets.jobs import Jobs
from .desk_view import DeskView
from .notice_bar import NoticeBar
from .shell import Shell
from .top_bar import TopBar


class Frame(QFrame):
    """The window's base class. `desk` is None if no desk is open; `failed` is the one that could not be opened."""

    shell: Shell
    jobs: Jobs
    desk: DeskView | None
    failed: OpenFailure | None
    top: TopBar
    notices: NoticeBar
    job_area: JobArea

    def bring_forward(self) -> None:
        raise NotImplementedError

    def report(self, error: BaseException) -> None:
        """Receives the unexpected errors of the window's jobs."""
        raise NotImplementedError

    def open_object(self, kind: str, id_: str) -> None:
        raise NotImplementedError

    def open_list(self, kind: str, filter_: str) -> None:
        raise NotImplementedError

    def leave(self, act: str, then: Callable[[], None]) -> None:
        """Leave the desk by `then`; see `leaving.leave`."""
        raise NotImplementedError
