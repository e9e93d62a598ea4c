"""Requests for meters and usage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params.billing import MeterCreateParams, MeterListEventSummariesParams

_PATH = "/v1/billing/meters"


def list_all() -> Request:
    return Request("get", _PATH)


def event_summaries(
    meter_id: str, customer_id: str, start: int, end: int, window: Literal["hour", "day"] = "day"
) -> Request:
    """`start` and `end` are Unix seconds on UTC boundaries of `window`; `end` is exclusive."""
    filters: MeterListEventSummariesParams = {
        "customer": customer_id,
        "start_time": start,
        "end_time": end,
        "value_grouping_window": window,
    }
    return Request("get", object_path(_PATH, meter_id, "event_summaries"), cast("Mapping[str, Any]", filters))


def create(fields: MeterCreateParams) -> Request:
    return Request("post", _PATH, cast("Mapping[str, Any]", fields))


def rename(meter_id: str, name: str) -> Request:
    """The name is all that can be changed of a meter."""
    return Request("post", object_path(_PATH, meter_id), {"display_name": name})


def deactivate(meter_id: str) -> Request:
    return Request("post", object_path(_PATH, meter_id, "deactivate"))


def reactivate(meter_id: str) -> Request:
    return Request("post", object_path(_PATH, meter_id, "reactivate"))
