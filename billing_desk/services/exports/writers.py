"""Writers of the three file formats. Each gets rows of cells from `cells.readers`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from ...domain.list_totals import Group
from ...domain.money import Money
from ...store.files.atomic_write import EXCEL, written_text
from .cells import major
from .plan import ExportPlan, Format
from .texts import csv_cell, leaving

ABOUT = 31
"""Maximum length of a sheet's name in characters."""


@dataclass(frozen=True)
class TotalRow:
    """One figure of the rows of one status and currency. `name` and `code` are the figure and status as in the mirror,
    `figure` and `status` their texts."""

    name: str
    code: str
    figure: str
    status: str
    count: int
    money: Money


def totals_rows(plan: ExportPlan, groups: Sequence[Group]) -> list[TotalRow]:
    """What the footer adds up, by status; without zeros, as in the footer."""
    words = plan.words
    return [
        TotalRow(
            name,
            group.status,
            words.figure(name),
            words.status(group.status) if group.status else "",
            group.count,
            Money(amount, group.currency),
        )
        for name in dict.fromkeys(name for group in groups for name in group.sums)
        for group in groups
        if (amount := group.sums[name])
    ]


def totals_file(plan: ExportPlan, totals: Sequence[TotalRow], count: int, path: Path) -> None:
    """CSV: one line for each total, or one with the number of rows; what the file is about is on every line. Raises
    OSError."""
    names, values = [name for name, _ in plan.about], [value for _, value in plan.about]
    with written_text(path, EXCEL) as file:
        target = csv.writer(file)
        target.writerow([csv_cell(title) for title in (*plan.words.titles, *names)])
        for total in totals:
            texts = [csv_cell(leaving(text)) for text in (total.figure, total.status, total.money.currency.upper())]
            amount = major(total.money.amount, total.money.currency)
            target.writerow([*texts, total.count, amount, *(csv_cell(leaving(value)) for value in values)])
        if not totals:
            target.writerow(["", "", "", count, "", *(csv_cell(leaving(value)) for value in values)])


class Writer(Protocol):
    def rows(self, rows: Sequence[list[Any]]) -> None: ...

    def close(self, totals: Sequence[TotalRow]) -> None:
        """Write the totals and the information about the file where the format has a place for them, and finish it."""

    def abandon(self) -> None:
        """Stop writing; the incomplete file is discarded."""


def writer(plan: ExportPlan, file: BinaryIO) -> Writer:
    """A writer for a file that the caller opens and closes."""
    made: dict[Format, type[CsvFile | XlsxFile | JsonLines]] = {
        Format.CSV: CsvFile,
        Format.XLSX: XlsxFile,
        Format.JSON_LINES: JsonLines,
    }
    return made[plan.format](plan, file)


def titles(plan: ExportPlan) -> list[str]:
    """Titles of time columns include the zone."""
    zone = plan.query.zone.key
    return [f"{column.title} ({zone})" if column.kind == "day" else column.title for column in plan.columns]


