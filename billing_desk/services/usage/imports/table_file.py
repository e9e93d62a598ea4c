"""A file as a table: its encoding and separator are detected, and can be changed; rows come with their line."""

from __future__ import annotations

import csv
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from .bad_file import BadFile
from .detection import SAMPLE, encoding_of, separator_of
from .workbook import check_book

LONGEST_CELL = 100_000
"""Characters."""
LONGEST_LINE = 2_000_000
"""Characters or bytes."""
MOST_LINES = 50
"""Lines of one row: a quotation mark that is not closed takes in the rows after it."""
PREVIEWED = 20
ENCODINGS = ("utf-8-sig", "cp932", "utf-16", "euc_jp", "cp1252")
"""Offered; the second is Windows-31J, which has the characters that Shift JIS lacks."""
_XLSX, _ZIP = ".xlsx", b"PK\x03\x04"
_JSON = (".jsonl", ".ndjson", ".json")
Row = tuple[int, list[str]]
"""The physical line at which it begins, counted from 1, and its cells."""


_CSV_ERRORS = {"field larger": "long_cell", "unexpected end": "quotes", "expected after": "quotes"}


class FileKind(StrEnum):
    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


@dataclass(frozen=True)
class TableFile:
    """How a file is read. `titles`: its first row has the names of the columns."""

    path: Path
    kind: FileKind
    encoding: str = "utf-8-sig"
    separator: str = ","
    titles: bool = True

    def changed(self, **values: Any) -> TableFile:
        return replace(self, **values)

    def content(self, *meaning: object) -> str:
        """Names what the file contains and what its rows mean: the same file twice gives the same name. Raises
        BadFile."""
        try:
            with self.path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256")
        except OSError as error:
            raise BadFile("unreadable", message=str(error.strerror or error)) from error
        digest.update(repr(meaning).encode())
        return digest.hexdigest()[:24]

    def names(self) -> list[str]:
        """The columns' names, or numbers if the file has none. Raises BadFile."""
        if self.kind is FileKind.JSON:
            return list(dict.fromkeys(key for keys in self._json_keys() for key in keys))
        first = next(self._records(), None)
        if first is None:
            raise BadFile("empty")
        return first[1] if self.titles else [str(place) for place in range(1, len(first[1]) + 1)]

    def rows(self) -> Iterator[Row]:
        """Without the titles. Raises BadFile."""
        if self.kind is FileKind.JSON:
            names = self.names()
            for line, found in self._objects():
                yield line, [found.get(name, "") for name in names]
            return
        records = self._records()
        if self.titles:
            next(records, None)
        yield from records

    def _records(self) -> Iterator[Row]:
        return self._sheet() if self.kind is FileKind.XLSX else self._text()

    def _text(self) -> Iterator[Row]:
        """Line breaks inside quotes belong to the row; lines without anything in them are left out."""
        line = 0
        try:
            with self.path.open(encoding=self.encoding, newline="") as file:
                reader = csv.reader(_lines(file), delimiter=self.separator, strict=True)
                csv.field_size_limit(LONGEST_CELL)
                for cells in reader:
                    last = reader.line_num
                    if last - line > MOST_LINES:
                        raise BadFile("quotes", line + 1)
                    if cells and (cells[0] or any(cells)):
                        yield line + 1, cells
                    line = last
        except (UnicodeError, LookupError) as error:
            raise BadFile("encoding", line + 1) from error
        except csv.Error as error:
            code = next((code for text, code in _CSV_ERRORS.items() if text in str(error)), "binary")
            raise BadFile(code, line + 1) from error
        except OSError as error:
            raise BadFile("unreadable", message=str(error.strerror or error)) from error

    def _objects(self) -> Iterator[tuple[int, dict[str, str]]]:
        try:
            with self.path.open("rb") as file:
                for line, body in enumerate(_lines(file), 1):
                    if body.strip():
                        found = _object(body, line)
                        yield line, dict(_flat(found))
        except OSError as error:
            raise BadFile("unreadable", message=str(error.strerror or error)) from error

    def _json_keys(self) -> Iterator[list[str]]:
        """Those of the first objects; a later one with other keys has them left out."""
        count = 0
        for _, found in self._objects():
            yield list(found)
            count += 1
            if count == PREVIEWED:
                return
        if not count:
            raise BadFile("empty")

    def _sheet(self) -> Iterator[Row]:
        from python_calamine import CalamineError, CalamineWorkbook  # imported late: only XLSX files need it

        try:
            sheet = CalamineWorkbook.from_path(str(self.path)).get_sheet_by_index(0)
            for line, cells in enumerate(sheet.iter_rows(), (sheet.start or (0, 0))[0] + 1):
                row = [_cell(cell) for cell in cells]
                if any(row):
                    yield line, row
        except (CalamineError, OSError) as error:
            raise BadFile("not_xlsx") from error


def opened(path: Path) -> TableFile:
    """The file with what was detected. Raises BadFile."""
    try:
        with path.open("rb") as file:
            sample = file.read(SAMPLE)
    except OSError as error:
        raise BadFile("unreadable", message=str(error.strerror or error)) from error
    if not sample.strip():
        raise BadFile("empty")
    ending = path.suffix.lower()
    if sample.startswith(_ZIP) or ending == _XLSX:
        if not sample.startswith(_ZIP):
            raise BadFile("not_xlsx")
        check_book(path)
        return TableFile(path, FileKind.XLSX)
    encoding = encoding_of(sample)
    if ending in _JSON or (ending not in (".csv", ".tsv", ".txt") and sample.lstrip()[:1] == b"{"):
        return TableFile(path, FileKind.JSON)
    text = sample.decode(encoding, "ignore")
    separator = "\t" if ending == ".tsv" and "\t" in text else separator_of(text)
    return TableFile(path, FileKind.TEXT, encoding, separator)


def _lines(file: IO[Any]) -> Iterator[Any]:
    """The lines of a file, none of which fills the memory."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise BadFile("long_cell")
        yield line


def _object(body: bytes, line: int) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadFile("not_json", line) from error
    if not isinstance(found, dict):
        raise BadFile("not_json", line)
    return found


def _flat(found: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Stripe's events have a `payload` inside: its entries are columns such as `payload.value`."""
    for key, value in found.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and not before:
            yield from _flat(value, f"{name}.")
        else:
            yield (
                name,
                "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False),
            )


def _cell(value: Any) -> str:
    """Spreadsheets store whole numbers as fractions; a date is a text without an offset."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def preview_of(file: TableFile) -> tuple[list[str], Sequence[Row]]:
    """Names and the first rows. Raises BadFile."""
    names, found = file.names(), []
    for row in file.rows():
        found.append(row)
        if len(found) == PREVIEWED:
            break
    return names, found
