"""The journal of writes: on disk before the first byte leaves, one row an attempt."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

import apsw

from ..domain.money import Money
from ..domain.operation import FieldChange, Mode, Operation, Place, Risk, State, Step
from ..domain.request import Request
from .database import Connection, Database


class AlreadyOpen(Exception):
    """The same write is already on its way: a double click, or a second window."""


@dataclass(frozen=True)
class Entry:
    """An operation with where it stands. Times in Unix seconds; `first_sent` is None when nothing left yet."""

    operation: Operation
    state: State
    made: int
    first_sent: int | None
    ambiguous: bool
    error: str
    version: str


class Journal:
    def __init__(self, database: Database) -> None:
        self._db = database

    async def begin(self, operation: Operation, version: str, now: int) -> None:
        """Write the operation with all its requests and keys; raises AlreadyOpen."""
        try:
            await self._db.write(lambda connection: _begin(connection, operation, version, now))
        except apsw.ConstraintError:
            raise AlreadyOpen from None

    async def attempt_started(self, operation: str, position: int, now: int) -> None:
        def work(connection: Connection) -> None:
            connection.execute(
                "INSERT INTO attempts SELECT ?, ?, count(*) + 1, ?, NULL, NULL FROM attempts "
                "WHERE operation = ? AND position = ?",
                (operation, position, now, operation, position),
            )
            connection.execute(
                "UPDATE steps SET first_sent = coalesce(first_sent, ?) WHERE operation = ? AND position = ?",
                (now, operation, position),
            )
            _set_state(connection, operation, State.SENDING)

        await self._db.write(work)

    async def attempt_ended(
        self, operation: str, position: int, outcome: str, request_id: str, *, ambiguous: bool
    ) -> None:
        """`ambiguous` is sticky: once an answer was lost the step stays in doubt until it is settled."""

        def work(connection: Connection) -> None:
            connection.execute(
                "UPDATE attempts SET outcome = ?, request_id = ? WHERE operation = ? AND position = ? AND number = "
                "(SELECT max(number) FROM attempts WHERE operation = ? AND position = ?)",
                (outcome, request_id, operation, position, operation, position),
            )
            if ambiguous:
                connection.execute(
                    "UPDATE steps SET ambiguous = 1 WHERE operation = ? AND position = ?", (operation, position)
                )

        await self._db.write(work)

    async def step_done(self, operation: str, position: int, result: dict[str, Any]) -> None:
        sql = "UPDATE steps SET result = ?, ambiguous = 0, error = NULL WHERE operation = ? AND position = ?"
        values = (json.dumps(result), operation, position)
        await self._db.write(lambda connection: connection.execute(sql, values) and None)

    async def close(self, operation: str, state: State, now: int, error: str = "") -> None:
        """Settle the operation; an open state (UNKNOWN) leaves it to be resumed."""

        def work(connection: Connection) -> None:
            _set_state(connection, operation, state, None if state.is_open else now)
            if error:
                sql = "UPDATE steps SET error = ? WHERE operation = ? AND result IS NULL"
                connection.execute(sql, (error, operation))

        await self._db.write(work)

    async def mark_ambiguous(self, operation: str, position: int) -> None:
        """An attempt of an earlier run may have arrived although nothing was noted of its end."""
        sql = "UPDATE steps SET ambiguous = 1 WHERE operation = ? AND position = ?"
        await self._db.write(lambda connection: connection.execute(sql, (operation, position)) and None)

    async def is_ambiguous(self, operation: str, position: int) -> bool:
        sql = "SELECT ambiguous FROM steps WHERE operation = ? AND position = ?"
        row = await self._db.read(lambda c: c.execute(sql, (operation, position)).fetchone())
        return bool(row and row[0])

    async def results(self, operation: str) -> list[dict[str, Any] | None]:
        """What each step answered, None for those not done."""
        sql = "SELECT result FROM steps WHERE operation = ? ORDER BY position"
        rows = await self._db.read(lambda c: c.execute(sql, (operation,)).fetchall())
        return [json.loads(str(row[0])) if row[0] else None for row in rows]

    async def entry(self, operation: str) -> Entry | None:
        found = await self._entries("o.id = ?", (operation,), "ASC")
        return found[0] if found else None

    async def unfinished(self, account: str, mode: Mode) -> list[Entry]:
        """Operations of this desk that a crash, a kill or a lost answer left open, oldest first."""
        return await self._entries("o.account = ? AND o.mode = ? AND o.ended IS NULL", (account, str(mode)), "ASC")

    async def newest(self, account: str, mode: Mode, limit: int = 200) -> list[Entry]:
        return await self._entries("o.account = ? AND o.mode = ?", (account, str(mode)), f"DESC LIMIT {limit}")

    async def _entries(self, where: str, params: tuple[str, ...], order: str) -> list[Entry]:
        sql = (
            "SELECT o.body, o.state, o.made, min(s.first_sent), max(s.ambiguous), max(coalesce(s.error, '')), "
            f"min(s.version) FROM operations o JOIN steps s ON s.operation = o.id WHERE {where} "
            f"GROUP BY o.id ORDER BY o.made {order}"
        )
        rows: list[tuple[Any, ...]] = await self._db.read(lambda c: c.execute(sql, params).fetchall())
        return [
            Entry(_decode(str(body)), State(str(state)), int(made), sent, bool(doubt), str(error), str(version))
            for body, state, made, sent, doubt, error, version in rows
        ]


def _begin(connection: Connection, operation: Operation, version: str, now: int) -> None:
    place = operation.place
    connection.execute(
        "INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        (
            operation.id,
            place.account,
            str(place.mode),
            place.key_print,
            operation.verb,
            operation.fingerprint,
            str(State.PLANNED),
            _encode(operation),
            now,
        ),
    )
    for position, step in enumerate(operation.steps):
        connection.execute(
            "INSERT INTO steps (operation, position, request, key, version) VALUES (?, ?, ?, ?, ?)",
            (operation.id, position, step.request.to_json(), step.key, version),
        )


def _set_state(connection: Connection, operation: str, state: State, ended: int | None = None) -> None:
    connection.execute("UPDATE operations SET state = ?, ended = ? WHERE id = ?", (str(state), ended, operation))


def _encode(operation: Operation) -> str:
    body = asdict(operation)
    body["steps"] = [{"request": step.request.to_json(), "key": step.key} for step in operation.steps]
    return json.dumps(body, ensure_ascii=False)


def _decode(text: str) -> Operation:
    body = json.loads(text)
    place = body["place"]
    return Operation(
        id=body["id"],
        place=Place(place["account"], Mode(place["mode"]), place["key_print"]),
        verb=body["verb"],
        steps=tuple(Step(Request.from_json(step["request"]), step["key"]) for step in body["steps"]),
        subjects=tuple((kind, id_) for kind, id_ in body["subjects"]),
        changes=tuple(FieldChange(**change) for change in body["changes"]),
        money=tuple(Money(**money) for money in body["money"]),
        risk=Risk(body["risk"]),
        reason=body["reason"],
        ticket=body["ticket"],
    )
