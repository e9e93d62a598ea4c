"""Requests for what moves money outside invoices: PaymentIntents, charges of the old kind, refunds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        ChargeCreateParams,
        ChargeListParams,
        PaymentIntentCreateParams,
        PaymentIntentListParams,
        RefundCreateParams,
        RefundListParams,
    )

_INTENTS, _CHARGES, _REFUNDS = "/v1/payment_intents", "/v1/charges", "/v1/refunds"


def create_intent(fields: PaymentIntentCreateParams) -> Request:
    return Request("post", _INTENTS, cast("Mapping[str, Any]", fields))


def list_intents(customer_id: str) -> Request:
    filters: PaymentIntentListParams = {"customer": customer_id}
    return Request("get", _INTENTS, cast("Mapping[str, Any]", filters))


def charge(fields: ChargeCreateParams) -> Request:
    """Of the old kind, which Stripe means to remove: only for what no PaymentIntent takes."""
    return Request("post", _CHARGES, cast("Mapping[str, Any]", fields))


def list_charges(customer_id: str) -> Request:
    """Each with its refunds."""
    filters: ChargeListParams = {"customer": customer_id, "expand": ["data.refunds"]}
    return Request("get", _CHARGES, cast("Mapping[str, Any]", filters))


def list_charges_since(seconds: int) -> Request:
    """Of the whole account, newest first, after a Unix second."""
    filters: ChargeListParams = {"created": {"gt": seconds}}
    return Request("get", _CHARGES, cast("Mapping[str, Any]", filters))


def read_charge(charge_id: str) -> Request:
    return Request("get", object_path(_CHARGES, charge_id))


def refund(fields: RefundCreateParams) -> Request:
    return Request("post", _REFUNDS, cast("Mapping[str, Any]", fields))


def list_refunds(charge_id: str) -> Request:
    filters: RefundListParams = {"charge": charge_id}
    return Request("get", _REFUNDS, cast("Mapping[str, Any]", filters))
