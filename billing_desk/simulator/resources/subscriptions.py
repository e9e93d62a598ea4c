"""Subscriptions: create with a first invoice, read, list."""

from __future__ import annotations

from typing import Any

from ..billing.periods import period_at
from ..errors import ApiError, invalid, missing_parameter
from ..shapes import array, created, fields, integer, listing, metadata, text
from ..state import Call, State, matching
from ..wire import Json, page
from . import NOTHING, Endpoint
from .catalog import as_plan
from .invoices import new_invoice, new_line

_ENDED = ("canceled", "incomplete_expired")


def new_item(state: State, subscription: str, price: Json, quantity: int, period: tuple[int, int]) -> Json:
    return {
        "id": state.new_id("si_"),
        "object": "subscription_item",
        "billing_thresholds": None,
        "created": state.clock.now(),
        "current_period_end": period[1],
        "current_period_start": period[0],
        "discounts": [],
        "metadata": {},
        "plan": as_plan(price),
        "price": price,
        "quantity": quantity,
        "subscription": subscription,
        "tax_rates": [],
    }


def new_subscription(
    state: State, customer: Json, prices: list[tuple[Json, int]], *, anchor: int, status: str, **values: Any
) -> Json:
    """A subscription whose items stand in the period of now; `values` override single fields."""
    subscription_id = state.new_id("sub_1", 23)
    now, items = values.pop("period_now", state.clock.now()), []
    for price, quantity in prices:
        recurring = price["recurring"]
        period = values.get("period") or period_at(anchor, recurring["interval"], recurring["interval_count"], now)
        items.append(new_item(state, subscription_id, price, quantity, period))
    values.pop("period", None)
    subscription = {
        "id": subscription_id,
        "object": "subscription",
        "application": None,
        "application_fee_percent": None,
        "automatic_tax": {"disabled_reason": None, "enabled": False, "liability": None},
        "billing_cycle_anchor": anchor,
        "billing_cycle_anchor_config": None,
        "billing_mode": {"type": "flexible", "updated_at": None},
        "billing_schedules": [],
        "billing_thresholds": None,
        "cancel_at": None,
        "cancel_at_period_end": False,
        "canceled_at": None,
        "cancellation_details": None,
        "collection_method": "charge_automatically",
        "created": anchor,
        "currency": prices[0][0]["currency"],
        "customer": customer["id"],
        "days_until_due": None,
        "default_payment_method": None,
        "default_source": None,
        "default_tax_rates": [],
        "description": None,
        "discounts": [],
        "ended_at": None,
        "invoice_settings": {"account_tax_ids": None, "issuer": {"type": "self"}},
        "items": {
            "object": "list",
            "data": items,
            "has_more": False,
            "total_count": len(items),
            "url": f"/v1/subscription_items?subscription={subscription_id}",
        },
        "latest_invoice": None,
        "livemode": state.livemode,
        "metadata": {},
        "next_pending_invoice_item_invoice": None,
        "on_behalf_of": None,
        "pause_collection": None,
        "payment_settings": {
            "payment_method_options": None,
            "payment_method_types": None,
            "save_default_payment_method": "off",
        },
        "pending_invoice_item_interval": None,
        "pending_setup_intent": None,
        "pending_update": None,
        "schedule": None,
        "start_date": anchor,
        "status": status,
        "test_clock": None,
        "transfer_data": None,
        "trial_end": None,
        "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}},
        "trial_start": None,
    }
    subscription.update(values)
    return state.add("subscription", subscription)


def _has_card(customer: Json) -> bool:
    return bool(customer["invoice_settings"]["default_payment_method"] or customer["default_source"])


def create(call: Call) -> Json:
    params, state = call.params, call.state
    customer = state.get("customer", params["customer"], "customer")
    chosen = [_chosen(state, item, index) for index, item in enumerate(params["items"])]
    if not _has_card(customer):
        raise ApiError(
            400,
            "This customer has no attached payment source or default payment method. "
            "Please consider adding a default payment method.",
            code="resource_missing",
        )
    now, trial = state.clock.now(), params.get("trial_period_days", 0)
    anchor = now + trial * 86_400
    values: Json = {"created": now, "start_date": now, "metadata": params.get("metadata", {})}
    if trial:
        values.update(trial_start=now, trial_end=anchor, period=(now, anchor))
    status = "trialing" if trial else "active"
    subscription = new_subscription(state, customer, chosen, anchor=anchor, status=status, **values)
    lines = [_first_line(state, subscription, item, 0 if trial else 1) for item in subscription["items"]["data"]]
    invoice = new_invoice(
        state, customer, lines, status="paid", reason="subscription_create", subscription=subscription["id"]
    )
    subscription["latest_invoice"] = invoice["id"]
    customer["currency"] = customer["currency"] or subscription["currency"]
    for type_, obj in (
        ("customer.subscription.created", subscription),
        ("invoice.created", invoice),
        ("invoice.finalized", invoice),
        ("invoice.paid", invoice),
    ):
        call.emit(type_, obj)
    return subscription


def _chosen(state: State, item: Json, index: int) -> tuple[Json, int]:
    param = "price" if "price" in item else "plan"
    if param not in item:
        raise missing_parameter(f"items[{index}][price]")
    price = state.get("price", item[param], f"items[{index}][{param}]")
    if price["recurring"] is None:
        raise invalid(f"items[{index}][price]", "The price specified is set to `type=one_time`.")
    return price, item.get("quantity", 1)


def _first_line(state: State, subscription: Json, item: Json, factor: int) -> Json:
    price, quantity = item["price"], item["quantity"]
    return new_line(
        state,
        (price["unit_amount"] or 0) * quantity * factor,
        price["currency"],
        f"{quantity} × {price['nickname'] or price['id']}",
        (item["current_period_start"], item["current_period_end"]),
        price=price,
        item=item["id"],
        subscription=subscription["id"],
        quantity=quantity,
    )


def retrieve(call: Call) -> Json:
    return call.state.get("subscription", call.ids["id"])


def list_all(call: Call) -> Json:
    params = call.params
    status = params.get("status")
    chosen = matching(call.state.all("subscription"), params, "customer", "collection_method")
    if status is None:
        chosen = [s for s in chosen if s["status"] not in _ENDED]
    elif status == "ended":
        chosen = [s for s in chosen if s["status"] in _ENDED]
    elif status != "all":
        chosen = [s for s in chosen if s["status"] == status]
    if "price" in params:
        chosen = [s for s in chosen if any(i["price"]["id"] == params["price"] for i in s["items"]["data"])]
    return page(chosen, params, "/v1/subscriptions", "subscription")


_item = fields({"price": text(), "plan": text(), "quantity": integer, "metadata": metadata})
_create = fields(
    {
        "customer": text(),
        "items": array(_item, max_items=20),
        "metadata": metadata,
        "trial_period_days": integer,
    },
    required=("customer", "items"),
)
_filters = listing(
    customer=text(),
    status=text(),
    price=text(),
    plan=text(),
    collection_method=text(),
    created=created,
    test_clock=text(),
)
endpoints = [
    Endpoint("POST", "/v1/subscriptions", create, _create, "subscription"),
    Endpoint("GET", "/v1/subscriptions", list_all, _filters, "subscription"),
    Endpoint("GET", "/v1/subscriptions/{id}", retrieve, NOTHING, "subscription"),
]
