"""Sends an operation's steps: each is journaled before it is sent, and settled once its outcome is known."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import Declined, DeskError, DiskFull, NotAllowed, NotFound, Offline, Refused, leaves_doubt
from ...domain.json_object import Json
from ...domain.text.masking import masked_values
from ...domain.writes.operation import Operation, OperationState, Step
from ...domain.writes.references import resolved
from ...domain.writes.request import Request
from ...domain.writes.write_evidence import TELLING, was_done
from ...gateway.nested import whole
from ...gateway.stripe_gateway import StripeGateway
from ...store.durable.journal import Journal
from ...store.mirror.mirror import Mirror
from ..queries import read_object
from .guard import Guard
from .settlement import Settlement

REPLAY_SECONDS = 23 * 3_600
"""Stripe stores an answer for at least 24 hours; after that the same key would be a new request."""


class Unsettled(Exception):
    """The write may or may not have taken effect; its journal entry stays open. `cause` is the last error."""

    def __init__(self, operation: Operation, cause: DeskError) -> None:
        super().__init__(operation.id)
        self.operation, self.cause = operation, cause


class Stopped(Exception):
    """The operator stopped it before a step; `done` steps are done. The operation can be continued."""

    def __init__(self, operation: Operation, done: int) -> None:
        super().__init__(operation.id)
        self.operation, self.done = operation, done


@dataclass
class _Watcher:
    """Journals each attempt before it is sent. `noted`: the first one is already journaled. A success is journaled
    together with the answer. `left`: something has been sent."""

    journal: Journal
    operation: str
    position: int
    now: Callable[[], int]
    noted: bool
    request_id: str = ""
    left: bool = False
    began: float = 0.0

    async def started(self) -> None:
        """Raises Offline if the computer slept between two attempts for so long that the idempotency key may have
        expired. Uses the wall clock, because the monotonic clock can stop during sleep."""
        self.began = self.began or time.time()
        if time.time() - self.began > REPLAY_SECONDS:
            raise Offline(code="too_old_to_resend")
        if not self.noted:
            await self.journal.attempt_started(self.operation, self.position, self.now())
        self.noted, self.left = False, True

    async def ended(self, error: DeskError | None, request_id: str) -> None:
        if error is None:
            self.request_id = request_id
            return
        outcome, doubt = type(error).__name__, leaves_doubt(error)
        await self.journal.attempt_ended(self.operation, self.position, outcome, request_id, ambiguous=doubt)


class StepExecutor:
    def __init__(
        self,
        guard: Guard,
        gateway: StripeGateway,
        mirror: Mirror,
        journal: Journal,
        settlement: Settlement,
        changes: Changes,
        keep_secret: Callable[[Json], Awaitable[None]],
    ) -> None:
        """`keep_secret` gets every answer before it is journaled, without its secrets."""
        self._keep_secret = keep_secret
        self._guard, self._gateway, self._mirror = guard, gateway, mirror
        self._journal, self._settlement, self._changes = journal, settlement, changes
        self._stopping: set[str] = set()

    def now(self) -> int:
        """Stripe's time, as far as it is known (Unix seconds), because keys expire by Stripe's clock."""
        return int(self._gateway.now())

    def stop(self, operation: str) -> None:
        """Stop before the operation's next step; a step in flight is completed."""
        self._stopping.add(operation)

    async def run(self, operation: Operation, *, begun: bool = False) -> Json:
        """Send the steps that are not done; returns the last answer. Raises DeskError, Unsettled and Stopped.

        `begun`: the journal already has the first attempt, which has not been sent.
        """
        result: Json = {}
        done: list[Json | None] = [None] * len(operation.steps)
        if not begun:
            done = await self._journal.results(operation.id)
        try:
            for position in range(len(operation.steps)):
                earlier = done[position]
                if earlier is None:
                    await self._can_continue(operation, position)
                    earlier = done[position] = await self._step(operation, position, done, noted=begun and not position)
                elif position == len(done) - 1:
                    await self._settlement.settle(operation, OperationState.DONE, made=str(earlier.get("id", "")))
                result = earlier
        finally:
            self._stopping.discard(operation.id)
        return result

    async def _can_continue(self, operation: Operation, position: int) -> None:
        if operation.id in self._stopping:
            await self._settlement.settle(operation, OperationState.PLANNED, result="stopped")
            raise Stopped(operation, position)
        if not position and operation.is_late(self.now()):
            late = NotAllowed(code="preview_too_old")
            await self._settlement.settle(operation, OperationState.REFUSED, late)
            raise late
        if position:  # the desk may have become view-only between two steps
            self._guard.check_resumed(operation)

    async def _step(self, operation: Operation, position: int, done: list[Json | None], *, noted: bool) -> Json:
        step = operation.steps[position]
        watcher = _Watcher(self._journal, operation.id, position, self.now, noted)
        request = resolved(step.request, done)
        if (already := _done_already(request, done[:position])) is not None:
            return await self.took_effect(operation, position, already, fresh=False)
        try:
            reply = await self._gateway.send(request, key=step.key, watcher=watcher)
        except DeskError as error:
            found = await self._after_error(operation, position, Step(request, step.key), error, left=watcher.left)
            return await self.took_effect(operation, position, found, fresh=False)
        answer: Json = reply.data
        await self._keep_secret(answer)
        request_id = watcher.request_id
        return await self.took_effect(operation, position, answer, fresh=not reply.replayed, request_id=request_id)

    async def find_outcome(self, operation: Operation, position: int, first_sent: int) -> Json | None:
        """Look up the outcome of a step sent earlier. If it took effect, the step is recorded; the last step settles
        the operation."""
        step = operation.steps[position]
        request = resolved(step.request, await self._journal.results(operation.id))
        await self._journal.mark_ambiguous(operation.id, position)
        from .outcome_lookup import look_up_outcome

        found = await look_up_outcome(self._gateway, request, step.key, first_sent)
        if found is not None:
            await self.took_effect(operation, position, found, fresh=False)
        return found

    async def took_effect(
        self, operation: Operation, position: int, answer: Json, *, fresh: bool, request_id: str | None = None
    ) -> Json:
        """Record a step's answer. An answer that is not `fresh` (replayed or looked up) can be older than the mirror's
        object. The last step settles the operation."""
        last = position == len(operation.steps) - 1
        end = (
            self._settlement.settling(operation, OperationState.DONE, made=str(answer.get("id", ""))) if last else None
        )
        await self._journal.step_done(operation.id, position, masked_values(answer), request_id, end)
        changes = await self._mirrored(answer, fresh=fresh)
        if last:
            self._changes.publish(Change(ChangeKind.OPERATION))
        for change in [Change(ChangeKind.STEP, frozenset({operation.id})), *changes]:
            self._changes.publish(change)
        return answer

    async def _mirrored(self, answer: Json, *, fresh: bool) -> list[Change]:
        as_of, current = (self._gateway.now(), await self._whole(answer)) if fresh else await self._read_again(answer)
        if current.get("object") == "payment_method" and current.get("customer") is None:
            current = {"id": current.get("id"), "object": "payment_method", "deleted": True}  # detached for good
        try:
            return await self._mirror.put([current], as_of)
        except DiskFull:
            return []  # the write is done and recorded; the mirror is updated when there is room again

    async def _whole(self, answer: Json) -> Json:
        with suppress(DeskError):  # enrichment reads the rest later
            await whole(self._gateway, answer)
        return answer

    async def _read_again(self, answer: Json) -> tuple[float, Json]:
        """(time, object): the object read again, or the old answer with time 0, which never replaces a newer one."""
        began = self._gateway.now()
        try:
            now: Json = await read_object(self._gateway, str(answer["object"]), str(answer["id"]))
        except (DeskError, KeyError):
            return 0.0, answer
        return began, now

    async def _looked(self, step: Step) -> tuple[bool, Json | None]:
        """Whether the outcome lookup got an answer, and the object if the step took effect."""
        from .outcome_lookup import look_up_outcome

        try:
            return True, await look_up_outcome(self._gateway, step.request, step.key, self.now() - 3_600)
        except DeskError:
            return False, None

    async def _after_error(
        self, operation: Operation, position: int, step: Step, error: DeskError, *, left: bool
    ) -> Json:
        """The object if the outcome lookup finds the write, otherwise raises. `left`: a request was sent."""
        unnoted = left and isinstance(error, DiskFull)  # the end of the attempt could not be journaled
        doubt = unnoted or leaves_doubt(error) or await self._journal.is_ambiguous(operation.id, position)
        if doubt:
            looked, found = await self._looked(step)
            if found is not None:
                return found
            if unnoted or not (looked and _settles(error, step)):
                await self._leave_open(operation, error)
                raise Unsettled(operation, error)
        if isinstance(error, NotAllowed) and error.permission:
            self._guard.lacking.add(error.permission)
        await self._settlement.settle(operation, OperationState.REFUSED, error)
        raise error

    async def _leave_open(self, operation: Operation, error: DeskError) -> None:
        try:
            await self._settlement.settle(operation, OperationState.UNKNOWN, error)
        except DiskFull:
            return  # the entry is still open and is looked up at the next start


def _settles(error: DeskError, step: Step) -> bool:
    """Whether an answer decides the outcome of an earlier attempt that left no trace at Stripe: a replayed answer, a
    decline (a success would have been replayed), or an action whose effect can always be seen."""
    from .outcome_lookup import parts_of

    answered = isinstance(error, Declined | Refused | NotFound)
    return error.replayed or isinstance(error, Declined) or (answered and parts_of(step.request.path)[2] in TELLING)


def _done_already(request: Request, earlier: list[Json | None]) -> Json | None:
    """The invoice, if finalizing has already paid it because nothing was due; Stripe refuses to pay it again."""
    from .outcome_lookup import parts_of

    _, id_, action = parts_of(request.path)
    for answer in reversed(earlier):
        if action == "pay" and answer is not None and answer.get("id") == id_:
            return answer if was_done(action, answer, request.params) else None
    return None
