"""Usage by meter and customer: read once, kept in the mirror, and read again only where it can still change (E8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...domain.invoices.lines import price_of_line
from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.objects.meter import Usage, daily, window
from ...domain.objects.nested import rows_of
from ...domain.objects.subscription import LIVE, items_of, standing
from ...domain.usage.event import OLDEST, Aggregation, Meter, meter_of
from ...domain.usage.series import DAY, Span
from ...gateway.nested import whole
from ...gateway.pages import pages
from ...gateway.requests import meters
from ...gateway.stripe_gateway import StripeGateway
from ...gateway.upcoming import upcoming
from ...store.mirror.mirror import Mirror
from ...store.mirror.usage.figures import UsageFigures
from ...store.mirror.usage.points import Covered, UsagePoints
from ..clock import AccountClock
from ..tasks import together

if TYPE_CHECKING:
    from stripe.params import InvoiceCreatePreviewParams

DAYS = 90
AT_ONCE = 4
"""Customers read at the same time; the gateway limits the rate."""
FRESH = 300
"""Seconds for which what was read is shown without being read again."""
Reads = Literal["hour", "day"]


@dataclass(frozen=True)
class Chart:
    """`days` has one entry per UTC day, in order; `as_of` is when Stripe sent them (Unix seconds)."""

    days: list[Usage]
    as_of: int


@dataclass(frozen=True)
class MeterUse:
    """`chart` is None if it was never read."""

    meter: Json
    chart: Chart | None


@dataclass(frozen=True)
class BilledLine:
    """A line of the running bill: one for each tier. `quantity` is 0 for a flat fee."""

    text: str
    quantity: int
    amount: Money


@dataclass(frozen=True)
class Billed:
    """The running bill of a customer for a meter, from Stripe's own preview; `start` and `end` in Unix seconds."""

    lines: tuple[BilledLine, ...]
    start: int
    end: int

    @property
    def total(self) -> Money:
        return Money(sum(line.amount.amount for line in self.lines), self.lines[0].amount.currency)


