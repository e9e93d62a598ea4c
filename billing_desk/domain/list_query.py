"""Which rows of the local copy a list shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from .filters import Condition, Filter
from .json_object import Json


@dataclass(frozen=True)
class Query:
    """Which rows of a entity, in which order. Equal values keep the newest first. Dates are read in `zone`."""

    kind: str
    filter: Filter = field(default_factory=Filter)
    sort: str = "created"
    descending: bool = True
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))


class BadFilter(ValueError):
    """A token whose value cannot be read; `field`, `operator` and `value` say which. Without one the filter is too
    long."""

    def __init__(self, condition: Condition | None = None) -> None:
        self.token = f"{condition.field}{condition.operator}{condition.value}" if condition else ""
        super().__init__(self.token)


@dataclass(frozen=True)
class ListPage:
    """The first rows of a list, by row number, in order. `whole`: there are no more."""

    rows: list[tuple[int, Json]]
    whole: bool
