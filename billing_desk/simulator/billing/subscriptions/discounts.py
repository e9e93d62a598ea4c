"""Coupons and promotion codes: validity, duration and amount of discounts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ...call import Call
from ...errors import ApiError, invalid, refused
from ...state.state import State
from ...state.table import Json
from ...state.templates import UNSET, require_one
from ..metering.money import rounded, shared
from .periods import step


def new_discount(state: State, coupon: Json, start: int, **owner: Any) -> Json:
    """A discount from `start` (Unix seconds); `owner` holds the id of its customer, subscription or invoice."""
    end = None
    if coupon["duration"] == "repeating":
        end = step(start, "month", 1, coupon["duration_in_months"])
    source = {"coupon": coupon["id"], "type": "coupon"}
    values = {"customer": None, "promotion_code": None, "subscription": None, "invoice": None, **owner}
    return state.new("discount", state.new_id("di_1", 23), start=start, end=end, source=source, **values)


def redeem(call: Call, wanted: Any, customer: Json, inside: str = "discounts", **owner: Any) -> list[str]:
    """Ids of the discounts for a `discounts` parameter. Counts redemptions; reuses a discount given by id. `owner` may
    have the `amount` that a promotion code's minimum is compared with."""
    if wanted is UNSET or not wanted:
        return []
    found = []
    # An amount is known for new subscriptions and their changes: (minor units, currency).
    amount: tuple[int, str] | None = owner.pop("amount", None)
    for index, entry in enumerate(wanted):
        name = require_one(entry, "coupon", "promotion_code", "discount")
        param = f"{inside}[{index}][{name}]"
        if name == "discount":
            found.append(call.state.get("discount", entry[name], param)["id"])
            continue
        code = None if name == "coupon" else _usable_code(call, entry[name], customer, param, amount)
        coupon = call.state.get("coupon", code["promotion"]["coupon"] if code else entry["coupon"], param)
        now = call.state.now_of(customer)
        if not coupon["valid"] or coupon.get("deleted") or (coupon["redeem_by"] or now + 1) <= now:
            raise refused(f"Coupon expired: {coupon['id']}", "coupon_expired", param)
        _count(coupon, code)
        start = call.state.now_of(customer)
        extra = {"promotion_code": code["id"] if code else None, "customer": customer["id"]}
        found.append(new_discount(call.state, coupon, start, **{**extra, **owner})["id"])
    return found


def _usable_code(call: Call, id_: str, customer: Json, param: str, amount: tuple[int, str] | None) -> Json:
    code = call.state.get("promotion_code", id_, param)
    now = call.state.now_of(customer)
    if not code["active"] or (code["expires_at"] or now + 1) <= now:
        raise invalid(
            param, "This promotion code cannot be redeemed because it is no longer active.", "resource_missing"
        )
    if code["customer"] not in (None, customer["id"]):
        raise invalid(param, "This promotion code cannot be redeemed because it is for another customer.")
    if code["restrictions"]["first_time_transaction"] and call.state.of("charge", "customer", customer["id"]):
        message = "This promotion code cannot be redeemed because the associated customer has prior transactions."
        raise ApiError(400, message, code="promotion_code_customer_not_first_time", param=param)
    limits = code["restrictions"]
    least, currency = limits["minimum_amount"], limits["minimum_amount_currency"]
    if least and amount is not None and (amount[1] != currency or amount[0] < least):
        raise invalid(
            param, "This promotion code cannot be redeemed because the total is below the code's minimum amount."
        )
    return code


def _count(coupon: Json, code: Json | None) -> None:
    coupon["times_redeemed"] += 1
    if coupon["max_redemptions"] and coupon["times_redeemed"] >= coupon["max_redemptions"]:
        coupon["valid"] = False
    if code is not None:
        code["times_redeemed"] += 1
        if code["max_redemptions"] and code["times_redeemed"] >= code["max_redemptions"]:
            code["active"] = False


def in_force(state: State, ids: list[str], now: int) -> list[str]:
    """The ids of the discounts that have not ended."""
    found = []
    for id_ in ids:
        discount = state.table("discount").get(id_)
        if discount is not None and (discount["end"] is None or discount["end"] > now):
            found.append(id_)
    return found


def applied(state: State, lines: list[Json], invoice_discounts: list[str]) -> None:
    """Set every line's `discount_amounts`: its own discounts first, then the invoice's, each on the amount left."""
    for line in lines:
        line["discount_amounts"] = []
    own: dict[str, list[Json]] = {}
    for line in lines:
        for id_ in line["discounts"]:
            own.setdefault(id_, []).append(line)
    for id_, some in own.items():
        _apply(state, some, id_)
    for id_ in invoice_discounts:
        _apply(state, [line for line in lines if line["discountable"]], id_)


def _apply(state: State, lines: list[Json], id_: str) -> None:
    coupon = state.get("coupon", state.get("discount", id_)["source"]["coupon"])
    chosen = [line for line in lines if line["amount"] > 0 and _covers(state, coupon, line)]
    left = [line["amount"] - sum(d["amount"] for d in line["discount_amounts"]) for line in chosen]
    if coupon["percent_off"] is not None:
        share = Decimal(str(coupon["percent_off"])) / 100
        parts = [rounded(amount * share) for amount in left]
    elif chosen and coupon["currency"] == chosen[0]["currency"]:
        parts = shared(min(coupon["amount_off"], sum(left)), left)
    else:
        parts = [0] * len(chosen)
    for line, part in zip(chosen, parts, strict=True):
        line["discount_amounts"].append({"amount": part, "discount": id_})


def _covers(state: State, coupon: Json, line: Json) -> bool:
    only = state.hidden_of(coupon["id"]).get("products")
    if not only:
        return True
    pricing = line["pricing"]
    return bool(pricing and pricing["price_details"]["product"] in only)


def coupon_of(state: State, id_: str) -> str:
    """The id of a discount's coupon."""
    return str(state.get("discount", id_)["source"]["coupon"])


def used_up(state: State, ids: list[str]) -> list[str]:
    """The discounts of duration `once`, which end after one invoice."""
    return [
        id_ for id_ in ids if state.get("coupon", state.get("discount", id_)["source"]["coupon"])["duration"] == "once"
    ]
