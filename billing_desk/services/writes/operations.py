"""Every write goes through `perform`: guard → journal → send → mirror → audit → change notice."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any

from ...domain.changes import Change, Changes
from ...domain.errors import Conflict, NotAllowed, Refused
from ...domain.money import Money
from ...domain.text.card_number_guard import holds_card_number
from ...domain.text.masking import without_card_numbers
from ...domain.writes.operation import FieldChange, Operation, Place, Preview, Risk, Seen, State, Step, print_of_object
from ...domain.writes.request import Request
from ...domain.writes.safety_limits import Rules
from ...gateway.stripe_gateway import Door
from ...gateway.version import API_VERSION
from ...store.durable.journal import Admission, AlreadyOpen, Entry, Journal, StepRecord
from ..queries import read_object
from ..tasks import Tasks
from .guard import Guard
from .settlement import Recorder
from .step_executor import REPLAY_SECONDS, Sending, Stopped, Unsettled

__all__ = ["Operations", "Stopped", "Unsettled", "new_id"]


class Operations:
    def __init__(
        self,
        guard: Guard,
        door: Door,
        journal: Journal,
        recorder: Recorder,
        sending: Sending,
        changes: Changes,
        tasks: Tasks,
    ) -> None:
        self._guard, self._door, self._journal = guard, door, journal
        self._recorder, self._sending, self._changes, self._tasks = recorder, sending, changes, tasks
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    @property
    def place(self) -> Place:
        return self._guard.place

    @property
    def rules(self) -> Rules:
        return self._guard.rules()

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
        undo: tuple[tuple[int, Request], ...] = (),
        undoes: str = "",
        bulk: str = "",
        continues: str = "",
    ) -> Operation:
        """An operation for this desk, its keys chosen once and for all; `key` replaces the first step's."""
        id_ = id_ or new_id()
        keys = [key if key and not number else f"bd-{id_}-{number}" for number in range(len(requests))]
        steps = tuple(Step(request, key) for request, key in zip(requests, keys, strict=True))
        follows = {"undoes": undoes, "bulk": bulk, "continues": continues}
        return Operation(id_, self.place, verb, steps, subjects, changes, money, risk, undo=undo, **follows)

    async def look(self, kind: str, id_: str) -> tuple[dict[str, Any], Seen]:
        """An object as it stands at Stripe now, and what tells later whether it still does. Raises DeskError."""
        found = await read_object(self._door, kind, id_)
        return found, Seen(kind, id_, print_of_object(found))

    async def changed_since(self, preview: Preview) -> bool:
        """Whether anything that a preview was made from stands otherwise at Stripe now. Raises DeskError."""
        for seen in preview.seen:
            _, now = await self.look(seen.kind, seen.id)
            if now != seen:
                return True
        return False

    async def perform(self, operation: Operation) -> dict[str, Any]:
        """Stripe's answer to the last step. Raises DeskError when nothing happened (or, where it has several steps,
        nothing more), Unsettled when nobody knows, Stopped.

        A cancelled caller does not stop it: what has begun to be sent is seen through.
        """
        result: dict[str, Any] = await self._tasks.shielded(self._perform(operation))
        return result

    def stop(self, operation: str) -> None:
        """Before its next step."""
        self._sending.stop(operation)

    async def _perform(self, operation: Operation) -> dict[str, Any]:
        self._guard.check(operation)
        _refuse_card_numbers(operation)
        operation = without_card_numbers(operation)
        # Before waiting for its turn: a second click finds the first one's row, not its end.
        alone = self._alone(operation)
        at_once = not alone.locked()
        try:
            await self._journal.begin(
                operation, API_VERSION, self._sending.now(), self._admission(operation), sending=at_once
            )
        except AlreadyOpen:
            raise Conflict(code="already_open") from None
        self._changes.publish(Change("operation"))
        waits = alone.locked() or not at_once
        async with alone:
            if waits:
                await self._still_open(operation.id)
            try:
                self._guard.check(operation)
            except NotAllowed as error:
                await self._recorder.settle(operation, State.REFUSED, error)
                raise
            result = await self._sending.run(operation, begun=at_once)
            if operation.undoes:
                await self._close_undone(operation.undoes)
            return result

    def _admission(self, operation: Operation) -> Admission:
        """Asked inside the journal's transaction, so that two processes cannot pass a ceiling together."""
        return lambda written: self._guard.admit(operation, written)

    async def _close_undone(self, id_: str) -> None:
        """What is taken back is not gone on with."""
        entry = await self._journal.entry(id_)
        if entry is not None and entry.state.is_open:
            await self._recorder.settle(entry.operation, State.ABANDONED)

    async def _still_open(self, id_: str) -> Entry:
        """The entry as it is now; raises Conflict when it was settled or abandoned meanwhile."""
        entry = await self._journal.entry(id_)
        if entry is None or not entry.state.is_open:
            raise Conflict(code="already_settled")
        return entry

    def _alone(self, operation: Operation) -> asyncio.Lock:
        """Two writes to one object never overlap."""
        subject = operation.subjects[0] if operation.subjects else ("", operation.fingerprint)
        return self._locks.setdefault(subject, asyncio.Lock())

    def afterwards(self, work: Coroutine[Any, Any, None]) -> None:
        """Goes on by itself, and is waited for when the desk closes."""
        self._tasks.start(work)

    def tell(self) -> None:
        """What screens show beside the objects themselves has changed."""
        self._changes.publish(Change("operation"))

    def now(self) -> int:
        """Stripe's time as far as it is known (Unix seconds)."""
        return self._sending.now()

    @property
    def view_only(self) -> bool:
        return self._guard.view_only

    def check_allowed(self) -> None:
        """Raises NotAllowed while this desk may not write at all."""
        if self._guard.view_only:
            raise NotAllowed(code="view_only")

    def explained(self, operation: Operation, reason: str, ticket: str) -> Operation:
        """With reason and ticket, which also go to Stripe where the settings say so."""
        return operation.explained(reason, ticket, at_stripe=self._guard.rules().note_at_stripe)

    async def unfinished(self) -> list[Entry]:
        return await self._journal.unfinished(self.place.account, self.place.mode)

    async def newest(self) -> list[Entry]:
        """Everything that waits for a decision, then the newest of the others."""
        waiting = await self.unfinished()
        known = {entry.operation.id for entry in waiting}
        newest = await self._journal.newest(self.place.account, self.place.mode)
        return waiting[::-1] + [entry for entry in newest if entry.operation.id not in known]

    async def of_verb(self, verb: str, since: int, limit: int) -> list[Entry]:
        return await self._journal.of_verb(self.place.account, self.place.mode, verb, since, limit)

    async def entry(self, operation: str) -> Entry | None:
        return await self._journal.entry(operation)

    async def steps(self, operation: str) -> list[StepRecord]:
        return await self._journal.steps(operation)

    async def results(self, operation: str) -> list[dict[str, Any] | None]:
        """What each step answered, None for those not done."""
        return await self._journal.results(operation)

    async def follower(self, operation: str) -> str | None:
        """The operation that took this one back or went on with it."""
        return await self._journal.follower(operation)

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
            sent = await self._journal.first_sent(operation.id, position) if position is not None else None
            if position is not None and sent is not None:
                found = await self._sending.look_back(operation, position, sent)
                if found is None:
                    self._check_resendable(entry, sent)
                elif position == len(operation.steps) - 1:
                    return found
            await self._journal.count_again(operation.id, self._sending.now(), self._admission(operation))
            return await self._sending.run(operation)

    def _check_resendable(self, entry: Entry, sent: int) -> None:
        """Raises NotAllowed where Stripe may have forgotten the key, or would read the request otherwise today."""
        if self._sending.now() - sent > REPLAY_SECONDS or entry.version != API_VERSION:
            raise NotAllowed(code="too_old_to_resend")

    async def abandon(self, stale: Entry) -> None:
        """The operator says it need not be known or done any more. Raises Conflict when it was settled meanwhile."""
        async with self._alone(stale.operation):
            entry = await self._still_open(stale.operation.id)
            await self._recorder.settle(entry.operation, State.ABANDONED)


def new_id() -> str:
    return uuid.uuid4().hex


def _refuse_card_numbers(operation: Operation) -> None:
    """The last of several gates: none is journalled, sent or logged."""
    for step in operation.steps:
        refuse_card_numbers(_texts(step.request.params))
        metadata = step.request.params.get("metadata")
        if isinstance(metadata, Mapping):  # its keys are typed too
            refuse_card_numbers([str(key) for key in metadata])
            refuse_card_numbers([str(text) for pair in metadata.items() for text in pair])
    refuse_card_numbers([operation.reason, operation.ticket])


def refuse_card_numbers(texts: Sequence[str]) -> None:
    """Raises Refused with code `card_number`."""
    if holds_card_number(texts):
        raise Refused(code="card_number")


def _texts(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []
