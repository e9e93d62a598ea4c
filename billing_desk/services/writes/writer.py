"""What a screen needs to write: explain, check a preview again, perform, stop."""

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
    """`ended` is called with each operation when it has ended in any way, `made` with each that succeeded and Stripe's
    last answer. The desk reads changed objects again and watches new pages."""

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
        """The operation with reason and ticket, which also go to Stripe if the settings say so."""
        return self._planner.explained(operation, reason, ticket)

    async def changed_since(self, preview: Preview) -> bool:
        """Whether an object of the preview has changed at Stripe since. Raises DeskError."""
        return await self._reader.changed_since(preview)

    async def perform(self, operation: Operation) -> Json:
        """Returns Stripe's answer to the last step. Raises as Performer.perform."""
        try:
            result = await self._performer.perform(operation)
        finally:
            self._ended(operation)
        self._made(operation, result)
        return result

    def stop(self, operation: str) -> None:
        """Stop before the operation's next step."""
        self._performer.stop(operation)

    async def entry(self, operation: str) -> JournalEntry | None:
        return await self._log.entry(operation)
