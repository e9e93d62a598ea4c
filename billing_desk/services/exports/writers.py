"""Writers of the three file formats. Each gets rows of cells from `cells.readers`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, BinaryIO, Protocol

from ...domain.money import Money, shown_digits
from .cells import major
from .plan import ExportPlan, Format
from .texts import csv_cell, leaving

ABOUT = 31
"""Maximum length of a sheet's name in characters."""


class Writer(Protocol):
    def rows(self, rows: Sequence[list[Any]]) -> None: ...

    def close(self, totals: Sequence[tuple[int, list[Money]]]) -> None:
        """Write the totals by column number and the information about the file, and finish it."""

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

    def close(self, totals: Sequence[tuple[int, list[Money]]]) -> None:
        """Totals follow an empty line, so that other programs see where the rows end."""
        self._csv.writerow([])
        for number, sums in totals:
            for money in sums:
                title = f"{self._plan.total_word}: {self._plan.columns[number].title}"
                self._csv.writerow([csv_cell(title), major(money.amount, money.currency), money.currency.upper()])
        for name, value in self._plan.about:
            self._csv.writerow([csv_cell(name), csv_cell(leaving(value))])
        self._file.detach()

    def abandon(self) -> None:
        self._file.detach()


class XlsxFile:
    """Typed cells, a frozen header row, totals by currency at the end, and a second sheet with information."""

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

    def close(self, totals: Sequence[tuple[int, list[Money]]]) -> None:
        self._number += 1
        for place, sums in totals:
            for money in sums:
                self._number += 1
                if place > 0:
                    title = f"{self._plan.total_word} {money.currency.upper()}"
                    self._sheet.write_string(self._number, place - 1, title, self._bold)
                digits = shown_digits(money.currency)
                self._sheet.write_number(
                    self._number, place, float(major(money.amount, money.currency)), self._amount(digits)
                )
        about = self._book.add_worksheet("About")
        about.set_column(0, 0, 18)
        about.set_column(1, 1, 60)
        for line, (name, value) in enumerate(self._plan.about):
            about.write_string(line, 0, name, self._bold)
            about.write_string(line, 1, _encodable(leaving(value)))
        self._book.close()

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

    def close(self, totals: Sequence[tuple[int, list[Money]]]) -> None:
        sums = {
            self._keys[place]: {money.currency: major(money.amount, money.currency) for money in found}
            for place, found in totals
        }
        self._line({"totals": sums})
        self._file.detach()

    def abandon(self) -> None:
        self._file.detach()


def _iso(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    raise TypeError(type(value).__name__)
