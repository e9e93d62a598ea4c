"""Monthly recurring revenue over time: the parts add up to the change, in the rules and in the local copy (G5)."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from billing_desk.domain.filters import parse
from billing_desk.domain.list_query import Query
from billing_desk.domain.revenue import Part, continued, months_of, part_of, steps_of, value_at
from billing_desk.store.mirror.entities import ENTITIES
from billing_desk.store.mirror.extras import Extras
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY

DAY = 86_400
START = 1_764_547_200
"""2025-12-01 00:00 UTC."""
MONTHS = [START, *(START + DAY * days for days in (31, 62, 90, 121))]
"""The first days of five months, in UTC."""
STEPS = st.lists(st.tuples(st.integers(-40 * DAY, 130 * DAY), st.integers(0, 5_000)), max_size=8).map(
    lambda steps: sorted((START + at, value) for at, value in dict(steps).items())
)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(["jpy", "usd"]), STEPS), max_size=12))
def test_the_parts_of_a_month_add_up_to_its_change(histories: list[tuple[str, list[tuple[int, int]]]]) -> None:
    """G5: whatever happened within the month."""
    months = months_of(histories, MONTHS)
    for month in months:
        place = MONTHS.index(month.start)
        mine = [steps for currency, steps in histories if currency == month.currency]
        assert month.opening == sum(value_at(steps, MONTHS[place]) for steps in mine)
        assert month.closing == sum(value_at(steps, MONTHS[place + 1]) for steps in mine)
        assert month.closing - month.opening == sum(month.parts.values())
        assert month.active == sum(value_at(steps, MONTHS[place + 1]) > 0 for steps in mine)
        assert all((amount > 0) == (part in (Part.NEW, Part.EXPANSION)) for part, amount in month.parts.items())


def _subscription(id_: str, amount: int, **values: Any) -> dict[str, Any]:
    price = {
        "id": f"price_{amount}",
        "object": "price",
        "currency": "jpy",
        "unit_amount": amount,
        "recurring": {"interval": "month", "interval_count": 1, "usage_type": "licensed"},
    }
    item = {"id": f"si_{id_}", "price": price, "quantity": 1}
    return {
        "id": id_,
        "object": "subscription",
        "status": "active",
        "currency": "jpy",
        "created": START,
        "items": {"object": "list", "has_more": False, "data": [item]},
        **values,
    }


def test_a_subscription_counts_from_the_end_of_its_trial_until_it_ended() -> None:
    """G5."""
    seen = START + 60 * DAY
    trial = _subscription("sub_1", 1_000, start_date=START, trial_end=START + 14 * DAY)
    assert steps_of(trial, seen) == [(START + 14 * DAY, 1_000)]
    assert steps_of({**trial, "status": "trialing"}, START + DAY) == []
    ended = {**trial, "status": "canceled", "ended_at": START + 40 * DAY}
    assert steps_of(ended, seen) == [(START + 14 * DAY, 1_000), (START + 40 * DAY, 0)]
    assert steps_of({**ended, "ended_at": START + 3 * DAY}, seen) == [], "it never paid"
    assert steps_of({**ended, "ended_at": None, "canceled_at": START + 3 * DAY}, seen) == [], "nor did this one"
    held = steps_of(trial, seen)
    assert continued(held, _subscription("sub_1", 3_000), seen + DAY) == [*held, (seen + DAY, 3_000)]
    assert continued(held, {**trial, "pause_collection": {"behavior": "void"}}, seen + DAY) == [*held, (seen + DAY, 0)]
    assert continued(held, ended, seen + DAY) == [*held, (START + 40 * DAY, 0)]


async def test_the_local_copy_counts_as_the_rule_does(tmp_path: Path) -> None:
    """G5, F2: and a part of a bar filters to exactly its subscriptions."""
    mirror = Mirror(tmp_path / "mirror.db", DATABASE_KEY, now=lambda: MONTHS[-1])
    drawn = random.Random(7)
    histories: dict[str, list[tuple[int, int]]] = {}
    try:
        for number in range(60):
            id_, at = f"sub_{number}", START + drawn.randrange(-30, 60) * DAY
            steps: list[tuple[int, int]] = []
            obj = _subscription(id_, drawn.choice([500, 1_000, 2_000]), start_date=at)
            seen = max(at, START) + DAY
            for _ in range(drawn.randrange(1, 6)):
                await mirror.put([obj], float(seen))
                steps = continued(steps, obj, seen)
                change = drawn.randrange(4)
                seen += drawn.randrange(1, 25) * DAY
                if change == 0:
                    obj = {**obj, "pause_collection": {"behavior": "void"}}
                elif change == 1:
                    obj = {**obj, "status": "canceled", "ended_at": seen - DAY // 2}
                else:
                    obj = _subscription(id_, drawn.choice([500, 1_000, 2_000, 3_000]), start_date=at)
            histories[id_] = steps
        expected = months_of([("jpy", steps) for steps in histories.values()], MONTHS)
        found = await Extras(mirror).revenue(MONTHS)
        assert [(m.opening, m.closing, dict(m.parts), dict(m.counts), m.active) for m in found] == [
            (m.opening, m.closing, dict(m.parts), dict(m.counts), m.active) for m in expected
        ]
        fields = frozenset(ENTITIES["subscription"].fields)
        names = {Part.NEW: "new", Part.EXPANSION: "expanded", Part.CONTRACTION: "contracted", Part.CHURN: "churned"}
        seen_parts = set()
        for month, text in zip(MONTHS[:-1], ("2025-12", "2026-01", "2026-02", "2026-03"), strict=True):
            place = MONTHS.index(month)
            for part, name in names.items():
                behind = {
                    id_
                    for id_, steps in histories.items()
                    if part_of(value_at(steps, MONTHS[place]), value_at(steps, MONTHS[place + 1])) is part
                }
                listed = await mirror.ids(Query("subscription", parse(f"{name}:{text}", fields)))
                assert set(listed) == behind, (text, part)
                seen_parts |= {part} if behind else set()
        assert seen_parts == set(Part)
    finally:
        mirror.close()


async def test_a_deleted_subscription_leaves_no_revenue(tmp_path: Path) -> None:
    """G5: as it is in no list either."""
    mirror = Mirror(tmp_path / "mirror.db", DATABASE_KEY, now=lambda: MONTHS[-1])
    try:
        kept, gone = (_subscription(f"sub_{n}", 1_000 * n, start_date=START + DAY) for n in (1, 2))
        await mirror.put([kept, gone], float(START + 3 * DAY))
        assert [month.closing for month in await Extras(mirror).revenue(MONTHS)] == [3_000] * 4
        await mirror.put([{"id": "sub_2", "object": "subscription", "deleted": True}], float(START + 40 * DAY))
        assert [month.closing for month in await Extras(mirror).revenue(MONTHS)] == [1_000] * 4
    finally:
        mirror.close()
