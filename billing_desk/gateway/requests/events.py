"""Requests for the event log."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import EventListParams
    from stripe.params.v2.core import EventListParams as EventListParamsV2


PING = "v2.core.event_destination.ping"
METER_PROBLEMS = ("v1.billing.meter.error_report_triggered", "v1.billing.meter.no_meter_found")


def list_core(since: str) -> Request:
    """Events of API v2 that have no event of API v1: rejected usage, and tests of event destinations. Created at or
    after `since` (ISO 8601). Stripe keeps events for 30 days."""
    filters: EventListParamsV2 = {"types": [*METER_PROBLEMS, PING], "created": {"gte": since}, "limit": 100}
    return Request("get", "/v2/core/events", cast("Mapping[str, Any]", filters))


def read_core(event_id: str) -> Request:
    """The event of API v2 with its `data`, which the list may leave out."""
    return Request("get", object_path("/v2/core/events", event_id))


def read_one(event_id: str) -> Request:
    """An event of API v1. Raises ValueError if the text is not an id."""
    return Request("get", object_path("/v1/events", event_id))


def list_between(first: int, last: int) -> Request:
    """Events created in this time (Unix seconds, both inclusive), newest first."""
    filters: EventListParams = {"created": {"gte": first, "lte": last}}
    return Request("get", "/v1/events", cast("Mapping[str, Any]", filters))


def list_undelivered(since: int) -> Request:
    """Events that an endpoint has not accepted yet, created at or after `since` (Unix seconds), newest first."""
    filters: EventListParams = {"created": {"gte": since}, "delivery_success": False}
    return Request("get", "/v1/events", cast("Mapping[str, Any]", filters))


def list_since(seconds: int, type_: str | None = None) -> Request:
    """Events created at or after `seconds` (Unix time), newest first. Stripe keeps 30 days. `type_` may end in `.*`."""
    filters: EventListParams = {"created": {"gte": seconds}}
    if type_:
        filters["type"] = type_
    return Request("get", "/v1/events", cast("Mapping[str, Any]", filters))
