"""Requests for Stripe's own reports: their types, their runs, and the file of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params.reporting import ReportRunCreateParams

_RUNS = "/v1/reporting/report_runs"


def list_types() -> Request:
    """All at once: Stripe divides this list into no pages."""
    return Request("get", "/v1/reporting/report_types")


def list_runs() -> Request:
    return Request("get", _RUNS)


def read_run(id_: str) -> Request:
    return Request("get", object_path(_RUNS, id_))


def start_run(fields: ReportRunCreateParams) -> Request:
    return Request("post", _RUNS, cast("Mapping[str, Any]", fields))
