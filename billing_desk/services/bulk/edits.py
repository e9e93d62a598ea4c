"""One edit over a selection or a whole filter: a dry run, then row by row at the allowed pace, and never a row twice.

Each row is an operation of its own, whose id follows from bulk, row and round: after a crash it is found again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import DeskError, KeyRejected, NotAllowed, NotFound, Offline, TooMuch
from ...domain.writes.bulk import Bulk, BulkRow, Edit, Planned, RowState, apart
from ...domain.writes.operation import Operation, OperationState
from ...store.durable.bulks import Bulks
from ..tasks import together
from ..writes.guard import Guard
from ..writes.operation_log import OperationLog
from ..writes.performer import Performer, refuse_card_numbers
from ..writes.planner import Planner, new_id
from ..writes.settlement import summary
from ..writes.step_executor import Unsettled

AT_ONCE = 8
"""Rows on their way; the pace of requests is the gateway's."""
CHUNK = 1_000
MOST_LINKS = 100_000
LOST = 3
"""Rows in a row whose answers were lost; then the network is gone, and the bulk waits."""


@dataclass(frozen=True)
class DryRun:
    """`skips` counts those left out by why."""

    edit: Edit
    rows: tuple[Planned, ...]
    skips: Mapping[str, int]

    @property
    def count(self) -> int:
        return len(self.rows) - sum(self.skips.values())


class StopReason(StrEnum):
    """Why a bulk stands still before its end."""

    STOPPED = "stopped"
    OFFLINE = "offline"
    NOT_ALLOWED = "not_allowed"
    TOO_MUCH = "too_much"


@dataclass
class BulkRun:
    """A bulk on its way. `go` is cleared while it pauses; `halt` says why it ended early, `cause` the error behind."""

    bulk: Bulk
    go: asyncio.Event
    counts: Counter[RowState]
    halt: StopReason | None = None
    cause: DeskError | None = None
    lost: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values()) - self.counts[RowState.SKIPPED]

    @property
    def made(self) -> int:
        return self.total - self.counts[RowState.WAITING]

    def stop(self) -> None:
        """Before the next row."""
        self._end(StopReason.STOPPED)

    def end(self, halt: StopReason, cause: DeskError | None = None) -> None:
        self._end(halt)
        self.cause = cause

    def _end(self, halt: StopReason) -> None:
        self.halt = self.halt or halt
        self.go.set()


class RowPlanner(Protocol):
    """What a bulk asks of those who know one kind of object."""

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        """What the edit would do to these rows of the local copy."""

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        """From the object as Stripe has it now; or why there is nothing to do. Raises DeskError."""


