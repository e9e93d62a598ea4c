"""Requests for products, prices and plans."""

from __future__ import annotations

from ..domain.request import Request


def list_products() -> Request:
    return Request("get", "/v1/products")


def list_prices() -> Request:
    return Request("get", "/v1/prices")


def list_plans() -> Request:
    """Recurring prices under their older shape; every plan of an account is also a price."""
    return Request("get", "/v1/plans")
