"""Looks at a workbook before it is read as a whole."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from .bad_file import BadFile

MOST_CELLS, LARGEST_BOOK = 40_000_000, 2_000_000_000
"""Of a workbook's first sheet, which is read as a whole; bytes when unpacked."""
PIECE = 1_000_000
"""Bytes that are looked at together."""
_REFERENCE = re.compile(rb'[ "]r="([A-Z]{1,3})([0-9]{1,7})"')


def check_book(path: Path) -> None:
    """A cell far away would make the reader take memory for all before it."""
    try:
        with zipfile.ZipFile(path) as book:
            sheets = [each for each in book.infolist() if each.filename.startswith("xl/worksheets/")]
            if sum(each.file_size for each in book.infolist()) > LARGEST_BOOK:
                raise BadFile("too_large")
            for sheet in sheets:
                with book.open(sheet) as body:
                    _check_sheet(body)
    except (zipfile.BadZipFile, OSError, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadFile("not_xlsx") from error


def _check_sheet(body: IO[bytes]) -> None:
    wide, high, rest = 0, 0, b""
    while chunk := body.read(PIECE):
        text = rest + chunk
        for column, row in set(_REFERENCE.findall(text)):
            wide, high = max(wide, _number_of(column)), max(high, int(row))
        if wide * high > MOST_CELLS:
            raise BadFile("too_large")
        rest = text[-20:]


def _number_of(column: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number
