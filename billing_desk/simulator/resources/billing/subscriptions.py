"""Subscriptions and their items."""

from __future__ import annotations

from typing import Any

from ...billing.invoices.dunning import ENDED
from ...billing.subscriptions import changing, pausing, schedules, subscribing
from ...billing.subscriptions.phases import check_unscheduled
from ...billing.subscriptions.settings import apply_settings
from ...call import Call, listed, within
from ...errors import ApiError, missing_parameter, refused
from ...http.wire import page
from ...state.packed import Packed
from ...state.search import search
from ...state.table import Json
from .. import endpoints_of, reads


def create(call: Call) -> Json:
    return subscribing.create(call)


def _own(call: Call) -> Json:
    return call.state.get("subscription", call.ids["id"])


def update(call: Call) -> Json:
    subscription = _own(call)
    if subscription["status"] in ENDED and set(call.params) <= {"metadata", "cancellation_details"}:
        with call.changing(subscription, "customer.subscription.updated"):
            apply_settings(call, subscription, call.params)
        return subscription
    check_unscheduled(subscription, call.params)
    made = changing.update(call, subscription)
    schedules.follow(call, subscription)
    return made


def cancel(call: Call) -> Json:
    return pausing.cancel(call, _own(call))


def pause(call: Call) -> Json:
    return pausing.pause(call, _own(call))


def resume(call: Call) -> Json:
    return pausing.resume(call, _own(call))


def delete_discount(call: Call) -> Json:
    subscription = _own(call)
    if not subscription["discounts"]:
        raise ApiError(404, f"No active discount for subscription: {subscription['id']}", code="resource_missing")
    discount = call.state.get("discount", subscription["discounts"][-1])
    with call.changing(subscription, "customer.subscription.updated"):
        subscription["discounts"] = subscription["discounts"][:-1]
    return {**discount, "deleted": True}


def migrate(call: Call) -> Json:
    subscription = _own(call)
    wanted = call.params["billing_mode"]["type"]
    if subscription["billing_mode"]["type"] == wanted:
        raise refused(f"The subscription's billing mode is {wanted} already.", None, "billing_mode[type]")
    with call.changing(subscription, "customer.subscription.updated"):
        subscription["billing_mode"] = {
            "type": wanted,
            "flexible": {"proration_discounts": "included"},
            "updated_at": call.state.now_of(subscription),
        }
    return subscription


def list_all(call: Call) -> Json:
    params = call.params
    status, clock = params.get("status"), params.get("test_clock")
    price = params.get("price") or params.get("plan")

    def test(row: Json | Packed) -> bool:
        found = row["status"]
        if status is None and found in ENDED:
            return False
        if status == "ended" and found not in ENDED:
            return False
        if status not in (None, "all", "ended", found):
            return False
        if row["test_clock"] != clock and "customer" not in params:
            return False
        entries = row["items"]["data"] if price or _ranges(params) else []
        if price and not any(item["price"]["id"] == price for item in entries):
            return False
        return all(within(params[name], pick(item[name] for item in entries)) for name, pick in _ranges(params))

    return listed(call, "subscription", "/v1/subscriptions", "customer", "collection_method", test=test)


def _ranges(params: Json) -> list[tuple[str, Any]]:
    return [
        (name, pick) for name, pick in (("current_period_start", max), ("current_period_end", min)) if name in params
    ]


def _subscription_of_item(call: Call, id_: str, param: str = "id") -> tuple[Json, Json]:
    owner = call.state.hidden_of(id_).get("subscription")
    subscription = call.state.get("subscription", owner) if owner else None
    for item in subscription["items"]["data"] if subscription else []:
        if subscription is not None and item["id"] == id_:
            return subscription, item
    raise ApiError(404, f"No such subscription_item: '{id_}'", code="resource_missing", param=param)


def list_items(call: Call) -> Json:
    if not call.params.get("subscription"):
        raise missing_parameter("subscription")
    subscription = call.state.get("subscription", call.params["subscription"], "subscription")
    return page(subscription["items"]["data"], call.params, "/v1/subscription_items", "subscription_item")


def retrieve_item(call: Call) -> Json:
    return _subscription_of_item(call, call.ids["id"])[1]


_OF_SUBSCRIPTION = ("proration_behavior", "proration_date", "payment_behavior", "off_session")


def _through(call: Call, subscription: Json, entry: Json) -> Json:
    """Change one item through an update of its subscription, which creates the prorations."""
    params = {name: call.params[name] for name in _OF_SUBSCRIPTION if name in call.params}
    changing.update(call.over(call.state, {**params, "items": [entry]}), subscription)
    schedules.follow(call, subscription)
    return call.state.get("subscription", subscription["id"])


def create_item(call: Call) -> Json:
    if not call.params.get("subscription"):
        raise missing_parameter("subscription")
    subscription = call.state.get("subscription", call.params["subscription"], "subscription")
    entry = {k: v for k, v in call.params.items() if k not in (*_OF_SUBSCRIPTION, "subscription")}
    after = _through(call, subscription, entry)
    item: Json = after["items"]["data"][-1]
    return item


def update_item(call: Call) -> Json:
    subscription, item = _subscription_of_item(call, call.ids["id"])
    entry = {k: v for k, v in call.params.items() if k not in _OF_SUBSCRIPTION}
    after = _through(call, subscription, {"id": item["id"], **entry})
    found: Json = next(each for each in after["items"]["data"] if each["id"] == item["id"])
    return found


def delete_item(call: Call) -> Json:
    subscription, item = _subscription_of_item(call, call.ids["id"])
    entry = {"id": item["id"], "deleted": True, "clear_usage": call.params.get("clear_usage", False)}
    _through(call, subscription, entry)
    return {"id": item["id"], "object": "subscription_item", "deleted": True}


endpoints = endpoints_of(
    "subscription",
    {
        "POST /v1/subscriptions": create,
        "GET /v1/subscriptions": list_all,
        "GET /v1/subscriptions/search": search("subscription", "/v1/subscriptions/search"),
        "GET /v1/subscriptions/{id}": reads("subscription"),
        "POST /v1/subscriptions/{id}": update,
        "DELETE /v1/subscriptions/{id}": cancel,
        "DELETE /v1/subscriptions/{id}/discount": delete_discount,
        "POST /v1/subscriptions/{id}/pause": pause,
        "POST /v1/subscriptions/{id}/resume": resume,
        "POST /v1/subscriptions/{id}/migrate": migrate,
        "GET /v1/subscription_items": list_items,
        "POST /v1/subscription_items": create_item,
        "GET /v1/subscription_items/{id}": retrieve_item,
        "POST /v1/subscription_items/{id}": update_item,
        "DELETE /v1/subscription_items/{id}": delete_item,
    },
)
