"""Requests for customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        CustomerBalanceTransactionCreateParams,
        CustomerCreateParams,
        CustomerListParams,
        CustomerTaxIdCreateParams,
        CustomerUpdateParams,
    )

_PATH = "/v1/customers"


def create(fields: CustomerCreateParams) -> Request:
    return Request("post", _PATH, cast("Mapping[str, Any]", fields))


def update(customer_id: str, changes: CustomerUpdateParams) -> Request:
    return Request("post", object_path(_PATH, customer_id), cast("Mapping[str, Any]", changes))


def list_all() -> Request:
    """Expands each customer's default card, which saves a request per customer."""
    filters: CustomerListParams = {"expand": ["data.invoice_settings.default_payment_method", "data.default_source"]}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_on_clock(clock_id: str) -> Request:
    """The customers of a test clock, which the list of all customers leaves out."""
    filters: CustomerListParams = {"test_clock": clock_id}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_by_email(email: str) -> Request:
    """Exact, case-sensitive match. Strongly consistent, unlike search."""
    filters: CustomerListParams = {"email": email}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def list_created_since(seconds: int) -> Request:
    """Newest first, created at or after `seconds` (Unix time)."""
    filters: CustomerListParams = {"created": {"gte": seconds}}
    return Request("get", _PATH, cast("Mapping[str, Any]", filters))


def delete(customer_id: str) -> Request:
    """Permanent. Stripe cancels the customer's subscriptions immediately."""
    return Request("delete", object_path(_PATH, customer_id))


def move_balance(customer_id: str, fields: CustomerBalanceTransactionCreateParams) -> Request:
    """A negative amount is a credit."""
    path = object_path(_PATH, customer_id, "balance_transactions")
    return Request("post", path, cast("Mapping[str, Any]", fields))


def list_balance(customer_id: str) -> Request:
    """The customer balance transactions, newest first."""
    return Request("get", object_path(_PATH, customer_id, "balance_transactions"))


def add_tax_id(customer_id: str, fields: CustomerTaxIdCreateParams) -> Request:
    return Request("post", object_path(_PATH, customer_id, "tax_ids"), cast("Mapping[str, Any]", fields))


def remove_tax_id(customer_id: str, tax_id: str) -> Request:
    return Request("delete", object_path(object_path(_PATH, customer_id, "tax_ids"), tax_id))


def list_tax_ids(customer_id: str) -> Request:
    return Request("get", object_path(_PATH, customer_id, "tax_ids"))
