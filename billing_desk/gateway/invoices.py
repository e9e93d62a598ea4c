"""Requests for invoices and their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..domain.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import InvoiceListParams

_PATH = "/v1/invoices"


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
