"""Stripe's own reports: what can be reported, and the runs (https://docs.stripe.com/reports/api)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..json_object import Json


class RunState(StrEnum):
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True)
class ReportType:
    """`start` and `end` (Unix seconds) are between what Stripe has data; `end` is exclusive."""

    id: str
    name: str
    start: int
    end: int

    @property
    def needs_payout(self) -> bool:
        """Whether it is about one payout instead of a period."""
        return ".by_id." in self.id


@dataclass(frozen=True)
class ReportRun:
    """`parameters` are Stripe's own; `file` is the id of its CSV, "" before it has succeeded; `size` in bytes; `error`
    is Stripe's reason for a failed one."""

    id: str
    type: str
    created: int
    state: RunState
    parameters: Mapping[str, object]
    file: str
    size: int
    error: str

    @property
    def period(self) -> tuple[int, int] | None:
        """Unix seconds; the end is exclusive. None: the report is about something else."""
        start, end = (self.parameters.get(name) for name in ("interval_start", "interval_end"))
        return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def type_of(found: Json) -> ReportType:
    start, end = (int(found.get(name) or 0) for name in ("data_available_start", "data_available_end"))
    return ReportType(str(found["id"]), str(found.get("name") or found["id"]), start, end)


def run_of(found: Json) -> ReportRun:
    known, state = frozenset(RunState), str(found.get("status"))
    file = found.get("result") or {}
    return ReportRun(
        str(found["id"]),
        str(found.get("report_type") or ""),
        int(found.get("created") or 0),
        RunState(state) if state in known else RunState.FAILED,
        {name: value for name, value in (found.get("parameters") or {}).items() if value is not None},
        str(file.get("id") or ""),
        int(file.get("size") or 0),
        str(found.get("error") or ""),
    )


def period_error(kind: ReportType, start: int, end: int) -> str:
    """The code of what is wrong with a period (Unix seconds, the end exclusive): "" for nothing, `period_order`,
    `period_early`, or `period_late`."""
    if end <= start:
        return "period_order"
    if start < kind.start:
        return "period_early"
    return "period_late" if end > kind.end else ""
