"""Sends the steps of one operation: each journaled before its first byte leaves, and settled only when it is known."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import Declined, DeskError, DiskFull, NotAllowed, NotFound, Offline, Refused, leaves_doubt
from ...domain.json_object import Json
from ...domain.text.masking import masked_values
from ...domain.writes.operation import Operation, OperationState, Step
from ...domain.writes.references import resolved
from ...domain.writes.request import Request
from ...domain.writes.write_evidence import TELLING, was_done
from ...gateway.requests.objects import read_one
from ...gateway.stripe_gateway import StripeGateway
from ...store.durable.journal import Journal
from ...store.mirror.mirror import Mirror
from .guard import Guard
from .outcome_lookup import look_up_outcome, parts_of
from .settlement import Settlement

REPLAY_SECONDS = 23 * 3_600
"""Stripe keeps an answer for at least 24 h; after that the same key would be a new request."""


class Unsettled(Exception):
    """The write may or may not have happened; the journal keeps it until somebody knows. `cause` is what came last."""

    def __init__(self, operation: Operation, cause: DeskError) -> None:
        super().__init__(operation.id)
        self.operation, self.cause = operation, cause


class Stopped(Exception):
    """The operator stopped it before a step; `done` steps are made, the others are not, and it can be gone on with."""

    def __init__(self, operation: Operation, done: int) -> None:
        super().__init__(operation.id)
        self.operation, self.done = operation, done


@dataclass
class _Watcher:
    """Writes one journal row per attempt, before its first byte leaves. `noted`: the first one is there already. That
    it succeeded is written together with what it answered. `left`: something has been sent."""

    journal: Journal
    operation: str
    position: int
    now: Callable[[], int]
    noted: bool
    request_id: str = ""
    left: bool = False
    began: float = 0.0

    async def started(self) -> None:
        """Raises Offline where the machine slept so long between two attempts that Stripe may have forgotten the key:
        the same request would then be a new one. Counted by the wall, because other clocks stand still in sleep."""
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
    ) -> None:
        self._guard, self._gateway, self._mirror = guard, gateway, mirror
        self._journal, self._settlement, self._changes = journal, settlement, changes
        self._stopping: set[str] = set()

    def now(self) -> int:
        """Stripe's time as far as it is known: the replay window is counted by Stripe's clock (Unix seconds)."""
        return int(self._gateway.now())

    def stop(self, operation: str) -> None:
        """Before its next step; the one that is on its way is seen through."""
        self._stopping.add(operation)

    async def run(self, operation: Operation, *, begun: bool = False) -> Json:
        """From the first step that is not done to the last; its answer. Raises DeskError, Unsettled and Stopped.

        `begun`: the journal already has the first attempt, which has not left.
        """
        result: Json = {}
        done: list[Json | None] = [None] * len(operation.steps)
        if not begun:
            done = await self._journal.results(operation.id)
        try:
            for position in range(len(operation.steps)):
                earlier = done[position]
                if earlier is None:
                    await self._may_go_on(operation, position)
                    earlier = done[position] = await self._step(operation, position, done, noted=begun and not position)
                elif position == len(done) - 1:
                    await self._settlement.settle(operation, OperationState.DONE, made=str(earlier.get("id", "")))
                result = earlier
        finally:
            self._stopping.discard(operation.id)
        return result

    async def _may_go_on(self, operation: Operation, position: int) -> None:
        if operation.id in self._stopping:
            await self._settlement.settle(operation, OperationState.PLANNED, result="stopped")
            raise Stopped(operation, position)
        if position:  # a desk may have become view-only between two steps
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
        request_id = watcher.request_id
        return await self.took_effect(operation, position, answer, fresh=not reply.replayed, request_id=request_id)

    async def look_back(self, operation: Operation, position: int, first_sent: int) -> Json | None:
        """What a step of an earlier run made, if it turns out that it did; then it is noted, and the last step's ends
        the operation."""
        step = operation.steps[position]
        request = resolved(step.request, await self._journal.results(operation.id))
        await self._journal.mark_ambiguous(operation.id, position)
        found = await look_up_outcome(self._gateway, request, step.key, first_sent)
        if found is not None:
            await self.took_effect(operation, position, found, fresh=False)
        return found

    async def took_effect(
        self, operation: Operation, position: int, answer: Json, *, fresh: bool, request_id: str | None = None
    ) -> Json:
        """An answer that is not `fresh` (replayed, or found by reading back) may be older than the mirror's. The last
        step's ends the operation."""
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
        as_of, current = (self._gateway.now(), answer) if fresh else await self._read_again(answer)
        if current.get("object") == "payment_method" and current.get("customer") is None:
            current = {"id": current.get("id"), "object": "payment_method", "deleted": True}  # detached for good
        try:
            return await self._mirror.put([current], as_of)
        except DiskFull:
            return []  # the write is made and recorded; the copy catches up when there is room again

    async def _read_again(self, answer: Json) -> tuple[float, Json]:
        """The object as it is now, or the old answer with a time that loses against every other reading."""
        began = self._gateway.now()
        try:
            now: Json = await self._gateway.read(read_one(str(answer["object"]), str(answer["id"])))
        except (DeskError, KeyError):
            return 0.0, answer
        return began, now

    async def _looked(self, step: Step) -> tuple[bool, Json | None]:
        """Whether Stripe could be asked for traces of a step, and the object if there are."""
        try:
            return True, await look_up_outcome(self._gateway, step.request, step.key, self.now() - 3_600)
        except DeskError:
            return False, None

    async def _after_error(
        self, operation: Operation, position: int, step: Step, error: DeskError, *, left: bool
    ) -> Json:
        """The object if reading back shows that the write happened; otherwise raises. `left`: something was sent."""
        unnoted = left and isinstance(error, DiskFull)  # how the attempt ended could not be written down
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
            return  # as it stands there it is open too, and is looked up at the next start


def _settles(error: DeskError, step: Step) -> bool:
    """Whether an answer ends the doubt of an earlier attempt, Stripe showing no trace of it: the stored answer of that
    attempt, a bank's no (a stored success would have been answered instead), or an object that tells either way."""
    answered = isinstance(error, Declined | Refused | NotFound)
    return error.replayed or isinstance(error, Declined) or (answered and parts_of(step.request.path)[2] in TELLING)


def _done_already(request: Request, earlier: list[Json | None]) -> Json | None:
    """An invoice that finalizing has paid, because nothing was due: it cannot be paid again."""
    _, id_, action = parts_of(request.path)
    for answer in reversed(earlier):
        if action == "pay" and answer is not None and answer.get("id") == id_:
            return answer if was_done(action, answer, request.params) else None
    return None
