"""Closed months: exactly what was closed, with its hash, so that later changes can be listed."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass

from ...domain.invoices.month_close import Basis, ClosingRow
from ...domain.writes.operation import DeskIdentity
from ..files.database import Database


@dataclass(frozen=True)
class Closing:
    """`month` is YYYY-MM in `zone`; `made` in Unix seconds; `by` is the operator; `hash` that of the rows."""

    id: int
    month: str
    basis: Basis
    zone: str
    made: int
    by: str
    hash: str
    count: int


class Closings:
    def __init__(self, database: Database, place: DeskIdentity) -> None:
        self._db, self._place = database, (place.account, str(place.mode))

    async def add(self, closing: Closing, rows: list[ClosingRow]) -> None:
        body = zlib.compress(json.dumps([list(row) for row in rows]).encode())
        values = (
            *self._place,
            closing.month,
            str(closing.basis),
            closing.zone,
            closing.made,
            closing.by,
            closing.hash,
            closing.count,
            body,
        )
        sql = (
            "INSERT INTO closings (account, mode, month, basis, zone, made, by, hash, count, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        await self._db.write(lambda connection: connection.execute(sql, values) and None)

    async def of(self, month: str, basis: Basis) -> list[Closing]:
        """The closings of a month, newest first."""
        sql = (
            "SELECT id, month, basis, zone, made, by, hash, count FROM closings "
            "WHERE account = ? AND mode = ? AND month = ? AND basis = ? ORDER BY made DESC, id DESC"
        )
        values = (*self._place, month, str(basis))
        rows = await self._db.read(lambda c: c.execute(sql, values).fetchall())
        return [
            Closing(
                int(str(id_)), str(of), Basis(str(by_)), str(zone), int(str(made)), str(who), str(hash_), int(str(n))
            )
            for id_, of, by_, zone, made, who, hash_, n in rows
        ]

    async def rows(self, id_: int) -> list[ClosingRow]:
        """Exactly what was closed. Raises ValueError if it was altered or is damaged."""
        sql = "SELECT body FROM closings WHERE id = ? AND account = ? AND mode = ?"
        row = await self._db.read(lambda c: c.execute(sql, (id_, *self._place)).fetchone())
        if row is None or not isinstance(row[0], bytes):
            raise ValueError("no such closing")
        try:
            return [ClosingRow(*values) for values in json.loads(zlib.decompress(row[0]))]
        except (zlib.error, TypeError) as error:
            raise ValueError("damaged closing") from error
