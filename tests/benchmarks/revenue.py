"""Revenue by month over many subscriptions, beside the same grouping in plain Python over lists."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from billing_desk.domain.revenue import MonthRevenue, Part, Steps, continued, part_of
from billing_desk.services.subscriptions.revenue import Revenue
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY
from .figures import Figure, figure

SUBSCRIPTIONS = 200_000
DAY, NOW = 86_400, 1_765_411_200
"""NOW is 2025-12-11 00:00 UTC."""
ZONE, PAGE, RUNS = ZoneInfo("Asia/Tokyo"), 1_000, 9
AMOUNTS = {"jpy": (500, 980, 2_000, 4_800), "usd": (900, 1_900, 4_900)}
FIRST, SECOND = NOW - 30 * DAY, NOW - 3 * DAY
"""When all are read, and when those that changed their plan are read again."""
Story = tuple[str, Steps]
Totals = list[tuple[int, str, int, int, int, dict[Part, int], dict[Part, int]]]


def revenue_by_month(count: int = SUBSCRIPTIONS) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = asyncio.run(_timed(Path(folder), count))
    what = f"revenue by month over {count:,} subscriptions"
    return [
        figure(what, ours, 300, "300 ms", "≤ 1"),
        figure("the same, encrypted, beside lists in memory", ours, plain, "grouped in plain Python", "≤ 1"),
    ]


async def _timed(folder: Path, count: int) -> tuple[float, float]:
    """Milliseconds in turns, the least of each; both have the same totals."""
    mirror = Mirror(folder / "mirror.db", DATABASE_KEY, now=lambda: NOW)
    try:
        stories = await _filled(mirror, count)
        service = Revenue(mirror, lambda: NOW)
        bounds = [month.start for month in await service.months(ZONE) if month.currency == "jpy"] + [NOW + 1]
        taken = []
        for _ in range(RUNS):
            began = time.perf_counter()
            found = await service.months(ZONE)
            between = time.perf_counter()
            expected = _grouped(stories, bounds)
            taken.append((between - began, time.perf_counter() - between))
            assert _totals(found) == expected
    finally:
        mirror.close()
    return min(ours for ours, _ in taken) * 1_000, min(plain for _, plain in taken) * 1_000


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


def _grouped(stories: Iterable[Story], bounds: Sequence[int]) -> Totals:
    """What the chart shows, as a script would group it: one pass over the steps, with no rule of the program's but
    what a part is."""
    deltas, counts = Counter[tuple[str, int, Part | None]](), Counter[tuple[str, int, Part | None]]()
    for currency, steps in stories:
        closing = dict[int, int]()
        for at, value in steps:
            closing[bisect_right(bounds, at)] = value
        before = 0
        for month, value in closing.items():
            part = part_of(before, value) if month else None
            if value != before and month < len(bounds):
                deltas[currency, month, part] += value - before
                counts[currency, month, part] += (value > 0) - (before > 0) if month == 0 else 1
            before = value
    found: Totals = []
    for currency in sorted({currency for currency, _, _ in deltas}):
        opening, active = deltas[currency, 0, None], counts[currency, 0, None]
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
