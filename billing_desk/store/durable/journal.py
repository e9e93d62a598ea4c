"""The journal: operations with their steps, attempts and states, and their JSON encoding."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import apsw

from ...domain.money import Money
from ...domain.writes.action import Action, from_record
from ...domain.writes.journal_entry import Attempt, JournalEntry, StepRecord
from ...domain.writes.operation import DeskIdentity, FieldChange, Mode, Operation, OperationState, Risk, Step
from ...domain.writes.request import Request
from ...domain.writes.safety_limits import HOUR, Spent
from ..files.database import Connection, Database


def encode(operation: Operation) -> str:
    body = asdict(operation)
    identity, key_print = body.pop("identity"), operation.identity.key_fingerprint
    # The field names of the first version, so that earlier and later versions read each other's rows.
    body["place"] = {"account": identity["account"], "mode": identity["mode"], "key_print": key_print}
    del body["action"], body["reverts"], body["held"]
    body["verb"] = operation.record_name
    body["steps"] = [{"request": step.request.to_json(), "key": step.key} for step in operation.steps]
    body["undo"] = [[last, request.to_json()] for last, request in operation.undo]
    return json.dumps(body, ensure_ascii=False)


def decode(text: str) -> Operation:
    body = json.loads(text)
    place = body["place"]
    action, reverts = from_record(body["verb"])
    return Operation(
        id=body["id"],
        identity=DeskIdentity(place["account"], Mode(place["mode"]), place["key_print"]),
        action=action,
        reverts=reverts,
        steps=tuple(Step(Request.from_json(step["request"]), step["key"]) for step in body["steps"]),
        subjects=tuple((kind, id_) for kind, id_ in body["subjects"]),
        changes=tuple(FieldChange(**change) for change in body["changes"]),
        money=tuple(Money(**money) for money in body["money"]),
        risk=Risk(body["risk"]),
        reason=body["reason"],
        ticket=body["ticket"],
        # Rows of earlier versions do not have these fields.
        undo=tuple((int(last), Request.from_json(request)) for last, request in body.get("undo", ())),
        undoes=body.get("undoes", ""),
        bulk=body.get("bulk", ""),
        continues=body.get("continues", ""),
        send_before=int(body.get("send_before", 0)),
        money_at=tuple((int(step), Money(**money)) for step, money in body.get("money_at", ())),
    )


class AlreadyOpen(Exception):
    """The same operation is already open, e.g. after a double click or in a second window."""


Admission = Callable[[Sequence[Spent]], None]
"""Called with the operations of the last hour; raises to stop another one."""


class Journal:
    def __init__(self, database: Database) -> None:
        self._db = database

    async def begin(
        self, operation: Operation, version: str, now: int, admission: Admission | None = None, *, sending: bool = False
    ) -> None:
        """Record the operation with all its requests and idempotency keys. Raises AlreadyOpen, also if another one
        undoes or continues the same operation, and what `admission` raises, which runs in the same transaction.
        `sending`: also record the first attempt of the first step, which is sent at once; this halves the time."""

        def work(connection: Connection) -> None:
            if admission is not None:
                admission(_spent_since(connection, now - HOUR))
            for before in filter(None, (operation.undoes, operation.continues)):
                if _follower(connection, before):
                    raise AlreadyOpen
            _begin(connection, operation, version, now)
            if sending:
                _started(connection, operation.id, 0, now)

        try:
            await self._db.write(work)
        except apsw.ConstraintError:
            raise AlreadyOpen from None

    async def attempt_started(self, operation: str, position: int, now: int) -> None:
        await self._db.write(lambda connection: _started(connection, operation, position, now))

    async def attempt_ended(
        self, operation: str, position: int, outcome: str, request_id: str, *, ambiguous: bool
    ) -> None:
        """`ambiguous` is sticky: after a lost answer the step stays ambiguous until it is done."""

        def work(connection: Connection) -> None:
            _ended(connection, operation, position, outcome, request_id)
            if ambiguous:
                connection.execute(
                    "UPDATE steps SET ambiguous = 1 WHERE operation = ? AND position = ?", (operation, position)
                )

        await self._db.write(work)

    async def step_done(
        self,
        operation: str,
        position: int,
        result: dict[str, Any],
        request_id: str | None = None,
        also: Callable[[Connection], None] | None = None,
    ) -> None:
        """`request_id` of the successful attempt; None: e.g. an outcome lookup. `also` runs in the same transaction.

        Not synced: after a power failure the result can be found out again, because the attempt was synced.
        """
        sql = "UPDATE steps SET result = ?, ambiguous = 0, error = NULL WHERE operation = ? AND position = ?"

        def work(connection: Connection) -> None:
            if request_id is not None:
                _ended(connection, operation, position, "ok", request_id)
            connection.execute(sql, (json.dumps(result), operation, position))
            if also is not None:
                also(connection)

        await self._db.write(work, synced=False)

    async def close(self, settle: Callable[[Connection], None]) -> None:
        """Run the work made by `settling` in a transaction of its own."""
        await self._db.write(settle)

    @staticmethod
    def settling(operation: str, state: OperationState, now: int, error: str = "") -> Callable[[Connection], None]:
        """The work that sets the state of an operation; with an open state the operation can be resumed."""

        def work(connection: Connection) -> None:
            _set_state(connection, operation, state, None if state.is_open else now)
            if error:
                sql = "UPDATE steps SET error = ? WHERE operation = ? AND result IS NULL"
                connection.execute(sql, (error, operation))

        return work

    async def mark_ambiguous(self, operation: str, position: int) -> None:
        """Mark a step whose attempt in an earlier run may have reached Stripe, but whose end was not recorded."""
        sql = "UPDATE steps SET ambiguous = 1 WHERE operation = ? AND position = ?"
        await self._db.write(lambda connection: connection.execute(sql, (operation, position)) and None)

    async def is_ambiguous(self, operation: str, position: int) -> bool:
        sql = "SELECT ambiguous FROM steps WHERE operation = ? AND position = ?"
        row = await self._db.read(lambda c: c.execute(sql, (operation, position)).fetchone())
        return bool(row and row[0])

    async def results(self, operation: str) -> list[dict[str, Any] | None]:
        """The result of each step; None: the step is not done."""
        sql = "SELECT result FROM steps WHERE operation = ? ORDER BY position"
        rows = await self._db.read(lambda c: c.execute(sql, (operation,)).fetchall())
        return [json.loads(str(row[0])) if row[0] else None for row in rows]

    async def first_sent(self, operation: str, position: int) -> int | None:
        """When this step was first sent (Unix seconds); None if it never was."""
        sql = "SELECT first_sent FROM steps WHERE operation = ? AND position = ?"
        row: Any = await self._db.read(lambda c: c.execute(sql, (operation, position)).fetchone())
        return int(row[0]) if row and row[0] is not None else None

    async def entry(self, operation: str) -> JournalEntry | None:
        found = await self._entries("o.id = ?", (operation,), "o.made, o.rowid")
        return found[0] if found else None

    async def unfinished(self, account: str, mode: Mode) -> list[JournalEntry]:
        """Operations without an end, e.g. after a crash or a lost answer, oldest first."""
        return await self._entries(
            "o.account = ? AND o.mode = ? AND o.ended IS NULL", (account, str(mode)), "o.made, o.rowid"
        )

    async def newest(self, account: str, mode: Mode, limit: int = 200) -> list[JournalEntry]:
        return await self._entries(
            "o.account = ? AND o.mode = ?", (account, str(mode)), f"o.made DESC, o.rowid DESC LIMIT {limit}"
        )

    async def of_action(self, account: str, mode: Mode, action: Action, since: int, limit: int) -> list[JournalEntry]:
        """The operations of an action made at or after `since` (Unix seconds), newest first."""
        where = "o.account = ? AND o.mode = ? AND o.made >= ? AND json_extract(o.body, '$.verb') = ?"
        return await self._entries(
            where, (account, str(mode), since, str(action)), f"o.made DESC, o.rowid DESC LIMIT {limit}"
        )

    async def of_subject(self, kind: str, id_: str, limit: int = 50) -> list[JournalEntry]:
        """The newest operations on an object."""
        about = (
            "EXISTS (SELECT 1 FROM json_each(o.body, '$.subjects') s WHERE json_extract(s.value, '$[0]') = ? "
            "AND json_extract(s.value, '$[1]') = ?)"
        )
        return await self._entries(about, (kind, id_), f"o.made DESC, o.rowid DESC LIMIT {limit}")

    async def count_again(self, operation: str, now: int, admission: Admission) -> None:
        """Count an operation again at `now` (Unix seconds) before it is resent. Raises what `admission` raises."""

        def work(connection: Connection) -> None:
            admission(_spent_since(connection, now - HOUR))
            connection.execute("UPDATE operations SET counted = ? WHERE id = ?", (now, operation))

        await self._db.write(work)

    async def steps(self, operation: str) -> list[StepRecord]:
        """The steps of an operation with their attempts."""

        def work(connection: Connection) -> tuple[list[Any], list[Any]]:
            steps = connection.execute(
                "SELECT key, result IS NOT NULL, json_extract(result, '$.id'), error FROM steps "
                "WHERE operation = ? ORDER BY position",
                (operation,),
            ).fetchall()
            attempts = connection.execute(
                "SELECT position, started, coalesce(outcome, ''), coalesce(request_id, '') FROM attempts "
                "WHERE operation = ? ORDER BY position, number",
                (operation,),
            ).fetchall()
            return steps, attempts

        steps, attempts = await self._db.read(work)
        return [
            StepRecord(
                str(key),
                bool(done),
                str(answered or ""),
                str(error or ""),
                tuple(Attempt(int(at), str(end), str(id_)) for place, at, end, id_ in attempts if place == number),
            )
            for number, (key, done, answered, error) in enumerate(steps)
        ]

    async def follower(self, operation: str) -> str | None:
        """The id of an operation that undoes or continues this one; None: there is none. Ignores refused and abandoned
        operations without a finished step."""
        return await self._db.read(lambda connection: _follower(connection, operation))

    async def _entries(self, where: str, params: tuple[Any, ...], order: str) -> list[JournalEntry]:
        sql = (
            "SELECT o.body, o.state, o.made, min(s.first_sent), max(s.ambiguous), max(coalesce(s.error, '')), "
            f"min(s.version), count(s.result) FROM operations o JOIN steps s ON s.operation = o.id WHERE {where} "
            f"GROUP BY o.id ORDER BY {order}"
        )
        rows: list[tuple[Any, ...]] = await self._db.read(lambda c: c.execute(sql, params).fetchall())
        return [
            JournalEntry(
                decode(str(body)),
                OperationState(str(state)),
                int(made),
                sent,
                bool(doubt),
                str(error),
                str(version),
                done,
            )
            for body, state, made, sent, doubt, error, version, done in rows
        ]


def _spent_since(connection: Connection, since: int) -> list[Spent]:
    """The operations counted or attempted after `since` (Unix seconds), except refused ones."""
    sql = (
        "SELECT o.id, json_extract(o.body, '$.money') FROM operations o WHERE o.state != ?1 AND (o.counted > ?2 OR "
        "EXISTS (SELECT 1 FROM attempts a WHERE a.operation = o.id AND a.started > ?2))"
    )
    rows = connection.execute(sql, (str(OperationState.REFUSED), since))
    return [Spent(str(id_), tuple(Money(**m) for m in json.loads(str(text or "[]")))) for id_, text in rows]


def _begin(connection: Connection, operation: Operation, version: str, now: int) -> None:
    place = operation.identity
    connection.execute(
        "INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)",
        (
            operation.id,
            place.account,
            str(place.mode),
            place.key_fingerprint,
            operation.record_name,
            operation.fingerprint,
            str(OperationState.PLANNED),
            encode(operation),
            now,
            operation.bulk,
            now,
        ),
    )
    for position, step in enumerate(operation.steps):
        connection.execute(
            "INSERT INTO steps (operation, position, request, key, version) VALUES (?, ?, ?, ?, ?)",
            (operation.id, position, step.request.to_json(), step.key, version),
        )


def _follower(connection: Connection, operation: str) -> str | None:
    sql = (
        "SELECT o.id FROM operations o WHERE (json_extract(o.body, '$.undoes') = ?1 OR "
        "json_extract(o.body, '$.continues') = ?1) AND (o.state NOT IN (?2, ?3) OR EXISTS "
        "(SELECT 1 FROM steps s WHERE s.operation = o.id AND s.result IS NOT NULL)) LIMIT 1"
    )
    row: Any = connection.execute(
        sql, (operation, str(OperationState.REFUSED), str(OperationState.ABANDONED))
    ).fetchone()
    return str(row[0]) if row else None


def request_ids(connection: Connection, operation: str) -> list[str]:
    """Stripe's request ids of the answered attempts, read in the caller's transaction."""
    sql = "SELECT request_id FROM attempts WHERE operation = ? AND request_id != '' ORDER BY position, number"
    return [str(request_id) for (request_id,) in connection.execute(sql, (operation,))]


def _started(connection: Connection, operation: str, position: int, now: int) -> None:
    connection.execute(
        "INSERT INTO attempts SELECT ?, ?, count(*) + 1, ?, NULL, NULL FROM attempts "
        "WHERE operation = ? AND position = ?",
        (operation, position, now, operation, position),
    )
    connection.execute(
        "UPDATE steps SET first_sent = coalesce(first_sent, ?) WHERE operation = ? AND position = ?",
        (now, operation, position),
    )
    _set_state(connection, operation, OperationState.SENDING)


def _ended(connection: Connection, operation: str, position: int, outcome: str, request_id: str) -> None:
    connection.execute(
        "UPDATE attempts SET outcome = ?, request_id = ? WHERE operation = ? AND position = ? AND number = "
        "(SELECT max(number) FROM attempts WHERE operation = ? AND position = ?)",
        (outcome, request_id, operation, position, operation, position),
    )


def _set_state(connection: Connection, operation: str, state: OperationState, ended: int | None = None) -> None:
    connection.execute("UPDATE operations SET state = ?, ended = ? WHERE id = ?", (str(state), ended, operation))
