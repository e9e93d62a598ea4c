"""The own record of usage that was sent: encrypted, and on disk before the first event leaves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ...domain.usage.event import MeterEvent
from ...domain.usage.record import SentEvent, SentState
from ...domain.writes.operation import DeskIdentity
from ..files.database import Connection, Database

_COLUMNS = "number, source, line, event_name, customer, value, at, identifier, state, sent, by, note"


class UsageRecord:
    """The record of one account in one mode."""

    def __init__(self, database: Database, place: DeskIdentity) -> None:
        self._db, self._place = database, (place.account, str(place.mode))

    async def begin_alone(self, event: MeterEvent, by: str, operation: str) -> int:
        """Record an event that is about to be sent by an operation; returns its number."""

        def work(connection: Connection) -> int:
            values = (event.event_name, event.customer, event.value, event.at, event.identifier, by, operation)
            sql = (
                "INSERT INTO usage_events (account, mode, source, line, event_name, customer, value, at, identifier, "
                "state, by, operation) VALUES (?, ?, '', 0, ?, ?, ?, ?, ?, 'sending', ?, ?)"
            )
            connection.execute(sql, (*self._place, *values))
            return int(str(connection.execute("SELECT last_insert_rowid()").fetchone()[0]))  # type: ignore[index]

        return await self._db.write(work)

    async def settle(self, numbers: Sequence[int], state: SentState, sent: int | None, note: str = "") -> None:
        """`sent`: see SentEvent; None keeps what is known."""
        sql = (
            "UPDATE usage_events SET state = ?, sent = coalesce(?, sent), note = ? "
            "WHERE number IN (SELECT value FROM json_each(?))"
        )
        values = (str(state), sent, note, json.dumps(list(numbers)))
        await self._db.write(lambda connection: connection.execute(sql, values) and None)

    async def newest(self, limit: int = 500) -> list[SentEvent]:
        """What was sent last, newest first."""
        return await self._events("1", (), limit, "number DESC")

    async def with_identifiers(self, identifiers: Iterable[str]) -> dict[str, SentEvent]:
        """What was sent with these identifiers, at any time; of several the newest."""
        wanted = json.dumps(list(identifiers))
        where = "identifier IN (SELECT value FROM json_each(?)) AND state != 'failed'"
        return {each.identifier: each for each in await self._events(where, (wanted,), -1, "number")}

    async def _events(self, where: str, values: tuple[Any, ...], limit: int, order: str) -> list[SentEvent]:
        # An event that was sent alone is settled by the journal if the program ended before the record was.
        state = (
            "CASE WHEN e.state = 'sending' AND e.operation IS NOT NULL THEN coalesce((SELECT CASE o.state "
            "WHEN 'done' THEN 'sent' WHEN 'refused' THEN 'failed' WHEN 'abandoned' THEN 'failed' ELSE 'sending' END "
            "FROM operations o WHERE o.id = e.operation), 'failed') ELSE e.state END AS state"
        )
        inner = ", ".join(state if name == "state" else f"e.{name}" for name in _COLUMNS.split(", "))
        sql = (
            f"SELECT {_COLUMNS} FROM (SELECT {inner} FROM usage_events e WHERE e.account = ? AND e.mode = ?) "
            f"WHERE {where} ORDER BY {order} LIMIT ?"
        )
        rows: list[Any] = await self._db.read(lambda c: c.execute(sql, (*self._place, *values, limit)).fetchall())
        return [_event(row) for row in rows]


def _event(row: Any) -> SentEvent:
    number, source, line, event_name, customer, value, at, identifier, state, sent, by, note = row
    return SentEvent(
        number, source, line, event_name, customer, value, at, identifier, SentState(state), sent, by, note
    )
