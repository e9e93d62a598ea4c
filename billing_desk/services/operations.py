"""Every write goes through `perform`: guard → journal → send → mirror → audit → change notice."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..domain.changes import Change, Changes
from ..domain.errors import Conflict, DeskError, NotAllowed, leaves_doubt
from ..domain.money import Money
from ..domain.operation import FieldChange, Operation, Place, Risk, State, Step
from ..domain.request import Request
from ..gateway.calls import Door, Reply
from ..gateway.client import API_VERSION
from ..gateway.objects import read_one
from ..store.audit import Audit
from ..store.journal import AlreadyOpen, Entry, Journal
from ..store.mirror import Mirror
from .guard import Guard
from .read_back import read_back
from .tasks import Tasks

REPLAY_SECONDS = 23 * 3_600
"""Stripe keeps an answer for at least 24 h; after that the same key would be a new request."""


class Unsettled(Exception):
    """The write may or may not have happened; the journal keeps it until somebody knows. `cause` is what came last."""

    def __init__(self, operation: Operation, cause: DeskError) -> None:
        super().__init__(operation.id)
        self.operation, self.cause = operation, cause


@dataclass
class _Watcher:
    """Writes one journal row per attempt, before its first byte leaves."""

    journal: Journal
    operation: str
    position: int
    now: Callable[[], int]

    async def started(self) -> None:
        await self.journal.attempt_started(self.operation, self.position, self.now())

    async def ended(self, error: DeskError | None) -> None:
        outcome = type(error).__name__ if error else "ok"
        doubt = error is not None and leaves_doubt(error)
        request_id = (error.request_id or "") if error else ""
        await self.journal.attempt_ended(self.operation, self.position, outcome, request_id, ambiguous=doubt)


class Operations:
    def __init__(
        self,
        guard: Guard,
        door: Door,
        mirror: Mirror,
        journal: Journal,
        audit: Audit,
        changes: Changes,
        tasks: Tasks,
        *,
        operator: Callable[[], str],
    ) -> None:
        self._guard, self._door, self._mirror = guard, door, mirror
        self._journal, self._audit, self._changes = journal, audit, changes
        self._tasks, self._operator = tasks, operator
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    @property
    def place(self) -> Place:
        return self._guard.place

    def plan(
        self,
        verb: str,
        *requests: Request,
        subjects: tuple[tuple[str, str], ...] = (),
        changes: tuple[FieldChange, ...] = (),
        money: tuple[Money, ...] = (),
        risk: Risk = Risk.PLAIN,
        id_: str | None = None,
        key: str | None = None,
    ) -> Operation:
        """An operation for this desk, its keys chosen once and for all; `key` replaces the first step's."""
        id_ = id_ or new_id()
        keys = [key if key and not number else f"bd-{id_}-{number}" for number in range(len(requests))]
        steps = tuple(Step(request, key) for request, key in zip(requests, keys, strict=True))
        return Operation(id_, self.place, verb, steps, subjects, changes, money, risk)

    async def perform(self, operation: Operation) -> dict[str, Any]:
        """Stripe's answer to the last step. Raises DeskError when nothing happened, Unsettled when nobody knows.

        A cancelled caller does not stop it: what has begun to be sent is seen through.
        """
        result: dict[str, Any] = await self._tasks.shielded(self._perform(operation))
        return result

    async def _perform(self, operation: Operation) -> dict[str, Any]:
        self._guard.check(operation)
        # Before waiting for its turn: a second click finds the first one's row, not its end.
        try:
            await self._journal.begin(operation, API_VERSION, self._now())
        except AlreadyOpen:
            raise Conflict(code="already_open") from None
        self._changes.publish(Change("operation"))
        async with self._alone(operation):
            await self._still_open(operation.id)
            try:
                self._guard.check(operation)
            except NotAllowed as error:
                await self._settle(operation, State.REFUSED, error)
                raise
            return await self._run(operation)

    async def _still_open(self, id_: str) -> Entry:
        """The entry as it is now; raises Conflict when it was settled or abandoned meanwhile."""
        entry = await self._journal.entry(id_)
        if entry is None or not entry.state.is_open:
            raise Conflict(code="already_settled")
        return entry

    def _now(self) -> int:
        """Stripe's time as far as it is known: the replay window is counted by Stripe's clock (Unix seconds)."""
        return int(self._door.now())

    def _alone(self, operation: Operation) -> asyncio.Lock:
        """Two writes to one object never overlap."""
        subject = operation.subjects[0] if operation.subjects else ("", operation.fingerprint)
        return self._locks.setdefault(subject, asyncio.Lock())

    async def _run(self, operation: Operation) -> dict[str, Any]:
        result: dict[str, Any] = {}
        done = await self._journal.results(operation.id)
        for position, step in enumerate(operation.steps):
            earlier = done[position]
            result = earlier if earlier is not None else await self._step(operation, position, step)
        await self._journal.close(operation.id, State.DONE, self._now())
        await self._record(operation, "done", result.get("id", ""))
        self._changes.publish(Change("operation"))
        return result

    async def _step(self, operation: Operation, position: int, step: Step) -> dict[str, Any]:
        watcher = _Watcher(self._journal, operation.id, position, self._now)
        try:
            reply = await self._door.send(step.request, key=step.key, watcher=watcher)
        except DeskError as error:
            found = await self._after_error(operation, position, step, error)
            return await self._took_effect(operation, position, found, fresh=False)
        return await self._took_effect(operation, position, _answer(reply), fresh=not reply.replayed)

    async def _took_effect(
        self, operation: Operation, position: int, answer: dict[str, Any], *, fresh: bool
    ) -> dict[str, Any]:
        """An answer that is not `fresh` (replayed, or found by reading back) may be older than the mirror's."""
        await self._journal.step_done(operation.id, position, answer)
        as_of, current = (self._door.now(), answer) if fresh else await self._read_again(answer)
        for change in await self._mirror.put([current], as_of):
            self._changes.publish(change)
        return answer

    async def _read_again(self, answer: dict[str, Any]) -> tuple[float, dict[str, Any]]:
        """The object as it is now, or the old answer with a time that loses against every other reading."""
        began = self._door.now()
        try:
            now: dict[str, Any] = await self._door.read(read_one(str(answer["object"]), str(answer["id"])))
        except (DeskError, KeyError):
            return 0.0, answer
        return began, now

    async def _after_error(self, operation: Operation, position: int, step: Step, error: DeskError) -> dict[str, Any]:
        """The object if reading back shows that the write happened; otherwise raises."""
        doubt = leaves_doubt(error) or await self._journal.is_ambiguous(operation.id, position)
        if doubt:
            try:
                found = await read_back(self._door, step.request, step.key, self._now() - 3_600)
            except DeskError:
                found = None
            if found is not None:
                return found
            await self._settle(operation, State.UNKNOWN, error)
            raise Unsettled(operation, error)
        if isinstance(error, NotAllowed) and error.permission:
            self._guard.lacking.add(error.permission)
        await self._settle(operation, State.REFUSED, error)
        raise error

    async def _settle(self, operation: Operation, state: State, error: DeskError) -> None:
        await self._journal.close(operation.id, state, self._now(), _summary(error))
        await self._record(operation, str(state), "", _summary(error))
        self._changes.publish(Change("operation"))

    async def _record(self, operation: Operation, result: str, subject: str, error: str = "") -> None:
        subjects = [list(pair) for pair in operation.subjects] or ([["", subject]] if subject else [])
        await self._audit.append(
            {
                "at": int(self._door.now()),
                "operator": self._operator(),
                "account": operation.place.account,
                "mode": str(operation.place.mode),
                "operation": operation.id,
                "verb": operation.verb,
                "subjects": subjects,
                "changes": [[change.field, change.before, change.after] for change in operation.changes],
                "reason": operation.reason,
                "ticket": operation.ticket,
                "result": result,
                "error": error,
            }
        )

    async def unfinished(self) -> list[Entry]:
        return await self._journal.unfinished(self.place.account, self.place.mode)

    async def newest(self) -> list[Entry]:
        return await self._journal.newest(self.place.account, self.place.mode)

    async def resume(self, entry: Entry) -> dict[str, Any]:
        """Look first, then send again with the same keys while Stripe still knows them. Raises as `perform`."""
        result: dict[str, Any] = await self._tasks.shielded(self._resume(entry))
        return result

    async def _resume(self, stale: Entry) -> dict[str, Any]:
        operation = stale.operation
        async with self._alone(operation):
            entry = await self._still_open(operation.id)
            self._guard.check_resumed(operation)
            done = await self._journal.results(operation.id)
            position = next((index for index, result in enumerate(done) if result is None), None)
            if position is not None and entry.first_sent is not None:
                step = operation.steps[position]
                await self._journal.mark_ambiguous(operation.id, position)
                found = await read_back(self._door, step.request, step.key, entry.first_sent)
                if found is not None:
                    await self._took_effect(operation, position, found, fresh=False)
                elif self._now() - entry.first_sent > REPLAY_SECONDS or entry.version != API_VERSION:
                    raise NotAllowed(code="too_old_to_resend")
            return await self._run(operation)

    async def abandon(self, stale: Entry) -> None:
        """The operator says it need not be known or done any more. Raises Conflict when it was settled meanwhile."""
        async with self._alone(stale.operation):
            entry = await self._still_open(stale.operation.id)
            await self._journal.close(entry.operation.id, State.ABANDONED, self._now())
            await self._record(entry.operation, "abandoned", "")
        self._changes.publish(Change("operation"))


def new_id() -> str:
    return uuid.uuid4().hex


def _answer(reply: Reply) -> dict[str, Any]:
    answer: dict[str, Any] = reply.data
    return answer


def _summary(error: DeskError) -> str:
    return " ".join(part for part in (type(error).__name__, error.code or "", error.request_id or "") if part)
