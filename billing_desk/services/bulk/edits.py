"""Bulk edits: a dry run, then one operation per row at the allowed rate, and each row only once.

An operation's id is derived from bulk edit, row and round, so that a restarted run finds the operations in the journal.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import DeskError, KeyRejected, NotAllowed, NotFound, Offline, TooMuch
from ...domain.money import Money, totals
from ...domain.writes.bulk import Bulk, BulkRow, Edit, Planned, RowState, skip_same_customer
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
"""Rows processed concurrently; the gateway limits the request rate."""
CHUNK = 1_000
MOST_LINKS = 100_000
LOST = 3
"""The bulk edit stops after this many rows with a lost answer and no success in between."""


@dataclass(frozen=True)
class DryRun:
    """`skips` counts the skipped rows by reason. `revenue` is what the other rows bring a month before and after, in
    minor units by currency, if the edit changes that; `amounts` is what it is about in all."""

    edit: Edit
    rows: tuple[Planned, ...]
    skips: Mapping[str, int]
    revenue: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    amounts: tuple[Money, ...] = ()

    @property
    def count(self) -> int:
        return len(self.rows) - sum(self.skips.values())


class StopReason(StrEnum):
    """Why a bulk edit stopped before its end."""

    STOPPED = "stopped"
    OFFLINE = "offline"
    NOT_ALLOWED = "not_allowed"
    TOO_MUCH = "too_much"


@dataclass
class BulkRun:
    """A running bulk edit. `go` is cleared while paused; `halt` is why it stopped early, `cause` the error."""

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
        """Stop before the next row."""
        self._end(StopReason.STOPPED)

    def end(self, halt: StopReason, cause: DeskError | None = None) -> None:
        self._end(halt)
        self.cause = cause

    def _end(self, halt: StopReason) -> None:
        self.halt = self.halt or halt
        self.go.set()


class RowPlanner(Protocol):
    """What a bulk edit needs from the service of one entity."""

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        """What the edit would do to these rows of the mirror."""

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        """An operation made from the object's current state at Stripe, or the reason to skip it. Raises DeskError."""


class BulkEdits:
    """`planners` returns the planners by the entity of an edit."""

    def __init__(
        self,
        planners: Callable[[], Mapping[str, RowPlanner]],
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

    async def dry(self, edit: Edit, numbers: Sequence[int], progress: Callable[[int], None] = lambda _: None) -> DryRun:
        """What the edit would do to each row of the mirror; `progress` gets the number of rows checked so far."""
        found: list[Planned] = []
        for at in range(0, len(numbers), CHUNK):
            found += await self._planners()[edit.kind.entity].planned(edit, numbers[at : at + CHUNK])
            progress(len(found))
        rows = skip_same_customer(found, edit)
        sums: dict[str, tuple[int, int]] = {}
        for row in rows:
            if row.revenue != (0, 0) and not row.skip:
                before, after = sums.get(row.currency, (0, 0))
                sums[row.currency] = (before + row.revenue[0], after + row.revenue[1])
        amounts = totals([Money(row.amount, row.currency) for row in rows if row.amount and not row.skip])
        return DryRun(edit, rows, Counter(row.skip for row in rows if row.skip), sums, tuple(amounts))

    async def begin(self, dry: DryRun, reason: str, ticket: str) -> Bulk:
        """Store the bulk edit with all its rows before the first one is sent. Raises NotAllowed, Refused."""
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
        """The newest bulk edits. Rows of unknown result are updated if the journal knows the result by now."""
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
        """Bulk edits with waiting rows that are not running, for example after a crash or a stop."""
        return [bulk for bulk in await self.newest() if bulk.ended is None and bulk.id not in self.running]

    async def rows(self, id_: str, states: Sequence[RowState] = tuple(RowState)) -> list[BulkRow]:
        return await self._bulks.rows(id_, states)

    async def links(self, id_: str) -> list[dict[str, Any]]:
        """The card pages that a bulk edit created: customer, url and expires_at (Unix seconds)."""
        done = await self._bulks.rows(id_, (RowState.DONE,), MOST_LINKS)
        found = [await self._log.results(row.operation) for row in done]
        wanted = ("customer", "url", "expires_at")
        return [{name: results[0].get(name) for name in wanted} for results in found if results and results[0]]

    async def retry_failed(self, id_: str) -> Bulk | None:
        """Set the failed rows back to waiting; call `run` afterwards."""
        await self._bulks.retry_failed(id_)
        return await self._bulks.get(id_)

    async def dismiss(self, bulk: Bulk) -> None:
        """End the bulk edit without sending its waiting rows."""
        await self._bulks.end(bulk.id, self._planner.now(), "left")
        self._changes.publish(Change(ChangeKind.BULK))

    async def run(self, bulk: Bulk, progress: Callable[[BulkRun], None] = lambda _: None) -> BulkRun:
        """Run until the end, a stop, or an error that affects all rows; the other rows then stay waiting."""
        run = self.running[bulk.id] = BulkRun(bulk, asyncio.Event(), Counter(bulk.counts))
        run.go.set()
        try:
            while run.halt is None and (rows := await self._bulks.rows(bulk.id, (RowState.WAITING,), CHUNK)):
                queue = list(reversed(rows))
                await together(*(self._work(run, queue, progress) for _ in range(AT_ONCE)))
            if run.halt is None:
                await self._bulks.end(bulk.id, self._planner.now())
            return run
        finally:
            del self.running[bulk.id]
            self._changes.publish(Change(ChangeKind.BULK))

    def stop(self, *, running: bool = True) -> None:
        """Stop every bulk edit before its next row; with `running=False` only the paused ones."""
        for run in self.running.values():
            if running or not run.go.is_set():
                run.stop()

    async def ended(self) -> None:
        """Wait until no bulk edit is running."""
        while self.running:
            await asyncio.sleep(0.1)

    async def _work(self, run: BulkRun, queue: list[BulkRow], progress: Callable[[BulkRun], None]) -> None:
        while True:
            await run.go.wait()
            if run.halt is not None or not queue:
                return
            row = queue.pop()
            found = await self._row(run, row)
            if found is None:
                continue  # the row stays waiting
            state, operation, note = found
            await self._bulks.settle(run.bulk.id, row.position, state, operation, note)
            run.counts[RowState.WAITING] -= 1
            run.counts[state] += 1
            progress(run)

    async def _row(self, run: BulkRun, row: BulkRow) -> tuple[RowState, str, str] | None:
        """The row's state, operation id and note; None if it was not sent and the bulk edit stops."""
        id_ = f"{run.bulk.id}-{row.position}-{row.round}"
        try:
            entry = await self._log.entry(id_)
            if entry is not None:  # from a run that was interrupted
                if entry.state.is_open:
                    await self._performer.resume(entry)
                elif entry.state is not OperationState.DONE:
                    return RowState.FAILED, id_, entry.error
                return RowState.DONE, id_, ""
            operation = await self._planners()[run.bulk.edit.kind.entity].plan(run.bulk, row, id_)
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
                return RowState.UNKNOWN, id_, error.code  # the operator decides about this row; the others continue
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
