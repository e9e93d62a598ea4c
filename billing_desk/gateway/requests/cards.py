"""Requests for cards: PaymentMethods, and the older cards and sources of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        CustomerPaymentSourceUpdateParams,
        PaymentMethodAttachParams,
        PaymentMethodCreateParams,
        PaymentMethodUpdateParams,
    )

_METHODS, _CUSTOMERS = "/v1/payment_methods", "/v1/customers"


def list_of_customer(customer_id: str) -> Request:
    """PaymentMethods of every type, including older cards and sources."""
    return Request("get", object_path(_CUSTOMERS, customer_id, "payment_methods"))


def list_sources(customer_id: str) -> Request:
    """The older cards and sources."""
    return Request("get", object_path(_CUSTOMERS, customer_id, "sources"))


def make_of_token(token: str) -> Request:
    """Create a PaymentMethod from a card token. The token cannot be used again."""
    fields: PaymentMethodCreateParams = {"type": "card", "card": {"token": token}}
    return Request("post", _METHODS, cast("Mapping[str, Any]", fields))


def attach(method_id: str, customer_id: str) -> Request:
    fields: PaymentMethodAttachParams = {"customer": customer_id}
    return Request("post", object_path(_METHODS, method_id, "attach"), cast("Mapping[str, Any]", fields))


def detach(method_id: str) -> Request:
    """Permanent: a detached PaymentMethod can never be attached again."""
    return Request("post", object_path(_METHODS, method_id, "detach"))


def update(method_id: str, changes: PaymentMethodUpdateParams) -> Request:
    return Request("post", object_path(_METHODS, method_id), cast("Mapping[str, Any]", changes))


def add_source(customer_id: str, source: str) -> Request:
    """Attach a token's card or a source. It becomes the default only if the customer has none."""
    return Request("post", object_path(_CUSTOMERS, customer_id, "sources"), {"source": source})


def update_source(customer_id: str, source_id: str, changes: CustomerPaymentSourceUpdateParams) -> Request:
    path = object_path(object_path(_CUSTOMERS, customer_id, "sources"), source_id)
    return Request("post", path, cast("Mapping[str, Any]", changes))


def remove_source(customer_id: str, source_id: str) -> Request:
    """A source becomes `consumed` permanently; a card is deleted."""
    return Request("delete", object_path(object_path(_CUSTOMERS, customer_id, "sources"), source_id))
