"""Requests that send usage and take it back: meter events, their cancellation, and sessions of the event stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...domain.writes.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stripe.params.billing import MeterEventAdjustmentCreateParams, MeterEventCreateParams

EVENTS = "/v1/billing/meter_events"


def send_event(event_name: str, payload: Mapping[str, str], at: int, identifier: str) -> Request:
    """`at` in Unix seconds. Send it with the identifier as its idempotency key."""
    fields: MeterEventCreateParams = {
        "event_name": event_name,
        "payload": dict(payload),
        "timestamp": at,
        "identifier": identifier,
    }
    return Request("post", EVENTS, cast("Mapping[str, Any]", fields))


def cancel_event(event_name: str, identifier: str) -> Request:
    """Possible for 24 hours after Stripe received the event."""
    fields: MeterEventAdjustmentCreateParams = {
        "type": "cancel",
        "event_name": event_name,
        "cancel": {"identifier": identifier},
    }
    return Request("post", "/v1/billing/meter_event_adjustments", cast("Mapping[str, Any]", fields))


def open_stream() -> Request:
    """A session of the event stream, which ends after 15 minutes; its token is used instead of the key."""
    return Request("post", "/v2/billing/meter_event_session")


def stream_events(events: Sequence[Mapping[str, Any]]) -> Request:
    """At most 100 events, whose `timestamp` is ISO 8601. Needs the token of a session."""
    return Request("post", "/v2/billing/meter_event_stream", {"events": list(events)}, "meter_events")
