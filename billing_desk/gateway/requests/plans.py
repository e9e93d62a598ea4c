"""Requests for products, prices and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...domain.writes.request import Request, object_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from stripe.params import (
        PlanCreateParams,
        PriceCreateParams,
        PriceListParams,
        PriceUpdateParams,
        ProductCreateParams,
        ProductUpdateParams,
    )


def list_products() -> Request:
    return Request("get", "/v1/products")


def list_prices() -> Request:
    """With tiers and the amounts in other currencies, which Stripe leaves out by default."""
    filters: PriceListParams = {"expand": ["data.currency_options", "data.tiers"]}
    return Request("get", "/v1/prices", cast("Mapping[str, Any]", filters))


def list_plans() -> Request:
    """Recurring prices under their older shape; every plan of an account is also a price."""
    return Request("get", "/v1/plans")


def list_created(collection: str, since: int) -> Request:
    """Products, prices or plans created since a time (Unix seconds)."""
    return Request("get", collection, {"created": {"gte": since}})


def list_by_key(key: str) -> Request:
    """The price with a lookup key, if there is one."""
    filters: PriceListParams = {"lookup_keys": [key]}
    return Request("get", "/v1/prices", cast("Mapping[str, Any]", filters))


def update_product(product_id: str, changes: ProductUpdateParams) -> Request:
    return Request("post", object_path("/v1/products", product_id), cast("Mapping[str, Any]", changes))


def create_product(fields: ProductCreateParams) -> Request:
    return Request("post", "/v1/products", cast("Mapping[str, Any]", fields))


def create_price(fields: PriceCreateParams) -> Request:
    return Request("post", "/v1/prices", cast("Mapping[str, Any]", fields))


def create_plan(fields: PlanCreateParams) -> Request:
    return Request("post", "/v1/plans", cast("Mapping[str, Any]", fields))


def delete_plan(plan_id: str) -> Request:
    """Existing subscriptions keep it. Works for every recurring price."""
    return Request("delete", object_path("/v1/plans", plan_id))


def delete_product(product_id: str) -> Request:
    """Only a product without prices."""
    return Request("delete", object_path("/v1/products", product_id))


def update_price(price_id: str, changes: PriceUpdateParams) -> Request:
    return Request("post", object_path("/v1/prices", price_id), cast("Mapping[str, Any]", changes))
