"""Pausing a subscription as a whole, resuming it, and canceling it on request."""

from __future__ import annotations

from ...call import Call
from ...errors import refused
from ...state.table import Json
from ...state.templates import plain
from ..invoices import invoicing
from ..invoices.dunning import ENDED, end
from . import cycle, items, proration
from .schedule import GRACE, set_clock

_UPDATED = "customer.subscription.updated"


def pause(call: Call, subscription: Json) -> Json:
    """Stop billing until resumed. `bill_for` decides whether unused time is credited."""
    if subscription["status"] not in ("active", "trialing", "past_due"):
        raise refused(f"You cannot pause a subscription that is {subscription['status']}.", "status_transition_invalid")
    if subscription["schedule"]:
        raise refused("You cannot pause a subscription that is managed by a schedule.")
    state, params = call.state, call.params
    now, wanted = state.now_of(subscription), params.get("bill_for", {})
    unused = wanted.get("unused_time_from", {}).get("type", "now")
    entries = subscription["items"]["data"]
    parts = []
    if unused != "none":
        at = {item["id"]: now if unused == "now" else item["current_period_start"] for item in entries}
        found = [proration.unused(state, subscription, item, at[item["id"]]) for item in entries]
        parts = [part for part in found if part is not None]
    with call.changing(subscription, _UPDATED):
        for part in parts:
            state.secrets_of(part.item["id"])["billed"] = False
        proration.book(call, subscription, parts)
        if params.get("invoicing_behavior") == "invoice" and parts:
            cycle.bill_now(call, subscription, [], "subscription_update", off_session=True)
        paused = {"subscription": {"type": "pause_requested"}, "transitioned_at": now, "type": "subscription"}
        subscription.update(status="paused", status_details={"paused": paused})
    call.emit("customer.subscription.paused", subscription)
    return subscription


def resume(call: Call, subscription: Json) -> Json:
    """Start billing again. The cycle restarts now unless `billing_cycle_anchor` keeps it unchanged."""
    if subscription["status"] != "paused":
        raise refused("You can only resume subscriptions with `paused` status.", "status_transition_invalid")
    if subscription["collection_method"] != "charge_automatically":
        raise refused("Only subscriptions that are charged automatically can be resumed.")
    if call.state.hidden_of(subscription["id"]).get("resumption"):
        raise refused("This subscription is already being resumed; its invoice waits to be paid.")
    state, params = call.state, call.params
    behavior = params.get("payment_behavior", "resume_on_payment_success")
    with call.changing(subscription, _UPDATED):
        invoice = _resumption(call, subscription)
        waits = invoice is not None and invoice["status"] == "open"
        if not (waits and behavior == "resume_on_payment_success"):
            subscription.update(status="past_due" if waits else "active", status_details=None)
    if invoice is not None and subscription["status"] == "paused":
        state.secrets_of(subscription["id"])["resumption"] = invoice["id"]
        state.schedule(state.now_of(subscription) + GRACE, "expire_resumption", subscription)
        return subscription
    call.emit("customer.subscription.resumed", subscription)
    set_clock(call, subscription)
    return subscription


def _resumption(call: Call, subscription: Json) -> Json | None:
    """Start the periods that have ended or were not billed, and bill them; None: nothing is due."""
    state, now = call.state, call.state.now_of(subscription)
    anew = call.params.get("billing_cycle_anchor", {}).get("type", "now") == "now"
    if anew:
        subscription.update(billing_cycle_anchor=now, billing_cycle_anchor_config=None)
    due = []
    for item in subscription["items"]["data"]:
        ended = anew or item["current_period_end"] <= now
        if ended:
            item["current_period_end"] = items.next_end(subscription, item["price"], now)
        if ended or not state.hidden_of(item["id"]).get("billed"):
            item["current_period_start"] = now
            due.append(item)
    if not due:
        return None
    lines = proration.ahead_lines(state, subscription, due)
    return cycle.bill_now(call, subscription, lines, "subscription_update", off_session=True)


def expire_resumption(call: Call, subscription_id: str) -> None:
    """Scheduled: void a resumption's invoice that was not paid within 23 hours. The subscription stays paused."""
    invoice_id = call.state.hidden_of(subscription_id).get("resumption")
    if invoice_id is None:
        return
    call.state.secrets_of(subscription_id)["resumption"] = None
    invoice = call.state.get("invoice", invoice_id)
    if invoice["status"] == "open":
        invoicing.void(call, invoice)


def cancel(call: Call, subscription: Json) -> Json:
    """Cancel immediately; `prorate` credits unused time, `invoice_now` creates a last invoice."""
    if subscription["status"] in ENDED:
        raise refused(f"No such subscription: '{subscription['id']}'", "resource_missing", "id")
    state, params = call.state, call.params
    now = state.now_of(subscription)
    entries = subscription["items"]["data"]
    details = {name: plain(value) for name, value in params.get("cancellation_details", {}).items()}
    if params.get("prorate") and subscription["status"] != "trialing":
        found = [proration.unused(state, subscription, item, now) for item in entries]
        proration.book(call, subscription, [part for part in found if part is not None])
    if params.get("invoice_now"):
        lines = [
            line
            for item in entries
            if items.is_metered(item["price"])
            for line in items.usage_lines(state, subscription["customer"], item, (item["current_period_start"], now))
        ]
        cycle.bill_now(call, subscription, lines, "subscription_update", off_session=True)
    elif params.get("prorate"):
        _keep_prorations(call, subscription)
    end(call, subscription, "cancellation_requested", details)
    return subscription


def _keep_prorations(call: Call, subscription: Json) -> None:
    """Detach pending prorations from the subscription, so that the customer's next invoice takes them."""
    for item in call.state.of("invoiceitem", "customer", subscription["customer"]):
        hidden = call.state.secrets_of(item["id"])
        if item["invoice"] is None and hidden.get("subscription") == subscription["id"]:
            hidden["subscription"] = None
