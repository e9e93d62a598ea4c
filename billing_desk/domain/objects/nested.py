"""Lists inside Stripe's objects, such as an invoice's lines: Stripe sends only the first entries and says `has_more`.

Only this module and `gateway/pages.py` look into a list. `gateway/nested.py` completes objects; one that could not be
completed stays cut, and its screen says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..json_object import Json

MADE_ANEW = frozenset({"hosted_invoice_url", "invoice_pdf"})
"""URLs that Stripe renews with every read, because they expire."""


@dataclass(frozen=True)
class CutList:
    """A list with more entries than Stripe sent: `owner` has it in the field `name`."""

    owner: Json
    name: str
    held: Json

    def fill(self, rows: list[Json]) -> None:
        """Put the whole list into the owner."""
        self.held.update(data=rows, has_more=False)
        if "total_count" in self.held:
            self.held["total_count"] = len(rows)


def rows_of(obj: Mapping[str, Any], name: str) -> list[Json]:
    """The entries of the list in the field `name`, as far as they were read; see `is_cut`. [] if it was not sent."""
    held = obj.get(name)
    data = held.get("data") if isinstance(held, Mapping) else held
    return [row for row in data or [] if isinstance(row, dict)]


def is_cut(obj: Mapping[str, Any], name: str = "") -> bool:
    """Whether entries are missing: in the field `name`, or without it in any list of the object."""
    return next(cut_lists({name: obj.get(name)} if name else obj), None) is not None


def cut_lists(obj: Mapping[str, Any]) -> Iterator[CutList]:
    """Every list that Stripe cut in the object and in the objects inside it. Parts without `object` have no lists."""
    waiting: list[Any] = [obj]
    while waiting:
        node = waiting.pop()
        for name, value in node.items():
            if isinstance(value, dict):
                kind = value.get("object")
                if kind == "list":
                    if value.get("has_more") is True:
                        yield CutList(node, name, value)
                    data = value.get("data")
                    waiting += [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []
                elif kind:
                    waiting.append(value)


def completed_from(obj: Json, known: Json) -> Json:
    """`obj` with the whole lists of `known`, an earlier copy of it, if nothing else differs; otherwise `obj`."""
    cuts = {cut.name: cut for cut in cut_lists(obj)}
    if any(cut.owner is not obj or is_cut(known, name) for name, cut in cuts.items()):
        return obj
    for name in cuts:
        entries = {row.get("id"): row for row in rows_of(known, name)}
        if any(entries.get(row.get("id")) != row for row in rows_of(obj, name)):
            return obj
    ignored = {*cuts, *MADE_ANEW}
    if any(obj.get(name) != known.get(name) for name in {*obj, *known} - ignored):
        return obj
    return {**obj, **{name: known[name] for name in cuts}}
