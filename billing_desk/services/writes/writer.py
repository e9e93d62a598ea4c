"""What a screen writes with: the operation that was previewed, checked once more, sent, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable

from ...domain.json_object import Json
from ...domain.writes.journal_entry import JournalEntry
from ...domain.writes.operation import Operation, Preview
from ..object_reader import ObjectReader
from .operation_log import OperationLog
from .performer import Performer
from .planner import Planner


class Writer:
    """`ended` is told of each operation once it has ended in any way, `made` of those that succeeded, with Stripe's
    last answer: the desk reads again what they changed, and watches pages that they made."""

    def __init__(
        self,
        planner: Planner,
        reader: ObjectReader,
        performer: Performer,
        log: OperationLog,
        ended: Callable[[Operation], None],
        made: Callable[[Operation, Json], None],
    ) -> None:
        self._planner, self._reader, self._performer, self._log = planner, reader, performer, log
        self._ended, self._made = ended, made

    def explained(self, operation: Operation, reason: str, ticket: str) -> Operation:
        """With reason and ticket, which also go to Stripe where the settings say so."""
        return self._planner.explained(operation, reason, ticket)

    async def changed_since(self, preview: Preview) -> bool:
        """Whether anything that a preview was made from stands otherwise at Stripe now. Raises DeskError."""
        return await self._reader.changed_since(preview)

    async def perform(self, operation: Operation) -> Json:
        """Stripe's answer to the last step. Raises as Performer.perform."""
        try:
            result = await self._performer.perform(operation)
        finally:
            self._ended(operation)
        self._made(operation, result)
        return result

    def stop(self, operation: str) -> None:
        """Before its next step."""
        self._performer.stop(operation)

    async def entry(self, operation: str) -> JournalEntry | None:
        return await self._log.entry(operation)
