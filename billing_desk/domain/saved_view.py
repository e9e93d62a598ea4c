"""A saved view of a tab (F8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class SavedView:
    """`filter` is the filter bar's text; empty `sort`: the tab's order. `columns` are (key, width, shown) in order;
    empty: the tab's columns. `shortcut` is in Qt's portable text. `only` are the keys of a built-in view's own
    columns, which are not kept."""

    name: str
    filter: str
    sort: str = "created"
    descending: bool = True
    columns: list[list[Any]] = field(default_factory=list)
    shortcut: str = ""
    only: tuple[str, ...] = ()
