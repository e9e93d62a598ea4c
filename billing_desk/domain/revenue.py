"""Monthly recurring revenue over time: what each month's change consists of. The parts always add up to the change.

A subscription's revenue is a list of steps (Unix seconds, minor units from then on). Within a month only what it was at
the beginning and at the end counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .objects.subscription import EARNING, full_monthly

Steps = Sequence[tuple[int, int]]
"""(Unix seconds, minor units a month from then on), in order of time."""
_NEVER_PAID = ("incomplete", "incomplete_expired")


class Part(StrEnum):
    NEW = "new"
    EXPANSION = "expansion"
    CONTRACTION = "contraction"
    CHURN = "churn"


@dataclass(frozen=True)
class MonthRevenue:
    """One month in one currency: `start` in Unix seconds, `opening` and `closing` in minor units a month. `active` is
    the number of paying subscriptions at the end. `parts` add up to `closing - opening`."""

    start: int
    currency: str
    opening: int
    parts: Mapping[Part, int] = field(default_factory=dict)
    counts: Mapping[Part, int] = field(default_factory=dict)
    active: int = 0

    @property
    def closing(self) -> int:
        return self.opening + sum(self.parts.values())


def part_of(before: int, after: int) -> Part | None:
    """What a change within a month is; None if there is none."""
    if before == after:
        return None
    if before <= 0:
        return Part.NEW
    if after <= 0:
        return Part.CHURN
    return Part.EXPANSION if after > before else Part.CONTRACTION


def steps_of(subscription: Mapping[str, Any], seen: int) -> list[tuple[int, int]]:
    """The steps that the object itself tells, as it was at `seen` (Unix seconds). It counts from the end of its trial,
    or from its start, with its present amount; until it ended, or until it was seen to earn nothing."""
    status = str(subscription.get("status") or "")
    amount = full_monthly(subscription)
    if status in _NEVER_PAID or not amount:
        return []
    begun = int(subscription.get("trial_end") or subscription.get("start_date") or subscription.get("created") or 0)
    ended = subscription.get("ended_at") or (subscription.get("canceled_at") if status == "canceled" else None)
    until = int(ended or seen)
    if begun >= until:
        return []
    if status == "canceled":
        return [(begun, amount), (until, 0)]
    earns = status in EARNING and not subscription.get("pause_collection")
    return [(begun, amount)] if earns else [(begun, amount), (max(seen, begun + 1), 0)]


def continued(held: Steps, subscription: Mapping[str, Any], seen: int) -> list[tuple[int, int]]:
    """The steps known so far, and what the object tells since."""
    fresh = steps_of(subscription, seen)
    if not held:
        return fresh
    now = fresh[-1][1] if fresh else 0
    if held[-1][1] == now:
        return list(held)
    ended = subscription.get("ended_at")
    at = int(ended) if ended and now == 0 else seen
    return [*held, (max(at, held[-1][0] + 1), now)]


def value_at(steps: Steps, moment: int) -> int:
    """Minor units a month just before `moment`."""
    found = 0
    for at, value in steps:
        if at >= moment:
            break
        found = value
    return found


def months_of(histories: Iterable[tuple[str, Steps]], bounds: Sequence[int]) -> list[MonthRevenue]:
    """The months between `bounds` (Unix seconds), for each currency; `histories` are (currency, steps)."""
    rows = [(currency, [value_at(steps, bound) for bound in bounds]) for currency, steps in histories]
    found = []
    for currency in sorted({currency for currency, _ in rows}):
        mine = [values for code, values in rows if code == currency]
        for number in range(len(bounds) - 1):
            parts: dict[Part, int] = {}
            counts: dict[Part, int] = {}
            for values in mine:
                part = part_of(values[number], values[number + 1])
                if part is not None:
                    parts[part] = parts.get(part, 0) + values[number + 1] - values[number]
                    counts[part] = counts.get(part, 0) + 1
            opening = sum(values[number] for values in mine)
            active = sum(values[number + 1] > 0 for values in mine)
            found.append(MonthRevenue(bounds[number], currency, opening, parts, counts, active))
    return found
