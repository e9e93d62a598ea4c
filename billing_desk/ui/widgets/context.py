"""What every screen of a desk is given."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.writes.bulk import Bulk
from ...domain.writes.operation import Operation
from ...services.exports.plan import ExportPlan
from ...services.services import DeskServices
from ...services.writes.operations import Unsettled
from ..wording.notices import Notice, notice_of
from ..wording.text import Wording
from .jobs import Jobs


class Preferences(Protocol):
    """Small lasting choices by name, such as a table's columns; JSON values."""

    def get(self, name: str) -> Any: ...

    def put(self, name: str, value: Any) -> None: ...


@dataclass(frozen=True)
class Context:
    """`report` takes any error that arrives from a job; `open_object` goes to (kind, id) in its tab,
    `open_list` to a tab with a filter, `export` writes a file in the background, `following` shows an operation's steps
    while it is sent, `run_bulk` goes through the rows of a bulk that still wait. `opens_first_row`:
    a tab opens its newest object by itself."""

    services: DeskServices
    wording: Wording
    preferences: Preferences
    say: Callable[[Notice], None]
    open_object: Callable[[str, str], None]
    open_list: Callable[[str, str], None]
    unexpected: Callable[[BaseException], None]
    export: Callable[[ExportPlan, Path], None]
    following: Callable[[Operation], AbstractContextManager[None]]
    run_bulk: Callable[[Bulk], None]
    opens_first_row: bool = True

    def report(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Unsettled):
            self.say(notice_of(error))
        else:
            self.unexpected(error)

    def jobs(self, owner: QWidget) -> Jobs:
        return Jobs(owner, self.report)
