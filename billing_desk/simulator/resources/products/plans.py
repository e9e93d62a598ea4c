"""Plans: the older view of recurring prices."""

from __future__ import annotations

from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import ApiError, missing_parameter, refused
from ...state.table import Json
from ...state.templates import plain, reject_both
from .. import endpoints_of
from .prices import as_plan, check_interval, check_recurring, new_price, read_amount, read_tiers
from .products import check_descriptor, new_product


def create_plan(call: Call) -> Json:
    params, state = call.params, call.state
    if params.get("id") and state.has("price", params["id"]):
        raise refused("Plan already exists.", "resource_already_exists", "id")
    check_interval(params["interval"], params.get("interval_count", 1), "interval_count")
    reject_both(params, "amount", "amount_decimal")
    product = params.get("product")
    if product is None:
        raise missing_parameter("product")
    if isinstance(product, dict):
        product = {**product, "statement_descriptor": check_descriptor(product.get("statement_descriptor"), "product")}
        product = new_product(state, **{name: value for name, value in product.items() if value is not None})["id"]
    state.get("product", product, "product")
    names = ("interval", "interval_count", "trial_period_days", "usage_type", "meter")
    recurring = {key: params[key] for key in names if key in params}
    check_recurring(call, {"recurring": recurring})
    tiers = read_tiers(params) if params.get("billing_scheme") == "tiered" else None
    amount, exact = params.get("amount"), params.get("amount_decimal")
    if tiers is None:
        given = {"unit_amount": amount} if exact is None else {"unit_amount_decimal": exact}
        if amount is None and exact is None:
            raise missing_parameter("amount")
        amount, exact = read_amount(given)
    price = new_price(
        state,
        product,
        params["currency"].lower(),
        amount,
        unit_amount_decimal=exact,
        id=params.get("id") or state.new_id("plan_1", 23),
        nickname=plain(params.get("nickname")),
        metadata=plain(params.get("metadata")) or {},
        active=params.get("active", True),
        recurring=recurring,
        tiers=tiers,
        tiers_mode=params.get("tiers_mode"),
    )
    call.emit("plan.created", as_plan(price))
    call.emit("price.created", price)
    return as_plan(price)


def _plan(call: Call) -> Json:
    price = call.state.get("price", call.ids["id"])
    if price["recurring"] is None:
        raise ApiError(404, f"No such plan: '{price['id']}'", code="resource_missing", param="id")
    return price


def retrieve_plan(call: Call) -> Json:
    return as_plan(_plan(call))


def update_plan(call: Call) -> Json:
    price = _plan(call)
    before = as_plan(price)
    for name, value in call.params.items():
        if name == "metadata":
            price["metadata"] = merged_metadata(price["metadata"], value)
        elif name == "trial_period_days":
            price["recurring"][name] = value
        else:
            price[name] = plain(value)
    call.state.changed("price", price)
    after = as_plan(price)
    previous = {name: before[name] for name in before if before[name] != after[name]}
    if previous:
        call.emit("plan.updated", after, previous)
    return after


def delete_plan(call: Call) -> Json:
    """Subscriptions keep the price, because it is copied into their items."""
    price = _plan(call)
    call.state.remove("price", price["id"])
    call.emit("plan.deleted", as_plan(price))
    return {"id": price["id"], "object": "plan", "deleted": True}


def list_plans(call: Call) -> Json:
    found = listed(call, "price", "/v1/plans", "active", "product", test=lambda p: p["recurring"] is not None)
    return {**found, "data": [as_plan(price) for price in found["data"]]}


endpoints = endpoints_of(
    "plan",
    {
        "POST /v1/plans": create_plan,
        "GET /v1/plans": list_plans,
        "GET /v1/plans/{id}": retrieve_plan,
        "POST /v1/plans/{id}": update_plan,
        "DELETE /v1/plans/{id}": delete_plan,
    },
)
