"""A query for rows of the mirror."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from .filters import Condition, Filter
from .json_object import Json


@dataclass(frozen=True)
class Query:
    """Filter and sort order of one entity's rows. Rows with equal values are sorted newest first. Dates are read in
    `zone`, with a fiscal year that begins in the month `year_begins`."""

    kind: str
    filter: Filter = field(default_factory=Filter)
    sort: str = "created"
    descending: bool = True
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    year_begins: int = 1


class BadFilter(ValueError):
    """A token whose value cannot be read: `field`, `operator` and `value`. Without a token the filter is too long."""

    def __init__(self, condition: Condition | None = None) -> None:
        self.token = f"{condition.field}{condition.operator}{condition.value}" if condition else ""
        super().__init__(self.token)


@dataclass(frozen=True)
class ListPage:
    """The first rows of a list as (row number, row) pairs, in order. `whole`: there are no further rows."""

    rows: list[tuple[int, Json]]
    whole: bool
