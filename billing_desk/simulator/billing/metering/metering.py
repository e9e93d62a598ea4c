"""Usage: recorded events, and a meter's aggregate for a customer over a time range."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from ...state.state import State
from ...state.table import Json

WINDOWS = {"hour": 3_600, "day": 86_400}
Event = tuple[int, int, str]
"""(timestamp, value, identifier), sorted by timestamp (Unix seconds)."""


def record(state: State, meter: Json, customer: str, event: Event) -> None:
    events = state.own_usage((meter["id"], customer))
    at = bisect_left(events, (event[0] + 1, 0, "")) if events and events[-1][0] > event[0] else len(events)
    events.insert(at, event)
    state.version += 1


def cancel(state: State, meter: Json, identifier: str) -> bool:
    """Remove an event; False: no such event was recorded."""
    for key in state.usage_keys():
        if key[0] == meter["id"]:
            for event in state.usage_of(key):
                if event[2] == identifier:
                    state.own_usage(key).remove(event)
                    return True
    return False


def between(state: State, meter: str, customer: str, start: int, end: int) -> list[Event]:
    """The events from `start` to `end` (exclusive)."""
    events = state.usage_of((meter, customer))
    return events[bisect_left(events, (start, -(10**18), "")) : bisect_left(events, (end, -(10**18), ""))]


def aggregated(meter: Json, events: list[Event]) -> int:
    """The meter's aggregate of these events: the sum, the count, or the last value.

    With an `event_time_window`, only the latest event of each hour or day counts.
    """
    window = WINDOWS.get(meter["event_time_window"] or "")
    if window:
        latest: dict[int, Event] = {}
        for event in events:
            latest[event[0] - event[0] % window] = event
        events = list(latest.values())
    formula = meter["default_aggregation"]["formula"]
    if formula == "count":
        return len(events)
    if formula == "last":
        return events[-1][1] if events else 0
    return sum(event[1] for event in events)


def grouped(meter: Json, events: list[Event], window: int) -> dict[int, int]:
    """Start of the window (`window` seconds long) → aggregate, for windows that have events."""
    buckets: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        buckets[event[0] - event[0] % window].append(event)
    return {start: aggregated(meter, some) for start, some in buckets.items()}


def used(state: State, price: Json, customer: str, start: int, end: int) -> int:
    """The billable usage of a metered price; 0 if the aggregate is negative."""
    meter = state.table("billing.meter").get(price["recurring"]["meter"] or "")
    if meter is None:
        return 0
    return max(0, aggregated(meter, between(state, meter["id"], customer, start, end)))
