"""The mirror: stores, reads, lists and totals Stripe's objects. Disposable: it can be fetched again."""

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
from typing import Any, TypeVar

from ...domain.changes import Change
from ...domain.json_object import Json
from ...domain.list_query import ListPage, Query
from ...domain.list_totals import Group
from ...domain.search_hit import Hit
from ..files.database import Connection, Database
from ..files.identity import FileIdentity
from ..files.lane import outlasting
from ..files.reserve import has_room
from . import list_query
from .compression import Compression
from .entities import ENTITIES
from .mirror_writer import MirrorWriter
from .query import with_time
from .schema import MIRROR, indexes

T = TypeVar("T")
TOGETHER = 16
"""The maximum number of pages that are written in one transaction."""
GATHERING = 0.02
"""Seconds that `put` with `gather` waits for others."""


@dataclass
class _Put:
    """Objects that wait to be written."""

    objects: list[Json]
    as_of: float
    progress: dict[str, str]
    taken: bool = False
    changes: list[Change] = field(default_factory=list)
    done: Future[list[Change]] = field(default_factory=Future)


class Mirror:
    """All calls run on the database's threads and return plain values. Rows are identified by their row number, which
    does not change, or by Stripe's id."""

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
        """How many objects were not stored, because they are malformed."""
        self._db = Database(path, key, MIRROR, durable=False, on_damage=on_damage, on_full=on_full, belongs=belongs)

    def close(self) -> None:
        self._db.close()

    def has_room(self) -> bool:
        """Whether the disk has enough free space for the mirror to grow."""
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

        `progress` is stored in the same transaction. `gather`: wait a moment for other calls, because the full-text
        index is written per transaction, and few large ones are faster than many small ones. Raises DiskFull.
        """
        mine = _Put(list(objects), as_of, progress or {})
        self._waiting.append(mine)
        if gather:
            await asyncio.sleep(GATHERING)
        if not mine.taken:
            self._db.submit(self._put_waiting).add_done_callback(self._tell)
        return await outlasting(asyncio.wrap_future(mine.done))

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
        """Resolve the waiting puts, on the write thread, after the commit or an error."""
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
        """Drop rows not seen since `since` (Unix seconds), after a whole list was read. Returns what changed."""
        return await self._change(lambda writing: writing.forget(kind, since), {})

    async def forget_cards(self, customer: str, since: float) -> list[Change]:
        """Drop a customer's cards not seen since `since` (Unix seconds), after the cards were listed."""
        return await self._change(lambda writing: writing.forget("card", since, customer), {})

    async def get(self, kind: str, id_: str) -> Json | None:
        """Stripe's JSON of one object, with `deleted` if it was deleted; None: it is not in the mirror."""
        sql = f"SELECT j.body FROM {kind} t JOIN {kind}_json j ON j.row = t.row WHERE t.id = ?"
        found = await self._unpacked(kind, sql, (id_,))
        return found[0] if found else None

    async def bodies(self, kind: str, numbers: Sequence[int]) -> list[Json]:
        """The JSON of these rows, newest first."""
        sql = f"SELECT body FROM {kind}_json WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row"
        return await self._unpacked(kind, sql, (json.dumps(list(numbers)),))

    async def related(self, kind: str, column: str, value: str, limit: int = -1) -> list[Json]:
        """The JSON of the objects whose `column` has this value, newest first (-1: all), without deleted ones."""
        sql = (
            f"SELECT j.body FROM {kind} t JOIN {kind}_json j ON j.row = t.row "
            f"WHERE {ENTITIES[kind].equals(column)} AND t.deleted = 0 ORDER BY t.row LIMIT ?"
        )
        return await self._unpacked(kind, sql, (value, limit))

    async def _unpacked(self, kind: str, sql: str, params: tuple[Any, ...]) -> list[Json]:
        def work(connection: Connection) -> list[Json]:
            packing = self._packing(connection)
            found: list[Any] = connection.execute(sql, params).fetchall()
            return [packing.unpack(kind, body) for (body,) in found]

        return await self._db.read(work)

    async def page(self, query: Query, limit: int) -> ListPage:
        """The first `limit` rows. Raises BadFilter."""
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
        return await self.scan(lambda connection: list_query.ids(connection, query, now))

    async def rows(self, kind: str, numbers: Sequence[int]) -> dict[int, Json]:
        """Column values by row number, without rows that no longer exist."""
        now = self._now()
        return await self._db.read(lambda connection: list_query.rows(connection, kind, numbers, now))

    async def rows_of(self, kind: str, ids: Sequence[str]) -> dict[str, Json]:
        """Column values by Stripe's id."""
        now = self._now()
        return await self._db.read(lambda connection: list_query.rows_of(connection, kind, ids, now))

    async def scan(self, work: Callable[[Connection], T]) -> T:
        """A read over many rows, on its own thread."""
        return await self._db.scan(work)

    async def place(self, kind: str, id_: str) -> int | None:
        """The row number of an object; None: it is deleted or not in the mirror."""
        rows = await self.query(f"SELECT row FROM {kind} WHERE id = ? AND deleted = 0", (id_,))
        return int(rows[0][0]) if rows else None

    async def groups(self, query: Query) -> list[Group]:
        """The sums of a whole list by currency and status."""
        now = self._now()
        return await self._db.scan(lambda connection: list_query.groups(connection, query, now))

    async def groups_of(self, kind: str, numbers: Sequence[int]) -> list[Group]:
        now = self._now()
        return await self._db.scan(lambda connection: list_query.groups_of(connection, kind, numbers, now))

    async def export(
        self,
        query: Query,
        names: Sequence[str] | None,
        numbers: Sequence[int] | None,
        take: Callable[[Sequence[str], Iterator[Sequence[Any]], Sequence[Group]], Any],
    ) -> Any:
        """Call `take` with column names, rows in order, and their sums, on a separate thread and in one read
        transaction. `names` None: all columns; `numbers` None: the whole list. Raises BadFilter."""
        now, wanted = self._now(), list(names or list_query.names_of(ENTITIES[query.kind]))

        def work(connection: Connection) -> Any:
            with connection:
                sums = list_query.groups(connection, query, now, numbers)
                return take(wanted, list_query.stream(connection, query, wanted, numbers, now), sums)

        return await self._db.aside(work)

    async def values(self, kind: str) -> dict[str, list[str]]:
        """The distinct values of columns that have few, e.g. currencies, by filter name."""
        return await self._db.scan(lambda connection: list_query.values(connection, kind))

    async def count(self, kind: str) -> int:
        return int((await self.query(f"SELECT count(*) FROM {kind} WHERE deleted = 0"))[0][0])

    async def find(self, text: str, limit: int = 8) -> list[Hit]:
        """Up to `limit` hits of each kind, customers first."""
        return await self._db.read(lambda c: list_query.find(c, self._packing(c), text, limit, self._now()))

    async def build_indexes(self, kind: str) -> None:
        """Create the indexes for sorts and filters; call after the backfill of the list. Idempotent."""
        for sql in indexes(ENTITIES[kind]):
            await self._db.write(lambda connection, sql=sql: connection.execute(sql) and None)  # type: ignore[misc]

    async def gather_statistics(self) -> None:
        """Update SQLite's statistics, so that it chooses the right index."""

        def work(connection: Connection) -> None:
            connection.pragma("analysis_limit", 1_000)
            connection.execute("ANALYZE")

        await self._db.write(work)

    async def progress(self, name: str) -> str | None:
        rows = await self.query("SELECT value FROM progress WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    async def set_progress(self, values: Mapping[str, str], *, forget: str = "") -> None:
        """Store progress values in one transaction, after deleting names with the prefix `forget` (empty: none)."""

        def work(connection: Connection) -> None:
            if forget:
                connection.execute("DELETE FROM progress WHERE substr(name, 1, length(?1)) = ?1", (forget,))
            _note(connection, values)

        await self._db.write(work)

    async def query(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """For modules of this package: small reads of tables that are not entities."""
        return await self._db.read(lambda c: c.execute(with_time(sql, self._now()), params).fetchall())

    async def execute(self, *statements: tuple[str, tuple[Any, ...]]) -> None:
        """The same for writes, in one transaction."""

        def work(connection: Connection) -> None:
            for sql, params in statements:
                connection.execute(sql, params)

        await self._db.write(work)


def _note(connection: Connection, progress: Mapping[str, str]) -> None:
    sql = "INSERT INTO progress VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.executemany(sql, progress.items())
