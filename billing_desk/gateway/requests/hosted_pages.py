"""Requests for Stripe-hosted pages where customers enter cards. Card data does not pass through this program."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params.billing_portal import SessionCreateParams as PortalSessionCreateParams
    from stripe.params.checkout import SessionCreateParams, SessionListParams, SessionRetrieveParams

_SESSIONS = "/v1/checkout/sessions"


def create_card_page(fields: SessionCreateParams) -> Request:
    """`fields` describe a Checkout Session in setup mode."""
    return Request("post", _SESSIONS, cast("Mapping[str, Any]", fields))


def read_card_page(session_id: str) -> Request:
    """Expands the PaymentMethod that the customer entered, if any."""
    expanded: SessionRetrieveParams = {"expand": ["setup_intent.payment_method"]}
    return Request("get", object_path(_SESSIONS, session_id), cast("Mapping[str, Any]", expanded))


def list_card_pages(customer_id: str) -> Request:
    filters: SessionListParams = {"customer": customer_id}
    return Request("get", _SESSIONS, cast("Mapping[str, Any]", filters))


def close_card_page(session_id: str) -> Request:
    """Expire an open session. Its link stops working."""
    return Request("post", object_path(_SESSIONS, session_id, "expire"))


def open_portal(customer_id: str, return_url: str) -> Request:
    """A customer portal session that starts at the payment method update. Its URL is short-lived."""
    fields: PortalSessionCreateParams = {
        "customer": customer_id,
        "return_url": return_url,
        "flow_data": {"type": "payment_method_update"},
    }
    return Request("post", "/v1/billing_portal/sessions", cast("Mapping[str, Any]", fields))
