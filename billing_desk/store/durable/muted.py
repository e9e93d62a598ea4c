"""Checks of invoices that were muted for a customer."""

from __future__ import annotations

from ...domain.writes.operation import DeskIdentity
from ..files.database import Database


class Muted:
    def __init__(self, database: Database, place: DeskIdentity) -> None:
        self._db, self._place = database, (place.account, str(place.mode))

    async def all(self) -> set[tuple[str, str]]:
        """(customer, check) pairs."""
        sql = "SELECT customer, rule FROM muted WHERE account = ? AND mode = ?"
        rows = await self._db.read(lambda c: c.execute(sql, self._place).fetchall())
        return {(str(row[0]), str(row[1])) for row in rows}

    async def mute(self, customer: str, rule: str, *, muted: bool) -> None:
        sql = "INSERT OR IGNORE INTO muted VALUES (?, ?, ?, ?)"
        if not muted:
            sql = "DELETE FROM muted WHERE account = ? AND mode = ? AND customer = ? AND rule = ?"
        values = (*self._place, customer, rule)
        await self._db.write(lambda connection: connection.execute(sql, values) and None)
