"""Requests for invoices and their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import InvoiceCreateParams, InvoiceItemCreateParams, InvoiceListParams, InvoicePayParams

_PATH, _ITEMS = "/v1/invoices", "/v1/invoiceitems"


def list_all() -> Request:
    """Each with its payments, which would otherwise be another list of the same length."""
    filters: InvoiceListParams = {"expand": ["data.payments"]}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_of_customer(customer_id: str) -> Request:
    """Also those of a customer on a test clock, which the whole list leaves out."""
    filters: InvoiceListParams = {"customer": customer_id, "expand": ["data.payments"]}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_lines(invoice_id: str) -> Request:
    return Request("get", object_path(_PATH, invoice_id, "lines"))


def list_items(invoice_id: str) -> Request:
    """What was put on an invoice by hand."""
    return Request("get", _ITEMS, {"invoice": invoice_id})


def create(fields: InvoiceCreateParams) -> Request:
    return Request("post", _PATH, cast("Mapping[str, Any]", fields))


def add_item(fields: InvoiceItemCreateParams) -> Request:
    return Request("post", _ITEMS, cast("Mapping[str, Any]", fields))


def finalize(invoice_id: str) -> Request:
    """Without `auto_advance`: Stripe tries no payment automatically."""
    return Request("post", object_path(_PATH, invoice_id, "finalize"), {"auto_advance": False})


def pay(invoice_id: str, fields: InvoicePayParams | None = None) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "pay"), cast("Mapping[str, Any]", fields or {}))


def void(invoice_id: str) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "void"))


def delete_draft(invoice_id: str) -> Request:
    return Request("delete", object_path(_PATH, invoice_id))
