"""Runs an export in the background on its own database connection; the file appears once it is complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.errors import Unwritable
from ...domain.money import Money
from ...store.files.atomic_write import written
from ...store.mirror.mirror import Mirror
from .plan import ExportPlan

if TYPE_CHECKING:
    from .cells import Cell
    from .writers import Writer

TOLD = 1_000
"""Rows between two progress reports."""


class Exports:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def write(self, plan: ExportPlan, path: Path, progress: Callable[[int], None]) -> int:
        """Returns the number of rows; `progress` gets the count so far, on another thread. Canceling leaves no file.

        Raises Unwritable, BadFilter.
        """
        try:
            count: int = await self._mirror.export(
                plan.query, _names(plan), plan.numbers, lambda names, rows: _written(plan, path, names, rows, progress)
            )
        except OSError as error:
            raise Unwritable(str(error.strerror or error), code=str(path)) from error
        return count


def _names(plan: ExportPlan) -> list[str] | None:
    """The columns to read; None if a cell's text needs the whole row."""
    if any(column.text for column in plan.columns):
        return None
    amounts = any(column.kind in ("money", "price") for column in plan.columns)
    return list(dict.fromkeys([*(column.key for column in plan.columns), *(["currency"] if amounts else [])]))


def _written(
    plan: ExportPlan,
    path: Path,
    names: Sequence[str],
    rows: Iterator[Sequence[Any]],
    progress: Callable[[int], None],
) -> int:
    from .cells import readers  # imported late: only exports need it
    from .writers import writer

    with written(path) as file:
        return _rows_written(
            plan, writer(plan, file), readers(plan.columns, names, plan.query.zone), names, rows, progress
        )


def _rows_written(
    plan: ExportPlan,
    target: Writer,
    cells: Sequence[Cell],
    names: Sequence[str],
    rows: Iterator[Sequence[Any]],
    progress: Callable[[int], None],
) -> int:
    sums = _Sums(plan, names)
    count = 0
    as_texts = any(column.text for column in plan.columns)
    try:
        while batch := list(islice(rows, TOLD)):
            if as_texts:
                wholes = [dict(zip(names, values, strict=True)) for values in batch]
            else:
                wholes = [{}] * len(batch)
            target.rows([[cell(values, row) for cell in cells] for values, row in zip(batch, wholes, strict=True)])
            sums.add(batch)
            count += len(batch)
            progress(count)
    except BaseException:
        target.abandon()
        raise
    target.close(sums.totals())
    return count


class _Sums:
    """Totals of every money column, by currency."""

    def __init__(self, plan: ExportPlan, names: Sequence[str]) -> None:
        at = {name: place for place, name in enumerate(names)}
        money = [(number, column) for number, column in enumerate(plan.columns) if column.kind == "money"]
        self._columns = [(number, at[column.key], at["currency"]) for number, column in money]
        self._sums = [defaultdict[str, int](int) for _ in self._columns]

    def add(self, batch: Sequence[Sequence[Any]]) -> None:
        for sums, (_, amount, currency) in zip(self._sums, self._columns, strict=True):
            for values in batch:
                if values[amount] is not None and values[currency]:
                    sums[values[currency]] += values[amount]

    def totals(self) -> list[tuple[int, list[Money]]]:
        return [
            (number, [Money(sums[currency], currency) for currency in sorted(sums)])
            for sums, (number, _, _) in zip(self._sums, self._columns, strict=True)
        ]
