"""Requests for invoices and their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        CreditNoteCreateParams,
        CreditNotePreviewParams,
        InvoiceAddLinesParams,
        InvoiceCreateParams,
        InvoiceItemCreateParams,
        InvoiceListParams,
        InvoicePaymentListParams,
        InvoicePayParams,
        InvoiceRemoveLinesParams,
        InvoiceUpdateLinesParams,
        InvoiceUpdateParams,
    )

_PATH, _ITEMS, _NOTES = "/v1/invoices", "/v1/invoiceitems", "/v1/credit_notes"


def list_all() -> Request:
    """Expands each invoice's payments, which saves listing them separately."""
    filters: InvoiceListParams = {"expand": ["data.payments"]}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_of_customer(customer_id: str) -> Request:
    """Includes invoices of a customer on a test clock, which the list of all invoices leaves out."""
    filters: InvoiceListParams = {"customer": customer_id, "expand": ["data.payments"]}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_lines(invoice_id: str) -> Request:
    return Request("get", object_path(_PATH, invoice_id, "lines"))


def list_payments(invoice_id: str) -> Request:
    """The invoice's payments, of which the invoice itself contains the first ten."""
    filters: InvoicePaymentListParams = {"invoice": invoice_id}
    return Request("get", "/v1/invoice_payments", cast("Mapping[str, Any]", filters))


def list_items(invoice_id: str) -> Request:
    """The invoice items that were added to an invoice."""
    return Request("get", _ITEMS, {"invoice": invoice_id})


def list_pending(customer_id: str) -> Request:
    """The customer's invoice items that wait for the next invoice."""
    return Request("get", _ITEMS, {"customer": customer_id, "pending": True})


def delete_item(item_id: str) -> Request:
    return Request("delete", object_path(_ITEMS, item_id))


def list_open_payments() -> Request:
    """Payments of open invoices, with their PaymentIntents."""
    filters: InvoicePaymentListParams = {"status": "open", "expand": ["data.payment.payment_intent"]}
    return Request("get", "/v1/invoice_payments", cast("Mapping[str, Any]", filters))


def create(fields: InvoiceCreateParams) -> Request:
    return Request("post", _PATH, cast("Mapping[str, Any]", fields))


def add_item(fields: InvoiceItemCreateParams) -> Request:
    return Request("post", _ITEMS, cast("Mapping[str, Any]", fields))


def finalize(invoice_id: str) -> Request:
    """With `auto_advance` off: Stripe attempts no automatic payment."""
    return Request("post", object_path(_PATH, invoice_id, "finalize"), {"auto_advance": False})


def finalize_as_it_is(invoice_id: str) -> Request:
    """Stripe collects it as the draft says."""
    return Request("post", object_path(_PATH, invoice_id, "finalize"))


def mark_uncollectible(invoice_id: str) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "mark_uncollectible"))


def update(invoice_id: str, fields: InvoiceUpdateParams) -> Request:
    return Request("post", object_path(_PATH, invoice_id), cast("Mapping[str, Any]", fields))


def add_lines(invoice_id: str, fields: InvoiceAddLinesParams) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "add_lines"), cast("Mapping[str, Any]", fields))


def update_lines(invoice_id: str, fields: InvoiceUpdateLinesParams) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "update_lines"), cast("Mapping[str, Any]", fields))


def remove_lines(invoice_id: str, fields: InvoiceRemoveLinesParams) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "remove_lines"), cast("Mapping[str, Any]", fields))


def send(invoice_id: str) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "send"))


def list_tax_rates(*, active: bool = True) -> Request:
    """The tax rates that can be put on lines, or all (`active=False`)."""
    return Request("get", "/v1/tax_rates", {"active": True} if active else {})


def list_notes(invoice_id: str) -> Request:
    """The credit notes of an invoice."""
    return Request("get", _NOTES, {"invoice": invoice_id})


def preview_note(fields: CreditNotePreviewParams) -> Request:
    """Stripe's own preview of a credit note. Changes nothing."""
    return Request("get", f"{_NOTES}/preview", cast("Mapping[str, Any]", fields))


def create_note(fields: CreditNoteCreateParams) -> Request:
    return Request("post", _NOTES, cast("Mapping[str, Any]", fields))


def pay(invoice_id: str, fields: InvoicePayParams | None = None) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "pay"), cast("Mapping[str, Any]", fields or {}))


def void(invoice_id: str) -> Request:
    return Request("post", object_path(_PATH, invoice_id, "void"))


def delete_draft(invoice_id: str) -> Request:
    return Request("delete", object_path(_PATH, invoice_id))
