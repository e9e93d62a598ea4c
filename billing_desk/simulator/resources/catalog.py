"""Products, prices and plans. A plan is the older view of a recurring price and shares its id."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..errors import ApiError, invalid, missing_parameter
from ..shapes import (
    UNSET,
    boolean,
    created,
    decimal_text,
    fields,
    integer,
    listing,
    metadata,
    one_of,
    reject_both,
    text,
)
from ..state import Call, State, matching
from ..wire import Json, page
from . import NOTHING, Endpoint

_INTERVALS = ("day", "week", "month", "year")
_MOST = {"day": 1095, "week": 156, "month": 36, "year": 3}


def new_product(state: State, name: str, **values: Any) -> Json:
    now = state.clock.now()
    product: Json = {
        "id": values.pop("id", None) or state.new_id("prod_"),
        "object": "product",
        "active": True,
        "created": now,
        "default_price": None,
        "description": None,
        "images": [],
        "livemode": state.livemode,
        "marketing_features": [],
        "metadata": {},
        "name": name,
        "package_dimensions": None,
        "shippable": None,
        "statement_descriptor": None,
        "tax_code": None,
        "type": "service",
        "unit_label": None,
        "updated": now,
        "url": None,
    }
    product.update({key: value for key, value in values.items() if value is not UNSET})
    return state.add("product", product)


def new_price(state: State, product: str, currency: str, unit_amount: int | None, **values: Any) -> Json:
    recurring = values.pop("recurring", None)
    decimal = values.pop("unit_amount_decimal", None)
    price = {
        "id": values.pop("id", None) or state.new_id("price_1", 23),
        "object": "price",
        "active": True,
        "billing_scheme": "per_unit",
        "created": state.clock.now(),
        "currency": currency,
        "custom_unit_amount": None,
        "livemode": state.livemode,
        "lookup_key": None,
        "metadata": {},
        "nickname": None,
        "product": product,
        "recurring": {**_RECURRING, **recurring} if recurring else None,
        "tax_behavior": "unspecified",
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "recurring" if recurring else "one_time",
        "unit_amount": unit_amount,
        "unit_amount_decimal": decimal if decimal is not None else str(unit_amount),
    }
    price.update({key: value for key, value in values.items() if value is not UNSET})
    return state.add("price", price)


_RECURRING = {"interval_count": 1, "meter": None, "trial_period_days": None, "usage_type": "licensed"}


def as_plan(price: Json) -> Json:
    recurring = price["recurring"]
    return {
        "id": price["id"],
        "object": "plan",
        "active": price["active"],
        "amount": price["unit_amount"],
        "amount_decimal": price["unit_amount_decimal"],
        "billing_scheme": price["billing_scheme"],
        "created": price["created"],
        "currency": price["currency"],
        "interval": recurring["interval"],
        "interval_count": recurring["interval_count"],
        "livemode": price["livemode"],
        "metadata": price["metadata"],
        "meter": recurring["meter"],
        "nickname": price["nickname"],
        "product": price["product"],
        "tiers_mode": price["tiers_mode"],
        "transform_usage": None,
        "trial_period_days": recurring["trial_period_days"],
        "usage_type": recurring["usage_type"],
    }


def _check_interval(interval: str, count: int, param: str) -> None:
    if not 1 <= count <= _MOST[interval]:
        raise invalid(param, f"Invalid interval count {count}: at most {_MOST[interval]} for {interval}.")


def create_product(call: Call) -> Json:
    if call.params.get("id") and call.state.has("product", call.params["id"]):
        raise ApiError(400, "Product already exists.", code="resource_already_exists", param="id")
    product = new_product(call.state, **call.params)
    call.emit("product.created", product)
    return product


def create_price(call: Call) -> Json:
    params = dict(call.params)
    reject_both(params, "unit_amount", "unit_amount_decimal")
    if "unit_amount" not in params and "unit_amount_decimal" not in params:
        raise missing_parameter("unit_amount")
    product = call.state.get("product", params.pop("product"), "product")
    if "recurring" in params:
        _check_interval(
            params["recurring"]["interval"], params["recurring"].get("interval_count", 1), "recurring[interval_count]"
        )
    amount = params.pop("unit_amount", None)
    if amount is None and Decimal(params["unit_amount_decimal"]) % 1 == 0:
        amount = int(params["unit_amount_decimal"])
    price = new_price(call.state, product["id"], params.pop("currency").lower(), amount, **params)
    call.emit("price.created", price)
    return price


def create_plan(call: Call) -> Json:
    params = call.params
    if params.get("id") and call.state.has("price", params["id"]):
        raise ApiError(400, "Plan already exists.", code="resource_already_exists", param="id")
    _check_interval(params["interval"], params.get("interval_count", 1), "interval_count")
    product = params["product"]
    if isinstance(product, dict):
        product = new_product(call.state, **product)["id"]
    call.state.get("product", product, "product")
    recurring = {key: params[key] for key in ("interval", "interval_count", "trial_period_days") if key in params}
    price = new_price(
        call.state,
        product,
        params["currency"].lower(),
        params.get("amount", 0),
        id=params.get("id"),
        nickname=params.get("nickname"),
        metadata=params.get("metadata", {}),
        recurring=recurring,
    )
    plan = as_plan(price)
    call.emit("plan.created", plan)
    return plan


def retrieve_product(call: Call) -> Json:
    return call.state.get("product", call.ids["id"])


def retrieve_price(call: Call) -> Json:
    return call.state.get("price", call.ids["id"])


def retrieve_plan(call: Call) -> Json:
    return as_plan(call.state.get("price", call.ids["id"]))


def list_products(call: Call) -> Json:
    return page(matching(call.state.all("product"), call.params, "active"), call.params, "/v1/products", "product")


def list_prices(call: Call) -> Json:
    chosen = matching(call.state.all("price"), call.params, "active", "product", "currency", "type")
    return page(chosen, call.params, "/v1/prices", "price")


def list_plans(call: Call) -> Json:
    plans = [as_plan(price) for price in call.state.all("price") if price["recurring"]]
    return page(matching(plans, call.params, "active", "product"), call.params, "/v1/plans", "plan")


_product_fields = {
    "name": text(),
    "id": text(),
    "description": text(),
    "statement_descriptor": text(22),
    "unit_label": text(12),
    "metadata": metadata,
    "active": boolean,
}
_recurring = fields(
    {
        "interval": one_of(*_INTERVALS),
        "interval_count": integer,
        "usage_type": one_of("licensed", "metered"),
        "meter": text(),
        "trial_period_days": integer,
    },
    required=("interval",),
)
_price_fields = {
    "currency": text(3),
    "product": text(),
    "unit_amount": integer,
    "unit_amount_decimal": decimal_text,
    "recurring": _recurring,
    "lookup_key": text(200),
    "nickname": text(),
    "metadata": metadata,
    "active": boolean,
}
_plan_product = fields(_product_fields, required=("name",))
_plan_fields = {
    "id": text(),
    "currency": text(3),
    "interval": one_of(*_INTERVALS),
    "interval_count": integer,
    "amount": integer,
    "product": lambda value, name: (_plan_product if isinstance(value, dict) else text())(value, name),
    "nickname": text(),
    "metadata": metadata,
    "trial_period_days": integer,
}
_list_prices = listing(active=boolean, product=text(), currency=text(), type=text(), created=created)
endpoints = [
    Endpoint("POST", "/v1/products", create_product, fields(_product_fields, required=("name",)), "product"),
    Endpoint("GET", "/v1/products", list_products, listing(active=boolean, created=created), "product"),
    Endpoint("GET", "/v1/products/{id}", retrieve_product, NOTHING, "product"),
    Endpoint("POST", "/v1/prices", create_price, fields(_price_fields, required=("currency", "product")), "plan"),
    Endpoint("GET", "/v1/prices", list_prices, _list_prices, "plan"),
    Endpoint("GET", "/v1/prices/{id}", retrieve_price, NOTHING, "plan"),
    Endpoint(
        "POST", "/v1/plans", create_plan, fields(_plan_fields, required=("currency", "interval", "product")), "plan"
    ),
    Endpoint("GET", "/v1/plans", list_plans, listing(active=boolean, product=text(), created=created), "plan"),
    Endpoint("GET", "/v1/plans/{id}", retrieve_plan, NOTHING, "plan"),
]
