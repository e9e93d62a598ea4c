"""Read access to the journal for one desk."""

from __future__ import annotations

from ...domain.json_object import Json
from ...domain.writes.action import Action
from ...domain.writes.journal_entry import JournalEntry, StepRecord
from ...domain.writes.operation import DeskIdentity
from ...store.durable.journal import Journal


class OperationLog:
    def __init__(self, journal: Journal, identity: DeskIdentity) -> None:
        self._journal, self._identity = journal, identity

    async def unfinished(self) -> list[JournalEntry]:
        return await self._journal.unfinished(self._identity.account, self._identity.mode)

    async def newest(self) -> list[JournalEntry]:
        """All operations that wait for a decision, then the newest of the others."""
        waiting = await self.unfinished()
        known = {entry.operation.id for entry in waiting}
        newest = await self._journal.newest(self._identity.account, self._identity.mode)
        return waiting[::-1] + [entry for entry in newest if entry.operation.id not in known]

    async def of_action(self, action: Action, since: int, limit: int) -> list[JournalEntry]:
        """Created since `since` (Unix seconds), newest first."""
        return await self._journal.of_action(self._identity.account, self._identity.mode, action, since, limit)

    async def entry(self, operation: str) -> JournalEntry | None:
        return await self._journal.entry(operation)

    async def steps(self, operation: str) -> list[StepRecord]:
        return await self._journal.steps(operation)

    async def results(self, operation: str) -> list[Json | None]:
        """Stripe's answer to each step; None for steps that are not done."""
        return await self._journal.results(operation)

    async def follower(self, operation: str) -> str | None:
        """The id of the operation that undid or continued this one; None if there is none."""
        return await self._journal.follower(operation)
