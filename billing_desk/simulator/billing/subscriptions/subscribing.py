"""Creates subscriptions: anchor and periods, first invoice, first payment."""

from __future__ import annotations

from ...call import Call
from ...errors import ApiError, invalid, missing_parameter
from ...spec import blank
from ...state.table import Json
from ...state.templates import reject_both
from ..invoices import collecting, invoicing
from ..invoices.lines import is_sold_in
from ..payments.minimum import minimum
from . import items
from .discounts import redeem
from .first_invoice import first_invoice
from .periods import anchor_from, boundary_after
from .schedule import DAY, GRACE, announce_short_trial, set_clock
from .settings import apply_settings

_LONGEST_TRIAL = 730 * DAY + DAY


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if "customer" not in params:
        raise missing_parameter("customer")
    reject_both(params, "billing_cycle_anchor", "billing_cycle_anchor_config")
    reject_both(params, "trial_end", "trial_period_days")
    reject_both(params, "cancel_at", "cancel_at_period_end")
    customer = state.get("customer", params["customer"], "customer")
    if customer.get("deleted"):
        raise ApiError(400, f"No such customer: '{customer['id']}'", code="resource_missing", param="customer")
    made = _create(call, customer)
    if made["status"] == "incomplete" and params.get("payment_behavior") == "error_if_incomplete":
        raise unpaid(call, made)
    return made


def unpaid(call: Call, subscription: Json) -> ApiError:
    invoice = call.state.get("invoice", subscription["latest_invoice"])
    payments = call.state.of("invoice_payment", "invoice", invoice["id"])
    intent = call.state.get("payment_intent", payments[-1]["payment"]["payment_intent"])
    error = intent["last_payment_error"] or {
        "code": "subscription_payment_intent_requires_action",
        "message": "Payment for this subscription requires additional user action before it can be completed "
        "successfully. Payment can be completed using the PaymentIntent associated with `subscription.latest_invoice`.",
        "type": "card_error",
    }
    more = {name: error[name] for name in ("decline_code", "advice_code", "charge") if name in error}
    return ApiError(402, error["message"], type_="card_error", code=error["code"], stored=True, **more)


def _create(call: Call, customer: Json) -> Json:
    params, state = call.params, call.state
    if not params.get("items") and not params.get("add_invoice_items"):
        raise missing_parameter("items")
    chosen = [
        (price := items.chosen_price(call, each, f"items[{at}]"), items.chosen_quantity(price, each, f"items[{at}]"))
        for at, each in enumerate(params.get("items") or [])
    ]
    if not chosen:
        raise missing_parameter("items")
    if len({price["id"] for price, _ in chosen}) < len(chosen):
        raise invalid("items", "Cannot add multiple subscription items with the same plan.")
    currency = _currency(call, customer, [price for price, _ in chosen])
    now = state.now_of(customer)
    past = params.get("backdate_start_date")
    if past is not None and past > now:
        raise invalid("backdate_start_date", "backdate_start_date must be in the past.")
    trial_end = _trial_end(params, [price for price, _ in chosen], now)
    anchor = _anchor(params, [price for price, _ in chosen], now, trial_end)
    subscription = _blank(call, customer, anchor, currency)
    state.add("subscription", subscription)
    _enter_items(call, subscription, chosen, now, trial_end)
    if trial_end:
        subscription.update(trial_start=now, trial_end=trial_end)
    apply_settings(call, subscription, params)
    amount = sum(items.licensed_amount(state, item) for item in subscription["items"]["data"])
    owner = {"subscription": subscription["id"], "amount": (amount, currency)}
    subscription["discounts"] = redeem(call, params.get("discounts"), customer, **owner)
    invoice = first_invoice(call, subscription, customer, now)
    _begin(call, subscription, invoice)
    return subscription


def _currency(call: Call, customer: Json, prices: list[Json]) -> str:
    """The asked currency, the customer's, or the prices' own; every price must have an amount in it."""
    own = {price["currency"] for price in prices}
    asked = call.params.get("currency") or (customer["currency"] if len(own) > 1 or customer["currency"] else None)
    currency: str = (asked or own.pop()).lower()
    if any(not is_sold_in(call.state, price, currency) for price in prices):
        raise invalid("items", f"The price specified only supports `{prices[0]['currency']}`.")
    if customer["currency"] not in (None, currency):
        raise invalid(
            "items",
            "You cannot combine currencies on a single customer. This customer "
            "has an active subscription, subscription "
            f"schedule, discount, quote, or invoice item with currency {customer['currency']}.",
        )
    return currency


def _trial_end(params: Json, prices: list[Json], now: int) -> int | None:
    if "trial_end" in params:
        if params.get("trial_from_plan"):
            raise invalid("trial_end", "You cannot set `trial_end` when `trial_from_plan` is true.")
        return check_trial_end(params["trial_end"], now)
    days = params.get("trial_period_days", 0)
    if not days and params.get("trial_from_plan"):
        days = prices[0]["recurring"]["trial_period_days"] or 0
    return now + days * DAY if days else None


def check_trial_end(value: int | str, now: int) -> int | None:
    """The end of a trial (Unix seconds); None for "now". Raises unless it is within the next two years."""
    if value == "now":
        return None
    moment = int(value)
    if moment <= now:
        raise invalid("trial_end", "Invalid timestamp: must be an integer Unix timestamp in the future.")
    if moment > now + _LONGEST_TRIAL:
        raise invalid("trial_end", "Invalid timestamp: can be no more than two years in the future")
    return moment


