"""The dry run of an import: every row checked, counted by outcome, summed by customer."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ....domain.text.cells import no_formula
from ....domain.usage.event import (
    NEWEST,
    OLDEST,
    Aggregation,
    EventCode,
    Meter,
    MeterEvent,
    identifier_error,
    time_error,
)
from ....domain.usage.record import SentEvent
from ....domain.usage.rows import Amounts, By, Fault, ImportMap, RowFault, Times
from ....store.files.atomic_write import written_text
from .table_file import TableFile

EVERY = 2_000
"""Rows between two reports of progress."""
KEPT = 1_000
"""Refused rows that are kept to be shown; all are counted, and all are exported."""
LATEST = 2**62
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
    """`faults` counts refused rows by their fault. `sums` are those of the good rows by customer, `first` and
    `last` their times (Unix seconds)."""

    rows: int = 0
    good: int = 0
    faults: Counter[Fault] = field(default_factory=Counter)
    bad: list[BadRow] = field(default_factory=list)
    sums: Counter[str] = field(default_factory=Counter)
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
        mapped, event_name, customers, now = self.map, self.meter.event_name, self.customers, self.now
        oldest, newest = now - OLDEST, now + NEWEST  # the rules are asked only beyond these
        width, customer_at, value_at, time_at = mapped.width, mapped.customer, mapped.value, mapped.at
        read_time, read_value, identifier_at = Times(mapped.zone).read, self._values().read, mapped.identifier
        for line, cells in self.file.rows():
            if len(cells) < width:
                yield line, RowFault.MISSING_CELLS, cells
                continue
            customer = customers.get(cells[customer_at]) or self._found(cells[customer_at])
            if not customer:
                yield line, self._without_customer(cells[customer_at]), cells
                continue
            value = None if value_at is None else read_value(cells[value_at])
            if value is not None and not isinstance(value, int):
                yield line, value, cells
                continue
            at = now if time_at is None else read_time(cells[time_at])
            if not isinstance(at, int):
                yield line, at, cells
                continue
            if (at < oldest or at > newest) and (late := time_error(at, now)) is not None:
                yield line, late, cells
                continue
            identifier = f"{self.prefix}-{line}" if identifier_at is None else cells[identifier_at].strip()
            if (wrong := identifier_error(identifier)) is not None:
                yield line, wrong, cells
                continue
            yield line, MeterEvent(event_name, customer, value, at, identifier), cells

    def _found(self, cell: str) -> str | None:
        """The customer's id, SEVERAL, or None, however the cell writes what names the customer."""
        return self.customers.get(cell.strip().lower() if self.map.by is By.EMAIL else cell.strip())

    def _without_customer(self, cell: str) -> Fault:
        if not cell.strip():
            return EventCode.NO_CUSTOMER
        return RowFault.SEVERAL_CUSTOMERS if self._found(cell) == SEVERAL else RowFault.UNKNOWN_CUSTOMER

    def _values(self) -> Amounts:
        return Amounts(self.map.numbers, empty=self.meter.aggregation is Aggregation.COUNT)

    def run(
        self,
        take: Callable[[int, MeterEvent], None] = lambda _line, _event: None,
        progress: Callable[[int], bool] = lambda _: True,
    ) -> Checked:
        """Check everything. `take` gets each good row; `progress` the rows so far, and ends the check by returning
        False. Raises BadFile."""
        found, sums = Checked(), dict[str, int]()
        first, last, rows, good = LATEST, 0, 0, 0
        for line, event, cells in self.rows():
            rows += 1
            if isinstance(event, MeterEvent):
                good += 1
                _, customer, value, at, _ = event
                sums[customer] = sums.get(customer, 0) + (1 if value is None else value)
                first, last = (at if at < first else first), (at if at > last else last)
                take(line, event)
            else:
                found.faults[event] += 1
                if len(found.bad) < KEPT:
                    found.bad.append(BadRow(line, event, " | ".join(cells)[:300]))
            if rows % EVERY == 0 and not progress(rows):
                found.stopped = True
                break
        found.rows, found.good, found.sums = rows, good, Counter(sums)
        found.first, found.last = (first, last) if good else (None, None)
        return found


def write_refused(checker: Checker, path: Path, doubles: Sequence[SentEvent] = ()) -> int:
    """Every refused row with its line and reason, as CSV, those refused for their identifier last; returns their
    number. Raises OSError, BadFile."""
    count = len(doubles)
    with written_text(path) as file:
        writer = csv.writer(file)
        writer.writerow(["line", "reason", "cells"])
        for line, event, cells in checker.rows():
            if not isinstance(event, MeterEvent):
                writer.writerow([line, str(event), no_formula(" | ".join(cells))])
                count += 1
        for double in doubles:
            writer.writerow([double.line, double.note, no_formula(double.identifier)])
    return count
