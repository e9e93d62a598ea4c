"""A row of an imported file: how its cells are read, and why a row is refused (E10). Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from .event import MOST_DIGITS, EventCode, value_of


class Numbers(StrEnum):
    """How the file writes numbers: digits alone, `1,234` and `1,234.0`, or `1.234` and `1.234,0`."""

    PLAIN = "plain"
    COMMAS = "commas"
    POINTS = "points"


class By(StrEnum):
    """What names the customer in the file."""

    ID = "id"
    EMAIL = "email"
    METADATA = "metadata"


class RowFault(StrEnum):
    """Why a row is refused, beyond EventCode."""

    MISSING_CELLS = "missing_cells"
    UNKNOWN_CUSTOMER = "unknown_customer"
    SEVERAL_CUSTOMERS = "several_customers"
    AMBIGUOUS_NUMBER = "ambiguous_number"
    BAD_TIME = "bad_time"
    SKIPPED_TIME = "skipped_time"
    TWICE_IN_FILE = "twice_in_file"
    SENT_BEFORE = "sent_before"


Fault = EventCode | RowFault


@dataclass(frozen=True)
class ImportMap:
    """Columns by place, None: the file has none. Without times every row is at the moment of the import; without
    identifiers they are made of the import and the line. `zone` is that of times without an offset of their own."""

    customer: int
    value: int | None
    at: int | None
    identifier: int | None
    zone: str
    by: By = By.ID
    metadata_key: str = ""
    numbers: Numbers = Numbers.PLAIN

    @property
    def width(self) -> int:
        """How many cells a row needs."""
        return max(place for place in (self.customer, self.value, self.at, self.identifier) if place is not None) + 1


_SHAPES: Mapping[Numbers, tuple[re.Pattern[str], str]] = {
    Numbers.COMMAS: (re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.0+)?"), ","),
    Numbers.POINTS: (re.compile(r"([+-]?(?:\d{1,3}(?:\.\d{3})+|\d+))(?:,0+)?"), "."),
}
MOST_KNOWN = 10_000
_SEPARATED = re.compile(r"[+-]?\d+(?:[.,]\d+)+")


def amount_of(text: str, numbers: Numbers) -> int | Fault:
    """A value. A number with a point or comma is read only in the way that was chosen for the whole file."""
    text = text.strip()
    if numbers is not Numbers.PLAIN:
        shape, groups = _SHAPES[numbers]
        found = shape.fullmatch(text)
        return value_of(found[1].replace(groups, "")) if found else value_of(text)
    read = value_of(text)
    return RowFault.AMBIGUOUS_NUMBER if read is EventCode.NOT_WHOLE and _SEPARATED.fullmatch(text) else read


class Amounts:
    """Reads the values of one file; `empty`: a meter that counts events needs none. The same texts come again and
    again, so that the first ones are kept."""

    def __init__(self, numbers: Numbers, *, empty: bool) -> None:
        self._numbers, self._empty = numbers, empty
        self._known: dict[str, int | Fault | None] = {}

    def read(self, text: str) -> int | Fault | None:
        """None for an empty cell that may be so."""
        try:
            return self._known[text]
        except KeyError:
            found = None if self._empty and not text.strip() else amount_of(text, self._numbers)
        if len(self._known) < MOST_KNOWN and len(text) <= MOST_DIGITS * 2:
            self._known[text] = found
        return found


_MILLISECONDS = re.compile(r"\d{12,13}")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_SHORT_HOUR = re.compile(r"([ T])(\d):")


class Times:
    """Reads the times of one file. Texts without an offset are in `zone`; Unix seconds and milliseconds are taken
    too."""

    def __init__(self, zone: str) -> None:
        self._zone = ZoneInfo(zone)

    def read(self, text: str) -> int | RowFault:
        """Unix seconds."""
        text = text.strip()
        if 9 <= len(text) <= 10 and text.isascii() and text.isdecimal():
            return int(text)
        if _MILLISECONDS.fullmatch(text):
            return int(text) // 1_000
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            plain = _SLASHED.sub(lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", text, count=1)
            try:
                found = datetime.fromisoformat(_SHORT_HOUR.sub(r"\g<1>0\2:", plain, count=1))
            except ValueError:
                return RowFault.BAD_TIME
        try:
            if found.tzinfo is not None:
                return int(found.timestamp())
            here = found.replace(tzinfo=self._zone)
            return RowFault.SKIPPED_TIME if self._is_skipped(here) else int(here.timestamp())
        except (OverflowError, ValueError):  # the years 1 and 9999 stand for none in some programs
            return RowFault.BAD_TIME

    def _is_skipped(self, here: datetime) -> bool:
        """Whether the clock jumps over this time; only near a change of the offset can it."""
        if here.utcoffset() == (here - timedelta(hours=3)).utcoffset() == (here + timedelta(hours=3)).utcoffset():
            return False
        moment = here.timestamp()
        there = datetime.fromtimestamp(moment, self._zone)
        return there.replace(tzinfo=None, fold=0) != here.replace(tzinfo=None, fold=0)


ASKED = frozenset({RowFault.AMBIGUOUS_NUMBER})
"""Faults that another choice in the form can mend."""
