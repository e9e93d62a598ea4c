"""The own record of usage that was sent: encrypted, and on disk before the first event leaves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ...domain.usage.event import MeterEvent
from ...domain.usage.record import SentEvent, SentState
from ...domain.writes.operation import DeskIdentity
from ..files.database import Connection, Database

COLUMNS = "number, source, line, event_name, customer, value, at, identifier, state, sent, by, note"
REJECTED = "state = 'failed' AND note NOT IN ('twice_in_file', 'sent_before', 'left', 'no_meter', 'too_old_to_resend')"
"""Sent, and not counted by Stripe."""
SETTLE = (
    "UPDATE usage_events SET state = ?, sent = coalesce(?, sent), note = ? "
    "WHERE number IN (SELECT value FROM json_each(?))"
)


class UsageRecord:
    """The record of one account in one mode."""

    def __init__(self, database: Database, place: DeskIdentity) -> None:
        self.db, self.place = database, (place.account, str(place.mode))

    async def begin_alone(self, event: MeterEvent, by: str, operation: str) -> int:
        """Record an event that is about to be sent by an operation; returns its number."""

        def work(connection: Connection) -> int:
            values = (event.event_name, event.customer, event.value, event.at, event.identifier, by, operation)
            sql = (
                "INSERT INTO usage_events (account, mode, source, line, event_name, customer, value, at, identifier, "
                "state, by, operation) VALUES (?, ?, '', 0, ?, ?, ?, ?, ?, 'sending', ?, ?)"
            )
            connection.execute(sql, (*self.place, *values))
            return int(str(connection.execute("SELECT last_insert_rowid()").fetchone()[0]))  # type: ignore[index]

        return await self.db.write(work)

    async def settle(self, numbers: Sequence[int], state: SentState, sent: int | None, note: str = "") -> None:
        """`sent`: see SentEvent; None keeps what is known."""
        values = (str(state), sent, note, json.dumps(list(numbers)))
        await self.db.write(lambda connection: connection.execute(SETTLE, values) and None)

    async def newest(self, limit: int = 500) -> list[SentEvent]:
        """What was sent last, alone or by an import; newest first."""
        return await self.events("state != 'waiting'", (), limit, "number DESC")

    async def with_identifiers(self, identifiers: Iterable[str]) -> dict[str, SentEvent]:
        """What was sent with these identifiers, or perhaps sent, at any time; of several the newest."""
        wanted = json.dumps(list(identifiers))
        where = (
            "identifier IN (SELECT value FROM json_each(?)) AND state != 'waiting' "
            "AND (state != 'failed' OR note = 'too_old_to_resend')"
        )
        return {each.identifier: each for each in await self.events(where, (wanted,), -1, "number")}

    async def last_with(self, identifiers: Iterable[str]) -> dict[str, SentEvent]:
        """What was sent last with these identifiers, failed ones too."""
        where = "identifier IN (SELECT value FROM json_each(?)) AND state != 'waiting'"
        found = await self.events(where, (json.dumps(list(identifiers)),), -1, "number")
        return {each.identifier: each for each in found}

    async def count_failed(self, identifier: str) -> int:
        """How often an event with this identifier was sent and rejected."""
        sql = f"SELECT count(*) FROM usage_events WHERE identifier = ? AND account = ? AND mode = ? AND {REJECTED}"
        values = (identifier, *self.place)
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, values).fetchall())
        return int(rows[0][0])

    async def names(self, sources: Iterable[str]) -> dict[str, str]:
        """The file names of imports by id."""
        sql = "SELECT id, body FROM usage_imports WHERE id IN (SELECT value FROM json_each(?))"
        values = (json.dumps(list(sources)),)
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, values).fetchall())
        return {str(id_): str(json.loads(body)["name"]) for id_, body in rows}

    async def events(self, where: str, values: tuple[Any, ...], limit: int, order: str) -> list[SentEvent]:
        # An event that was sent alone is settled by the journal if the program ended before the record was.
        state = (
            "CASE WHEN e.state = 'sending' AND e.operation IS NOT NULL THEN coalesce((SELECT CASE o.state "
            "WHEN 'done' THEN 'sent' WHEN 'refused' THEN 'failed' WHEN 'abandoned' THEN 'failed' ELSE 'sending' END "
            "FROM operations o WHERE o.id = e.operation), 'failed') ELSE e.state END AS state"
        )
        inner = ", ".join(state if name == "state" else f"e.{name}" for name in COLUMNS.split(", "))
        sql = (
            f"SELECT {COLUMNS} FROM (SELECT {inner} FROM usage_events e WHERE e.account = ? AND e.mode = ?) "
            f"WHERE {where} ORDER BY {order} LIMIT ?"
        )
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, (*self.place, *values, limit)).fetchall())
        return [event_of(row) for row in rows]


def event_of(row: Any) -> SentEvent:
    number, source, line, event_name, customer, value, at, identifier, state, sent, by, note = row
    return SentEvent(
        number, source, line, event_name, customer, value, at, identifier, SentState(state), sent, by, note
    )
