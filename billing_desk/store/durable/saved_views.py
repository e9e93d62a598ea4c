"""Saved views: named filter, sort and columns (F8)."""

from __future__ import annotations

import json
from dataclasses import asdict

from ...domain.saved_view import SavedView
from ..files.database import Database


class SavedViews:
    def __init__(self, database: Database) -> None:
        self._db = database

    async def of(self, kind: str) -> list[SavedView]:
        sql = "SELECT body FROM views WHERE kind = ? ORDER BY name"
        rows = await self._db.read(lambda c: c.execute(sql, (kind,)).fetchall())
        return [SavedView(**json.loads(str(row[0]))) for row in rows]

    async def save(self, kind: str, view: SavedView) -> None:
        """Replaces a view of the same name."""
        sql = "INSERT OR REPLACE INTO views VALUES (?, ?, ?)"
        kept = {name: value for name, value in asdict(view).items() if name != "only"}
        values = (kind, view.name, json.dumps(kept))
        await self._db.write(lambda connection: connection.execute(sql, values) and None)

    async def delete(self, kind: str, name: str) -> None:
        sql = "DELETE FROM views WHERE kind = ? AND name = ?"
        await self._db.write(lambda connection: connection.execute(sql, (kind, name)) and None)
