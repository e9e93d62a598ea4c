"""The audit log: append-only, each entry's hash includes the previous hash, so that changes are detected (F11).

The hash of the newest entry is also stored separately, so that a truncated log is detected.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from ...domain.access.audit_anchor import Broken
from ..files.database import Connection, Database
from ..files.identity import FileIdentity, read_identity

START = "0" * 64
Entry = dict[str, Any]


class Audit:
    def __init__(self, database: Database) -> None:
        self._db = database

    async def append(self, entry: Mapping[str, Any]) -> None:
        await self._db.write(lambda connection: append(connection, entry))

    async def newest(self, limit: int = 200, text: str = "") -> list[Entry]:
        """Entries, newest first; with `text`, only those that contain it, ignoring case."""
        found = text.casefold()

        def work(connection: Connection) -> list[Entry]:
            entries: list[Entry] = []
            for number, body in connection.execute("SELECT sequence, entry FROM audit ORDER BY sequence DESC"):
                if len(entries) >= limit:
                    break
                if not found or found in str(body).casefold():
                    entries.append({"sequence": number, **json.loads(str(body))})
            return entries

        return await self._db.read(work)

    async def all(self) -> list[tuple[int, str, str]]:
        """Every entry as stored: number, JSON text and hash, oldest first."""
        sql = "SELECT sequence, entry, hash FROM audit ORDER BY sequence"
        rows: list[Any] = await self._db.read(lambda c: c.execute(sql).fetchall())
        return [(int(number), str(text), str(stored)) for number, text, stored in rows]

    async def head(self) -> tuple[int, str]:
        """Number and hash of the newest entry; (0, START) for an empty log."""
        sql = "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1"
        row: Any = await self._db.read(lambda c: c.execute(sql).fetchone())
        return (int(row[0]), str(row[1])) if row else (0, START)

    async def hash_at(self, number: int) -> str:
        """The hash of entry `number`; START for number 0, "" if there is no such entry."""
        if number == 0:
            return START
        sql = "SELECT hash FROM audit WHERE sequence = ?"
        row: Any = await self._db.read(lambda c: c.execute(sql, (number,)).fetchone())
        return str(row[0]) if row else ""

    async def identity_and_id(self) -> tuple[FileIdentity, str] | None:
        """The file's identity and id; None for a file of an earlier version that has no identity yet."""
        return await self._db.read(read_identity)

    async def file_id(self) -> str:
        found = await self.identity_and_id()
        return found[1] if found else ""

    async def first_broken(self) -> Broken | None:
        """The first inconsistency of the log; None: it is intact."""
        return await self._db.read(first_broken)


def append(connection: Connection, entry: Mapping[str, Any]) -> None:
    """Append an entry inside the caller's transaction."""
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False)
    last: Any = connection.execute("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1").fetchone()
    number, before = (int(last[0]), str(last[1])) if last else (0, START)
    made = hash_of(before, number + 1, text)
    connection.execute("INSERT INTO audit VALUES (?, ?, ?)", (number + 1, text, made))
    connection.execute("INSERT OR REPLACE INTO audit_head VALUES (1, ?, ?)", (number + 1, made))


def hash_of(before: str, number: int, text: str) -> str:
    """SHA-256 over the previous hash, the number and the text, so that changing, removing or moving an entry shows."""
    return hashlib.sha256(f"{before}\n{number}\n{text}".encode()).hexdigest()


def check(rows: Iterator[tuple[int, str, str]], head: tuple[int, str] | None) -> Broken | None:
    """`rows` are number, text and hash in order; `head` is the separately stored newest number and hash."""
    before, last = START, 0
    for number, text, stored in rows:
        if number != last + 1:
            return Broken("missing", last + 1)
        if hash_of(before, number, text) != stored:
            return Broken("changed", number)
        before, last = stored, number
    return Broken("cut_off", last + 1) if (head or (0, START)) != (last, before) else None


def first_broken(connection: Connection) -> Broken | None:
    rows = connection.execute("SELECT sequence, entry, hash FROM audit ORDER BY sequence")
    head: Any = connection.execute("SELECT sequence, hash FROM audit_head").fetchone()
    texts = ((int(number), str(text), str(stored)) for number, text, stored in rows)
    found = check(texts, (int(head[0]), str(head[1])) if head else None)
    if found is not None:
        return found
    sql = (
        "SELECT id FROM operations WHERE ended IS NOT NULL AND id NOT IN "
        "(SELECT json_extract(entry, '$.operation') FROM audit WHERE json_extract(entry, '$.operation') IS NOT NULL) "
        "ORDER BY made LIMIT 1"
    )
    lost: Any = connection.execute(sql).fetchone()
    return Broken("unrecorded", 0, str(lost[0])) if lost else None
