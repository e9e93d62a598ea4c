"""Requests for products, prices and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import PriceListParams, PriceUpdateParams


def list_products() -> Request:
    return Request("get", "/v1/products")


def list_prices() -> Request:
    """With tiers and the amounts in other currencies, which Stripe leaves out by default."""
    filters: PriceListParams = {"expand": ["data.currency_options", "data.tiers"]}
    return Request("get", "/v1/prices", cast("Mapping[str, Any]", filters))


def list_plans() -> Request:
    """Recurring prices under their older shape; every plan of an account is also a price."""
    return Request("get", "/v1/plans")


def update_price(price_id: str, changes: PriceUpdateParams) -> Request:
    return Request("post", object_path("/v1/prices", price_id), cast("Mapping[str, Any]", changes))
