"""Requests for payments of invoices."""

from __future__ import annotations

from ..domain.request import Request


def list_invoice_payments() -> Request:
    return Request("get", "/v1/invoice_payments")
