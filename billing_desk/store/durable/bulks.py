"""Bulk edits and their rows in the durable database: after a crash no row is lost or repeated."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ...domain.writes.bulk import Bulk, BulkRow, Edit, EditKind, Planned, RowState
from ...domain.writes.operation import DeskIdentity
from ..files.database import Connection, Database


class Bulks:
    def __init__(self, database: Database) -> None:
        self._db = database

    async def begin(self, bulk: Bulk, place: DeskIdentity, rows: Sequence[Planned]) -> None:
        """Record a bulk edit with all its rows, including those to skip."""
        body = json.dumps({"edit": asdict(bulk.edit), "reason": bulk.reason, "ticket": bulk.ticket})

        def work(connection: Connection) -> None:
            values = (bulk.id, place.account, str(place.mode), body, bulk.made)
            connection.execute("INSERT INTO bulks VALUES (?, ?, ?, ?, ?, NULL)", values)
            connection.executemany(
                "INSERT INTO bulk_rows VALUES (?, ?, ?, ?, ?, NULL, ?, 0, ?)",
                (
                    (
                        bulk.id,
                        position,
                        row.subject,
                        row.title,
                        str(RowState.SKIPPED if row.skip else RowState.WAITING),
                        row.skip,
                        row.seen,
                    )
                    for position, row in enumerate(rows)
                ),
            )

        await self._db.write(work)

    async def newest(self, place: DeskIdentity, limit: int = 50) -> list[Bulk]:
        sql = "SELECT id FROM bulks WHERE account = ? AND mode = ? ORDER BY made DESC, rowid DESC LIMIT ?"
        values = (place.account, str(place.mode), limit)
        rows: list[Any] = await self._db.read(lambda c: c.execute(sql, values).fetchall())
        found = [await self.get(str(row[0])) for row in rows]
        return [bulk for bulk in found if bulk is not None]

    async def get(self, id_: str) -> Bulk | None:
        def work(connection: Connection) -> Bulk | None:
            found: Any = connection.execute("SELECT body, made, ended FROM bulks WHERE id = ?", (id_,)).fetchone()
            if found is None:
                return None
            counted = connection.execute("SELECT state, count(*) FROM bulk_rows WHERE bulk = ? GROUP BY state", (id_,))
            body, made, ended = json.loads(str(found[0])), int(found[1]), found[2]
            edit = Edit(EditKind(body["edit"]["kind"]), body["edit"]["key"], body["edit"]["value"])
            counts = {RowState(str(state)): int(str(count)) for state, count in counted}
            return Bulk(id_, edit, body["reason"], body["ticket"], made, ended, counts)

        return await self._db.read(work)

    async def rows(self, id_: str, states: Sequence[RowState] = tuple(RowState), limit: int = 1_000) -> list[BulkRow]:
        """Rows in these states, failed and unknown ones first."""
        sql = (
            "SELECT position, subject, title, state, coalesce(operation, ''), note, round, seen FROM bulk_rows "
            "WHERE bulk = ? AND state IN (SELECT value FROM json_each(?)) "
            "ORDER BY state NOT IN ('failed', 'unknown'), position LIMIT ?"
        )
        values = (id_, json.dumps([str(state) for state in states]), limit)
        rows: list[Any] = await self._db.read(lambda c: c.execute(sql, values).fetchall())
        return [
            BulkRow(place, subject, title, RowState(state), operation, note, number, seen)
            for place, subject, title, state, operation, note, number, seen in rows
        ]

    async def settle(self, id_: str, position: int, state: RowState, operation: str = "", note: str = "") -> None:
        sql = "UPDATE bulk_rows SET state = ?, operation = ?, note = ? WHERE bulk = ? AND position = ?"
        values = (str(state), operation or None, note, id_, position)
        # If a power failure loses this, it is recovered from the journal by the operation's id.
        await self._db.write(lambda connection: connection.execute(sql, values) and None, synced=False)

    async def end(self, id_: str, now: int, left: str = "") -> None:
        """End a bulk edit. Rows that still wait are skipped, with `left` as their note."""

        def work(connection: Connection) -> None:
            connection.execute("UPDATE bulks SET ended = ? WHERE id = ?", (now, id_))
            sql = "UPDATE bulk_rows SET state = ?, note = ? WHERE bulk = ? AND state = ?"
            connection.execute(sql, (str(RowState.SKIPPED), left, id_, str(RowState.WAITING)))

        await self._db.write(work)

    async def retry_failed(self, id_: str) -> None:
        """Failed rows wait again, each with a new round and so a new operation. Unknown rows are not sent again."""

        def work(connection: Connection) -> None:
            sql = "UPDATE bulk_rows SET state = ?, note = '', round = round + 1 WHERE bulk = ? AND state = ?"
            connection.execute(sql, (str(RowState.WAITING), id_, str(RowState.FAILED)))
            connection.execute("UPDATE bulks SET ended = NULL WHERE id = ?", (id_,))

        await self._db.write(work)
