"""Subscription items: prices, periods, and invoice lines."""

from __future__ import annotations

from datetime import UTC, datetime

from ...call import Call
from ...errors import invalid, missing_parameter, refused
from ...resources.products.prices import as_plan, inline_price
from ...spec import blank
from ...state.state import State
from ...state.table import Json
from ...state.templates import plain, reject_both
from ..invoices.lines import Period, full_amount_of, item_lines, item_price
from ..metering import metering
from .periods import boundary_after, step

Chosen = tuple[Json, int | None]
"""A price and its quantity; None for metered prices."""


def chosen_price(call: Call, item: Json, param: str) -> Json:
    """The recurring price of an item parameter. Raises ApiError."""
    reject_both(item, "price", "price_data", inside=param)
    reject_both(item, "price", "plan", inside=param)
    state = call.state
    if "price_data" in item:
        return inline_price(call, item["price_data"], f"{param}[price_data]")
    name = "plan" if "plan" in item else "price"
    if name not in item:
        raise missing_parameter(f"{param}[price]")
    price = state.get("price", item[name], f"{param}[{name}]")
    if price["recurring"] is None:
        raise invalid(
            f"{param}[{name}]",
            "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
        )
    if not price["active"]:
        raise refused(
            "The price specified is inactive. This field only accepts active prices.",
            "resource_missing",
            f"{param}[{name}]",
        )
    return price


def chosen_quantity(price: Json, item: Json, param: str, default: int = 1) -> int | None:
    if is_metered(price):
        if item.get("quantity") is not None:
            raise invalid(f"{param}[quantity]", "Quantity should not be specified where usage_type is `metered`.")
        return None
    quantity: int = item.get("quantity", default)
    if quantity < 0:
        raise invalid(
            f"{param}[quantity]", "Invalid integer: must be greater than or equal to 0", "parameter_invalid_integer"
        )
    return quantity


def is_metered(price: Json) -> bool:
    return bool(price["recurring"]["usage_type"] == "metered")


def new_item(state: State, subscription: str, price: Json, quantity: int | None, period: Period) -> Json:
    item: Json = {
        **blank("subscription_item"),
        "id": state.new_id("si_"),
        "created": state.now(),
        "current_period_end": period[1],
        "current_period_start": period[0],
        "plan": as_plan(price),
        "price": price,
        "subscription": subscription,
        "tax_rates": [],
    }
    item.pop("quantity")
    state.secrets_of(item["id"])["subscription"] = subscription
    if quantity is not None:
        item["quantity"] = quantity
    return item


def item_extras(call: Call, item: Json, params: Json) -> None:
    """Metadata and tax rates of an item, from its parameters."""
    if "metadata" in params:
        given = plain(params["metadata"])
        item["metadata"] = {k: v for k, v in {**item["metadata"], **(given or {})}.items() if v != ""} if given else {}
    if "tax_rates" in params:
        rates = params["tax_rates"]
        item["tax_rates"] = [call.state.get("tax_rate", rate, "tax_rates") for rate in rates or []]


def interval_of(price: Json) -> tuple[str, int]:
    return price["recurring"]["interval"], price["recurring"]["interval_count"]


def anchor_day(subscription: Json) -> int | None:
    """The configured day of the month of the anchor; None: use the anchor's own day."""
    config = subscription["billing_cycle_anchor_config"]
    return config["day_of_month"] if config else None


def next_end(subscription: Json, price: Json, after: int) -> int:
    """The end of the period that contains `after`, computed from the subscription's anchor."""
    interval, count = interval_of(price)
    return boundary_after(subscription["billing_cycle_anchor"], interval, count, after, anchor_day(subscription))


def full_period(subscription: Json, price: Json, end: int) -> int:
    """The start of the full period that ends at `end`; a first period may have begun later."""
    interval, count = interval_of(price)
    day = anchor_day(subscription) or datetime.fromtimestamp(subscription["billing_cycle_anchor"], UTC).day
    return step(end, interval, count, -1, day)


def licensed_amount(state: State, item: Json) -> int:
    """The price of the item for one full period, in minor units; 0 for metered prices."""
    return 0 if is_metered(item["price"]) else full_amount_of(state, item_price(state, item), item["quantity"])


def usage_lines(state: State, customer: str, item: Json, period: Period) -> list[Json]:
    """The lines that bill a metered item's usage in a period that has ended."""
    quantity = metering.used(state, item["price"], customer, *period)
    return item_lines(state, item, quantity, period)
