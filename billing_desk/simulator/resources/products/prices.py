"""Products and prices. A plan is the older view of a recurring price and has the same id."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, missing_parameter, refused
from ...spec import blank
from ...state.search import search
from ...state.state import State
from ...state.table import Json
from ...state.templates import UNSET, plain, reject_both
from .. import endpoints_of, reads
from .products import check_descriptor, delete_product, list_products, new_product, update_product

_MOST = {"day": 1095, "week": 156, "month": 36, "year": 3}
_RECURRING = {"interval_count": 1, "meter": None, "trial_period_days": None, "usage_type": "licensed"}


def new_price(state: State, product: str, currency: str, unit_amount: int | None, **values: Any) -> Json:
    recurring = values.pop("recurring", None)
    exact = values.pop("unit_amount_decimal", None)
    tiers = values.pop("tiers", None)
    fresh = {
        "active": True,
        "billing_scheme": "tiered" if tiers else "per_unit",
        "currency": currency,
        "product": product,
        "recurring": {**_RECURRING, **recurring} if recurring else None,
        "tax_behavior": "unspecified",
        "type": "recurring" if recurring else "one_time",
        "unit_amount": unit_amount,
        "unit_amount_decimal": exact if exact is not None else None if unit_amount is None else str(unit_amount),
    }
    given = {key: value for key, value in values.items() if value is not UNSET and key not in ("id", "billing_scheme")}
    made = state.new("price", values.get("id") or state.new_id("price_1", 23), **{**fresh, **given})
    if tiers:
        state.secrets_of(made["id"])["tiers"] = tiers
    return made


def as_plan(price: Json) -> Json:
    recurring = price["recurring"]
    return {
        **blank("plan"),
        "id": price["id"],
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
        "transform_usage": price["transform_quantity"],
        "trial_period_days": recurring["trial_period_days"],
        "usage_type": recurring["usage_type"],
    }


def check_interval(interval: str, count: int, param: str) -> None:
    if not 1 <= count <= _MOST[interval]:
        raise invalid(param, f"Invalid interval count {count}: at most {_MOST[interval]} for {interval}.")


def create_product(call: Call) -> Json:
    params = dict(call.params)
    if params.get("id") and call.state.has("product", params["id"]):
        raise refused("Product already exists.", "resource_already_exists", "id")
    if "statement_descriptor" in params:
        params["statement_descriptor"] = check_descriptor(params["statement_descriptor"], "statement_descriptor")
    first = params.pop("default_price_data", None)
    product = new_product(call.state, params.pop("name"), **params)
    call.emit("product.created", product)
    if first:
        price = inline_price(call, {**first, "product": product["id"]}, "default_price_data")
        product["default_price"] = price["id"]
    return product


def read_amount(params: Json, inside: str = "") -> tuple[int | None, str]:
    """The unit amount in minor units (None: not a whole number) and as a decimal string."""
    reject_both(params, "unit_amount", "unit_amount_decimal", inside=inside)
    name = f"{inside}[unit_amount]" if inside else "unit_amount"
    if params.get("unit_amount") is None and params.get("unit_amount_decimal") is None:
        raise missing_parameter(name)
    exact = Decimal(str(params.get("unit_amount_decimal", params.get("unit_amount"))))
    if exact < 0:
        raise invalid(name, "Invalid non-negative integer", "parameter_invalid_integer")
    whole = int(exact) if exact % 1 == 0 else None
    return whole, str(whole) if whole is not None else str(exact.normalize())


def inline_price(call: Call, data: Json, param: str) -> Json:
    """Create a price from `price_data`."""
    if "product" not in data:
        raise missing_parameter(f"{param}[product]")
    product = call.state.get("product", data["product"], f"{param}[product]")
    amount, exact = read_amount(data, param)
    given = data.get("recurring")
    if given:
        check_interval(given["interval"], given.get("interval_count", 1), f"{param}[recurring][interval_count]")
    price = new_price(
        call.state, product["id"], data["currency"].lower(), amount, unit_amount_decimal=exact, recurring=given
    )
    call.emit("price.created", price)
    return price


def create_price(call: Call) -> Json:
    params = dict(call.params)
    reject_both(params, "product", "product_data")
    if "product_data" in params:
        made = new_product(call.state, **params.pop("product_data"))
        call.emit("product.created", made)
        product = made["id"]
    elif "product" in params:
        product = call.state.get("product", params.pop("product"), "product")["id"]
    else:
        raise missing_parameter("product")
    check_recurring(call, params)
    tiers = read_tiers(params) if params.get("billing_scheme") == "tiered" else None
    amount: int | None
    if tiers or params.get("custom_unit_amount"):
        amount, exact = None, None
    else:
        amount, exact = read_amount(params)
    _take_lookup_key(call, params)
    options = params.pop("currency_options", None)
    for name in ("unit_amount", "unit_amount_decimal", "tiers", "custom_unit_amount", "transfer_lookup_key"):
        params.pop(name, None)
    currency = params.pop("currency")
    price = new_price(call.state, product, currency, amount, unit_amount_decimal=exact, tiers=tiers, **params)
    if options:
        call.state.secrets_of(price["id"])["currency_options"] = _options(options)
    call.emit("price.created", price)
    if price["recurring"]:
        call.emit("plan.created", as_plan(price))
    return price


def _options(given: Json) -> Json:
    """The amounts in other currencies, as they are stored: with all fields."""
    found: Json = {}
    for currency, option in given.items():
        tiers = option.get("tiers")
        amount, exact = (None, None) if tiers else read_amount(option, f"currency_options[{currency}]")
        found[currency.lower()] = {
            "custom_unit_amount": None,
            "tax_behavior": option.get("tax_behavior", "unspecified"),
            "unit_amount": amount,
            "unit_amount_decimal": exact,
            **({"tiers": stored_tiers(tiers, f"currency_options[{currency}]")} if tiers else {}),
        }
    return found


def check_recurring(call: Call, params: Json) -> None:
    recurring = params.get("recurring")
    if not recurring:
        return
    check_interval(recurring["interval"], recurring.get("interval_count", 1), "recurring[interval_count]")
    metered = recurring.get("usage_type") == "metered"
    if metered and not recurring.get("meter"):
        raise missing_parameter("recurring[meter]")
    if recurring.get("meter"):
        if not metered:
            raise invalid("recurring[meter]", "A meter can only be attached to a price with usage_type=metered.")
        meter = call.state.get("billing.meter", recurring["meter"], "recurring[meter]")
        if meter["status"] != "active":
            raise refused("An inactive meter cannot be attached to a price.", None, "recurring[meter]")


def read_tiers(params: Json) -> list[Json]:
    if "tiers_mode" not in params:
        raise missing_parameter("tiers_mode")
    if not params.get("tiers"):
        raise missing_parameter("tiers")
    return stored_tiers(params["tiers"])


def stored_tiers(given: list[Json], inside: str = "") -> list[Json]:
    """The tiers as they are stored. Raises ApiError."""
    found, last = [], 0
    name = f"{inside}[tiers]" if inside else "tiers"
    for at, tier in enumerate(given):
        upto = None if tier["up_to"] == "inf" else int(tier["up_to"])
        if (at == len(given) - 1) != (upto is None):
            raise invalid(f"{name}[{at}][up_to]", "The last tier, and only that, must have up_to=inf.")
        if upto is not None and upto <= last:
            raise invalid(f"{name}[{at}][up_to]", "up_to must grow from tier to tier.")
        last = upto or last
        found.append({"up_to": upto, **_part(tier, "flat_amount"), **_part(tier, "unit_amount")})
    return found


def _part(tier: Json, name: str) -> Json:
    given = tier.get(f"{name}_decimal", tier.get(name))
    if given is None:
        return {name: None, f"{name}_decimal": None}
    exact = Decimal(str(given))
    return {name: int(exact) if exact % 1 == 0 else None, f"{name}_decimal": str(given)}


def _take_lookup_key(call: Call, params: Json) -> None:
    key = params.get("lookup_key")
    others = call.state.of("price", "lookup_key", key) if key else []
    for other in others:
        if not params.get("transfer_lookup_key"):
            raise refused(
                f"A price (`{other['id']}`) already uses that lookup key.", "resource_already_exists", "lookup_key"
            )
        with call.changing(other, "price.updated"):
            other["lookup_key"] = None


def update_price(call: Call) -> Json:
    price = call.state.get("price", call.ids["id"])
    _take_lookup_key(call, {k: v for k, v in call.params.items() if v != price["lookup_key"]})
    with call.changing(price, "price.updated"):
        for name, value in call.params.items():
            if name == "metadata":
                price["metadata"] = merged_metadata(price["metadata"], value)
            elif name == "currency_options":
                held = call.state.hidden_of(price["id"]).get("currency_options") or {}
                call.state.secrets_of(price["id"])["currency_options"] = {**held, **_options(plain(value) or {})}
            elif name in price:
                price[name] = plain(value)
    return price


def list_prices(call: Call) -> Json:
    keys, wanted = call.params.get("lookup_keys"), call.params.get("recurring", {})

    def test(price: Any) -> bool:
        recurring = price["recurring"] or {}
        return (not keys or price["lookup_key"] in keys) and all(recurring.get(n) == v for n, v in wanted.items())

    return listed(call, "price", "/v1/prices", "active", "product", "currency", "type", test=test)


endpoints = endpoints_of(
    "product",
    {
        "POST /v1/products": create_product,
        "GET /v1/products": list_products,
        "GET /v1/products/search": search("product", "/v1/products/search"),
        "GET /v1/products/{id}": reads("product"),
        "POST /v1/products/{id}": update_product,
        "DELETE /v1/products/{id}": delete_product,
    },
) + endpoints_of(
    "plan",
    {
        "POST /v1/prices": create_price,
        "GET /v1/prices": list_prices,
        "GET /v1/prices/search": search("price", "/v1/prices/search"),
        "GET /v1/prices/{id}": reads("price"),
        "POST /v1/prices/{id}": update_price,
    },
)