class BulkEdits:
    """`planners` by the entity of an edit."""

    def __init__(
        self,
        planners: Mapping[str, RowPlanner],
        guard: Guard,
        planner: Planner,
        performer: Performer,
        log: OperationLog,
        bulks: Bulks,
        changes: Changes,
    ) -> None:
        self._planners, self._guard, self._planner, self._log, self._performer = (
            planners,
            guard,
            planner,
            log,
            performer,
        )
        self._bulks, self._changes = bulks, changes
        self.running: dict[str, BulkRun] = {}

    async def dry(self, edit: Edit, numbers: Sequence[int], told: Callable[[int], None] = lambda _: None) -> DryRun:
        """What the edit would do to each row of the local copy; `told` hears how many were looked at."""
        found: list[Planned] = []
        for at in range(0, len(numbers), CHUNK):
            found += await self._planners[edit.kind.entity].planned(edit, numbers[at : at + CHUNK])
            told(len(found))
        rows = apart(found, edit)
        return DryRun(edit, rows, Counter(row.skip for row in rows if row.skip))

    async def begin(self, dry: DryRun, reason: str, ticket: str) -> Bulk:
        """On disk with every row before the first one is sent."""
        self._guard.check_allowed()
        refuse_card_numbers([dry.edit.key, dry.edit.value])
        refuse_card_numbers([reason, ticket])
        bulk = Bulk(new_id(), dry.edit, reason, ticket, self._planner.now())
        await self._bulks.begin(bulk, self._planner.identity, dry.rows)
        self._changes.publish(Change(ChangeKind.BULK))
        found = await self._bulks.get(bulk.id)
        assert found is not None
        return found

    async def newest(self) -> list[Bulk]:
        """What was unknown of a row, and was found out since, is caught up with."""
        found = await self._bulks.newest(self._planner.identity)
        for place, bulk in enumerate(found):
            if bulk.counts.get(RowState.UNKNOWN) and await self._found_out(bulk.id):
                found[place] = await self._bulks.get(bulk.id) or bulk
        return found

    async def _found_out(self, id_: str) -> bool:
        known = False
        for row in await self._bulks.rows(id_, (RowState.UNKNOWN,)):
            entry = await self._log.entry(row.operation)
            if entry is not None and not entry.state.is_open:
                done = entry.state is OperationState.DONE
                state, note = (RowState.DONE, "") if done else (RowState.FAILED, entry.error or str(entry.state))
                await self._bulks.settle(id_, row.position, state, row.operation, note)
                known = True
        return known

    async def unfinished(self) -> list[Bulk]:
        """Those that a crash or a stop left with rows to go, and that do not run now."""
        return [bulk for bulk in await self.newest() if bulk.ended is None and bulk.id not in self.running]

    async def rows(self, id_: str, states: Sequence[RowState] = tuple(RowState)) -> list[BulkRow]:
        return await self._bulks.rows(id_, states)

    async def links(self, id_: str) -> list[dict[str, Any]]:
        """Of the card pages that a bulk has made: customer, url, and expires_at (Unix seconds)."""
        done = await self._bulks.rows(id_, (RowState.DONE,), MOST_LINKS)
        found = [await self._log.results(row.operation) for row in done]
        wanted = ("customer", "url", "expires_at")
        return [{name: results[0].get(name) for name in wanted} for results in found if results and results[0]]

    async def retry_failed(self, id_: str) -> Bulk | None:
        """Make the failed ones wait again; `run` then goes on."""
        await self._bulks.retry_failed(id_)
        return await self._bulks.get(id_)

    async def dismiss(self, bulk: Bulk) -> None:
        """The rows that were not made are not wanted any more."""
        await self._bulks.end(bulk.id, self._planner.now(), "left")
        self._changes.publish(Change(ChangeKind.BULK))

    async def run(self, bulk: Bulk, told: Callable[[BulkRun], None] = lambda _: None) -> BulkRun:
        """To its end, or until it is stopped, may not write any more, or Stripe is lost; the rest then waits."""
        run = self.running[bulk.id] = BulkRun(bulk, asyncio.Event(), Counter(bulk.counts))
        run.go.set()
        try:
            while run.halt is None and (rows := await self._bulks.rows(bulk.id, (RowState.WAITING,), CHUNK)):
                queue = list(reversed(rows))
                await together(*(self._work(run, queue, told) for _ in range(AT_ONCE)))
            if run.halt is None:
                await self._bulks.end(bulk.id, self._planner.now())
            return run
        finally:
            del self.running[bulk.id]
            self._changes.publish(Change(ChangeKind.BULK))

    def stop(self, *, running: bool = True) -> None:
        """Every bulk before its next row; or only those that pause, and would wait for somebody for ever."""
        for run in self.running.values():
            if running or not run.go.is_set():
                run.stop()

    async def ended(self) -> None:
        """When none runs any more."""
        while self.running:
            await asyncio.sleep(0.1)

    async def _work(self, run: BulkRun, queue: list[BulkRow], told: Callable[[BulkRun], None]) -> None:
        while True:
            await run.go.wait()
            if run.halt is not None or not queue:
                return
            row = queue.pop()
            found = await self._row(run, row)
            if found is None:
                continue  # it still waits
            state, operation, note = found
            await self._bulks.settle(run.bulk.id, row.position, state, operation, note)
            run.counts[RowState.WAITING] -= 1
            run.counts[state] += 1
            told(run)

    async def _row(self, run: BulkRun, row: BulkRow) -> tuple[RowState, str, str] | None:
        """What became of it: state, operation and note. None: it was not begun, and the bulk halts."""
        id_ = f"{run.bulk.id}-{row.position}-{row.round}"
        try:
            entry = await self._log.entry(id_)
            if entry is not None:  # of a run that was cut off
                if entry.state.is_open:
                    await self._performer.resume(entry)
                elif entry.state is not OperationState.DONE:
                    return RowState.FAILED, id_, entry.error
                return RowState.DONE, id_, ""
            operation = await self._planners[run.bulk.edit.kind.entity].plan(run.bulk, row, id_)
            if isinstance(operation, str):
                return RowState.SKIPPED, "", operation
            await self._performer.perform(self._planner.explained(operation, run.bulk.reason, run.bulk.ticket))
        except Unsettled as error:
            run.lost += 1
            if run.lost >= LOST:
                run.end(StopReason.OFFLINE, error.cause)
            return RowState.UNKNOWN, id_, summary(error.cause)
        except (TooMuch, Offline, KeyRejected, NotAllowed) as error:
            if error.code == "too_old_to_resend":
                return RowState.UNKNOWN, id_, error.code  # this one is for a person to decide; the others go on
            run.end(_HALTS.get(type(error), StopReason.NOT_ALLOWED), error)
            refused = await self._log.entry(id_)
            return (RowState.FAILED, id_, summary(error)) if refused and not refused.state.is_open else None
        except NotFound:
            return RowState.SKIPPED, id_, "deleted"
        except DeskError as error:
            return RowState.FAILED, id_, summary(error)
        run.lost = 0
        return RowState.DONE, id_, ""


_HALTS: Mapping[type[DeskError], StopReason] = {TooMuch: StopReason.TOO_MUCH, Offline: StopReason.OFFLINE}
