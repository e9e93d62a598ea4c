"""Stripe's objects on this machine: put, read, list, total. Disposable: it can always be fetched again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..domain.changes import Change
from ..domain.money import Money, exponent
from . import search
from .database import Connection, Database
from .noun import Json, Noun
from .nouns import KIND_OF_OBJECT, NOUNS
from .query import Query, order, where
from .schema import MIRROR, MIRROR_VERSION

Row = dict[str, Any]


def file_name(account: str, mode: str) -> str:
    return f"mirror-{MIRROR_VERSION}-{account}-{mode}.db"


def _minor(*arguments: Any) -> int:
    """`minor(value, currency)`: major units as the minor units of a row's currency, so that `total>100` suits each."""
    value, currency = arguments
    return int(Decimal(value).scaleb(exponent(currency or "usd")))


class Mirror:
    """All calls run on the database's threads; results are plain values."""

    def __init__(
        self,
        path: Path | None,
        key: str,
        on_damage: Callable[[], None] | None = None,
        now: Callable[[], int] = lambda: int(time.time()),
    ) -> None:
        """`now` is the account's time in Unix seconds. Raises Damaged."""

        def functions(connection: Connection) -> None:
            connection.create_scalar_function("minor", _minor, 2, deterministic=True)
            connection.create_scalar_function("account_now", lambda *_: now(), 0)

        self._db = Database(path, key, MIRROR, durable=False, setup=functions, on_damage=on_damage)

    def close(self) -> None:
        self._db.close()

    async def put(self, objects: Iterable[Json], as_of: float) -> list[Change]:
        """Store what was read from Stripe at `as_of` (Unix seconds); newer rows stay. Returns what changed."""
        listed = list(objects)
        return await self._db.write(lambda connection: _put_all(connection, listed, as_of))

    async def get(self, kind: str, id_: str) -> Row | None:
        """Stripe's JSON of one object, with `deleted` where it is gone."""
        return await self._db.read(lambda connection: _get(connection, kind, id_))

    async def related(self, kind: str, column: str, value: str, limit: int = 200) -> list[Row]:
        """The JSON of the newest objects whose column has this value."""
        expression = NOUNS[kind].expression(column)
        sql = f"SELECT t.json FROM {kind} t WHERE {expression} = ? AND NOT t.deleted ORDER BY t.created DESC LIMIT ?"
        return await self._db.read(lambda c: [json.loads(str(row[0])) for row in c.execute(sql, (value, limit))])

    async def ids(self, query: Query) -> list[str]:
        """Raises BadFilter."""
        noun = NOUNS[query.kind]
        condition, params = where(noun, query)
        sql = f"SELECT t.id FROM {noun.name} t WHERE {condition} ORDER BY {order(noun, query)}"
        return await self._db.read(lambda c: [str(row[0]) for row in c.execute(sql, params)])

    async def rows(self, kind: str, ids: Sequence[str]) -> dict[str, Row]:
        """Column values by id; ids that are gone are missing."""
        noun = NOUNS[kind]
        names = ["id", "created", "deleted", *noun.columns, *noun.joined]
        columns = ["t.id", "t.created", "t.deleted", *(noun.expression(name) for name in names[3:])]
        sql = f"SELECT {', '.join(columns)} FROM {kind} t WHERE t.id IN ({', '.join('?' * len(ids))})"

        def work(connection: Connection) -> dict[str, Row]:
            found = (dict(zip(names, row, strict=True)) for row in connection.execute(sql, tuple(ids)))
            return {str(row["id"]): row for row in found}

        return await self._db.read(work)

    async def totals(self, query: Query) -> list[Money]:
        """The noun's money summed per currency over the whole query."""
        noun = NOUNS[query.kind]
        if noun.money is None:
            return []
        condition, params = where(noun, query)
        sql = (
            f"SELECT t.currency, sum(t.{noun.money}) FROM {noun.name} t "
            f"WHERE {condition} AND t.currency IS NOT NULL GROUP BY t.currency ORDER BY t.currency"
        )
        return await self._db.read(lambda c: [Money(int(row[1] or 0), str(row[0])) for row in c.execute(sql, params)])

    async def totals_of(self, kind: str, ids: Sequence[str]) -> list[Money]:
        """The same over chosen rows."""
        noun = NOUNS[kind]
        if noun.money is None:
            return []
        sql = (
            f"SELECT currency, sum({noun.money}) FROM {kind} WHERE currency IS NOT NULL "
            "AND id IN (SELECT value FROM json_each(?)) GROUP BY currency ORDER BY currency"
        )
        listed = json.dumps(list(ids))
        return await self._db.read(
            lambda c: [Money(int(row[1] or 0), str(row[0])) for row in c.execute(sql, (listed,))]
        )

    async def count(self, kind: str) -> int:
        sql = f"SELECT count(*) FROM {NOUNS[kind].name} WHERE NOT deleted"
        return await self._db.read(lambda c: int(str(next(c.execute(sql))[0])))

    async def find(self, text: str, limit: int = 8) -> list[search.Hit]:
        return await self._db.read(lambda connection: search.find(connection, text, limit))

    async def forget_unseen(self, kind: str, since: float) -> list[Change]:
        """After a whole list was read: drop what was not in it. Returns what changed."""
        return await self._db.write(lambda connection: _forget(connection, kind, since))

    async def forget_cards(self, customer: str, since: float) -> list[Change]:
        """After a customer's cards were listed: drop those of theirs that were not among them."""
        return await self._db.write(lambda connection: _forget(connection, "card", since, customer))

    async def progress(self, name: str) -> str | None:
        sql = "SELECT value FROM progress WHERE name = ?"
        row = await self._db.read(lambda c: c.execute(sql, (name,)).fetchone())
        return str(row[0]) if row else None

    async def set_progress(self, name: str, value: str) -> None:
        sql = "INSERT INTO progress VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        await self._db.write(lambda connection: connection.execute(sql, (name, value)) and None)

    async def usage(self, meter: str, customer: str) -> Row | None:
        """The last usage answer kept for this pair: `start`, `finish`, `fetched` and the summaries."""
        sql = "SELECT start, finish, fetched, json FROM usage WHERE meter = ? AND customer = ?"
        row = await self._db.read(lambda c: c.execute(sql, (meter, customer)).fetchone())
        if row is None:
            return None
        return {"start": row[0], "finish": row[1], "fetched": row[2], "rows": json.loads(str(row[3]))}

    async def put_usage(self, meter: str, customer: str, span: tuple[int, int], fetched: int, rows: list[Row]) -> None:
        sql = "INSERT OR REPLACE INTO usage VALUES (?, ?, ?, ?, ?, ?)"
        values = (meter, customer, *span, fetched, json.dumps(rows))
        await self._db.write(lambda connection: connection.execute(sql, values) and None)


