"""What to export, and in which format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from ...domain.list_query import Query

Kind = Literal["text", "money", "price", "count", "day"]


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "jsonl"


@dataclass(frozen=True)
class ExportColumn:
    """`key` is the field of the row. `text` makes the cell's text if the value alone is not enough. `kind` is `day` for
    dates, `money` for minor units, `price` for minor units with a fraction."""

    key: str
    title: str
    kind: Kind = "text"
    text: Callable[[dict[str, Any]], str] | None = None


def _same(code: str) -> str:
    return code


@dataclass(frozen=True)
class TotalsWords:
    """The texts of the totals: five titles (figure, status, currency, rows, amount), and the names of figures and of
    statuses by code."""

    titles: tuple[str, str, str, str, str]
    figure: Callable[[str], str] = _same
    status: Callable[[str], str] = _same


@dataclass(frozen=True)
class ExportPlan:
    """`numbers`: only these rows, in this order. `about` are (name, value) lines in the file, such as account, filter,
    zone and time of the data. `count` is the expected number of rows."""

    query: Query
    columns: Sequence[ExportColumn]
    format: Format
    about: Sequence[tuple[str, str]]
    count: int = 0
    numbers: Sequence[int] | None = None
    words: TotalsWords = field(default_factory=lambda: TotalsWords(("Figure", "Status", "Currency", "Rows", "Amount")))
