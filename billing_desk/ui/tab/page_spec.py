"""What differs between the tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..tables.column import Column
from ..tables.filter_bar import View
from ..widgets.context import Context
from .detail import Detail


@dataclass(frozen=True)
class PageSpec:
    """The differences between the tabs. `empty` is the text for a tab without rows; `values` are all values of filter
    fields that have few, to notice misspelled ones."""

    kind: str
    columns: Sequence[Column]
    views: Sequence[View]
    tokens: Sequence[str]
    detail: Callable[[Context[Any]], Detail[Any, Any]]
    empty: Callable[[], str]
    sort: str = "created"
    descending: bool = True
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
