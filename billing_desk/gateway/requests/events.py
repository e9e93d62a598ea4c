"""Requests for the event log."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import EventListParams
    from stripe.params.v2.core import EventListParams as EventListParamsV2


METER_PROBLEMS = ("v1.billing.meter.error_report_triggered", "v1.billing.meter.no_meter_found")


def list_meter_problems(since: str) -> Request:
    """API v2 events about rejected usage, created at or after `since` (ISO 8601). Stripe keeps events for 30 days."""
    filters: EventListParamsV2 = {"types": list(METER_PROBLEMS), "created": {"gte": since}, "limit": 100}
    return Request("get", "/v2/core/events", cast("Mapping[str, Any]", filters))


def read_meter_problem(event_id: str) -> Request:
    """The event with its `data`, which the list may leave out."""
    return Request("get", object_path("/v2/core/events", event_id))


def list_since(seconds: int, type_: str | None = None) -> Request:
    """Events created at or after `seconds` (Unix time), newest first. Stripe keeps 30 days. `type_` may end in `.*`."""
    filters: EventListParams = {"created": {"gte": seconds}}
    if type_:
        filters["type"] = type_
    return Request("get", "/v1/events", cast("Mapping[str, Any]", filters))
