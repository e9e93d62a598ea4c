"""Requests for cards."""

from __future__ import annotations

from ..domain.request import Request, object_path


def list_of_customer(customer_id: str) -> Request:
    """PaymentMethods of every type; older cards and sources come along."""
    return Request("get", object_path("/v1/customers", customer_id, "payment_methods"))
