"""Invoice previews: applies the change to a fork of the state, which is then discarded."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import ApiError, invalid, missing_parameter
from ...state.state import State
from ...state.table import Json, copied
from ..subscriptions import changing, pausing, schedules, subscribing
from ..subscriptions.discounts import redeem
from ..subscriptions.phases import read_phases
from ..subscriptions.schedule import next_boundary
from . import invoicing
from .lines import full_amount_of, new_invoice_item
from .totals import recount

_DETAILS = {
    "billing_cycle_anchor",
    "billing_cycle_anchor_config",
    "billing_mode",
    "billing_schedules",
    "cancel_at",
    "cancel_at_period_end",
    "default_tax_rates",
    "items",
    "proration_behavior",
    "proration_date",
    "trial_end",
}


def preview(call: Call) -> Json:
    """The answer of `create_preview`. It runs the code of the real change on the fork, so the results are equal."""
    fork = call.state.fork()
    trial = call.over(fork)
    params = call.params
    subscription = None
    if "subscription" in params:
        subscription = fork.get("subscription", params["subscription"], "subscription")
    if "schedule" in params:
        subscription = _scheduled(trial)
    if "customer" not in params and subscription is None:
        raise missing_parameter("customer")
    owner = params["customer"] if "customer" in params else (subscription or {})["customer"]
    customer = fork.get("customer", owner, "customer")
    if subscription is not None and subscription["customer"] != customer["id"]:
        raise invalid(
            "subscription", f"Customer {customer['id']} does not have a subscription with ID {subscription['id']}"
        )
    details = params.get("subscription_details", {})
    if params.get("preview_mode") == "recurring":
        _forget_one_offs(fork, customer)
    else:
        _pending(trial, customer, subscription)
    start = details.get("start_date")
    if subscription is None and isinstance(start, int) and start > fork.now_of(customer):
        with fork.at(start, customer["test_clock"]):
            invoice = _of_change(trial, customer, subscription, details)
    else:
        invoice = _of_change(trial, customer, subscription, details)
    if params.get("discounts"):
        invoice["discounts"] = redeem(trial, params["discounts"], customer)
        recount(fork, invoice)
    return _as_upcoming(invoice)


def _forget_one_offs(state: State, customer: Json) -> None:
    """A recurring preview has neither the customer's pending items nor the balance."""
    for item in [i for i in state.of("invoiceitem", "customer", customer["id"]) if i["invoice"] is None]:
        state.remove("invoiceitem", item["id"])
    customer["balance"] = 0


def _scheduled(call: Call) -> Json:
    """The subscription of the schedule in the parameters, with changed phases if there are any."""
    schedule = call.state.get("subscription_schedule", call.params["schedule"], "schedule")
    details = call.params.get("schedule_details", {})
    if "phases" in details:
        start = (schedule["current_phase"] or schedule["phases"][0])["start_date"]
        schedules.replace_phases(call, schedule, read_phases(call, details["phases"], start))
    return call.state.get("subscription", schedule["subscription"])


def _pending(call: Call, customer: Json, subscription: Json | None) -> None:
    """Add the `invoice_items` of the parameters as pending invoice items."""
    state = call.state
    for at, given in enumerate(call.params.get("invoice_items") or []):
        now = state.now_of(customer)
        quantity, price, amount = given.get("quantity", 1), None, given.get("amount")
        if "price" in given:
            price = state.get("price", given["price"], f"invoice_items[{at}][price]")
            amount = full_amount_of(state, price, quantity)
        currency = given.get("currency") or (price["currency"] if price else None)
        if amount is None and "unit_amount" in given:
            amount = given["unit_amount"] * quantity
        if amount is None or currency is None:
            raise missing_parameter(f"invoice_items[{at}][amount]")
        new_invoice_item(
            state,
            customer,
            amount,
            currency,
            (now, now),
            description=given.get("description"),
            quantity=quantity,
            price=price,
            subscription=subscription["id"] if subscription else None,
        )


def _of_change(call: Call, customer: Json, subscription: Json | None, details: Json) -> Json:
    state = call.state
    if subscription is None and details.get("items"):
        made = {name: value for name, value in details.items() if name in _DETAILS}
        anchor = made.pop("billing_cycle_anchor", {})
        params = {"customer": customer["id"], "payment_behavior": "default_incomplete", **made}
        if anchor.get("type") == "timestamp":
            params["billing_cycle_anchor"] = anchor["timestamp"]
        if call.params.get("currency"):
            params["currency"] = call.params["currency"]
        new = subscribing.create(call.over(state, params))
        return state.get("invoice", new["latest_invoice"])
    if subscription is None:
        return _of_pending(call, customer)
    before = subscription["latest_invoice"]
    if details.get("cancel_now"):
        pausing.cancel(call.over(state, {"invoice_now": True, "prorate": True}), subscription)
    elif details.get("resume_at"):
        pausing.resume(call.over(state, {}), subscription)
    elif "pause" in details:
        pausing.pause(call.over(state, {"invoicing_behavior": "invoice", **details["pause"]}), subscription)
    elif details:
        given = {name: value for name, value in details.items() if name in _DETAILS}
        changing.update(call.over(state, given), subscription)
    if subscription["latest_invoice"] != before:
        return state.get("invoice", subscription["latest_invoice"])
    return _next(call, state, subscription)


def _next(call: Call, state: State, subscription: Json) -> Json:
    """The invoice at the end of the current period. Raises `invoice_upcoming_none` if there is none."""
    if subscription["status"] in ("canceled", "incomplete_expired", "paused") or subscription["cancel_at_period_end"]:
        raise _none_upcoming(subscription["customer"])
    before = subscription["latest_invoice"]
    moment = next_boundary(subscription)
    with state.at(moment, subscription["test_clock"]):
        schedules.cycle_due(call, subscription["id"])
        if subscription["latest_invoice"] == before:
            raise _none_upcoming(subscription["customer"])
        return state.get("invoice", subscription["latest_invoice"])


def _of_pending(call: Call, customer: Json) -> Json:
    waiting = [i for i in call.state.of("invoiceitem", "customer", customer["id"]) if i["invoice"] is None]
    if not waiting:
        raise _none_upcoming(customer["id"])
    invoice = invoicing.new_invoice(
        call.state,
        customer,
        [],
        reason="upcoming",
        currency=waiting[0]["currency"],
        discounts=invoicing.discounts_for(call.state, customer, None),
    )
    invoicing.take_pending(call, invoice, customer, None, others=True)
    recount(call.state, invoice)
    return invoice


def _none_upcoming(customer: str) -> ApiError:
    return ApiError(404, f"No upcoming invoices for customer: {customer}", code="invoice_upcoming_none")


def _as_upcoming(invoice: Json) -> Json:
    """A copy shown as a draft, with an `upcoming_in_` id."""
    found: Any = copied(invoice)
    found["id"] = "upcoming_in_1" + found["id"][-22:]
    for line in found["lines"]["data"]:
        line["invoice"] = found["id"]
    found.update(status="draft", number=None, effective_at=None, hosted_invoice_url=None, invoice_pdf=None)
    found.update(attempted=False, attempt_count=0, amount_paid=0, amount_remaining=found["amount_due"])
    found.update(automatically_finalizes_at=None, webhooks_delivered_at=None, ending_balance=None, status_details=None)
    found["status_transitions"] = dict.fromkeys(found["status_transitions"])
    found["lines"]["url"] = f"/v1/invoices/{found['id']}/lines"
    return dict(found)