class UsageService:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, clock: AccountClock) -> None:
        self._gateway, self._mirror, self._clock = gateway, mirror, clock
        self._points, self._figures = UsagePoints(mirror), UsageFigures(mirror)

    def now(self) -> int:
        """The account's time in Unix seconds."""
        return self._clock.now()

    async def billed(self, meter: str) -> list[tuple[str, str]]:
        """(id, name) of the customers that the meter bills, by name."""
        return await self._figures.billed_by(meter)

    async def points(
        self, meter: str, customers: Sequence[str], unit: Reads, span: Span
    ) -> dict[str, dict[int, float]]:
        """What is known, by customer; see UsagePoints."""
        return await self._points.points(meter, customers, unit, span)

    async def last_usage(self, meter: str) -> Mapping[str, int]:
        return await self._points.last_usage(meter)

    async def read_at(self, meter: str, customers: Sequence[str], unit: Reads, span: Span) -> int | None:
        """When the oldest of these was read (Unix seconds); None if one of them was not."""
        known = await self._points.covered(meter, unit)
        end = min(span.end, _tomorrow(self.now()))
        found = [known[id_] for id_ in customers if id_ in known]
        if len(found) < len(customers) or any(each.span.start > span.start or each.span.end < end for each in found):
            return None
        return min((each.fetched for each in found), default=None)

    async def read_many(
        self,
        meter: Meter,
        customers: Sequence[str],
        unit: Reads,
        span: Span,
        progress: Callable[[int], None] = lambda _: None,
        *,
        again: bool = False,
    ) -> None:
        """Read what is missing or can have changed, of each customer. `progress` gets the customers done so far;
        `again`: also what was read a moment ago. Raises DeskError."""
        known, done, now = await self._points.covered(meter.id, unit), 0, self.now()

        async def one(customer: str) -> None:
            nonlocal done
            held = known.get(customer)
            is_fresh = held is not None and now - held.fetched < FRESH and held.span.start <= span.start
            if again or not is_fresh:
                await self._read(meter, customer, unit, span, held)
            done += 1
            progress(done)

        for start in range(0, len(customers), AT_ONCE):
            await together(*(one(customer) for customer in customers[start : start + AT_ONCE]))

    async def _read(self, meter: Meter, customer: str, unit: Reads, span: Span, held: Covered | None) -> None:
        """`held` is what was read before. An event may be sent for up to 35 days, so that these days are read again,
        and nothing older."""
        now = self.now()
        end = max(span.start + DAY, min(span.end, _tomorrow(now)))
        parts, covered = [Span(span.start, end)], Span(span.start, end)
        if held is not None and held.span.start <= end and span.start <= held.span.end:
            open_from = min(held.span.end, _day(held.fetched - OLDEST))
            covered = Span(min(span.start, held.span.start), max(end, held.span.end))
            parts = [Span(span.start, held.span.start), Span(max(span.start, open_from), covered.end)]
        for part in parts:
            if part.start < part.end:
                values = await self._summaries(meter, customer, unit, part)
                await self._points.put(meter.id, customer, unit, part, values, now, covered)

    async def _summaries(self, meter: Meter, customer: str, unit: Reads, span: Span) -> dict[int, float]:
        """Several summaries of one window are added up; of a meter that keeps the last value, the last one counts."""
        found: dict[int, float] = {}
        request = meters.event_summaries(meter.id, customer, span.start, span.end, unit)
        async for page in pages(self._gateway, request, background=False):
            for row in page:
                at, value = int(row["start_time"]), float(row.get("aggregated_value") or 0)
                if meter.aggregation is Aggregation.LAST:
                    found.setdefault(at, value)  # newest first
                else:
                    found[at] = found.get(at, 0.0) + value
        return found

    async def bill(self, meter: str, customer: str) -> Billed | None:
        """What the running period has cost so far; None if nothing will be billed. Raises DeskError."""
        prices = {str(row["id"]) for row in await self._mirror.related("price", "meter", meter)}
        lines: list[BilledLine] = []
        starts, ends = [], []
        for subscription in await self._mirror.related("subscription", "customer", customer):
            items = [item for item in items_of(subscription) if item.price.id in prices]
            if standing(subscription) not in LIVE or not items:
                continue
            fields: InvoiceCreatePreviewParams = {"customer": customer, "subscription": str(subscription["id"])}
            preview = await upcoming(self._gateway, fields)
            if preview is None:
                continue
            await whole(self._gateway, preview)
            starts += [item.period[0] for item in items if item.period[0]]
            ends += [item.period[1] for item in items if item.period[1]]
            lines += [_billed(row) for row in rows_of(preview, "lines") if price_of_line(row) in prices]
        return Billed(tuple(lines), min(starts, default=0), max(ends, default=0)) if lines else None

    async def billed_quantity(self, customer: str, subscription: str, price: str) -> int | None:
        """The units of the price on the running bill; None if nothing will be billed. Raises DeskError."""
        preview = await upcoming(self._gateway, {"customer": customer, "subscription": subscription})
        if preview is None:
            return None
        await whole(self._gateway, preview)
        lines = [row for row in rows_of(preview, "lines") if price_of_line(row) == price]
        return sum(int(row.get("quantity") or 0) for row in lines)

    async def of_customer(self, customer: str) -> list[MeterUse]:
        """The usage, as read last, of every meter that bills the customer."""
        found = [await self._mirror.get("meter", id_) for id_ in await self._meters_of(customer)]
        return [MeterUse(meter, await self.kept(str(meter["id"]), customer)) for meter in found if meter]

    async def refresh_customer(self, customer: str) -> None:
        """Read it at Stripe. Raises DeskError."""
        span = Span(*window(self.now(), DAYS))
        for id_ in await self._meters_of(customer):
            if (meter := await self._mirror.get("meter", id_)) is not None:
                await self.read_many(meter_of(meter), [customer], "day", span, again=True)

    async def kept(self, meter: str, customer: str) -> Chart | None:
        """The last 90 days as they were read last; None if never."""
        held = (await self._points.covered(meter, "day")).get(customer)
        if held is None:
            return None
        span = Span(*window(self.now(), DAYS))
        points = (await self._points.points(meter, [customer], "day", span)).get(customer, {})
        return Chart(daily(points, span.start, span.end), held.fetched)

    async def _meters_of(self, customer: str) -> list[str]:
        found = await self._mirror.related("subscription", "customer", customer)
        return sorted({item.price.meter for subscription in found for item in items_of(subscription)} - {""})


def _tomorrow(now: int) -> int:
    return _day(now) + DAY


def _day(at: int) -> int:
    return at - at % DAY


def _billed(line: Json) -> BilledLine:
    amount = Money(int(line.get("amount") or 0), str(line.get("currency")))
    return BilledLine(str(line.get("description") or ""), int(line.get("quantity") or 0), amount)
