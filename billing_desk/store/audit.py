"""The audit log: append-only, each entry hashed over the one before it, so that a change shows (F11)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from .database import Connection, Database

_START = "0" * 64


class Audit:
    def __init__(self, database: Database) -> None:
        self._db = database

    async def append(self, entry: Mapping[str, Any]) -> None:
        text = json.dumps(entry, sort_keys=True, ensure_ascii=False)
        await self._db.write(lambda connection: _append(connection, text))

    async def newest(self, limit: int = 200) -> list[dict[str, Any]]:
        sql = "SELECT entry FROM audit ORDER BY sequence DESC LIMIT ?"
        rows = await self._db.read(lambda c: c.execute(sql, (limit,)).fetchall())
        return [json.loads(str(row[0])) for row in rows]

    async def first_broken(self) -> int | None:
        """The sequence number at which the chain no longer holds; None when it is whole."""
        return await self._db.read(_first_broken)


def _append(connection: Connection, text: str) -> None:
    last = connection.execute("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1").fetchone()
    number, before = (int(str(last[0])), str(last[1])) if last else (0, _START)
    connection.execute("INSERT INTO audit VALUES (?, ?, ?)", (number + 1, text, _hash(before, number + 1, text)))


def _hash(before: str, number: int, text: str) -> str:
    return hashlib.sha256(f"{before}\n{number}\n{text}".encode()).hexdigest()


def _first_broken(connection: Connection) -> int | None:
    before = _START
    for expected, (number, text, stored) in enumerate(
        connection.execute("SELECT sequence, entry, hash FROM audit ORDER BY sequence"), 1
    ):
        if number != expected or _hash(before, expected, str(text)) != stored:
            return expected
        before = str(stored)
    return None
