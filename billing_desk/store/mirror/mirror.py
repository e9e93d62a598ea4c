"""Stripe's objects on this machine: put, read, list, total. Disposable: it can always be fetched again."""

from __future__ import annotations

import asyncio
import json
import time
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...domain.changes import Change
from ...domain.json_object import Json
from ...domain.list_query import ListPage, Query
from ...domain.money import Money
from ...domain.search_hit import Hit
from ..files.database import Connection, Database
from ..files.identity import FileIdentity
from ..files.reserve import has_room
from . import list_query
from .compression import Compression
from .entities import ENTITIES
from .mirror_writer import MirrorWriter
from .query import with_time
from .schema import MIRROR, indexes

TOGETHER = 16
"""Pages that are written in one transaction, if so many wait."""
GATHERING = 0.02
"""Seconds."""


@dataclass
class _Put:
    """Objects on their way into the mirror."""

    objects: list[Json]
    as_of: float
    progress: dict[str, str]
    taken: bool = False
    changes: list[Change] = field(default_factory=list)
    done: Future[list[Change]] = field(default_factory=Future)


class Mirror:
    """All calls run on the database's threads; results are plain values. Rows are named by their number, which never
    changes, or by Stripe's id."""

    def __init__(
        self,
        path: Path | None,
        key: str,
        on_damage: Callable[[], None] | None = None,
        now: Callable[[], int] = lambda: int(time.time()),
        on_full: Callable[[], None] | None = None,
        belongs: FileIdentity | None = None,
    ) -> None:
        """`now` is the account's time in Unix seconds. Raises Damaged and Foreign."""
        self._path, self._now = path, now
        self._packings: dict[Connection, Compression] = {}
        self._waiting: deque[_Put] = deque()
        self._in_hand: list[_Put] = []
        self.left_out = 0
        """How many objects could not be stored as they are, because they are not shaped as Stripe's."""
        self._db = Database(path, key, MIRROR, durable=False, on_damage=on_damage, on_full=on_full, belongs=belongs)

    def close(self) -> None:
        self._db.close()

    def has_room(self) -> bool:
        """Whether the disk could take more."""
        return self._path is None or has_room(self._path.parent)

    def _packing(self, connection: Connection) -> Compression:
        if connection not in self._packings:
            self._packings[connection] = Compression(connection)
        return self._packings[connection]

    async def _change(self, work: Callable[[MirrorWriter], list[Change]], progress: dict[str, str]) -> list[Change]:
        def inside(connection: Connection) -> list[Change]:
            packing = self._packing(connection)
            try:
                changes = work(MirrorWriter(connection, packing))
                _note(connection, progress)
            except BaseException:
                packing.forget()
                raise
            return changes

        return await self._db.write(inside)

    async def put(
        self, objects: Iterable[Json], as_of: float, progress: dict[str, str] | None = None, *, gather: bool = False
    ) -> list[Change]:
        """Store what was read from Stripe at `as_of` (Unix seconds); newer rows stay. Returns what changed.

        `progress` becomes true together with the rows. `gather`: others may join for a moment, because the full text
        index is written once for each transaction, and few large ones cost less than many small. Raises DiskFull.
        """
        mine = _Put(list(objects), as_of, progress or {})
        self._waiting.append(mine)
        if gather:
            await asyncio.sleep(GATHERING)
        if not mine.taken:
            self._db.submit(self._put_waiting).add_done_callback(self._tell)
        done = asyncio.wrap_future(mine.done)
        done.add_done_callback(_heard)  # whoever waited may be gone when it ends
        return await asyncio.shield(done)

    def _put_waiting(self, connection: Connection) -> None:
        while self._waiting and len(self._in_hand) < TOGETHER:
            self._in_hand.append(self._waiting.popleft())
            self._in_hand[-1].taken = True
        packing = self._packing(connection)
        for put in self._in_hand:
            put.changes, left_out = MirrorWriter(connection, packing).put_what_fits(put.objects, put.as_of)
            self.left_out += left_out
            _note(connection, put.progress)

    def _tell(self, written: Future[None]) -> None:
        """On the writing thread, after the commit or what came instead of it."""
        puts, self._in_hand = self._in_hand, []
        error = written.exception()
        if error is not None:
            for packing in self._packings.values():
                packing.forget()
        for put in puts:
            if error is None:
                put.done.set_result(put.changes)
            else:
                put.done.set_exception(error)

    async def forget_unseen(self, kind: str, since: float) -> list[Change]:
        """After a whole list was read: drop what was not in it. Returns what changed."""
        return await self._change(lambda writing: writing.forget(kind, since), {})

    async def forget_cards(self, customer: str, since: float) -> list[Change]:
        """After a customer's cards were listed: drop those of theirs that were not among them."""
        return await self._change(lambda writing: writing.forget("card", since, customer), {})

    async def get(self, kind: str, id_: str) -> Json | None:
        """Stripe's JSON of one object, with `deleted` where it is gone."""
        sql = f"SELECT j.body FROM {kind} t JOIN {kind}_json j ON j.row = t.row WHERE t.id = ?"
        found = await self._unpacked(kind, sql, (id_,))
        return found[0] if found else None

    async def bodies(self, kind: str, numbers: Sequence[int]) -> list[Json]:
        """The JSON of chosen rows, the newest first."""
        sql = f"SELECT body FROM {kind}_json WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row"
        return await self._unpacked(kind, sql, (json.dumps(list(numbers)),))

    async def related(self, kind: str, column: str, value: str, limit: int = 200) -> list[Json]:
        """The JSON of the newest objects whose column has this value."""
        expression = ENTITIES[kind].expression(column)
        sql = (
            f"SELECT j.body FROM {kind} t JOIN {kind}_json j ON j.row = t.row "
            f"WHERE {expression} = ? AND t.deleted = 0 ORDER BY t.row LIMIT ?"
        )
        return await self._unpacked(kind, sql, (value, limit))

    async def _unpacked(self, kind: str, sql: str, params: tuple[Any, ...]) -> list[Json]:
        def work(connection: Connection) -> list[Json]:
            packing = self._packing(connection)
            found: list[Any] = connection.execute(sql, params).fetchall()
            return [packing.unpack(kind, body) for (body,) in found]

        return await self._db.read(work)

    async def page(self, query: Query, limit: int) -> ListPage:
        """The first rows, as quickly as can be. Raises BadFilter."""
        now = self._now()

        def work(connection: Connection) -> ListPage:
            numbers = list_query.first(connection, query, now, limit + 1)
            rows = list_query.rows(connection, query.kind, numbers[:limit], now)
            return ListPage([(number, rows[number]) for number in numbers[:limit]], len(numbers) <= limit)

        return await self._db.read(work)

    async def numbers(self, query: Query) -> array[int]:
        """The row numbers of the whole list, in order. Raises BadFilter."""
        now = self._now()
        return await self._db.scan(lambda connection: list_query.numbers(connection, query, now))

    async def ids(self, query: Query) -> list[str]:
        """Stripe's ids of the whole list, in order. Raises BadFilter."""
        now = self._now()
        return await self._db.scan(lambda connection: list_query.ids(connection, query, now))

    async def rows(self, kind: str, numbers: Sequence[int]) -> dict[int, Json]:
        """Column values by row number; rows that are gone are missing."""
        now = self._now()
        return await self._db.read(lambda connection: list_query.rows(connection, kind, numbers, now))

    async def rows_of(self, kind: str, ids: Sequence[str]) -> dict[str, Json]:
        """Column values by Stripe's id."""
        now = self._now()
        return await self._db.read(lambda connection: list_query.rows_of(connection, kind, ids, now))

    async def place(self, kind: str, id_: str) -> int | None:
        """The row number of an object that is not deleted."""
        sql = f"SELECT row FROM {kind} WHERE id = ? AND deleted = 0"
        row = await self._db.read(lambda c: c.execute(sql, (id_,)).fetchone())
        return int(row[0]) if row else None

    async def totals(self, query: Query) -> list[Money]:
        """The entity's money summed per currency over the whole query."""
        now = self._now()
        return await self._db.scan(lambda connection: list_query.totals(connection, query, now))

    async def totals_of(self, kind: str, numbers: Sequence[int]) -> list[Money]:
        """The same over chosen rows."""
        return await self._db.scan(lambda connection: list_query.totals_of(connection, kind, numbers))

    async def export(
        self,
        query: Query,
        names: Sequence[str] | None,
        numbers: Sequence[int] | None,
        take: Callable[[Sequence[str], Iterator[Sequence[Any]]], Any],
    ) -> Any:
        """`take` gets the rows of a whole list (or of chosen numbers) in order, on a thread of its own: the columns'
        names, None for all, and their values. What changes meanwhile is not seen. Raises BadFilter."""
        now, wanted = self._now(), list(names or list_query.names_of(ENTITIES[query.kind]))

        def work(connection: Connection) -> Any:
            with connection:
                return take(wanted, list_query.stream(connection, query, wanted, numbers, now))

        return await self._db.aside(work)

    async def values(self, kind: str) -> dict[str, list[str]]:
        """The values of columns that have few, such as currencies, by the name of their filter."""
        return await self._db.scan(lambda connection: list_query.values(connection, kind))

    async def count(self, kind: str) -> int:
        sql = f"SELECT count(*) FROM {ENTITIES[kind].name} WHERE deleted = 0"
        return await self._db.scan(lambda c: int(str(next(c.execute(sql))[0])))

    async def find(self, text: str, limit: int = 8) -> list[Hit]:
        """Up to `limit` hits of each kind, customers first."""
        return await self._db.read(lambda c: list_query.find(c, self._packing(c), text, limit))

    async def build_indexes(self, kind: str) -> None:
        """What makes every sort and filter quick; call when the list is whole. Harmless when they are there."""
        for sql in indexes(ENTITIES[kind]):
            await self._db.write(lambda connection, sql=sql: connection.execute(sql) and None)  # type: ignore[misc]

    async def gather_statistics(self) -> None:
        """How values are spread, so that the right index is chosen."""

        def work(connection: Connection) -> None:
            connection.pragma("analysis_limit", 1_000)
            connection.execute("ANALYZE")

        await self._db.write(work)

    async def progress(self, name: str) -> str | None:
        sql = "SELECT value FROM progress WHERE name = ?"
        row = await self._db.read(lambda c: c.execute(sql, (name,)).fetchone())
        return str(row[0]) if row else None

    async def set_progress(self, values: Mapping[str, str], *, forget: str = "") -> None:
        """In one transaction; `forget` is how the names begin that are forgotten first."""

        def work(connection: Connection) -> None:
            if forget:
                connection.execute("DELETE FROM progress WHERE substr(name, 1, length(?1)) = ?1", (forget,))
            _note(connection, values)

        await self._db.write(work)

    async def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """For the other modules of this room: small reads of tables that are no entities."""
        return await self._db.read(lambda c: c.execute(with_time(sql, self._now()), params).fetchall())

    async def execute(self, *statements: tuple[str, tuple[Any, ...]]) -> None:
        """The same for writes, in one transaction."""

        def work(connection: Connection) -> None:
            for sql, params in statements:
                connection.execute(sql, params)

        await self._db.write(work)


def _heard(done: asyncio.Future[Any]) -> None:
    if not done.cancelled():
        done.exception()


def _note(connection: Connection, progress: Mapping[str, str]) -> None:
    sql = "INSERT INTO progress VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.executemany(sql, progress.items())
