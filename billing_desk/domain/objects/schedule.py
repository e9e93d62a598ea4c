"""Subscription schedules: the changes that are planned (C11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..json_object import id_of


@dataclass(frozen=True)
class Planned:
    """A later phase: from `at` (Unix seconds) the items are (price id, quantity or None if metered)."""

    at: int
    items: tuple[tuple[str, int | None], ...]


def current_phase_of(schedule: Mapping[str, Any]) -> tuple[int, int] | None:
    """Start and end of the current phase in Unix seconds; None if the schedule is not running."""
    phase = schedule.get("current_phase")
    return (int(phase["start_date"]), int(phase["end_date"])) if phase else None


def planned_of(schedule: Mapping[str, Any]) -> list[Planned]:
    """The phases after the current one. [] if the schedule is not running."""
    current = current_phase_of(schedule)
    if schedule.get("status") not in ("active", "not_started") or current is None:
        return []
    return [
        Planned(
            int(phase["start_date"]),
            tuple((id_of(item.get("price")) or "", item.get("quantity")) for item in phase.get("items") or ()),
        )
        for phase in schedule.get("phases") or ()
        if int(phase["start_date"]) >= current[1]
    ]
