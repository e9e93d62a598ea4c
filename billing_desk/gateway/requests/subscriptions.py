"""Requests for subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        InvoiceCreatePreviewParams,
        InvoiceCreatePreviewParamsSubscriptionDetails,
        SubscriptionItemListParams,
        SubscriptionListParams,
        SubscriptionUpdateParams,
    )

_PATH = "/v1/subscriptions"


def list_on_clock(clock_id: str) -> Request:
    filters: SubscriptionListParams = {"status": "all", "test_clock": clock_id}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_all() -> Request:
    """Includes canceled subscriptions, which Stripe leaves out by default."""
    filters: SubscriptionListParams = {"status": "all"}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_of_customer(customer_id: str) -> Request:
    """Without canceled subscriptions, as in the customer's own list."""
    filters: SubscriptionListParams = {"customer": customer_id}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_items(subscription_id: str) -> Request:
    filters: SubscriptionItemListParams = {"subscription": subscription_id}
    return Request("get", "/v1/subscription_items", cast("Mapping[str, Any]", filters))


def update(subscription_id: str, changes: SubscriptionUpdateParams) -> Request:
    return Request("post", object_path(_PATH, subscription_id), cast("Mapping[str, Any]", changes))


def preview_change(subscription_id: str, changes: SubscriptionUpdateParams) -> Request:
    """Preview the next invoice after the change. A POST that changes nothing at Stripe."""
    details = {name: changes[name] for name in _PREVIEWED if name in changes}  # type: ignore[literal-required]
    asked: InvoiceCreatePreviewParams = {
        "subscription": subscription_id,
        "subscription_details": cast("InvoiceCreatePreviewParamsSubscriptionDetails", details),
    }
    return Request("post", "/v1/invoices/create_preview", cast("Mapping[str, Any]", asked))


_PREVIEWED = ("items", "proration_behavior", "proration_date")
