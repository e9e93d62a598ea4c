"""Requests that send usage and take it back: meter events and their cancellation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ...domain.writes.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping

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
