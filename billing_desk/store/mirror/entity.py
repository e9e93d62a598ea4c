"""What a entity of the mirror is: its columns, and how they are read out of Stripe's JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...domain.json_object import Json, id_of

Values = dict[str, Any]


@dataclass(frozen=True)
class Entity:
    """`columns` are stored, `joined` are SQL over other tables with `t` as this one.

    `fields` are what the filter bar knows: name → (kind, SQL expression); kinds are text, word (lower-case), upper,
    code (as it is), number, money, month, date and flag. `senses` are values of filters that mean more than equality:
    "field:value" → SQL. `texts` are filters whose texts are in the full text as well: field → its column there.
    `money` is the column that totals add up, beside `currency`. `indexes` are made once the list is whole: name →
    columns, those that are sorted by first, then those that filters ask for, so that a sorted and filtered list is
    read from the index alone. `gathered` is how to sort by a joined column: a join named `g` whose `value` it is.
    `ranks` is how to sort by a word that depends on the time: its values in order, as conditions. `depends` are the
    entities that joined columns look at.
    """

    name: str
    columns: Mapping[str, str]
    extract: Callable[[Json], Values]
    words: Callable[[Json], list[Any]]
    title: Callable[[Json], str]
    joined: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    money: str | None = None
    indexes: Mapping[str, str] = field(default_factory=dict)
    gathered: Mapping[str, str] = field(default_factory=dict)
    ranks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    senses: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    depends: frozenset[str] = frozenset()

    @property
    def of_customer(self) -> bool:
        """Whether its rows carry their customer's name, so that they can be sorted and found by it."""
        return "customer_name" in self.columns

    def expression(self, column: str) -> str:
        """SQL for a column by name; raises KeyError for one that is not known."""
        if column in self.joined:
            return f"({self.joined[column]})"
        if column in ("id", "created", *self.columns):
            return f"t.{column}"
        raise KeyError(column)


def joined(*parts: Any) -> str:
    return " – ".join(str(part) for part in parts if part)


def metadata_values(obj: Json) -> list[str]:
    return [str(value) for value in (obj.get("metadata") or {}).values()]


def clock_of(obj: Json) -> str | None:
    """The test clock an object lives on; lists omit such objects."""
    return id_of(obj.get("test_clock"))


CREATED = {"created": ("date", "t.created")}
LIVE_STANDINGS = "('active', 'trialing', 'past_due', 'unpaid', 'ending', 'collection_paused')"
OWNER_COLUMNS = {"customer": "TEXT", "customer_name": "TEXT"}
"""`customer_name` is the customer's as the mirror knows it, kept up by the writing."""
