"""A file as a table: its encoding and separator are detected, and can be changed; rows come with their line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

SAMPLE = 1_000_000
"""Bytes that encoding and separator are detected from."""
LONGEST_CELL = 100_000
"""Characters."""
PREVIEWED = 20
SEPARATORS = (",", "\t", ";", "|")
ENCODINGS = ("utf-8-sig", "cp932", "utf-16", "euc_jp", "cp1252")
"""Offered; the second is Windows-31J, which has the characters that Shift JIS lacks."""
_NARROW = re.compile("[\uff61-\uff9f]")
_XLSX, _ZIP = ".xlsx", b"PK\x03\x04"
_JSON = (".jsonl", ".ndjson", ".json")
Row = tuple[int, list[str]]
"""The physical line at which it begins, counted from 1, and its cells."""


class FileKind(StrEnum):
    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


class BadFile(Exception):
    """`code` says why it cannot be read: empty, binary, encoding, long_cell, not_json, not_xlsx, or unreadable (with
    the system's `message`); `line` where, 0 if that is not known."""

    def __init__(self, code: str, line: int = 0, message: str = "") -> None:
        super().__init__(code)
        self.code, self.line, self.message = code, line, message


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

    def prefix(self) -> str:
        """Begins the identifiers made for its rows: the same file twice gives the same ones. Raises BadFile."""
        try:
            with self.path.open("rb") as file:
                return f"bd-{hashlib.file_digest(file, 'sha256').hexdigest()[:20]}"
        except OSError as error:
            raise BadFile("unreadable", message=str(error.strerror or error)) from error

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
                reader = csv.reader(file, delimiter=self.separator, strict=False)
                csv.field_size_limit(LONGEST_CELL)
                for cells in reader:
                    if cells and (cells[0] or any(cells)):
                        yield line + 1, cells
                    line = reader.line_num
        except UnicodeError as error:
            raise BadFile("encoding", line + 1) from error
        except csv.Error as error:
            raise BadFile("long_cell" if "field limit" in str(error) else "binary", line + 1) from error
        except OSError as error:
            raise BadFile("unreadable", message=str(error.strerror or error)) from error

    def _objects(self) -> Iterator[tuple[int, dict[str, str]]]:
        try:
            with self.path.open("rb") as file:
                for line, body in enumerate(file, 1):
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
        return TableFile(path, FileKind.XLSX)
    encoding = encoding_of(sample)
    if ending in _JSON or (ending not in (".csv", ".tsv", ".txt") and sample.lstrip()[:1] == b"{"):
        return TableFile(path, FileKind.JSON)
    text = sample.decode(encoding, "ignore")
    separator = "\t" if ending == ".tsv" and "\t" in text else separator_of(text)
    return TableFile(path, FileKind.TEXT, encoding, separator)


def encoding_of(sample: bytes) -> str:
    """By the byte order mark, then UTF-8, then Windows-31J or EUC-JP, then what is most probable. Raises BadFile
    `binary`."""
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in sample:
        raise BadFile("binary")
    if _fits(sample, "utf-8-sig"):
        return "utf-8-sig"
    if _fits(sample, "cp932"):
        # EUC-JP read as Windows-31J is half-width katakana, which texts have few of.
        narrow = len(_NARROW.findall(sample.decode("cp932", "ignore")))
        is_euc = narrow and _fits(sample, "euc_jp") and not _NARROW.search(sample.decode("euc_jp", "ignore"))
        return "euc_jp" if is_euc else "cp932"
    from charset_normalizer import from_bytes  # imported late: most files never get here

    part = sample[:100_000]
    best = from_bytes(part).best()
    alike = best is None or part.decode(best.encoding, "ignore") == part.decode("cp1252", "ignore")
    return "cp1252" if best is None or alike else best.encoding


def _fits(sample: bytes, encoding: str) -> bool:
    """Whether the sample is readable, but for a character that its end may cut."""
    cuts = (1, 2, 3) if len(sample) == SAMPLE else ()
    return _decodes(sample, encoding) or any(_decodes(sample[:-cut], encoding) for cut in cuts)


def _decodes(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except UnicodeError:
        return False
    return True


def separator_of(text: str) -> str:
    """The one that divides most rows of the sample into the same number of cells; a comma if none does."""
    best, most = ",", (0.0, 0)
    for separator in SEPARATORS:
        rows: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(text), delimiter=separator):
                if cells:
                    rows.append(len(cells))
                if len(rows) == 100:
                    break
        except csv.Error:
            continue
        if not rows:
            continue
        width, count = Counter(rows).most_common(1)[0]
        if width > 1 and (score := (count / len(rows), width)) > most:
            best, most = separator, score
    return best


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
        return str(int(value)) if value == int(value) else repr(value)
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
