"""A meter's usage as a page shows it: customers by usage, values over time, and the period before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...domain.errors import DeskError
from ...domain.money import Money
from ...domain.usage.event import Aggregation, Meter
from ...domain.usage.series import (
    Difference,
    Range,
    Span,
    Unit,
    added,
    before_of,
    bucketed,
    differences,
    running,
    span_of,
    starts_of,
    total_of,
)
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from .usage import Reads, UsageService

BILLS = 20
"""Customers whose running bill is read for the ranking: those with the most usage."""
Points = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True)
class Rank:
    """`bill` is what the running period has cost so far, None if it was not read; `last` the last hour or day with
    usage (Unix seconds)."""

    customer: str
    name: str
    now: float
    before: float
    bill: Money | None
    last: int | None


@dataclass(frozen=True)
class Overview:
    """`ranks` has the most usage first. `read_at` is when the oldest part was read, None if some was
    not."""

    meter: Meter
    span: Span
    before: Span
    unit: Unit
    ranks: tuple[Rank, ...]
    points: Points
    read_at: int | None

    @property
    def starts(self) -> list[int]:
        return starts_of(self.span, self.unit)

    @property
    def is_last(self) -> bool:
        return self.meter.aggregation is Aggregation.LAST

    def values(self, customers: Sequence[str], *, cumulative: bool = False, before: bool = False) -> list[float]:
        """One value for each of `starts`; `before`: those of the period before, cut or filled up to as many."""
        points = added([self.points.get(one, {}) for one in customers])
        found = bucketed(points, self.before if before else self.span, self.unit, last=self.is_last)
        count = len(self.starts)
        found = (found + [0.0] * count)[:count]
        return running(found) if cumulative else found

    @property
    def by_customer(self) -> list[Difference]:
        before = {rank.customer: rank.before for rank in self.ranks}
        return differences(before, {rank.customer: rank.now for rank in self.ranks})

    @property
    def by_day(self) -> list[Difference]:
        """The days of the period that differ most from the same days of the period before, all customers together."""
        points = added(list(self.points.values()))
        starts = starts_of(self.span, Unit.DAY)
        now = bucketed(points, self.span, Unit.DAY, last=self.is_last)
        then = bucketed(points, self.before, Unit.DAY, last=self.is_last)
        then = (then + [0.0] * len(now))[: len(now)]
        names = [str(start) for start in starts]
        return differences(dict(zip(names, then, strict=True)), dict(zip(names, now, strict=True)))


class UsageOverview:
    def __init__(self, usage: UsageService, mirror: Mirror) -> None:
        self._usage, self._mirror, self._side = usage, mirror, Extras(mirror)

    async def known(self, meter: Meter, chosen: Range, unit: Unit) -> Overview:
        """What was read already."""
        span, before = self._spans(chosen)
        both = Span(before.start, span.end)
        billed = await self._usage.billed(meter.id)
        ids = [id_ for id_, _ in billed]
        points = await self._usage.points(meter.id, ids, _reads(unit), both)
        last = await self._usage.last_usage(meter.id)
        bills = await self._kept_bills(meter.id, last)
        ranks = [
            Rank(
                id_,
                name,
                total_of(points.get(id_, {}), span, last=meter.aggregation is Aggregation.LAST),
                total_of(points.get(id_, {}), before, last=meter.aggregation is Aggregation.LAST),
                bills.get(id_),
                last.get(id_),
            )
            for id_, name in billed
        ]
        ranks.sort(key=lambda rank: (-rank.now, -rank.before, rank.name))
        read_at = await self._usage.read_at(meter.id, ids, _reads(unit), both)
        return Overview(meter, span, before, unit, tuple(ranks), points, read_at)

    async def read(
        self,
        meter: Meter,
        chosen: Range,
        unit: Unit,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        *,
        again: bool = False,
    ) -> None:
        """Read what is missing at Stripe. Raises DeskError."""
        span, before = self._spans(chosen)
        ids = [id_ for id_, _ in await self._usage.billed(meter.id)]
        both = Span(before.start, span.end)

        def done(count: int) -> None:
            progress(count, len(ids))

        await self._usage.read_many(meter, ids, _reads(unit), both, done, again=again)

    async def read_bills(self, meter: Meter, customers: Sequence[str]) -> None:
        """The running bills of the first of these customers; one that cannot be read is left out."""
        for id_ in customers[:BILLS]:
            try:
                found = await self._usage.bill(meter.id, id_)
            except DeskError:
                continue
            total = {"amount": found.total.amount, "currency": found.total.currency} if found else {}
            await self._side.put_part(id_, _bill(meter.id), [total])

    async def _kept_bills(self, meter: str, customers: Iterable[str]) -> dict[str, Money]:
        """Those that were read and are not empty, by customer."""
        found = await self._side.parts(customers, _bill(meter))
        return {id_: Money(rows[0]["amount"], rows[0]["currency"]) for id_, rows in found.items() if rows and rows[0]}

    def _spans(self, chosen: Range) -> tuple[Span, Span]:
        span = span_of(chosen, self._usage.now())
        return span, before_of(chosen, span)


def _reads(unit: Unit) -> Reads:
    """Months are made of days."""
    return "hour" if unit is Unit.HOUR else "day"


def _bill(meter: str) -> str:
    """The kind under which a customer's running bill for a meter is kept."""
    return f"bill {meter}"
