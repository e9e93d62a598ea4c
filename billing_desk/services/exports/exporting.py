"""Runs an export in the background on its own database connection; the file appears once it is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.errors import Unwritable
from ...domain.list_totals import Group
from ...store.files.atomic_write import written
from ...store.mirror.mirror import Mirror
from .plan import ExportPlan, Format

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
                plan.query, _names(plan), plan.numbers, lambda *read: _written(plan, path, read, progress)
            )
        except OSError as error:
            raise Unwritable(str(error.strerror or error), code=str(error.filename or path)) from error
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
    read: tuple[Sequence[str], Iterator[Sequence[Any]], Sequence[Group]],
    progress: Callable[[int], None],
) -> int:
    from .cells import readers  # imported late: only exports need it
    from .writers import totals_file, totals_rows, writer

    names, rows, groups = read
    totals = totals_rows(plan, groups)
    with written(path) as file:
        target = writer(plan, file)
        count = _rows_written(target, readers(plan.columns, names, plan.query.zone), plan, (names, rows), progress)
        target.close(totals)
    if plan.format == Format.CSV:  # Qt gives an enum back as its text
        totals_file(plan, totals, count, totals_path(path))
    return count


def totals_path(path: Path) -> Path:
    """The file with the totals of a CSV export: in the same file they would be added up with the rows."""
    return path.with_name(f"{path.stem} totals{path.suffix}")


def _rows_written(
    target: Writer,
    cells: Sequence[Cell],
    plan: ExportPlan,
    read: tuple[Sequence[str], Iterator[Sequence[Any]]],
    progress: Callable[[int], None],
) -> int:
    names, rows = read
    count = 0
    as_texts = any(column.text for column in plan.columns)
    try:
        while batch := list(islice(rows, TOLD)):
            if as_texts:
                wholes = [dict(zip(names, values, strict=True)) for values in batch]
            else:
                wholes = [{}] * len(batch)
            target.rows([[cell(values, row) for cell in cells] for values, row in zip(batch, wholes, strict=True)])
            count += len(batch)
            progress(count)
    except BaseException:
        target.abandon()
        raise
    return count