def _text(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Lone surrogates, which cannot be encoded, become question marks."""
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _text_places(plan: ExportPlan) -> list[int]:
    """The columns with text from outside; amounts are formatted by this program."""
    return [place for place, column in enumerate(plan.columns) if column.kind not in ("money", "price")]


class CsvFile:
    """UTF-8 with BOM for Excel, CRLF, amounts as plain decimals."""

    def __init__(self, plan: ExportPlan, file: BinaryIO) -> None:
        self._plan = plan
        self._file = _text(file, "utf-8-sig")
        self._csv = csv.writer(self._file)
        self._texts = _text_places(plan)
        self._csv.writerow([csv_cell(title) for title in titles(plan)])

    def rows(self, rows: Sequence[list[Any]]) -> None:
        for cells in rows:
            for place in self._texts:
                cell = cells[place]
                if type(cell) is str:
                    cells[place] = csv_cell(leaving(cell))
        self._csv.writerows(rows)

    def close(self, totals: Sequence[TotalRow]) -> None:
        """The file has rows only, all of one length, so that a column can be added up; totals are in their own file."""
        self._file.detach()

    def abandon(self) -> None:
        self._file.detach()


class XlsxFile:
    """Typed cells and a frozen header row; a sheet with the totals, and one with information about the file."""

    def __init__(self, plan: ExportPlan, file: BinaryIO) -> None:
        import xlsxwriter  # imported late: only XLSX exports need it

        self._plan = plan
        # Written row by row to disk, because a million rows would not fit into memory.
        self._book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
        self._sheet = self._book.add_worksheet("Rows")
        self._bold = self._book.add_format({"bold": True})
        self._time = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._amounts: dict[int, Any] = {}
        self._number = 0
        for place, column in enumerate(plan.columns):
            self._sheet.set_column(place, place, 20 if column.kind == "day" else 24 if column.kind == "text" else 14)
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, 0, max(0, len(plan.columns) - 1))
        for place, title in enumerate(titles(plan)):
            self._sheet.write_string(0, place, title, self._bold)

    def _amount(self, digits: int) -> Any:
        if digits not in self._amounts:
            self._amounts[digits] = self._book.add_format(
                {"num_format": "#,##0" + ("." + "0" * digits if digits else "")}
            )
        return self._amounts[digits]

    def rows(self, rows: Sequence[list[Any]]) -> None:
        for cells in rows:
            self._row(cells)

    def _row(self, cells: Sequence[Any]) -> None:
        self._number += 1
        number, sheet = self._number, self._sheet
        for place, (cell, column) in enumerate(zip(cells, self._plan.columns, strict=True)):
            if cell is None or cell == "":
                continue
            if column.kind in ("money", "price"):
                digits = len(cell.partition(".")[2])
                # Spreadsheets use binary fractions; amounts of up to 15 digits are still exact.
                sheet.write_number(number, place, float(cell), self._amount(digits))
            elif isinstance(cell, datetime):
                sheet.write_datetime(number, place, cell, self._time)
            elif isinstance(cell, int):
                sheet.write_number(number, place, cell)
            else:
                sheet.write_string(number, place, _encodable(leaving(str(cell))))

    def close(self, totals: Sequence[TotalRow]) -> None:
        self._totals(totals)
        about = self._book.add_worksheet("About")
        about.set_column(0, 0, 18)
        about.set_column(1, 1, 60)
        for line, (name, value) in enumerate(self._plan.about):
            about.write_string(line, 0, name, self._bold)
            about.write_string(line, 1, _encodable(leaving(value)))
        self._book.close()

    def _totals(self, totals: Sequence[TotalRow]) -> None:
        sheet = self._book.add_worksheet("Totals")
        sheet.set_column(0, 4, 18)
        sheet.freeze_panes(1, 0)
        for place, title in enumerate(self._plan.words.titles):
            sheet.write_string(0, place, title, self._bold)
        for line, total in enumerate(totals, 1):
            for place, text in enumerate((total.figure, total.status, total.money.currency.upper())):
                sheet.write_string(line, place, _encodable(leaving(text)))
            sheet.write_number(line, 3, total.count)
            amount = float(major(total.money.amount, total.money.currency))
            sheet.write_number(line, 4, amount, self._amount(total.money.shown_digits))

    def abandon(self) -> None:
        self._book.close()


class JsonLines:
    """One object per line; the first line describes the file, the last one has the totals."""

    def __init__(self, plan: ExportPlan, file: BinaryIO) -> None:
        self._plan = plan
        self._texts = _text_places(plan)
        self._keys = [column.key for column in plan.columns]
        self._file = _text(file, "utf-8")
        self._line({"about": dict(plan.about)})

    def _line(self, value: dict[str, Any]) -> None:
        self._file.write(json.dumps(value, ensure_ascii=False, default=_iso) + "\n")

    def rows(self, rows: Sequence[list[Any]]) -> None:
        for cells in rows:
            for place in self._texts:
                if type(cells[place]) is str:
                    cells[place] = leaving(cells[place])
            self._line(dict(zip(self._keys, cells, strict=True)))

    def close(self, totals: Sequence[TotalRow]) -> None:
        self._line(
            {
                "totals": [
                    {
                        "figure": total.name,
                        "status": total.code,
                        "currency": total.money.currency,
                        "rows": total.count,
                        "amount": major(total.money.amount, total.money.currency),
                    }
                    for total in totals
                ]
            }
        )
        self._file.detach()

    def abandon(self) -> None:
        self._file.detach()


def _iso(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    raise TypeError(type(value).__name__)
