"""Undoes an operation where Stripe allows it, and continues one that was refused halfway. Both are new operations with
new idempotency keys, because Stripe stores a refusal under its key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from ...domain.errors import NotFound
from ...domain.json_object import Json
from ...domain.money import Money, totals
from ...domain.writes.action import Action
from ...domain.writes.journal_entry import JournalEntry
from ...domain.writes.operation import FieldChange, ObjectVersion, Operation, OperationState, Preview, Risk
from ...domain.writes.references import renumbered, resolved
from ...domain.writes.remarks import Warning_, WarningCode
from ...domain.writes.request import Request
from ...domain.writes.write_evidence import carries
from ..object_reader import ObjectReader
from .operation_log import OperationLog
from .planner import Planner

Remake = Callable[[Operation], Awaitable[Preview | None]]


class Undo:
    """`remakes` are actions whose undo needs a new preview, because its amount depends on the day."""

    def __init__(
        self, log: OperationLog, planner: Planner, reader: ObjectReader, remakes: Callable[[], Mapping[Action, Remake]]
    ) -> None:
        self._log, self._planner, self._reader, self._remakes = log, planner, reader, remakes

    async def can_undo(self, entry: JournalEntry) -> bool:
        return _undo_of(entry) is not None and await self._log.follower(entry.operation.id) is None

    async def can_continue(self, entry: JournalEntry) -> bool:
        """Whether it was refused after some steps were done, and was neither continued nor undone since. Open
        operations are resumed instead."""
        halfway = entry.state is OperationState.REFUSED and 0 < entry.done < len(entry.operation.steps)
        return halfway and await self._log.follower(entry.operation.id) is None

    async def preview_undo(self, entry: JournalEntry) -> Preview | None:
        """None if Stripe allows no undo or it was undone already. Raises DeskError."""
        request = _undo_of(entry)
        if request is None or not await self.can_undo(entry):
            return None
        done = entry.operation
        if remake := self._remakes().get(done.action):
            made = await remake(done)
            if made is None:
                return None
            return replace(
                made, operation=replace(made.operation, action=done.action, reverts=done.reverts + 1, undoes=done.id)
            )
        request = resolved(request, await self._log.results(done.id))
        subjects = done.subjects
        warnings, version, now = await self._look(done, subjects[:1])
        operation = self._planner.plan(
            done.action,
            request,
            subjects=subjects,
            changes=tuple(FieldChange(change.field, change.after, change.before) for change in done.changes),
            risk=_risk_of(request),
            undo=_again(done),
            undoes=done.id,
            reverts=done.reverts + 1,
            now=now,
        )
        return Preview(operation, warnings, versions=version)

    async def _look(
        self, done: Operation, subjects: tuple[tuple[str, str], ...]
    ) -> tuple[tuple[Warning_, ...], tuple[ObjectVersion, ...], tuple[Json, ...]]:
        """A warning if the object was changed again after this operation, the object's version, and the object."""
        if not subjects or len(done.steps) != 1:
            return (), (), ()
        try:
            now, version = await self._reader.read(*subjects[0])
        except NotFound:
            return (), (), ()  # older cards cannot be read by their id alone
        same = carries(now, done.steps[0].request.params)
        return () if same else (Warning_(WarningCode.CHANGED_SINCE),), (version,), (now,)

    async def preview_continue(self, entry: JournalEntry) -> Preview | None:
        """The steps that are not done; None if the operation cannot be continued."""
        if not await self.can_continue(entry):
            return None
        was, done = entry.operation, entry.done
        results = await self._log.results(was.id)
        rest = [renumbered(step.request, results, done) for step in was.steps[done:]]
        operation = self._planner.plan(
            was.action,
            *rest,
            subjects=was.subjects,
            changes=was.changes,
            money=_left(was, done),
            risk=was.risk,
            undo=tuple((last - done, renumbered(request, results, done)) for last, request in was.undo if last >= done),
            bulk=was.bulk,
            continues=was.id,
            reverts=was.reverts,
        )
        return Preview(operation, (Warning_(WarningCode.GOES_ON, {"done": str(done), "count": str(len(was.steps))}),))


def _again(done: Operation) -> tuple[tuple[int, Request], ...]:
    """The undo of an undo. Not of a create: what it costs depends on the day, so it needs a preview of its own."""
    from .outcome_lookup import parts_of

    if len(done.steps) != 1 or not done.changes or not parts_of(done.steps[0].request.path)[1]:
        return ()
    return ((0, done.steps[0].request),)


def _left(was: Operation, done: int) -> tuple[Money, ...]:
    """What the steps from `done` on move."""
    if not was.money_at:
        return was.money
    return tuple(totals(amount for step, amount in was.money_at if step >= done))


def _undo_of(entry: JournalEntry) -> Request | None:
    """The undo request of what is known to be done; None if there is none."""
    settled = entry.state in (OperationState.DONE, OperationState.REFUSED) or (
        entry.state is OperationState.PLANNED and not entry.ambiguous
    )
    if not settled or not entry.done:
        return None
    return dict(entry.operation.undo).get(entry.done - 1)


def _risk_of(request: Request) -> Risk:
    return Risk.IRREVERSIBLE if request.method == "delete" or request.path.endswith("/void") else Risk.PLAIN
