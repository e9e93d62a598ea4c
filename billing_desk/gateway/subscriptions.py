"""Requests for subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..domain.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import SubscriptionListParams


def list_all() -> Request:
    """Canceled ones too, which the list leaves out unless asked."""
    filters: SubscriptionListParams = {"status": "all"}
    return Request("get", "/v1/subscriptions", cast("Mapping[str, Any]", filters))
