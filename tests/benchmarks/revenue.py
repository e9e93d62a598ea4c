"""Revenue by month over many subscriptions, beside the same grouping in pandas."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from billing_desk.domain.revenue import MonthRevenue, Part, Steps, continued
from billing_desk.services.subscriptions.revenue import Revenue
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY
from .beside_pandas import REVENUE, in_pandas
from .figures import Figure, figure

SUBSCRIPTIONS = 200_000
DAY, NOW = 86_400, 1_765_411_200
"""NOW is 2025-12-11 00:00 UTC."""
ZONE, PAGE, RUNS = ZoneInfo("Asia/Tokyo"), 1_000, 9
AMOUNTS = {"jpy": (500, 980, 2_000, 4_800), "usd": (900, 1_900, 4_900)}
FIRST, SECOND = NOW - 30 * DAY, NOW - 3 * DAY
"""When all are read, and when those that changed their plan are read again."""
Story = tuple[str, Steps]
Group = tuple[str, int, Part | None]
Totals = list[tuple[int, str, int, int, int, dict[Part, int], dict[Part, int]]]


def revenue_by_month(count: int = SUBSCRIPTIONS) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ours, pandas = asyncio.run(_timed(Path(folder), count))
    what = f"revenue by month over {count:,} subscriptions"
    return [
        figure(what, ours, 300, "300 ms", "≤ 1"),
        figure("the same, encrypted, beside a data frame in memory", ours, pandas, "grouped in pandas", "beside"),
    ]


async def _timed(folder: Path, count: int) -> tuple[float, float]:
    """Milliseconds, the least of each; both have the same totals."""
    mirror = Mirror(folder / "mirror.db", DATABASE_KEY, now=lambda: NOW)
    try:
        stories = await _filled(mirror, count)
        service = Revenue(mirror, lambda: NOW)
        bounds = [month.start for month in await service.months(ZONE) if month.currency == "jpy"] + [NOW + 1]
        steps = [(number, of, at, value) for number, (of, held) in enumerate(stories) for at, value in held]
        pandas = in_pandas(REVENUE, {"rows": steps, "bounds": bounds, "runs": RUNS})
        expected = _by_month(pandas["rows"], bounds)
        taken = []
        for _ in range(RUNS):
            began = time.perf_counter()
            found = await service.months(ZONE)
            taken.append(time.perf_counter() - began)
            assert _totals(found) == expected
    finally:
        mirror.close()
    return min(taken) * 1_000, float(pandas["ms"])


async def _filled(mirror: Mirror, count: int) -> list[Story]:
    """Two in three began within the twelve months, three in ten have ended, one in ten changed its plan."""
    drawn = random.Random(5)
    first = [_subscription(drawn, number) for number in range(count)]
    active = [obj for obj in first if obj["status"] == "active"]
    second = [_changed(drawn, obj) for obj in active if drawn.random() < 1 / 7]
    stories: dict[str, Story] = {}
    for objects, seen in ((first, FIRST), (second, SECOND)):
        for at in range(0, len(objects), PAGE):
            await mirror.put(objects[at : at + PAGE], float(seen))
        for obj in objects:
            held = stories.get(obj["id"], ("", ()))[1]
            stories[obj["id"]] = (obj["currency"], continued(held, obj, seen))
    assert mirror.left_out == 0
    return list(stories.values())


def _subscription(drawn: random.Random, number: int) -> dict[str, Any]:
    start, currency = FIRST - drawn.randrange(1, 500) * DAY, "usd" if number % 4 == 3 else "jpy"
    ended = min(FIRST, start + drawn.randrange(1, 300) * DAY) if drawn.random() < 0.3 else None
    return {
        "id": f"sub_1R{number:022d}",
        "object": "subscription",
        "status": "canceled" if ended else "active",
        "currency": currency,
        "created": start,
        "start_date": start,
        "ended_at": ended,
        "customer": f"cus_R{number:013d}",
        "items": _items(number, currency, drawn.choice(AMOUNTS[currency])),
    }


def _items(number: int, currency: str, amount: int) -> dict[str, Any]:
    recurring = {"interval": "month", "interval_count": 1, "usage_type": "licensed"}
    price = {"object": "price", "currency": currency, "unit_amount": amount, "recurring": recurring}
    row = {"id": f"si_R{number:013d}", "price": {**price, "id": f"price_{currency}{amount}"}, "quantity": 1}
    return {"object": "list", "has_more": False, "data": [row]}


def _changed(drawn: random.Random, obj: dict[str, Any]) -> dict[str, Any]:
    number = int(obj["id"].removeprefix("sub_1R"))
    return {**obj, "items": _items(number, obj["currency"], drawn.choice(AMOUNTS[obj["currency"]]))}


def _by_month(rows: Sequence[Sequence[Any]], bounds: Sequence[int]) -> Totals:
    """`rows` are (currency, month's number, part, change, count), without a part before the first month."""
    deltas, counts = dict[Group, int](), dict[Group, int]()
    for currency, month, name, delta, count in rows:
        group = (str(currency), int(month), Part(name) if name else None)
        deltas[group], counts[group] = int(delta), int(count)
    found: Totals = []
    for currency in sorted({currency for currency, _, _ in deltas}):
        opening, active = deltas.get((currency, 0, None), 0), counts.get((currency, 0, None), 0)
        for month, start in enumerate(bounds[:-1], 1):
            parts = {part: deltas[currency, month, part] for part in Part if (currency, month, part) in counts}
            many = {part: counts[currency, month, part] for part in parts}
            active += many.get(Part.NEW, 0) - many.get(Part.CHURN, 0)
            closing_ = opening + sum(parts.values())
            found.append((start, currency, opening, closing_, active, parts, many))
            opening = closing_
    return found


def _totals(months: Iterable[MonthRevenue]) -> Totals:
    return [
        (month.start, month.currency, month.opening, month.closing, month.active, dict(month.parts), dict(month.counts))
        for month in months
    ]
