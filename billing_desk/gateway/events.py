"""Requests for the event log."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..domain.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import EventListParams


def list_since(seconds: int, type_: str | None = None) -> Request:
    """Events from a Unix second on, newest first; Stripe keeps 30 days. `type_` may end in `.*`."""
    filters: EventListParams = {"created": {"gte": seconds}}
    if type_:
        filters["type"] = type_
    return Request("get", "/v1/events", cast("Mapping[str, Any]", filters))
