"""What the window holds, for those who act on it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ..accounts.first_run import OpenFailure
from ..widgets.job_area import JobArea
from ..widgets.jobs import Jobs
from .desk_view import DeskView
from .notice_bar import NoticeBar
from .shell import Shell
from .top_bar import TopBar


class Frame(QFrame):
    """The base of the window. `desk` is None while no account is open; `failed` says which one could not be opened."""

    shell: Shell
    jobs: Jobs
    desk: DeskView | None
    failed: OpenFailure | None
    top: TopBar
    notices: NoticeBar
    job_area: JobArea

    def report(self, error: BaseException) -> None:
        """Takes the errors of every job of the window."""
        raise NotImplementedError

    def open_object(self, kind: str, id_: str) -> None:
        raise NotImplementedError

    def open_list(self, kind: str, filter_: str) -> None:
        raise NotImplementedError
