"""The objects of one kind, by id, by order of creation and by indexed fields."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import merge
from typing import Any

import orjson

from .packed import Packed

Json = dict[str, Any]
Place = tuple[int, int, str]
"""(created, serial, id): sorts in order of creation."""
_GONE: Json = {}


def copied(obj: Any) -> Any:
    """A deep copy of plain JSON; several times faster than `copy.deepcopy`."""
    return orjson.loads(orjson.dumps(obj))


def created_of(row: Json | Packed) -> int:
    """The creation time (Unix seconds): `created`, or `date` or `start` for a few kinds."""
    found = row.get("created") or row.get("date") or row.get("start") or 0
    # API v2 uses ISO 8601 strings.
    return int(datetime.fromisoformat(found).timestamp()) if isinstance(found, str) else found


class Table:
    """With a parent, a table reads through to it and keeps changes until `commit`."""

    def __init__(self, indexed: tuple[str, ...] = (), parent: Table | None = None) -> None:
        self._indexed = indexed
        self._parent = parent
        self._rows: dict[str, Json | Packed] = {}
        self._places: dict[str, Place] = {}
        self._order: list[Place] = []
        self._index: dict[str, dict[Any, list[str]]] = {name: {} for name in indexed}
        self._indexed_as: dict[str, tuple[Any, ...]] = {}

    def __len__(self) -> int:
        above = self._parent
        inherited = sum(1 for place in above._order if place[2] not in self._rows) if above else 0
        return len(self._order) + inherited

    def __contains__(self, id_: str) -> bool:
        if id_ in self._rows:
            return self._rows[id_] is not _GONE
        return self._parent is not None and id_ in self._parent

    def add(self, row: Json | Packed, serial: int) -> None:
        id_ = row["id"]
        if id_ in self._places:
            self.remove(id_)
        place = (created_of(row), serial, id_)
        self._rows[id_] = row
        self._places[id_] = place
        if not self._order or place > self._order[-1]:
            self._order.append(place)
        else:
            insort(self._order, place)
        self._enter(id_, row)

    def get(self, id_: str) -> Json | None:
        row = self._rows.get(id_)
        if row is None and self._parent is not None:
            theirs = self._parent.peek(id_)
            if theirs is None:
                return None
            row = theirs.load() if isinstance(theirs, Packed) else copied(theirs)
            self._adopt(id_, row)
        if isinstance(row, Packed):
            row = self._rows[id_] = row.load()
        return None if row is _GONE else row

    def peek(self, id_: str) -> Json | Packed | None:
        """The row, read-only: not unpacked, and not copied from the parent."""
        row = self._rows.get(id_)
        if row is None and self._parent is not None:
            return self._parent.peek(id_)
        return None if row is _GONE else row

    def place(self, id_: str) -> Place | None:
        found = self._places.get(id_)
        return found if found or self._parent is None or id_ in self._rows else self._parent.place(id_)

    def move(self, id_: str, created: int) -> None:
        """Change an object's creation time and its position in lists."""
        row = self.get(id_)
        assert row is not None
        serial = self._places[id_][1]
        self.remove(id_)
        row["created"] = created
        self.add(row, serial)

    def remove(self, id_: str) -> None:
        place = self._places.pop(id_, None)
        if place is not None:
            del self._order[bisect_left(self._order, place)]
            self._leave(id_)
        if self._parent is not None:
            self._rows[id_] = _GONE
        else:
            self._rows.pop(id_, None)

    def reindex(self, row: Json) -> None:
        """Update the indexes after a row was changed."""
        if tuple(row.get(name) for name in self._indexed) != self._indexed_as.get(row["id"]):
            self._leave(row["id"])
            self._enter(row["id"], row)

    def by(self, field: str, value: Any) -> list[str]:
        """Ids of the rows whose indexed `field` equals `value`, oldest first."""
        own = self._index[field].get(value, ())
        if self._parent is None:
            return list(own)
        both = [id_ for id_ in self._parent.by(field, value) if id_ not in self._rows]
        return sorted([*both, *own], key=lambda id_: self.place(id_) or (0, 0, id_))

    def indexes(self, field: str) -> bool:
        return field in self._indexed

    def places(self, *, newest: bool, beyond: Place | None = None) -> Iterator[Place]:
        """Places in order, starting after `beyond`."""
        if self._parent is not None:
            above = (p for p in self._parent.places(newest=newest, beyond=beyond) if p[2] not in self._rows)
            return merge(self._own(newest, beyond), above, reverse=newest)
        return self._own(newest, beyond)

    def _own(self, newest: bool, beyond: Place | None) -> Iterator[Place]:
        order = self._order
        if newest:
            start = len(order) if beyond is None else bisect_left(order, beyond)
            return (order[at] for at in range(start - 1, -1, -1))
        start = 0 if beyond is None else bisect_right(order, beyond)
        return (order[at] for at in range(start, len(order)))

    def forget_before(self, created: int) -> None:
        """Drop the rows created before `created` (Unix seconds)."""
        end = bisect_left(self._order, (created, 0, ""))
        for place in self._order[:end]:
            self._rows.pop(place[2], None)
            self._places.pop(place[2], None)
            self._leave(place[2])
        del self._order[:end]

    def commit(self) -> None:
        """Write the changes of this table to the parent."""
        parent = self._parent
        assert parent is not None
        for id_, row in self._rows.items():
            if row is _GONE:
                parent.remove(id_)
            elif id_ in parent._places:
                changed = parent.get(id_)
                assert changed is not None
                assert isinstance(row, dict)
                changed.clear()
                changed.update(row)
                parent.reindex(changed)
            else:
                parent.add(row, self._places[id_][1])

    def rows(self) -> Iterable[Json | Packed]:
        """Every row in order of creation."""
        return (row for place in self.places(newest=False) if (row := self.peek(place[2])) is not None)

    def numbered(self) -> list[tuple[int, Json | Packed]]:
        """(serial, row) of this table, without the parent's."""
        return [(serial, self._rows[id_]) for _, serial, id_ in self._order]

    def _adopt(self, id_: str, row: Json) -> None:
        assert self._parent is not None
        place = self._parent.place(id_)
        assert place is not None
        self._rows[id_] = row
        self._places[id_] = place
        insort(self._order, place)
        self._enter(id_, row)

    def _enter(self, id_: str, row: Json | Packed) -> None:
        if not self._indexed:
            return
        values = tuple(row.get(name) for name in self._indexed)
        for name, value in zip(self._indexed, values, strict=True):
            if value is not None:
                self._index[name].setdefault(value, []).append(id_)
        self._indexed_as[id_] = values

    def _leave(self, id_: str) -> None:
        for name, value in zip(self._indexed, self._indexed_as.pop(id_, ()), strict=False):
            if value is not None:
                self._index[name][value].remove(id_)


Test = Callable[[Json | Packed], bool]