def _get(connection: Connection, kind: str, id_: str) -> Row | None:
    row = connection.execute(f"SELECT json FROM {NOUNS[kind].name} WHERE id = ?", (id_,)).fetchone()
    return json.loads(str(row[0])) if row else None


def _put_all(connection: Connection, objects: list[Json], as_of: float) -> list[Change]:
    changed: dict[str, set[str]] = {}
    for obj in objects:
        kind = KIND_OF_OBJECT.get(str(obj.get("object")))
        if kind and obj.get("id") and _put(connection, NOUNS[kind], obj, as_of):
            changed.setdefault(kind, set()).add(str(obj["id"]))
    return [Change(kind, frozenset(ids)) for kind, ids in changed.items()]


def _put(connection: Connection, noun: Noun, obj: Json, as_of: float) -> bool:
    id_ = str(obj["id"])
    old = connection.execute(f"SELECT json, seen FROM {noun.name} WHERE id = ?", (id_,)).fetchone()
    if old is not None and (old[1] > as_of or _is_older_shape(obj, str(old[0]))):
        return False
    if obj.get("deleted") and old is not None:
        obj = {**json.loads(str(old[0])), "deleted": True}
    text = json.dumps(obj, ensure_ascii=False)
    if old is not None and old[0] == text:
        connection.execute(f"UPDATE {noun.name} SET seen = ? WHERE id = ?", (as_of, id_))
        return False
    _write(connection, noun, obj, as_of, text)
    return True


def _is_older_shape(obj: Json, stored: str) -> bool:
    """A plan is the older, poorer view of a price with the same id; the price stays."""
    return obj.get("object") == "plan" and json.loads(stored).get("object") == "price"


def _write(connection: Connection, noun: Noun, obj: Json, as_of: float, text: str) -> None:
    id_ = str(obj["id"])
    values = noun.extract(obj)
    names = ("id", "created", "deleted", "seen", *noun.columns, "json")
    row = (
        id_,
        obj.get("created"),
        int(bool(obj.get("deleted"))),
        as_of,
        *(values.get(name) for name in noun.columns),
        text,
    )
    marks = ", ".join("?" * len(names))
    connection.execute(f"INSERT OR REPLACE INTO {noun.name} ({', '.join(names)}) VALUES ({marks})", row)
    words = search.folded("\n".join(str(word) for word in [id_, *noun.words(obj)] if word))
    connection.execute(
        "INSERT INTO docs (noun, id, title, text) VALUES (?, ?, ?, ?) ON CONFLICT (noun, id) "
        "DO UPDATE SET title = excluded.title, text = excluded.text "
        "WHERE text <> excluded.text OR title <> excluded.title",
        (noun.name, id_, noun.title(obj), words),
    )


def _forget(connection: Connection, kind: str, since: float, customer: str | None = None) -> list[Change]:
    name = NOUNS[kind].name
    only = " AND customer = ?" if customer else ""
    params = (since, customer) if customer else (since,)
    rows = connection.execute(f"SELECT id FROM {name} WHERE seen < ? AND NOT deleted{only}", params).fetchall()
    gone = frozenset(str(row[0]) for row in rows)
    for id_ in gone:
        connection.execute(f"DELETE FROM {name} WHERE id = ?", (id_,))
        connection.execute("DELETE FROM docs WHERE noun = ? AND id = ?", (name, id_))
    return [Change(kind, gone)] if gone else []
