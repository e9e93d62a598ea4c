"""The context that every screen of a desk gets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from PySide6.QtWidgets import QWidget

from ...domain.errors import DeskError
from ...domain.writes.bulk import Bulk
from ...domain.writes.operation import Operation
from ...services.screen_services import ScreenServices
from ...services.writes.step_executor import Unsettled
from ..wording.notices import Notice, notice_of
from ..wording.text import Wording
from .jobs import Jobs

if TYPE_CHECKING:
    from ...services.exports.plan import ExportPlan

Services_co = TypeVar("Services_co", bound=ScreenServices, covariant=True)
Services = TypeVar("Services", bound=ScreenServices)
Other = TypeVar("Other", bound=ScreenServices)


class Preferences(Protocol):
    """Small persistent choices by name, such as a table's columns; JSON values."""

    def get(self, name: str) -> Any: ...

    def put(self, name: str, value: Any) -> None: ...


@dataclass(frozen=True)
class Context(Generic[Services_co]):
    """`services` are the services of this screen. `report` receives every unexpected error of a job; `open_object`
    opens (kind, id) in its tab, `open_list` a tab with a filter, `export` writes a file in the background, `progress`
    shows an operation's steps while it is sent, `edit_many` asks for a bulk edit of rows by number and runs it,
    `run_bulk` runs the waiting rows of a bulk edit, `act` runs an action of another tab by its name, for an object by
    its id. `opens_first_row`: a tab opens its newest object automatically."""

    services: Services_co
    wording: Wording
    preferences: Preferences
    say: Callable[[Notice], None]
    open_object: Callable[[str, str], None]
    open_list: Callable[[str, str], None]
    unexpected: Callable[[BaseException], None]
    export: Callable[[ExportPlan, Path], None]
    progress: Callable[[Operation], AbstractContextManager[None]]
    edit_many: Callable[[QWidget, str, Sequence[int]], Awaitable[None]]
    run_bulk: Callable[[Bulk], None]
    act: Callable[[str, str], None]
    opens_first_row: bool = True

    def with_services(self, services: Other) -> Context[Other]:
        """The same context with the services of another screen."""
        whole: Any = replace(self, services=services)  # type: ignore[arg-type]  # replace() cannot change the type
        return cast("Context[Other]", whole)

    def report(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Unsettled):
            self.say(notice_of(error))
        else:
            self.unexpected(error)

    def jobs(self, owner: QWidget) -> Jobs:
        return Jobs(owner, self.report)
