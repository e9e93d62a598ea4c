"""Phases of subscription schedules: what a schedule does to its subscription, and when."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import invalid, missing_parameter, refused
from ...state.table import Json
from ...state.templates import UNSET, plain, reject_both
from . import items
from .discounts import coupon_of
from .periods import step

_PLAIN: Json = {
    "add_invoice_items": [],
    "application_fee_percent": None,
    "billing_cycle_anchor": None,
    "billing_thresholds": None,
    "collection_method": None,
    "default_payment_method": None,
    "default_tax_rates": [],
    "description": None,
    "invoice_settings": None,
    "metadata": {},
    "on_behalf_of": None,
    "proration_behavior": "create_prorations",
    "transfer_data": None,
    "trial_end": None,
}


def current_phase_of(call: Call, subscription: Json) -> Json:
    """The phase that describes a running subscription until the end of its period."""
    entries = subscription["items"]["data"]
    return {
        **_PLAIN,
        "currency": subscription["currency"],
        "discounts": [_discount(call, id_) for id_ in subscription["discounts"]],
        "end_date": min(item["current_period_end"] for item in entries),
        "items": [_entry(item["price"]["id"], item.get("quantity")) for item in entries],
        "start_date": min(item["current_period_start"] for item in entries),
        "trial_end": subscription["trial_end"] if subscription["status"] == "trialing" else None,
    }


def _entry(price: str, quantity: int | None, discounts: list[Json] | None = None) -> Json:
    return {
        "billing_thresholds": None,
        "discounts": discounts or [],
        "metadata": {},
        "plan": price,
        "price": price,
        "quantity": quantity,
        "tax_rates": [],
    }


def _discount(call: Call, id_: str) -> Json:
    held = call.state.get("discount", id_)
    return {"coupon": held["source"]["coupon"], "discount": id_, "promotion_code": held["promotion_code"]}


def read_phases(call: Call, given: list[Json], start: int) -> list[Json]:
    """Phases from parameters, one after the other from `start` (Unix seconds). Raises ApiError."""
    found: list[Json] = []
    for at, params in enumerate(given):
        param = f"phases[{at}]"
        begins = found[-1]["end_date"] if found else start
        if params.get("start_date") not in (None, begins, *(("now",) if not found else ())):
            raise invalid(f"{param}[start_date]", f"The phase must start at {begins}, when the one before it ends.")
        found.append(_read_phase(call, params, param, begins))
    return found


def _read_phase(call: Call, params: Json, param: str, start: int) -> Json:
    if not params.get("items"):
        raise missing_parameter(f"{param}[items]")
    reject_both(params, "end_date", "duration", inside=param)
    entries, prices = [], []
    for at, given in enumerate(params["items"]):
        price = items.chosen_price(call, given, f"{param}[items][{at}]")
        quantity = items.chosen_quantity(price, given, f"{param}[items][{at}]")
        entries.append(_entry(price["id"], quantity, _named(given.get("discounts"))))
        prices.append(price)
    interval, count = items.interval_of(prices[0])
    length = params.get("duration") or {"interval": interval, "interval_count": count}
    end = params.get("end_date") or step(start, length["interval"], length.get("interval_count", 1), 1)
    if end == "now" or end <= start:
        raise invalid(f"{param}[end_date]", "The phase must end after it starts.")
    trial = end if params.get("trial") else params.get("trial_end")
    given_names = ("collection_method", "default_payment_method", "description", "metadata", "proration_behavior")
    return {
        **_PLAIN,
        **{name: plain(params[name]) for name in given_names if name in params},
        "billing_cycle_anchor": params.get("billing_cycle_anchor"),
        "currency": prices[0]["currency"],
        "discounts": _named(params.get("discounts")),
        "end_date": end,
        "items": entries,
        "start_date": start,
        "trial_end": trial,
    }


def _named(given: Any) -> list[Json]:
    names = ("coupon", "discount", "promotion_code")
    return [{name: each.get(name) for name in names} for each in given or []] if given is not UNSET else []


def entering(call: Call, subscription: Json, phase: Json) -> Json:
    """The parameters of the update that brings the subscription into a phase; {} if nothing differs."""
    params: Json = {}
    if changed := _changed_items(subscription["items"]["data"], phase["items"]):
        params["items"] = changed
    held = [coupon_of(call.state, id_) for id_ in subscription["discounts"]]
    wanted = [coupon_named(call, each) for each in phase["discounts"]]
    if held != wanted:
        chosen = [{name: value for name, value in each.items() if value} for each in phase["discounts"]]
        params["discounts"] = [_one_name(each) for each in chosen] or UNSET
    if phase["trial_end"] and phase["trial_end"] != subscription["trial_end"]:
        params["trial_end"] = phase["trial_end"]
    for name in ("collection_method", "default_payment_method", "description"):
        if phase[name] is not None:
            params[name] = phase[name]
    if phase["metadata"]:
        params["metadata"] = phase["metadata"]
    if phase["billing_cycle_anchor"] == "phase_start":
        params["billing_cycle_anchor"] = {"type": "now"}
    return {**params, "proration_behavior": phase["proration_behavior"] or "create_prorations"} if params else {}


def _one_name(each: Json) -> Json:
    name = next(name for name in ("discount", "promotion_code", "coupon") if name in each)
    return {name: each[name]}


def coupon_named(call: Call, each: Json) -> str:
    """The id of the coupon behind a discount, a promotion code, or a coupon's own id."""
    if each.get("discount"):
        return coupon_of(call.state, each["discount"])
    if each.get("promotion_code"):
        return str(call.state.get("promotion_code", each["promotion_code"])["promotion"]["coupon"])
    return str(each["coupon"])


def _changed_items(held: list[Json], wanted: list[Json]) -> list[Json]:
    """Items are matched by price, the others in order; what is left over is removed or added."""
    by_price = {item["price"]["id"]: item for item in held}
    kept = [entry for entry in wanted if entry["price"] in by_price]
    found = [
        {"id": by_price[entry["price"]]["id"], "quantity": entry["quantity"]}
        for entry in kept
        if entry["quantity"] is not None and by_price[entry["price"]].get("quantity") != entry["quantity"]
    ]
    names = {entry["price"] for entry in kept}
    old = [item for item in held if item["price"]["id"] not in names]
    new = [entry for entry in wanted if entry["price"] not in by_price]
    for entry in new:
        amount = {"quantity": entry["quantity"]} if entry["quantity"] is not None else {}
        change: Json = {"price": entry["price"], **amount}
        found.append({"id": old.pop(0)["id"], **change} if old else change)
    return [*found, *({"id": item["id"], "deleted": True} for item in old)]


def check_unscheduled(subscription: Json, params: Json) -> None:
    """Raises ApiError for a direct change that Stripe refuses while a schedule manages the subscription."""
    if subscription["schedule"] and {"cancel_at", "cancel_at_period_end"} & set(params):
        raise refused(
            f"The subscription is managed by the subscription schedule `{subscription['schedule']}`, and updating any "
            "cancelation behavior directly is not allowed. Please update the schedule instead."
        )
