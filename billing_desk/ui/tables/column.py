"""Column definitions: key in the row, title, text of a value, and how it is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ...domain.json_object import Json
from ...domain.money import Money
from ..wording.text import Wording, translate
from ..wording.words import Pill


@dataclass(frozen=True)
class Column:
    """`key` is also the sort key. A `pill` is painted with its tone instead of the text. `priority` 1 stays when the
    window is narrow, 3 is left out first; `fixed`: it is never narrower than `width`. `exports` is the kind of cell in
    an export: `plain` is the value, `text` the displayed text."""

    key: str
    title: Callable[[], str]
    text: Callable[[Json, Wording], str]
    width: int = 130
    right: bool = False
    pill: Callable[[Json], Pill | None] | None = None
    tip: Callable[[Json, Wording], str] | None = None
    shown: bool = True
    priority: int = 2
    fixed: bool = False
    exports: Literal["plain", "text", "money", "price", "count", "day"] = "text"


def plain(key: str, title: Callable[[], str], width: int = 130, *, shown: bool = True, priority: int = 2) -> Column:
    return Column(
        key, title, lambda row, _: str(row.get(key) or ""), width, shown=shown, priority=priority, exports="plain"
    )


def currency() -> Column:
    """The row's currency as a code in capitals; exports have it beside the amounts."""
    return Column(
        "currency",
        lambda: translate("Tables", "Currency"),
        lambda row, _: str(row.get("currency") or "").upper(),
        75,
        shown=False,
        exports="plain",
    )


def money(key: str, title: Callable[[], str], width: int = 110, *, shown: bool = True, priority: int = 2) -> Column:
    """An amount in minor units of the row's currency."""

    def text(row: Json, wording: Wording) -> str:
        value, code = row.get(key), row.get("currency")
        return "" if value is None or not code else wording.money(Money(int(value), code))

    return Column(key, title, text, width, right=True, shown=shown, priority=priority, exports="money")


def unit_price(key: str, title: Callable[[], str], width: int = 110) -> Column:
    """Minor units, possibly with a fraction."""

    def text(row: Json, wording: Wording) -> str:
        value = row.get(key)
        return "–" if value is None else wording.unit_price(Decimal(str(value)), row["currency"])

    return Column(key, title, text, width, right=True, exports="price")


def count(key: str, title: Callable[[], str], width: int = 80, *, shown: bool = True, priority: int = 2) -> Column:
    def text(row: Json, wording: Wording) -> str:
        return "" if row.get(key) is None else wording.number(int(row[key]))

    return Column(key, title, text, width, right=True, exports="count", shown=shown, priority=priority)


def day(key: str, title: Callable[[], str], width: int = 105, *, shown: bool = True, priority: int = 2) -> Column:
    """The day in the chosen zone; the tooltip has the exact second."""
    return Column(
        key,
        title,
        lambda row, wording: wording.day(row.get(key)),
        width,
        tip=lambda row, wording: wording.exact(row.get(key)),
        shown=shown,
        priority=priority,
        exports="day",
    )


def status(
    key: str,
    words: Callable[[str], Pill],
    title: Callable[[], str] | None = None,
    width: int = 130,
    *,
    priority: int = 2,
    shown: bool = True,
) -> Column:
    def pill(row: Json) -> Pill | None:
        if row.get("deleted"):
            return translate("Tables", "Deleted"), "neutral"
        return words(str(row[key])) if row.get(key) is not None else None

    def text(row: Json, _: Wording) -> str:
        found = pill(row)
        return found[0] if found else ""

    return Column(
        key, title or (lambda: translate("Tables", "Status")), text, width, pill=pill, priority=priority, shown=shown
    )


def identity(title: Callable[[], str] | None = None) -> Column:
    return plain("id", title or (lambda: translate("Tables", "ID")), 200, shown=False)
