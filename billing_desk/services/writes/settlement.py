"""Settles an operation: writes its state to the journal and an entry to the audit log in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import DeskError
from ...domain.text.masking import masked_values
from ...domain.writes.operation import Operation, OperationState
from ...domain.writes.safety_limits import Actor
from ...store.durable.audit import append
from ...store.durable.journal import Journal, request_ids
from ...store.files.database import Connection


class Settlement:
    """`now` returns Unix seconds."""

    def __init__(self, journal: Journal, changes: Changes, actor: Callable[[], Actor], now: Callable[[], int]) -> None:
        self._journal, self._changes, self._actor, self._now = journal, changes, actor, now

    async def settle(
        self,
        operation: Operation,
        state: OperationState,
        error: DeskError | None = None,
        *,
        made: str = "",
        result: str = "",
    ) -> None:
        """`made` is the id of the object; `result` is the audit log's result if it differs from the state."""
        await self._journal.close(self.settling(operation, state, error, made=made, result=result))
        self._changes.publish(Change(ChangeKind.OPERATION))

    def settling(
        self,
        operation: Operation,
        state: OperationState,
        error: DeskError | None = None,
        *,
        made: str = "",
        result: str = "",
    ) -> Callable[[Connection], None]:
        """The same as a function to call inside another transaction."""
        why = summary(error) if error else ""
        now = self._now()
        entry = masked_values(self._entry(operation, now, result or str(state), made, why))
        settle = self._journal.settling(operation.id, state, now, why)

        def work(connection: Connection) -> None:
            append(connection, {**entry, "requests": request_ids(connection, operation.id)})
            settle(connection)

        return work

    def _entry(self, operation: Operation, now: int, result: str, made: str, error: str) -> dict[str, Any]:
        actor = self._actor()
        return {
            "at": now,
            "operator": actor.name,
            "system_user": actor.system_name,
            "account": operation.identity.account,
            "mode": str(operation.identity.mode),
            "operation": operation.id,
            "verb": operation.record_name,
            "subjects": [list(pair) for pair in operation.subjects] or ([["", made]] if made else []),
            "changes": [[change.field, change.before, change.after] for change in operation.changes],
            "money": [[money.amount, money.currency] for money in operation.money],
            "reason": operation.reason,
            "ticket": operation.ticket,
            "undoes": operation.undoes,
            "bulk": operation.bulk,
            "result": result,
            "error": error,
        }


def summary(error: DeskError) -> str:
    """Class, code and request id; not Stripe's message, which can quote what was sent."""
    return " ".join(part for part in (type(error).__name__, error.code or "", error.request_id or "") if part)
