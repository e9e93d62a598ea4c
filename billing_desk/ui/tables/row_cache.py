"""Cache of a table's rows and cell texts. Outdated rows are still shown until they have been read again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

KEPT = 4_000
"""Maximum number of cached rows."""


class RowCache:
    def __init__(self) -> None:
        self._rows: OrderedDict[int, dict[str, Any]] = OrderedDict()
        self._numbers: dict[str, int] = {}
        self._cells: dict[int, dict[tuple[int, int], Any]] = {}
        self._stale: set[int] = set()

    def get(self, number: int) -> dict[str, Any] | None:
        return self._rows.get(number)

    def cells(self, number: int) -> dict[tuple[int, int], Any]:
        """Computed values of a row's cells, by (column, role)."""
        return self._cells.setdefault(number, {})

    def is_fresh(self, number: int) -> bool:
        return number in self._rows and number not in self._stale

    def put(self, rows: Iterable[tuple[int, dict[str, Any]]]) -> None:
        for number, row in rows:
            self._rows[number] = row
            self._rows.move_to_end(number)
            self._numbers[str(row["id"])] = number
            self._cells.pop(number, None)
            self._stale.discard(number)
        while len(self._rows) > KEPT:
            number, row = self._rows.popitem(last=False)
            self._numbers.pop(str(row["id"]), None)
            self._cells.pop(number, None)
            self._stale.discard(number)

    def number_of(self, id_: str) -> int | None:
        return self._numbers.get(id_)

    def outdate(self, ids: Iterable[str] | None = None) -> None:
        """Mark these rows as changed; None: all rows."""
        if ids is None:
            self._stale.update(self._rows)
        else:
            self._stale.update(number for id_ in ids if (number := self._numbers.get(id_)) is not None)
