"""Requests for payments outside invoices: PaymentIntents, legacy charges, refunds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        ChargeCaptureParams,
        ChargeCreateParams,
        ChargeListParams,
        PaymentIntentCaptureParams,
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


def read_intent(intent_id: str) -> Request:
    return Request("get", object_path(_INTENTS, intent_id))


def capture_intent(intent_id: str, amount: int) -> Request:
    """`amount` in minor units; Stripe releases the rest."""
    fields: PaymentIntentCaptureParams = {"amount_to_capture": amount}
    return Request("post", object_path(_INTENTS, intent_id, "capture"), cast("Mapping[str, Any]", fields))


def cancel_intent(intent_id: str) -> Request:
    """Releases what was authorized."""
    return Request("post", object_path(_INTENTS, intent_id, "cancel"))


def capture_charge(charge_id: str, amount: int) -> Request:
    """Only for a charge without a PaymentIntent; `amount` in minor units."""
    fields: ChargeCaptureParams = {"amount": amount}
    return Request("post", object_path(_CHARGES, charge_id, "capture"), cast("Mapping[str, Any]", fields))


def charge(fields: ChargeCreateParams) -> Request:
    """The legacy Charges API, which Stripe plans to remove: only for sources that a PaymentIntent does not accept."""
    return Request("post", _CHARGES, cast("Mapping[str, Any]", fields))


def list_charges(customer_id: str) -> Request:
    """Expands each charge's refunds."""
    filters: ChargeListParams = {"customer": customer_id, "expand": ["data.refunds"]}
    return Request("get", _CHARGES, cast("Mapping[str, Any]", filters))


def list_charges_since(seconds: int) -> Request:
    """Charges of the whole account created after `seconds` (Unix time, exclusive), newest first."""
    filters: ChargeListParams = {"created": {"gt": seconds}}
    return Request("get", _CHARGES, cast("Mapping[str, Any]", filters))


def read_charge(charge_id: str) -> Request:
    return Request("get", object_path(_CHARGES, charge_id))


def refund(fields: RefundCreateParams) -> Request:
    return Request("post", _REFUNDS, cast("Mapping[str, Any]", fields))


def list_refunds(charge_id: str) -> Request:
    filters: RefundListParams = {"charge": charge_id}
    return Request("get", _REFUNDS, cast("Mapping[str, Any]", filters))
