"""Requests for invoices and their lines."""

from __future__ import annotations

from ..domain.request import Request, object_path


def list_all() -> Request:
    return Request("get", "/v1/invoices")


def list_lines(invoice_id: str) -> Request:
    return Request("get", object_path("/v1/invoices", invoice_id, "lines"))
