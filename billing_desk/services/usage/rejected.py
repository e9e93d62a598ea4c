"""Rejected usage, joined to what was sent from here (E5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.usage.event import Meter, MeterEvent, meter_of
from ...domain.usage.record import SentEvent, SentState
from ...domain.usage.rejected import NEVER, NOT_COUNTED, Rejected, Sample, identifiers_of, rejected
from ...store.durable.usage_record import UsageRecord
from ...store.mirror.usage.figures import UsageFigures
from ..tools import Tools


@dataclass(frozen=True)
class RejectedEvent:
    """`sent` is None if it was not sent from here; `file` is the import's file name, "" for one sent alone."""

    sample: Sample
    sent: SentEvent | None
    file: str

    @property
    def identifier(self) -> str:
        return self.sent.identifier if self.sent else self.sample.key


@dataclass(frozen=True)
class RejectedGroup:
    """`meter` is None if no meter has the events' name, or it is not in the mirror."""

    found: Rejected
    meter: Meter | None
    events: tuple[RejectedEvent, ...]

    @property
    def is_final(self) -> bool:
        """Stripe does not take these events any more."""
        return self.found.code in NEVER


class RejectedUsage:
    def __init__(self, tools: Tools, record: UsageRecord) -> None:
        self._record, self._figures = record, UsageFigures(tools.mirror)

    async def groups(self) -> list[RejectedGroup]:
        """Of the last 30 days, by meter and code. Events that were sent from here are recorded as failed, so that they
        can be sent again with the same identifier."""
        found = rejected(await self._figures.problems())
        meters = {meter.id: meter for meter in map(meter_of, await self._figures.meters())}
        identifiers = {one for each in found for sample in each.samples for one in identifiers_of(sample.key)}
        await self._note(found, await self._record.last_with(identifiers))
        sent = await self._record.last_with(identifiers)
        files = await self._record.names({event.source for event in sent.values()})
        return [RejectedGroup(each, meters.get(each.meter), _joined(each, sent, files)) for each in found]

    async def _note(self, found: list[Rejected], sent: Mapping[str, SentEvent]) -> None:
        """What was sent after an error report is another try, about which nothing was reported yet."""
        for each in found:
            numbers = [
                event.number
                for sample in each.samples
                if each.code in NOT_COUNTED
                and (event := _sent_as(sample, sent)) is not None
                and event.state is SentState.SENT
                and (event.sent or 0) <= sample.at
            ]
            if numbers:
                await self._record.settle(numbers, SentState.FAILED, None, each.code)

    @staticmethod
    def draft(event: SentEvent) -> MeterEvent:
        """What is to be corrected and sent again: with the same identifier, because Stripe did not count it."""
        return MeterEvent(event.event_name, event.customer, event.value, event.at, event.identifier)


def _joined(found: Rejected, sent: Mapping[str, SentEvent], files: Mapping[str, str]) -> tuple[RejectedEvent, ...]:
    events = [(sample, _sent_as(sample, sent)) for sample in found.samples]
    return tuple(RejectedEvent(sample, event, files.get(event.source, "") if event else "") for sample, event in events)


def _sent_as(sample: Sample, sent: Mapping[str, SentEvent]) -> SentEvent | None:
    """What was sent with this key: the identifier itself, or one that had been rejected before."""
    return next((sent[one] for one in identifiers_of(sample.key) if one in sent), None)
