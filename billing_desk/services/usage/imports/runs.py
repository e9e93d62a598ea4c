"""Imports of usage: the dry run, and the run that sends each event exactly once and can be resumed at the row (E10)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from ....domain.errors import DeskError
from ....domain.usage.event import Meter, MeterEvent, meter_of
from ....domain.usage.record import SentEvent, SentState, Source
from ....domain.usage.rows import By, ImportMap
from ....domain.writes.action import Action
from ....domain.writes.operation import OperationState
from ....store.durable.import_record import ImportRecord
from ....store.mirror.usage.figures import UsageFigures
from ...tools import Tools
from ...writes.guard import Guard
from ...writes.planner import new_id
from ..usage import UsageService
from .bad_file import BadFile
from .checking import SEVERAL, Checked, Checker
from .effects import BillEffect, BillEffects
from .running import ImportRun, Runner
from .table_file import TableFile

OLD = 86_400
"""Seconds after which what was checked and never confirmed is removed."""


class Way(StrEnum):
    """`SINGLE`: one request an event, checked by Stripe at once. `STREAM`: 100 events a request, errors come later."""

    SINGLE = "single"
    STREAM = "stream"


SINGLE_UP_TO = 5_000
"""Events up to which they are sent one by one if nothing else is chosen."""


def way_of(count: int) -> Way:
    """The usual one for so many events."""
    return Way.SINGLE if count <= SINGLE_UP_TO else Way.STREAM


@dataclass(frozen=True)
class DryRun:
    """`content` names the file's content, meter and columns. `doubles` are events refused because of their identifier,
    by note; `sums` is what will be sent by customer, and `names` how these customers are called. `effect` is None if it
    could not be read."""

    source: str
    content: str
    file: TableFile
    meter: Meter
    checked: Checked
    doubles: Mapping[str, int]
    sums: Mapping[str, int]
    names: Mapping[str, str]
    effect: BillEffect | None
    has_made_identifiers: bool

    @property
    def count(self) -> int:
        """Events that will be sent."""
        return self.checked.good - sum(self.doubles.values())


class UsageImports:
    """`operator` returns the operator's name."""

    def __init__(
        self, tools: Tools, usage: UsageService, record: ImportRecord, guard: Guard, operator: Callable[[], str]
    ) -> None:
        self._planner = tools.planner
        self._record, self._guard, self._operator = record, guard, operator
        self._place, self._effects = tools.planner.identity, BillEffects(usage, tools.mirror)
        self._figures = UsageFigures(tools.mirror)
        self._runner = Runner(tools.gateway, record, guard, self.now)

    def now(self) -> int:
        """Stripe's time in Unix seconds."""
        return self._planner.now()

    async def meters(self) -> list[Meter]:
        """The active ones, by name."""
        found = [meter_of(row) for row in await self._figures.meters()]
        return sorted((meter for meter in found if meter.is_active), key=lambda meter: meter.name)

    async def customers(self, by: By, key: str = "") -> dict[str, str]:
        """What a file can name a customer by → the id, SEVERAL if more than one has it."""
        found: dict[str, str] = {}
        for name, id_ in await self._figures.named_by(str(by), key):
            found[name] = SEVERAL if found.get(name, id_) != id_ else id_
        return found

    async def check(
        self, file: TableFile, mapped: ImportMap, meter: Meter, progress: Callable[[int], bool] = lambda _: True
    ) -> DryRun:
        """Check every row. `progress` gets the rows so far, on another thread, and ends the check by returning False.
        Raises BadFile. What was checked has to be given up with `forget`, or sent with `begin`."""
        source, loop = new_id(), asyncio.get_running_loop()
        names = await self.customers(mapped.by, mapped.metadata_key)
        plan = Source(source, file.path.name, Way.SINGLE, self._operator(), "", self.now(), None)
        await self._record.forget_old_checks(plan.made - OLD)
        content = await _content(file, mapped, meter)
        checker = Checker(file, mapped, meter, names, f"bd-{content}", plan.made)
        waiting: list[tuple[int, MeterEvent]] = []

        def store() -> None:
            if waiting:
                asyncio.run_coroutine_threadsafe(self._record.add(plan, list(waiting)), loop).result()
                waiting.clear()

        def progressed(count: int) -> bool:
            if len(waiting) >= 10_000:
                store()
            return progress(count)

        def run() -> Checked:
            found = checker.run(lambda line, event: waiting.append((line, event)), progressed)
            store()
            return found

        try:
            checked = await loop.run_in_executor(None, run)
            if await _content(file, mapped, meter) != content:
                raise BadFile("changed")
        except BaseException:
            await self._record.forget(source)
            raise
        doubles = await self._record.mark_doubles(source)
        items = await self._effects.items(meter, checked.sums)
        tallies = await self._record.tally(source, self._effects.starts(items))
        sums = {id_: tally.total for id_, tally in tallies.items()}
        called = {id_: name for name, id_ in await self._figures.named_by("name") if id_ in sums}
        effect = None
        if not checked.stopped:
            with suppress(DeskError):
                effect = await self._effects.of(meter, tallies, items)
        return DryRun(source, content, file, meter, checked, doubles, sums, called, effect, mapped.identifier is None)

    async def forget(self, dry: DryRun) -> None:
        """Give up what was checked; nothing was sent."""
        await self._record.forget(dry.source)

    async def begin(self, dry: DryRun, way: Way, reason: str, ticket: str) -> Source:
        """Confirm the dry run: from now on its events are sent, also after a restart. Raises NotAllowed."""
        self._guard.check_allowed()
        meter = dry.meter
        fields = {"meter": meter.id, "event_name": meter.event_name, "ticket": ticket, "content": dry.content}
        source = Source(dry.source, dry.file.path.name, way, self._operator(), reason, self.now(), None, fields)
        await self._record.confirm(source, self._entry(source, Action.USAGE_IMPORT, (None, str(dry.count))))
        return source

    def _entry(self, source: Source, action: Action, events: tuple[str | None, str | None]) -> dict[str, object]:
        """Of the audit log. `events`: how many there were before and after."""
        return {
            "at": self.now(),
            "operator": self._operator(),
            "system_user": "",
            "account": self._place.account,
            "mode": str(self._place.mode),
            "operation": source.id,
            "verb": str(action),
            "subjects": [["meter", source.fields.get("meter", "")]],
            "changes": [["usage_events", *events], ["file", None, source.name]],
            "money": [],
            "reason": source.reason,
            "ticket": source.fields.get("ticket", ""),
            "undoes": "",
            "bulk": "",
            "result": str(OperationState.DONE),
            "error": "",
            "requests": [],
        }

    async def imports(self) -> list[Source]:
        """Newest first."""
        return await self._record.imports()

    async def unfinished(self, file: TableFile, mapped: ImportMap, meter: Meter) -> Source | None:
        """The import of the same content for the same meter that was begun and not ended. Raises BadFile."""
        content = await _content(file, mapped, meter)
        found = [each for each in await self.imports() if each.fields.get("content") == content]
        return next((each for each in found if each.is_unfinished), None)

    async def doubles(self, dry: DryRun) -> list[SentEvent]:
        """Rows that were refused because of their identifier."""
        return await self._record.doubles(dry.source)

    async def failed(self, source: str) -> list[SentEvent]:
        """Events that were sent and refused, in the order of the file."""
        return await self._record.failed(source)

    async def dismiss(self, source: Source) -> None:
        """End an import without sending what still waits."""
        entry = self._entry(source, Action.USAGE_IMPORT_END, (str(source.left), None))
        await self._record.end_import(source.id, self.now(), entry=entry)

    async def start(self, source: Source) -> ImportRun:
        """What is to be given to `send`."""
        found = await self._record.one_import(source.id) or source
        sent = found.counts.get(SentState.SENT, 0)
        return ImportRun(found, sent + found.left, sent, before=sent)

    async def send(self, run: ImportRun) -> None:
        """See Runner."""
        meters = {meter.event_name: meter for meter in map(meter_of, await self._figures.meters())}
        await self._runner.send(run, meters)

    async def cancel(self, source: Source) -> ImportRun:
        """What is to be given to `take_back`. Raises NotAllowed."""
        self._guard.check_allowed()
        count = source.counts.get(SentState.SENT, 0)
        await self._record.note(self._entry(source, Action.USAGE_IMPORT_CANCEL, (str(count), None)))
        return ImportRun(source, count)

    async def take_back(self, run: ImportRun) -> None:
        """See Runner."""
        await self._runner.cancel(run)


async def _content(file: TableFile, mapped: ImportMap, meter: Meter) -> str:
    """See TableFile.content."""
    meaning = (meter.event_name, mapped.width, mapped.value)
    return await asyncio.get_running_loop().run_in_executor(None, file.content, *meaning)
