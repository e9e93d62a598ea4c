"""The definition of an entity of the mirror: its columns, and how they are extracted from Stripe's JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...domain.json_object import Json, id_of

Values = dict[str, Any]


@dataclass(frozen=True)
class Entity:
    """`columns` are stored, `joined` are SQL over other tables with `t` as this one.

    `fields` are the filter fields: name → (kind, SQL expression); kinds are text, word (lower-case), upper, code
    (unchanged), part (a column of `parts`), moved (what its revenue did in
    a month), number, money, month, date and flag. `senses` are filter values with a
    special condition: "field:value" → SQL. `texts` are filters that the full-text index covers: field → its column
    there. `sums` are the figures that totals add up per `currency` and `status`: name → SQL. `indexes` are created
    after the backfill: name → columns, sort columns first, then filter columns, so that a sorted and filtered list is
    read from the index alone. `gathered` is how to sort by a joined column: a join named `g` with the column `value`.
    `ranks` is how to sort by a word that depends on the time: its values in order, as conditions. `depends` are the
    entities that joined columns read. `parts` are the columns of a second table with a row for each entry of a nested
    list, such as a subscription's items; `extract_parts` returns their values.
    """

    name: str
    columns: Mapping[str, str]
    extract: Callable[[Json], Values]
    words: Callable[[Json], list[Any]]
    title: Callable[[Json], str]
    joined: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)
    status: str = "''"
    indexes: Mapping[str, str] = field(default_factory=dict)
    gathered: Mapping[str, str] = field(default_factory=dict)
    ranks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    senses: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    depends: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)
    extract_parts: Callable[[Json], list[Values]] = lambda _: []

    @property
    def of_customer(self) -> bool:
        """Whether its rows contain the customer's name, for sorting and search."""
        return "customer_name" in self.columns

    def expression(self, column: str) -> str:
        """SQL for a column by name. Raises KeyError for an unknown column."""
        if column in self.joined:
            return f"({self.joined[column]})"
        if column in ("id", "created", *self.columns):
            return f"t.{column}"
        raise KeyError(column)

    def equals(self, column: str) -> str:
        """A condition with one parameter: the column has this value, or any part has it. Raises KeyError."""
        if column in self.parts:
            return f"t.row IN (SELECT i.row FROM {self.name}_parts i WHERE i.{column} = ?)"
        return f"{self.expression(column)} = ?"


def joined(*parts: Any) -> str:
    return " – ".join(str(part) for part in parts if part)


def metadata_values(obj: Json) -> list[str]:
    return [str(value) for value in (obj.get("metadata") or {}).values()]


def clock_of(obj: Json) -> str | None:
    """The id of the object's test clock; Stripe's lists omit such objects."""
    return id_of(obj.get("test_clock"))


CREATED = {"created": ("date", "t.created")}
LIVE_STANDINGS = "('active', 'trialing', 'past_due', 'unpaid', 'ending', 'collection_paused')"
OWNER_COLUMNS = {"customer": "TEXT", "customer_name": "TEXT"}
"""`customer_name` is a copy of the customer's name, which MirrorWriter keeps up to date."""
