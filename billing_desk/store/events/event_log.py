"""Events of the account, newest first; what was marked as handled; how far events were read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ...domain.events.kinds import EventKind
from ...domain.events.record import EventRecord, FieldBefore
from ...domain.json_object import Json
from ..files.database import Connection, Database
from ..files.identity import IDENTITY

KEPT = 2 * 366 * 86_400
"""Seconds for which events are kept here."""
PAID_WITHIN = 180
"""Seconds before the event of a failed invoice in which its payment was declined."""
EVENTS = [
    f"""
{IDENTITY}
CREATE TABLE events (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, type TEXT NOT NULL,
  kind TEXT NOT NULL, object TEXT NOT NULL, object_id TEXT NOT NULL, customer TEXT NOT NULL, words TEXT NOT NULL,
  body TEXT NOT NULL);
CREATE INDEX events_at ON events (at, number);
CREATE INDEX events_kind ON events (kind, at, number);
CREATE INDEX events_customer ON events (customer, at, number);
CREATE INDEX events_object ON events (object, object_id, at);
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE received (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE handled (key TEXT PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL);
""",
]
"""Migrations by version: append only."""
_COLUMNS = "e.number, e.id, e.at, e.type, e.object, e.object_id, e.customer, e.body"
_DECLINED = (
    "SELECT json_extract(p.body, '$.code') FROM events p WHERE p.customer = e.customer AND p.type = 'charge.failed' "
    "AND p.at BETWEEN e.at - ? AND e.at AND json_extract(p.body, '$.amount') = json_extract(e.body, '$.amount') "
    "ORDER BY p.at DESC, p.number DESC LIMIT 1"
)
_IN_COLUMNS = ("id", "at", "type", "object", "object_id", "customer")


@dataclass(frozen=True)
class EventFilter:
    """`text` must be contained, ignoring case. `before`: only events older than this (at, number)."""

    kind: EventKind | None = None
    customer: str = ""
    text: str = ""
    before: tuple[int, int] | None = None


@dataclass(frozen=True)
class LoggedEvent:
    """`declined` is the decline code of the payment that an event of a failed invoice is about; "" if not known."""

    number: int
    record: EventRecord
    declined: str = ""


class EventLog:
    """Usable from any event loop."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def close(self) -> None:
        self._db.close()

    async def add(self, records: Sequence[EventRecord], now: float) -> list[EventRecord]:
        """Store events in this order; returns those that were not stored before. A thin event that was stored before
        its snapshot event is completed. Events older than KEPT at `now` (Unix seconds) are deleted."""
        if not records:
            return []
        oldest = int(now) - KEPT

        def work(connection: Connection) -> list[EventRecord]:
            fresh = [record for record in records if _insert(connection, record)]
            connection.execute("DELETE FROM events WHERE at < ?", (oldest,))
            return fresh

        return await self._db.write(work, synced=False)

    async def receive(self, received: Sequence[tuple[EventRecord, Json]]) -> list[str]:
        """Store events that were sent to this computer, with their bodies until what they are about was read again.
        Returns the ids of those that are new."""

        def work(connection: Connection) -> list[str]:
            new = []
            for record, event in received:
                if _insert(connection, record):
                    new.append(record.id)
                    values = (str(event["id"]), json.dumps(event, ensure_ascii=False))
                    connection.execute("INSERT OR IGNORE INTO received (id, body) VALUES (?, ?)", values)
            return new

        return await self._db.write(work)

    async def received(self, limit: int) -> list[tuple[int, Json]]:
        """The oldest received events about which nothing was read again yet, with their numbers."""
        sql = "SELECT number, body FROM received ORDER BY number LIMIT ?"
        rows: list[Any] = await self._db.read(lambda c: c.execute(sql, (limit,)).fetchall())
        return [(int(number), json.loads(body)) for number, body in rows]

    async def taken(self, last: int) -> None:
        """Received events up to this number were taken in."""
        await self._db.write(
            lambda c: c.execute("DELETE FROM received WHERE number <= ?", (last,)) and None, synced=False
        )

    async def known(self, ids: Iterable[str]) -> set[str]:
        """Which of these events are stored with their facts. A thin event's are not until its snapshot was read."""
        sql = (
            "SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?)) "
            "AND json_extract(body, '$.version') != ''"
        )
        wanted = json.dumps(list(ids))
        rows = await self._db.read(lambda c: c.execute(sql, (wanted,)).fetchall())
        return {str(row[0]) for row in rows}

    async def page(self, wanted: EventFilter, limit: int) -> list[LoggedEvent]:
        """The newest events that pass the filter."""
        where, values = _where(wanted)
        declined = f"CASE WHEN e.type = 'invoice.payment_failed' THEN ({_DECLINED}) END"
        sql = f"SELECT {_COLUMNS}, {declined} FROM events e {where} ORDER BY e.at DESC, e.number DESC LIMIT ?"
        rows: list[Any] = await self._db.scan(lambda c: c.execute(sql, (PAID_WITHIN, *values, limit)).fetchall())
        return [LoggedEvent(int(row[0]), _record(row), str(row[8] or "")) for row in rows]

    async def of_objects(self, object_: str) -> list[EventRecord]:
        """All events about objects of Stripe's type `object_`, oldest first."""
        sql = f"SELECT {_COLUMNS} FROM events e WHERE e.object = ? ORDER BY e.at, e.number"
        rows: list[Any] = await self._db.read(lambda c: c.execute(sql, (object_,)).fetchall())
        return [_record(row) for row in rows]

    async def customers_of(self, payments: Iterable[str]) -> dict[str, str]:
        """The customers of charges and PaymentIntents, as far as events named them."""
        sql = (
            "SELECT object_id, customer FROM events WHERE object IN ('charge', 'payment_intent') AND customer != '' "
            "AND object_id IN (SELECT value FROM json_each(?))"
        )
        wanted = json.dumps(list(payments))
        rows = await self._db.read(lambda c: c.execute(sql, (wanted,)).fetchall())
        return {str(payment): str(customer) for payment, customer in rows}

    async def count(self) -> int:
        row: Any = await self._db.read(lambda c: c.execute("SELECT count(*) FROM events").fetchone())
        return int(row[0])

    async def note(self, name: str) -> str:
        """A stored position or finding; "" if there is none."""
        sql = "SELECT value FROM notes WHERE name = ?"
        row: Any = await self._db.read(lambda c: c.execute(sql, (name,)).fetchone())
        return str(row[0]) if row else ""

    async def set_notes(self, values: dict[str, str]) -> None:
        sql = "INSERT OR REPLACE INTO notes VALUES (?, ?)"
        rows = list(values.items())
        await self._db.write(lambda c: c.executemany(sql, rows) and None, synced=False)

    async def handled(self) -> dict[str, tuple[int, str]]:
        """What was marked as handled: key → (Unix seconds, operator)."""
        rows: list[Any] = await self._db.read(lambda c: c.execute("SELECT key, at, by FROM handled").fetchall())
        return {str(key): (int(at), str(by)) for key, at, by in rows}

    async def mark(self, key: str, at: int, by: str) -> None:
        sql = "INSERT OR REPLACE INTO handled VALUES (?, ?, ?)"
        await self._db.write(lambda c: c.execute(sql, (key, at, by)) and None)

    async def unmark(self, key: str) -> None:
        await self._db.write(lambda c: c.execute("DELETE FROM handled WHERE key = ?", (key,)) and None)


def _insert(connection: Connection, record: EventRecord) -> bool:
    """Whether it is new, or completes an event of which only the thin one was stored."""
    values = {name: value for name, value in asdict(record).items() if name not in _IN_COLUMNS}
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    customer = record.customer or _customer_of(connection, record.payment)
    texts = (record.id, record.type, record.object_id, customer, record.name, record.label, record.payment)
    words = "\n".join(text for text in texts if text).casefold()
    sql = (
        "INSERT INTO events (id, at, type, kind, object, object_id, customer, words, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET object = excluded.object, "
        "object_id = excluded.object_id, customer = excluded.customer, words = excluded.words, body = excluded.body "
        "WHERE json_extract(events.body, '$.version') = '' AND json_extract(excluded.body, '$.version') != ''"
    )
    about = (record.object, record.object_id, customer)
    connection.execute(sql, (record.id, record.at, record.type, str(record.kind), *about, words, body))
    return bool(connection.changes())


def _customer_of(connection: Connection, payment: str) -> str:
    """The customer of a payment that a dispute, a review, or a refund is about, if an event named it."""
    if not payment:
        return ""
    sql = (
        "SELECT customer FROM events WHERE object IN ('charge', 'payment_intent') AND object_id = ? AND customer != '' "
        "LIMIT 1"
    )
    row: Any = connection.execute(sql, (payment,)).fetchone()
    return str(row[0]) if row else ""


def _where(wanted: EventFilter) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    if wanted.kind is not None:
        parts.append("e.kind = ?")
        values.append(str(wanted.kind))
    if wanted.customer:
        parts.append("e.customer = ?")
        values.append(wanted.customer)
    for word in wanted.text.casefold().split():
        parts.append("instr(e.words, ?)")
        values.append(word)
    if wanted.before is not None:
        parts.append("(e.at, e.number) < (?, ?)")
        values += wanted.before
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), values


def _record(row: Any) -> EventRecord:
    _, id_, at, type_, object_, object_id, customer, body = row[:8]
    values = json.loads(body)
    values["changes"] = tuple(FieldBefore(**change) for change in values.get("changes") or ())
    return EventRecord(str(id_), int(at), str(type_), str(object_), str(object_id), str(customer), **values)