def _anchor(params: Json, prices: list[Json], now: int, trial_end: int | None) -> int:
    intervals = [items.interval_of(price) for price in prices]
    if "billing_cycle_anchor_config" in params:
        if any(interval in ("day", "week") for interval, _ in intervals):
            raise invalid(
                "billing_cycle_anchor_config",
                "billing_cycle_anchor_config can only be used with monthly or yearly prices.",
            )
        yearly = intervals[0][0] == "year"
        return anchor_from(params["billing_cycle_anchor_config"], trial_end or now, yearly=yearly)
    if "billing_cycle_anchor" in params:
        moment: int = params["billing_cycle_anchor"]
        if moment < now:
            raise invalid("billing_cycle_anchor", "billing_cycle_anchor cannot be in the past.")
        natural = min(
            boundary_after(trial_end or now, interval, count, trial_end or now) for interval, count in intervals
        )
        if moment > natural:
            raise invalid(
                "billing_cycle_anchor",
                f"billing_cycle_anchor cannot be later than next natural billing date ({natural}) for plan",
            )
        return moment
    return trial_end or now


def _blank(call: Call, customer: Json, anchor: int, currency: str) -> Json:
    params, state = call.params, call.state
    id_ = state.new_id("sub_1", 23)
    now = state.now_of(customer)
    config = params.get("billing_cycle_anchor_config")
    filled = {name: (config or {}).get(name) for name in ("day_of_month", "hour", "minute", "month", "second")}
    mode = params.get("billing_mode", {}).get("type", "flexible")
    return {
        **blank("subscription"),
        "id": id_,
        "billing_cycle_anchor": anchor,
        "billing_cycle_anchor_config": filled if config else None,
        "billing_mode": {"type": mode, "flexible": {"proration_discounts": "included"} if mode == "flexible" else None},
        "collection_method": "charge_automatically",
        "created": now,
        "currency": currency,
        "customer": customer["id"],
        "items": {
            "object": "list",
            "data": [],
            "has_more": False,
            "total_count": 0,
            "url": f"/v1/subscription_items?subscription={id_}",
        },
        "invoice_settings": {**blank("subscription")["invoice_settings"], "issuer": {"type": "self"}},
        "livemode": state.livemode,
        "payment_settings": {
            "payment_method_options": None,
            "payment_method_types": None,
            "save_default_payment_method": "off",
        },
        "start_date": params.get("backdate_start_date", now),
        "status": "incomplete",
        "test_clock": customer["test_clock"],
        "default_tax_rates": [],
        "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}},
    }


def _enter_items(call: Call, subscription: Json, chosen: list[items.Chosen], now: int, trial_end: int | None) -> None:
    customer = call.state.get("customer", subscription["customer"])
    for (price, quantity), params in zip(chosen, call.params["items"], strict=True):
        end = trial_end or items.next_end(subscription, price, now)
        item = items.new_item(call.state, subscription["id"], price, quantity, (now, end))
        items.item_extras(call, item, params)
        item["discounts"] = redeem(call, params.get("discounts"), customer, subscription_item=item["id"])
        subscription["items"]["data"].append(item)
    subscription["items"]["total_count"] = len(chosen)


def _begin(call: Call, subscription: Json, invoice: Json) -> None:
    """Finalize and collect the first invoice (if charged automatically), emit events, schedule tasks."""
    state, behavior = call.state, call.params.get("payment_behavior", "allow_incomplete")
    automatic = subscription["collection_method"] == "charge_automatically"
    subscription["latest_invoice"] = invoice["id"]
    # An amount below the minimum is carried over to the next invoice.
    owes = invoice["amount_due"] > 0 and invoice["amount_due"] >= minimum(invoice["currency"])
    needs_method = automatic and owes and behavior != "default_incomplete"
    if needs_method and collecting.methods_for(call, invoice) is None:
        raise collecting.missing_method()
    started = "trialing" if subscription["trial_end"] else "active"
    subscription["status"] = "incomplete" if automatic and owes else started
    call.emit("customer.subscription.created", subscription)
    invoicing.announce_draft(call, invoice)
    if automatic:
        invoicing.finalize(call, invoice)
        if invoice["status"] == "open" and behavior == "default_incomplete":
            collecting.payment_of(call, invoice)
        elif invoice["status"] == "open":
            collecting.try_to_pay(call, invoice, off_session=bool(call.params.get("off_session", False)))
        if subscription["status"] == "incomplete":
            state.schedule(state.now_of(subscription) + GRACE, "expire_incomplete", subscription)
    set_clock(call, subscription)
    announce_short_trial(call, subscription)


def expire_incomplete(call: Call, subscription_id: str) -> None:
    """Scheduled: expire a subscription whose first invoice was not paid within 23 hours."""
    subscription = call.state.table("subscription").get(subscription_id)
    if subscription is None or subscription["status"] != "incomplete":
        return
    with call.changing(subscription, "customer.subscription.updated"):
        subscription.update(status="incomplete_expired", ended_at=call.state.now_of(subscription))
    invoice = call.state.get("invoice", subscription["latest_invoice"])
    if invoice["status"] == "open":
        invoicing.void(call, invoice)
