"""Requests for Stripe's own pages, where customers enter their cards: none of it passes through this program."""

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
    """Checkout in setup mode."""
    return Request("post", _SESSIONS, cast("Mapping[str, Any]", fields))


def read_card_page(session_id: str) -> Request:
    """With the card that was entered, once it was."""
    expanded: SessionRetrieveParams = {"expand": ["setup_intent.payment_method"]}
    return Request("get", object_path(_SESSIONS, session_id), cast("Mapping[str, Any]", expanded))


def list_card_pages(customer_id: str) -> Request:
    filters: SessionListParams = {"customer": customer_id}
    return Request("get", _SESSIONS, cast("Mapping[str, Any]", filters))


def close_card_page(session_id: str) -> Request:
    """An open one: its link leads nowhere afterwards."""
    return Request("post", object_path(_SESSIONS, session_id, "expire"))


def open_portal(customer_id: str, return_url: str) -> Request:
    """The customer portal at its page for the payment method. The address is short-lived."""
    fields: PortalSessionCreateParams = {
        "customer": customer_id,
        "return_url": return_url,
        "flow_data": {"type": "payment_method_update"},
    }
    return Request("post", "/v1/billing_portal/sessions", cast("Mapping[str, Any]", fields))
