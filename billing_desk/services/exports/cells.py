"""Cells for other programs: amounts as plain decimals, times in a named zone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.money import exponent
from .plan import ExportColumn

_QUARTER = 900
"""Seconds: no zone changes its offset within such an interval."""
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall time in the named zone, as in spreadsheets

Values = Sequence[Any]
Cell = Callable[[Values, dict[str, Any]], Any]


class Zoned:
    """Converts Unix seconds to wall time in a zone; the offset is cached per quarter of an hour."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._offsets: dict[int, int] = {}

    def time(self, seconds: int) -> datetime:
        """A naive datetime, because spreadsheets have no time zones; the column's title names the zone."""
        quarter = seconds // _QUARTER
        offset = self._offsets.get(quarter)
        if offset is None:
            found = local(quarter * _QUARTER, self._zone).utcoffset()
            offset = self._offsets[quarter] = int(found.total_seconds()) if found else 0
        return _EPOCH + timedelta(seconds=seconds + offset)


def major(amount: int, currency: str) -> str:
    """Minor units as a plain decimal with the currency's number of digits."""
    places = exponent(currency)
    if places == 0:
        return str(amount)
    sign, digits = ("-" if amount < 0 else ""), str(abs(amount)).zfill(places + 1)
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def price(amount: Any, currency: str) -> str:
    return format(Decimal(str(amount)).scaleb(-exponent(currency)).normalize(), "f")


def readers(columns: Sequence[ExportColumn], names: Sequence[str], zone: ZoneInfo) -> list[Cell]:
    """For each column a function of a row's values, in the order of `names`, and of the row itself.

    Cells are str, int, decimals as text for amounts, datetime for times, None for nothing.
    """
    zoned = Zoned(zone)
    at = {name: place for place, name in enumerate(names)}
    return [_reader(column, at, zoned) for column in columns]


def _reader(column: ExportColumn, at: dict[str, int], zoned: Zoned) -> Cell:
    place = at[column.key]
    if column.text is not None:
        text = column.text
        return lambda _, row: text(row)
    if column.kind in ("money", "price"):
        money, code = (major if column.kind == "money" else price), at["currency"]
        return lambda values, _: (
            money(values[place], values[code]) if values[code] and values[place] is not None else None
        )
    if column.key == "currency":
        return lambda values, _: str(values[place] or "").upper()
    if column.kind == "day":
        time = zoned.time
        return lambda values, _: None if values[place] is None else time(values[place])
    return lambda values, _: values[place]
