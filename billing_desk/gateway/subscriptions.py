"""Requests for subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..domain.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import SubscriptionListParams

_PATH = "/v1/subscriptions"


def list_on_clock(clock_id: str) -> Request:
    filters: SubscriptionListParams = {"status": "all", "test_clock": clock_id}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_all() -> Request:
    """Canceled ones too, which the list leaves out unless asked."""
    filters: SubscriptionListParams = {"status": "all"}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))
