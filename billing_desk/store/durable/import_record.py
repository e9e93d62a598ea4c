"""Imports of usage in the own record: their events are on disk before the first one leaves (E10)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ...domain.usage.event import MeterEvent
from ...domain.usage.record import SentEvent, SentState, Source, Tally
from ..durable.audit import append
from ..files.database import Connection
from .usage_record import COLUMNS, REJECTED, SETTLE, UsageRecord, event_of

_IMPORT = "id, body, by, made, ended"
_CONFIRMED = "({0} = '' OR EXISTS (SELECT 1 FROM usage_imports i WHERE i.id = {0}))"
"""Whether it is an event sent alone, or of an import that was confirmed; others were only checked."""
LAST = 2**62
AT_ONCE = 10_000
"""Rows written in one transaction, so that other writes are not held up."""


class ImportRecord(UsageRecord):
    """The record with its imports."""

    async def settle_many(
        self, sent: Sequence[int], failed: Mapping[str, Sequence[int]], back: Sequence[int], now: int
    ) -> None:
        """After a part of an import: `failed` by reason; `back` were not sent and wait again. `now` in Unix seconds."""
        rows: list[tuple[Any, ...]] = []
        rows += [(str(SentState.SENT), now, "", json.dumps(list(sent)))] if sent else []
        rows += [(str(SentState.FAILED), None, why, json.dumps(list(numbers))) for why, numbers in failed.items()]
        rows += [(str(SentState.WAITING), None, "", json.dumps(list(back)))] if back else []
        if rows:
            await self.db.write(partial(_execute_all, SETTLE, rows))

    async def add(self, source: Source, events: Sequence[tuple[int, MeterEvent]]) -> None:
        """Record checked events of an import by line; they are sent after `confirm` only, which syncs them too."""
        sql = (
            "INSERT INTO usage_events (account, mode, source, line, event_name, customer, value, at, identifier, "
            "state, sent, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)"
        )
        own = (*self.place, source.id)
        for start in range(0, len(events), AT_ONCE):
            rows = [
                (*own, line, e.event_name, e.customer, e.value, e.at, e.identifier, source.made, source.by)
                for line, e in events[start : start + AT_ONCE]
            ]
            await self.db.write(partial(_execute_all, sql, rows), synced=False)

    async def mark_doubles(self, source: str) -> dict[str, int]:
        """Refuse checked events whose identifier is in the file twice (the first one stays), or was sent before, at any
        time. Returns the counts by note: `twice_in_file` and `sent_before`."""
        before = (
            "o.source != e.source AND o.account = e.account AND o.mode = e.mode "
            "AND (o.state IN ('waiting', 'sending', 'sent', 'canceled') OR o.note = 'too_old_to_resend') "
            f"AND {_CONFIRMED.format('o.source')}"
        )
        twice = "o.source = e.source AND o.number < e.number AND o.state = 'waiting'"
        found = {"sent_before": await self._mark(source, before, "sent_before")}
        found["twice_in_file"] = await self._mark(source, twice, "twice_in_file")
        return {note: count for note, count in found.items() if count}

    async def _mark(self, source: str, other: str, note: str) -> int:
        """Fail the checked events for which there is an `other` one (o) with the same identifier; the last ones first,
        so that those that count stay. Returns their number."""
        sql = (
            "SELECT e.number FROM usage_events e WHERE e.source = ? AND e.state = 'waiting' AND e.number < ? "
            "AND EXISTS (SELECT 1 FROM usage_events o INDEXED BY usage_events_identifier "
            f"WHERE o.identifier = e.identifier AND {other}) ORDER BY e.number DESC LIMIT ?"
        )
        count, below = 0, LAST
        while True:
            values = (source, below, AT_ONCE)
            rows: list[Any] = await self.db.scan(lambda c, values=values: c.execute(sql, values).fetchall())  # type: ignore[misc]
            if not rows:
                return count
            await self.settle([number for (number,) in rows], SentState.FAILED, None, note)
            count, below = count + len(rows), int(rows[-1][0])

    async def tally(self, source: str, starts: Mapping[str, int]) -> dict[str, Tally]:
        """What the checked events of an import add up to by customer. `starts`: from when on they are in the running
        period (Unix seconds). Read in steps, because a sort by customer would take memory for each row."""
        sql = (
            "SELECT number, customer, coalesce(value, 1), at FROM usage_events "
            "WHERE source = ? AND state = 'waiting' AND number > ? ORDER BY number LIMIT ?"
        )
        found: dict[str, Tally] = {}
        after = 0
        while True:
            values = (source, after, AT_ONCE)
            rows: list[Any] = await self.db.scan(lambda c, values=values: c.execute(sql, values).fetchall())  # type: ignore[misc]
            if not rows:
                return found
            after = int(rows[-1][0])
            for _, customer, value, at in rows:
                tally = found.get(customer) or found.setdefault(customer, Tally())
                tally.add(value, is_inside=at >= starts.get(customer, 0))

    async def confirm(self, source: Source, entry: Mapping[str, Any]) -> None:
        """Record the import and its audit entry; its checked events are sent from now on."""
        body = json.dumps({"name": source.name, "way": source.way, "reason": source.reason, **source.fields})
        values = (source.id, *self.place, body, source.by, source.made)

        def work(connection: Connection) -> None:
            connection.execute("INSERT INTO usage_imports VALUES (?, ?, ?, ?, ?, ?, NULL)", values)
            append(connection, entry)

        await self.db.write(work)

    async def forget(self, source: str) -> None:
        """Remove the events of an import that was not confirmed."""
        sql = f"DELETE FROM usage_events WHERE source = ? AND NOT {_CONFIRMED.format('usage_events.source')}"
        await self.db.write(lambda connection: connection.execute(sql, (source,)) and None)

    async def forget_old_checks(self, before: int) -> None:
        """Remove what was checked before `before` (Unix seconds) and never confirmed: the program ended meanwhile."""
        sql = (
            "DELETE FROM usage_events WHERE state = 'waiting' AND sent < ? "
            f"AND NOT {_CONFIRMED.format('usage_events.source')}"
        )
        await self.db.write(lambda connection: connection.execute(sql, (before,)) and None)

    async def take(self, source: str, count: int, now: int, *, again: bool) -> list[SentEvent]:
        """The next events of an import, which are `sending` from `now` on (Unix seconds). `again`: those that were
        sending when the program ended; take these first."""
        state = SentState.SENDING if again else SentState.WAITING

        def work(connection: Connection) -> list[Any]:
            sql = f"SELECT {COLUMNS} FROM usage_events WHERE source = ? AND state = ? ORDER BY number LIMIT ?"
            rows: list[Any] = connection.execute(sql, (source, str(state), count)).fetchall()
            if rows and not again:
                sql = (
                    "UPDATE usage_events SET state = 'sending', sent = ? "
                    "WHERE source = ? AND state = 'waiting' AND number <= ?"
                )
                connection.execute(sql, (now, source, rows[-1][0]))
            return rows

        rows = await self.db.write(work)
        return [event_of(row) for row in rows]

    async def tries(self, numbers: Sequence[int]) -> dict[int, int]:
        """By number, how often events with the same identifier were sent and rejected before; without those of 0."""
        rejected = REJECTED.replace("state", "f.state").replace("note", "f.note")
        sql = (
            "SELECT e.number, count(*) FROM usage_events e JOIN usage_events f ON f.identifier = e.identifier "
            f"AND f.account = e.account AND f.mode = e.mode AND f.number < e.number AND {rejected} "
            "WHERE e.number IN (SELECT value FROM json_each(?)) GROUP BY 1"
        )
        values = (json.dumps(list(numbers)),)
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, values).fetchall())
        return {int(number): int(count) for number, count in rows}

    async def sent_of(self, source: str, after: int, count: int) -> list[SentEvent]:
        """The next events of an import that Stripe has taken, in the order of the file, from the number `after` on."""
        sql = (
            f"SELECT {COLUMNS} FROM usage_events WHERE source = ? AND state = 'sent' AND number > ? "
            "ORDER BY number LIMIT ?"
        )
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, (source, after, count)).fetchall())
        return [event_of(row) for row in rows]

    async def failed(self, source: str, limit: int = 1_000) -> list[SentEvent]:
        """Events of an import that were sent and refused, in the order of the file."""
        return await self.events(f"source = ? AND {REJECTED}", (source,), limit, "number")

    async def doubles(self, source: str) -> list[SentEvent]:
        """Checked events that were refused because of their identifier, in the order of the file."""
        where = "source = ? AND state = 'failed' AND note IN ('twice_in_file', 'sent_before')"
        return await self.events(where, (source,), -1, "number")

    async def imports(self, limit: int = 50) -> list[Source]:
        """Newest first."""
        sql = f"SELECT {_IMPORT} FROM usage_imports WHERE account = ? AND mode = ? ORDER BY made DESC LIMIT ?"
        values = (*self.place, limit)
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, values).fetchall())
        return [await self._source(row) for row in rows]

    async def one_import(self, id_: str) -> Source | None:
        sql = f"SELECT {_IMPORT} FROM usage_imports WHERE id = ?"
        rows: list[Any] = await self.db.read(lambda c: c.execute(sql, (id_,)).fetchall())
        return await self._source(rows[0]) if rows else None

    async def _source(self, row: Any) -> Source:
        id_, body, by, made, ended = row
        sql = "SELECT state, count(*) FROM usage_events WHERE source = ? GROUP BY state"
        counted: list[Any] = await self.db.read(lambda c: c.execute(sql, (id_,)).fetchall())
        fields: Mapping[str, str] = json.loads(body)
        rest = {name: text for name, text in fields.items() if name not in ("name", "way", "reason")}
        counts = {SentState(state): int(count) for state, count in counted}
        return Source(id_, fields["name"], fields["way"], by, fields["reason"], made, ended, rest, counts)

    async def end_import(self, id_: str, now: int, *, entry: Mapping[str, Any] | None = None) -> None:
        """`entry`, of the audit log: events that were not sent are failed, and are not sent any more."""

        def work(connection: Connection) -> None:
            connection.execute("UPDATE usage_imports SET ended = ? WHERE id = ?", (now, id_))
            if entry is not None:
                append(connection, entry)
                sql = "UPDATE usage_events SET state = 'failed', note = 'left' WHERE source = ? AND state = 'waiting'"
                connection.execute(sql, (id_,))

        await self.db.write(work)

    async def note(self, entry: Mapping[str, Any]) -> None:
        """Append to the audit log."""
        await self.db.write(lambda connection: append(connection, entry))


def _execute_all(sql: str, rows: Sequence[tuple[Any, ...]], connection: Connection) -> None:
    connection.executemany(sql, rows)
