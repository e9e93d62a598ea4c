"""What is exported, and in which shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    """`key` in the row. `text` makes a cell of a row where its value alone does not say it; dates are `day`, amounts in
    minor units `money`, those that may be fractions of one `price`."""

    key: str
    title: str
    kind: Kind = "text"
    text: Callable[[dict[str, Any]], str] | None = None


@dataclass(frozen=True)
class ExportPlan:
    """`numbers`: only these rows, in this order. `about` are (name, value) lines that are written into the file, such
    as account, filter, zone and as of. `count`: how many rows there will be."""

    query: Query
    columns: Sequence[ExportColumn]
    format: Format
    about: Sequence[tuple[str, str]]
    count: int = 0
    numbers: Sequence[int] | None = None
    total_word: str = "Total"
