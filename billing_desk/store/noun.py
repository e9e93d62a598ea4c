"""What a noun of the mirror is: its columns, and how they are read out of Stripe's JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]
Values = dict[str, Any]


@dataclass(frozen=True)
class Noun:
    """`columns` are stored, `joined` are SQL over other tables with `t` as this one.

    `fields` are what the filter bar knows: name → (kind, SQL expression); kinds are text, word, number, money, date
    and flag. `money` is the column that totals add up, beside `currency`.
    """

    name: str
    columns: Mapping[str, str]
    extract: Callable[[Json], Values]
    words: Callable[[Json], list[Any]]
    title: Callable[[Json], str]
    joined: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    money: str | None = None

    @property
    def of_customer(self) -> bool:
        return "customer" in self.columns

    def expression(self, column: str) -> str:
        """SQL for a column by name; raises KeyError for one that is not known."""
        if column in self.joined:
            return f"({self.joined[column]})"
        if column in ("id", *self.columns):
            return f"t.{column}"
        raise KeyError(column)


def id_of(value: Any) -> str | None:
    """The id of a reference, expanded or not."""
    if isinstance(value, Mapping):
        value = value.get("id")
    return value if isinstance(value, str) else None


def joined(*parts: Any) -> str:
    return " – ".join(str(part) for part in parts if part)


def metadata_values(obj: Json) -> list[str]:
    return [str(value) for value in (obj.get("metadata") or {}).values()]


CUSTOMER_NAME = "SELECT coalesce(c.name, c.email, c.id) FROM customer c WHERE c.id = t.customer"
CREATED = {"created": ("date", "t.created")}
LIVE_STANDINGS = "('active', 'trialing', 'past_due', 'unpaid', 'ending', 'collection_paused')"
