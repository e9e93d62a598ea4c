"""Taking an operation back where Stripe allows it, and going on with one that was refused halfway. Both are new
operations with keys of their own: a refusal is stored under its key, so asking with it again would change nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from ...domain.errors import NotFound
from ...domain.writes.operation import FieldChange, Operation, Preview, Risk, Seen, State, Warning_
from ...domain.writes.references import rebased, resolved
from ...domain.writes.request import Request
from ...domain.writes.write_evidence import carries
from ...store.durable.journal import Entry
from .operations import Operations

Remake = Callable[[Operation], Awaitable[Preview | None]]


class Undoing:
    """`remakes` are verbs whose undo is previewed anew, because its money depends on the day it is made."""

    def __init__(self, operations: Operations, remakes: Mapping[str, Remake]) -> None:
        self._operations, self._remakes = operations, remakes

    async def can_undo(self, entry: Entry) -> bool:
        return _undo_of(entry) is not None and await self._operations.follower(entry.operation.id) is None

    async def can_go_on(self, entry: Entry) -> bool:
        """Whether it was refused after some of its steps were made, and nobody went on or took it back since. What is
        open is resumed instead."""
        halfway = entry.state is State.REFUSED and 0 < entry.done < len(entry.operation.steps)
        return halfway and await self._operations.follower(entry.operation.id) is None

    async def preview_undo(self, entry: Entry) -> Preview | None:
        """None where Stripe does not allow it, or it is undone already. Raises DeskError."""
        request = _undo_of(entry)
        if request is None or not await self.can_undo(entry):
            return None
        done = entry.operation
        if remake := self._remakes.get(done.verb.split()[-1]):
            made = await remake(done)
            if made is None:
                return None
            return replace(made, operation=replace(made.operation, verb=f"undo {done.verb}", undoes=done.id))
        request = resolved(request, await self._operations.results(done.id))
        subjects = done.subjects
        warnings, seen = await self._look(done, subjects[:1])
        operation = self._operations.plan(
            f"undo {done.verb}",
            request,
            subjects=subjects,
            changes=tuple(FieldChange(change.field, change.after, change.before) for change in done.changes),
            risk=_risk_of(request),
            undo=tuple((0, step.request) for step in done.steps) if len(done.steps) == 1 and done.changes else (),
            undoes=done.id,
        )
        return Preview(operation, warnings, seen=seen)

    async def _look(
        self, done: Operation, subjects: tuple[tuple[str, str], ...]
    ) -> tuple[tuple[Warning_, ...], tuple[Seen, ...]]:
        """Whether somebody has changed again what this operation changed."""
        if not subjects or len(done.steps) != 1:
            return (), ()
        try:
            now, seen = await self._operations.look(*subjects[0])
        except NotFound:
            return (), ()  # older cards have no address of their own
        same = carries(now, done.steps[0].request.params)
        return () if same else (Warning_("changed_since"),), (seen,)

    async def preview_going_on(self, entry: Entry) -> Preview | None:
        """The steps that are not made yet."""
        if not await self.can_go_on(entry):
            return None
        was, done = entry.operation, entry.done
        results = await self._operations.results(was.id)
        rest = [rebased(step.request, results, done) for step in was.steps[done:]]
        operation = self._operations.plan(
            was.verb,
            *rest,
            subjects=was.subjects,
            changes=was.changes,
            money=was.money,
            risk=was.risk,
            undo=tuple((last - done, rebased(request, results, done)) for last, request in was.undo if last >= done),
            bulk=was.bulk,
            continues=was.id,
        )
        return Preview(operation, (Warning_("goes_on", {"done": str(done), "count": str(len(was.steps))}),))


def _undo_of(entry: Entry) -> Request | None:
    """Only what is known to be made can be taken back."""
    settled = entry.state in (State.DONE, State.REFUSED) or (entry.state is State.PLANNED and not entry.ambiguous)
    if not settled or not entry.done:
        return None
    return dict(entry.operation.undo).get(entry.done - 1)


def _risk_of(request: Request) -> Risk:
    return Risk.IRREVERSIBLE if request.method == "delete" or request.path.endswith("/void") else Risk.PLAIN
