"""Writes Stripe's objects into the mirror, a page at a time, inside a transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import apsw

from ...domain.catalog.plan import is_sold_in_other_ways
from ...domain.changes import Change, ChangeKind
from ...domain.json_object import Json, id_of
from ...domain.objects.malformed import STRANGE, created_of, is_id
from ...domain.objects.nested import is_cut
from ..files.database import Connection
from . import search, sold_prices
from .compression import Compression
from .entities import ENTITIES, KIND_OF_OBJECT
from .entity import Entity
from .indexed_text import Owner, owner_of, owner_on_invoice, text_of
from .merging import keeps_something, merged
from .revenue_steps import store_steps
from .row_numbers import row_number

UNFIT = (*STRANGE, apsw.TooBigError, apsw.MismatchError, apsw.ConstraintError, apsw.RangeError)
"""Exceptions that mean that an object is malformed; errors of the file or the disk are not among these."""
_AT_ONCE = 50
OWNED = tuple(entity for entity in ENTITIES.values() if entity.of_customer)


Text = tuple[int, str, str]
"""A row number, its searchable text, and the name for search and filters."""


@dataclass
class _Kept:
    """A row before the write; `seen` in Unix seconds."""

    row: int
    seen: float
    body: bytes


@dataclass
class _Batch:
    """The changes of one page to one table."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    bodies: list[tuple[int, bytes]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    new_texts: list[Text] = field(default_factory=list)
    """Texts that replace existing ones."""
    seen: list[tuple[float, int]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    known: list[tuple[int]] = field(default_factory=list)
    """The rows that existed before."""
    parts: list[tuple[Any, ...]] = field(default_factory=list)


class MirrorWriter:
    """Used on the write thread, inside a transaction."""

    def __init__(self, connection: Connection, packing: Compression) -> None:
        self._connection, self._packing = connection, packing

    def put_what_fits(self, objects: Sequence[Json], as_of: float) -> tuple[list[Change], int]:
        """As `put`, but skips malformed objects; also returns their number."""
        try:
            return self._whole(objects, as_of), 0
        except UNFIT:
            pass
        changes: list[Change] = []
        left_out = 0
        for obj in objects:
            try:
                changes += self._whole([obj], as_of)
            except UNFIT:
                left_out += 1
        return changes, left_out

    def _whole(self, objects: Iterable[Json], as_of: float) -> list[Change]:
        """Store all objects or none, in a savepoint."""
        try:
            with self._connection:
                changes = self.put(objects, as_of)
        except BaseException:
            self._packing.forget()  # a new dictionary is not in the file
            raise
        return changes

    def put(self, objects: Iterable[Json], as_of: float) -> list[Change]:
        """Store objects read at `as_of` (Unix seconds); rows that were read later are kept. Returns what changed."""
        by_kind: dict[str, dict[str, Json]] = {}
        for obj in objects:
            kind = KIND_OF_OBJECT.get(str(obj.get("object")))
            if kind and is_id(obj.get("id")):
                by_kind.setdefault(kind, {})[str(obj["id"])] = obj
        changes = []
        # Customers first, because their objects contain their names.
        for kind in sorted(by_kind, key=lambda kind: kind != "customer"):
            changes += self._put_kind(ENTITIES[kind], by_kind[kind], as_of)
        return changes

    def _put_kind(self, entity: Entity, objects: Mapping[str, Json], as_of: float) -> list[Change]:
        before = self._kept(entity, list(objects))
        fresh = {
            id_: self._merged(entity, obj, before.get(id_))
            for id_, obj in objects.items()
            if id_ not in before or self._is_news(entity, obj, before[id_], as_of)
        }
        if entity.name == "subscription":
            fresh = sold_prices.priced(self._connection, self._packing, fresh)
        owners = self._owners(entity, fresh.values())
        batch = _Batch()
        renamed: dict[str, Owner] = {}
        places = self._places(entity, fresh, before)
        for (id_, obj), body in zip(fresh.items(), self._packing.pack(entity.name, list(fresh.values())), strict=True):
            old = before.get(id_)
            if old is not None and old.body == body:
                batch.seen.append((as_of, old.row))
                continue
            batch.ids.add(id_)
            self._add(batch, entity, obj, (places[id_], as_of, body), owners, old)
            if entity.name == "customer":
                renamed |= self._renamed(id_, obj, old)
        self._store(entity, batch)
        if entity.name == "subscription":
            store_steps(self._connection, [(places[id_], fresh[id_], as_of) for id_ in batch.ids])
        changes = [Change(ChangeKind(entity.name), frozenset(batch.ids))] if batch.ids else []
        if entity.name == "customer":
            changes += self._drop_cards([id_ for id_ in batch.ids if fresh[id_].get("deleted")])
        if entity.name == "price":
            prices = {id_: fresh[id_] for id_ in batch.ids if is_sold_in_other_ways(fresh[id_])}
            for obj, seen in sold_prices.subscriptions_of(self._connection, self._packing, prices):
                changes += self.put([obj], seen)
        return changes + (self._rename(renamed) if renamed else [])

    def _kept(self, entity: Entity, ids: Sequence[str]) -> dict[str, _Kept]:
        sql = (
            f"SELECT t.id, t.row, t.seen, j.body FROM {entity.name} t JOIN {entity.name}_json j ON j.row = t.row "
            "WHERE t.id IN (SELECT value FROM json_each(?))"
        )
        rows = self._connection.execute(sql, (json.dumps(ids),))
        return {id_: _Kept(row, seen, body) for id_, row, seen, body in rows}

    def _merged(self, entity: Entity, obj: Json, old: _Kept | None) -> Json:
        if old is None or not keeps_something(obj):
            return obj
        return merged(obj, self._packing.unpack(entity.name, old.body))

    def _is_news(self, entity: Entity, obj: Json, old: _Kept, as_of: float) -> bool:
        """Whether `obj` replaces `old`. A price always replaces the plan with its id; a plan never replaces a price."""
        if entity.name == "price":
            was = self._packing.unpack("price", old.body).get("object")
            if {was, obj.get("object")} == {"plan", "price"}:
                return bool(was == "plan")
        return old.seen <= as_of

    def _places(self, entity: Entity, objects: Mapping[str, Json], before: Mapping[str, _Kept]) -> dict[str, int]:
        places = {id_: old.row for id_, old in before.items()}
        new = {id_: row_number(created_of(obj), id_) for id_, obj in objects.items() if id_ not in before}
        sql = f"SELECT row FROM {entity.name} WHERE row IN (SELECT value FROM json_each(?))"
        taken = {row for (row,) in self._connection.execute(sql, (json.dumps(list(new.values())),))}
        for id_, wanted in new.items():
            row = wanted
            while row in taken:
                row += 1
                if self._connection.execute(f"SELECT 1 FROM {entity.name} WHERE row = ?", (row,)).fetchone():
                    taken.add(row)
            taken.add(row)
            places[id_] = row
        return places

    def _owners(self, entity: Entity, objects: Iterable[Json]) -> dict[str, Owner]:
        if not entity.of_customer:
            return {}
        ids = {id_ for obj in objects if (id_ := id_of(obj.get("customer")))}
        sql = "SELECT id, name, email FROM customer WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._connection.execute(sql, (json.dumps(list(ids)),))
        return {id_: owner_of(id_, name, email) for id_, name, email in rows}

    def _add(
        self,
        batch: _Batch,
        entity: Entity,
        obj: Json,
        place: tuple[int, float, bytes],
        owners: Mapping[str, Owner],
        old: _Kept | None,
    ) -> None:
        row, as_of, body = place
        values = entity.extract(obj)
        owner = owners.get(values.get("customer") or "") or owner_on_invoice(obj)
        if entity.of_customer:
            values["customer_name"] = owner.label or None
        columns = (values.get(name) for name in entity.columns)
        deleted = int(bool(obj.get("deleted")))
        batch.rows.append((row, str(obj["id"]), created_of(obj), deleted, as_of, int(is_cut(obj)), *columns))
        batch.bodies.append((row, body))
        batch.parts += [(row, *(part.get(name) for name in entity.parts)) for part in entity.extract_parts(obj)]
        batch.known += [(row,)] if old is not None else []
        text = text_of(entity, obj, owner)
        if old is None:
            batch.texts.append((row, *text))
        elif text != text_of(entity, self._packing.unpack(entity.name, old.body), owner):
            batch.new_texts.append((row, *text))

    def _store(self, entity: Entity, batch: _Batch) -> None:
        name = entity.name
        self._connection.executemany(f"UPDATE {name} SET seen = ? WHERE row = ?", batch.seen)
        names = ("row", "id", "created", "deleted", "seen", "cut", *entity.columns)
        kept = ", ".join(f"{column} = excluded.{column}" for column in ("deleted", "seen", "cut", *entity.columns))
        into = f"INSERT INTO {name} ({', '.join(names)})"
        insert(self._connection, into, batch.rows, f"ON CONFLICT (row) DO UPDATE SET {kept}")
        insert(self._connection, f"INSERT OR REPLACE INTO {name}_json", batch.bodies)
        self._store_parts(entity, batch)
        self._index(entity, batch.texts, "INSERT")
        self._index(entity, batch.new_texts, "INSERT OR REPLACE")

    def _store_parts(self, entity: Entity, batch: _Batch) -> None:
        if not entity.parts:
            return
        self._connection.executemany(f"DELETE FROM {entity.name}_parts WHERE row = ?", batch.known)
        insert(self._connection, f"INSERT INTO {entity.name}_parts", batch.parts)

    def _index(self, entity: Entity, texts: list[Text], verb: str) -> None:
        texts.sort()  # FTS5 appends rows in ascending order without sorting
        insert(self._connection, f"{verb} INTO {entity.name}_words (rowid, text, name)", texts)
        short = [(row, search.pairs(f"{text}\n{name}")) for row, text, name in texts]
        insert(self._connection, f"{verb} INTO {entity.name}_pairs (rowid, text)", short)

    def _renamed(self, id_: str, obj: Json, old: _Kept | None) -> dict[str, Owner]:
        now = owner_of(id_, obj.get("name"), obj.get("email"))
        if old is None:
            return {id_: now}
        was = self._packing.unpack("customer", old.body)
        return {} if now == owner_of(id_, was.get("name"), was.get("email")) else {id_: now}

    def _rename(self, owners: Mapping[str, Owner]) -> list[Change]:
        """Copy changed customer names to the customers' objects."""
        changes, ids = [], json.dumps(list(owners))
        for entity in OWNED:
            name = entity.name
            sql = (
                f"SELECT t.row, t.id, t.customer, j.body FROM {name} t JOIN {name}_json j ON j.row = t.row "
                "WHERE t.customer IN (SELECT value FROM json_each(?))"
            )
            found: list[Any] = self._connection.execute(sql, (ids,)).fetchall()
            if not found:
                continue
            labels, texts = [], []
            for row, _, customer, body in found:
                labels.append((owners[customer].label, row))
                texts.append((row, *text_of(entity, self._packing.unpack(name, body), owners[customer])))
            self._connection.executemany(f"UPDATE {name} SET customer_name = ? WHERE row = ?", labels)
            self._index(entity, texts, "INSERT OR REPLACE")
            changes.append(Change(ChangeKind(name), frozenset(id_ for _, id_, _, _ in found)))
        return changes

    def forget(self, kind: str, since: float, customer: str | None = None) -> list[Change]:
        """Drop rows (of `customer`, if given) not seen since `since` (Unix seconds). Returns what changed."""
        only = " AND customer = ?" if customer else ""
        params = (since, customer) if customer else (since,)
        sql = f"SELECT row, id FROM {kind} WHERE seen < ? AND deleted = 0{only}"
        gone: list[Any] = self._connection.execute(sql, params).fetchall()
        rows = [(row,) for row, _ in gone]
        for table, key in (
            (kind, "row"),
            (f"{kind}_json", "row"),
            (f"{kind}_words", "rowid"),
            (f"{kind}_pairs", "rowid"),
            *([(f"{kind}_parts", "row"), (f"{kind}_revenue", "row")] if ENTITIES[kind].parts else []),
        ):
            self._connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", rows)
        cards = self._drop_cards([id_ for _, id_ in gone]) if kind == "customer" else []
        return [Change(ChangeKind(kind), frozenset(id_ for _, id_ in gone)), *cards] if gone else []

    def _drop_cards(self, customers: Sequence[str]) -> list[Change]:
        """Drop the cards of deleted customers."""
        return [change for id_ in customers for change in self.forget("card", float("inf"), id_)]


def insert(connection: Connection, into: str, rows: Sequence[tuple[Any, ...]], conflict: str = "") -> None:
    """Insert fifty rows per statement: the driver releases and reacquires the GIL for each statement, which is slow
    while another thread runs."""
    for at in range(0, len(rows), _AT_ONCE):
        chunk = rows[at : at + _AT_ONCE]
        marks = f"({', '.join('?' * len(chunk[0]))})"
        values = [value for row in chunk for value in row]
        connection.execute(f"{into} VALUES {', '.join([marks] * len(chunk))} {conflict}", values)
