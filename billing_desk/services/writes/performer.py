"""Performs operations: guard → journal → send → mirror → audit log → change notice."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import Conflict, NotAllowed, Refused
from ...domain.text.card_number_guard import holds_card_number
from ...domain.text.masking import without_card_numbers
from ...domain.writes.journal_entry import JournalEntry
from ...domain.writes.operation import Operation, OperationState
from ...gateway.version import API_VERSION
from ...store.durable.journal import Admission, AlreadyOpen, Journal
from ..tasks import Tasks
from .guard import Guard
from .settlement import Settlement
from .step_executor import REPLAY_SECONDS, StepExecutor


class Performer:
    def __init__(
        self,
        guard: Guard,
        journal: Journal,
        settlement: Settlement,
        executor: StepExecutor,
        changes: Changes,
        tasks: Tasks,
    ) -> None:
        self._guard, self._journal, self._settlement = guard, journal, settlement
        self._executor, self._changes, self._tasks = executor, changes, tasks
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    async def perform(self, operation: Operation) -> dict[str, Any]:
        """Returns Stripe's answer to the last step. Raises DeskError if the operation failed (steps done before stay
        done), Unsettled if the outcome is unknown, Stopped.

        Canceling the caller does not stop the operation.
        """
        result: dict[str, Any] = await self._tasks.shielded(self._perform(operation))
        return result

    def stop(self, operation: str) -> None:
        """Stop before the operation's next step."""
        self._executor.stop(operation)

    async def _perform(self, operation: Operation) -> dict[str, Any]:
        self._guard.check(operation)
        _refuse_card_numbers(operation)
        operation = without_card_numbers(operation)
        # Journaled before waiting for the lock, so that a repeated click finds the first one's entry.
        alone = self._alone(operation)
        at_once = not alone.locked()
        try:
            await self._journal.begin(
                operation, API_VERSION, self._executor.now(), self._admission(operation), sending=at_once
            )
        except AlreadyOpen:
            raise Conflict(code="already_open") from None
        self._changes.publish(Change(ChangeKind.OPERATION))
        waits = alone.locked() or not at_once
        async with alone:
            if waits:
                await self._still_open(operation.id)
            try:
                self._guard.check(operation)
            except NotAllowed as error:
                await self._settlement.settle(operation, OperationState.REFUSED, error)
                raise
            result = await self._executor.run(operation, begun=at_once)
            if operation.undoes:
                await self._close_undone(operation.undoes)
            return result

    def _admission(self, operation: Operation) -> Admission:
        """Called inside the journal's transaction, so that two processes cannot exceed a ceiling together."""
        return lambda written: self._guard.admit(operation, written)

    async def _close_undone(self, id_: str) -> None:
        """An operation that was undone cannot be continued: settle it if it is open."""
        entry = await self._journal.entry(id_)
        if entry is not None and entry.state.is_open:
            await self._settlement.settle(entry.operation, OperationState.ABANDONED)

    async def _still_open(self, id_: str) -> JournalEntry:
        """The current entry. Raises Conflict if it was settled or abandoned meanwhile."""
        entry = await self._journal.entry(id_)
        if entry is None or not entry.state.is_open:
            raise Conflict(code="already_settled")
        return entry

    def _alone(self, operation: Operation) -> asyncio.Lock:
        """One lock for each object, so that writes to it never overlap."""
        subject = operation.subjects[0] if operation.subjects else ("", operation.fingerprint)
        return self._locks.setdefault(subject, asyncio.Lock())

    async def resume(self, entry: JournalEntry) -> dict[str, Any]:
        """Look up the outcome first, then send again with the same idempotency keys. Raises as `perform`."""
        result: dict[str, Any] = await self._tasks.shielded(self._resume(entry))
        return result

    async def _resume(self, stale: JournalEntry) -> dict[str, Any]:
        operation = stale.operation
        async with self._alone(operation):
            entry = await self._still_open(operation.id)
            self._guard.check_resumed(operation)
            done = await self._journal.results(operation.id)
            position = next((index for index, result in enumerate(done) if result is None), None)
            sent = await self._journal.first_sent(operation.id, position) if position is not None else None
            if position is not None and sent is not None:
                found = await self._executor.find_outcome(operation, position, sent)
                if found is None:
                    self._check_resendable(entry, sent)
                elif position == len(operation.steps) - 1:
                    return found
            await self._journal.count_again(operation.id, self._executor.now(), self._admission(operation))
            return await self._executor.run(operation)

    def _check_resendable(self, entry: JournalEntry, sent: int) -> None:
        """Raises NotAllowed if the idempotency key may have expired, the preview is about another day by now, or the
        API version has changed."""
        now = self._executor.now()
        if now - sent > REPLAY_SECONDS or entry.operation.is_late(now) or entry.version != API_VERSION:
            raise NotAllowed(code="too_old_to_resend")

    async def abandon(self, stale: JournalEntry) -> None:
        """The operator gives up an open operation. Raises Conflict if it was settled meanwhile."""
        async with self._alone(stale.operation):
            entry = await self._still_open(stale.operation.id)
            await self._settlement.settle(entry.operation, OperationState.ABANDONED)


def _refuse_card_numbers(operation: Operation) -> None:
    """The last check for card numbers before an operation is journaled, sent or logged."""
    for step in operation.steps:
        refuse_card_numbers(_texts(step.request.params))
        metadata = step.request.params.get("metadata")
        if isinstance(metadata, Mapping):  # metadata keys are typed too
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
