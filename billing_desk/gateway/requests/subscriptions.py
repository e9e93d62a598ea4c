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
        SubscriptionCancelParams,
        SubscriptionCreateParams,
        SubscriptionItemListParams,
        SubscriptionListParams,
        SubscriptionPauseParams,
        SubscriptionResumeParams,
        SubscriptionScheduleUpdateParams,
        SubscriptionUpdateParams,
    )

_PATH = "/v1/subscriptions"
_SCHEDULES = "/v1/subscription_schedules"
_PREVIEW = "/v1/invoices/create_preview"


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


def list_with_discounts() -> Request:
    """Running subscriptions with their discounts, which name the coupon."""
    filters: SubscriptionListParams = {"expand": ["data.discounts"]}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def read_with_discounts(subscription_id: str) -> Request:
    """With its discounts, coupons and promotion codes instead of their ids."""
    expand = ["discounts", "discounts.source.coupon", "discounts.promotion_code"]
    return Request("get", object_path(_PATH, subscription_id), {"expand": expand})


def list_items(subscription_id: str) -> Request:
    filters: SubscriptionItemListParams = {"subscription": subscription_id}
    return Request("get", "/v1/subscription_items", cast("Mapping[str, Any]", filters))


def create(fields: SubscriptionCreateParams) -> Request:
    return Request("post", _PATH, cast("Mapping[str, Any]", fields))


def cancel(subscription_id: str, fields: SubscriptionCancelParams | None = None) -> Request:
    """Cancel immediately."""
    return Request("delete", object_path(_PATH, subscription_id), cast("Mapping[str, Any]", fields or {}))


def pause(subscription_id: str, fields: SubscriptionPauseParams) -> Request:
    """Stop billing altogether; collection alone is paused by `update`."""
    return Request("post", object_path(_PATH, subscription_id, "pause"), cast("Mapping[str, Any]", fields))


def resume(subscription_id: str, fields: SubscriptionResumeParams) -> Request:
    return Request("post", object_path(_PATH, subscription_id, "resume"), cast("Mapping[str, Any]", fields))


def migrate(subscription_id: str) -> Request:
    """Change to flexible billing, which cannot be taken back."""
    return Request("post", object_path(_PATH, subscription_id, "migrate"), {"billing_mode": {"type": "flexible"}})


def schedule_from(subscription_id: str) -> Request:
    """A schedule with one phase: the subscription as it is, until the end of its period."""
    return Request("post", _SCHEDULES, {"from_subscription": subscription_id})


def update_schedule(schedule_id: str, fields: SubscriptionScheduleUpdateParams) -> Request:
    return Request("post", object_path(_SCHEDULES, schedule_id), cast("Mapping[str, Any]", fields))


def release_schedule(schedule_id: str) -> Request:
    """The subscription continues as it is; planned changes are dropped."""
    return Request("post", object_path(_SCHEDULES, schedule_id, "release"))


def preview(fields: InvoiceCreatePreviewParams) -> Request:
    """Any invoice preview. A POST that changes nothing at Stripe."""
    return Request("post", _PREVIEW, cast("Mapping[str, Any]", fields))


def update(subscription_id: str, changes: SubscriptionUpdateParams) -> Request:
    return Request("post", object_path(_PATH, subscription_id), cast("Mapping[str, Any]", changes))


def preview_change(subscription_id: str, changes: SubscriptionUpdateParams) -> Request:
    """Preview the next invoice after the change. A POST that changes nothing at Stripe."""
    details = {name: changes[name] for name in _PREVIEWED if name in changes}  # type: ignore[literal-required]
    asked: InvoiceCreatePreviewParams = {
        "subscription": subscription_id,
        "subscription_details": cast("InvoiceCreatePreviewParamsSubscriptionDetails", details),
    }
    return preview(asked)


_PREVIEWED = ("items", "proration_behavior", "proration_date")
