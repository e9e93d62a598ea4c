"""A view of a tab that a person saved (F8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class SavedView:
    """`filter` is the filter bar's text; no `sort`: as the tab is. `columns` are (key, width, shown) in order; none: as
    they are. `shortcut` in Qt's portable text."""

    name: str
    filter: str
    sort: str = "created"
    descending: bool = True
    columns: list[list[Any]] = field(default_factory=list)
    shortcut: str = ""
