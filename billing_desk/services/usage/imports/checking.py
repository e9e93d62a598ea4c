"""The dry run of an import: every row checked, counted by outcome, summed by customer."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ....domain.usage.event import Aggregation, EventCode, Meter, MeterEvent, time_error
from ....domain.usage.rows import By, Fault, ImportMap, RowFault, Times, amount_of, identifier_fault
from ....store.files.atomic_write import written_text
from .table_file import TableFile

EVERY = 2_000
"""Rows between two reports of progress."""
KEPT = 1_000
"""Refused rows that are kept to be shown; all are counted, and all are exported."""
SEVERAL = ""
"""The id of a customer in a lookup whose name several have."""


@dataclass(frozen=True)
class BadRow:
    """`line` is the physical line at which the row begins; `text` is what the cells say."""

    line: int
    fault: Fault
    text: str


@dataclass
class Checked:
    """`faults` counts refused rows by their fault. `sums` and `counts` are those of the good rows by customer. `first`
    and `last` are their times (Unix seconds)."""

    rows: int = 0
    good: int = 0
    faults: Counter[Fault] = field(default_factory=Counter)
    bad: list[BadRow] = field(default_factory=list)
    sums: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    first: int | None = None
    last: int | None = None
    stopped: bool = False


@dataclass(frozen=True)
class Checker:
    """`customers` leads from what the file names a customer by to the id, SEVERAL if it is not clear. `prefix` begins
    the identifiers that are made; `now` is the moment of the import (Unix seconds)."""

    file: TableFile
    map: ImportMap
    meter: Meter
    customers: Mapping[str, str]
    prefix: str
    now: int

    def rows(self) -> Iterator[tuple[int, MeterEvent | Fault, list[str]]]:
        """Each row as an event, or why it is refused. Raises BadFile."""
        mapped, event_name = self.map, self.meter.event_name
        times, width = Times(mapped.zone), mapped.width
        counting = self.meter.aggregation is Aggregation.COUNT
        for line, cells in self.file.rows():
            if len(cells) < width:
                yield line, RowFault.MISSING_CELLS, cells
                continue
            customer = self.customers.get(_folded(cells[mapped.customer], mapped.by))
            if not customer:
                named = cells[mapped.customer].strip()
                fault: Fault = RowFault.SEVERAL_CUSTOMERS if customer == SEVERAL else RowFault.UNKNOWN_CUSTOMER
                yield line, fault if named else EventCode.NO_CUSTOMER, cells
                continue
            value = None if mapped.value is None else self._value(cells[mapped.value], counting=counting)
            if value is None and not counting:
                value = EventCode.NO_VALUE
            if value is not None and not isinstance(value, int):
                yield line, value, cells
                continue
            at: int | RowFault = self.now if mapped.at is None else times.read(cells[mapped.at])
            if isinstance(at, RowFault):
                yield line, at, cells
                continue
            if (late := time_error(at, self.now)) is not None:
                yield line, late, cells
                continue
            identifier = f"{self.prefix}-{line}" if mapped.identifier is None else cells[mapped.identifier].strip()
            if (wrong := identifier_fault(identifier)) is not None:
                yield line, wrong, cells
                continue
            yield line, MeterEvent(event_name, customer, value, at, identifier), cells

    def _value(self, text: str, *, counting: bool) -> int | Fault | None:
        """None for an empty cell of a meter that counts events."""
        return None if counting and not text.strip() else amount_of(text, self.map.numbers)

    def run(
        self,
        take: Callable[[int, MeterEvent], None] = lambda _line, _event: None,
        progress: Callable[[int], bool] = lambda _: True,
    ) -> Checked:
        """Check everything. `take` gets each good row; `progress` the rows so far, and ends the check by returning
        False. Raises BadFile."""
        found = Checked()
        for line, event, cells in self.rows():
            found.rows += 1
            if isinstance(event, MeterEvent):
                found.good += 1
                found.sums[event.customer] += 1 if event.value is None else event.value
                found.counts[event.customer] += 1
                found.first = event.at if found.first is None else min(found.first, event.at)
                found.last = event.at if found.last is None else max(found.last, event.at)
                take(line, event)
            else:
                found.faults[event] += 1
                if len(found.bad) < KEPT:
                    found.bad.append(BadRow(line, event, " | ".join(cells)[:300]))
            if found.rows % EVERY == 0 and not progress(found.rows):
                found.stopped = True
                return found
        return found


def _folded(text: str, by: By) -> str:
    text = text.strip()
    return text.lower() if by is By.EMAIL else text


def write_refused(checker: Checker, path: Path) -> int:
    """Every refused row with its line and reason, as CSV; returns their number. Raises OSError, BadFile."""
    count = 0
    with written_text(path) as file:
        writer = csv.writer(file)
        writer.writerow(["line", "reason", "cells"])
        for line, event, cells in checker.rows():
            if not isinstance(event, MeterEvent):
                writer.writerow([line, str(event), " | ".join(cells)])
                count += 1
    return count
