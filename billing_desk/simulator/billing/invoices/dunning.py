"""How failed and successful payments change a subscription's status, and how a subscription ends."""

from __future__ import annotations

from ...call import Call
from ...state.table import Json
from ..subscriptions.pending_updates import apply_pending
from ..subscriptions.schedule import set_clock
from . import invoicing

ENDED = ("canceled", "incomplete_expired")
_UPDATED = "customer.subscription.updated"


def subscription_behind(call: Call, invoice: Json) -> Json | None:
    id_ = invoicing.subscription_of(invoice)
    found = call.state.get("subscription", id_) if id_ else None
    return None if found is None or found["status"] in ENDED else found


def mark_past_due(call: Call, invoice: Json) -> None:
    """After a failed attempt or a missed due date: mark the customer delinquent and the subscription past_due."""
    subscription = subscription_behind(call, invoice)
    customer = call.state.get("customer", invoice["customer"])
    if not customer["delinquent"]:
        with call.changing(customer, "customer.updated"):
            customer["delinquent"] = True
    if subscription is None or subscription["status"] not in ("active", "trialing"):
        return
    if subscription["latest_invoice"] == invoice["id"] or invoice["billing_reason"] == "subscription_update":
        with call.changing(subscription, _UPDATED):
            subscription["status"] = "past_due"


def recover(call: Call, invoice: Json) -> None:
    """After an invoice was paid: update the customer and the subscription, and apply its pending update."""
    state = call.state
    customer = state.get("customer", invoice["customer"])
    owes = any(
        other["status"] == "open" and other["attempted"] for other in state.of("invoice", "customer", customer["id"])
    )
    if customer["delinquent"] and not owes:
        with call.changing(customer, "customer.updated"):
            customer["delinquent"] = False
    subscription = subscription_behind(call, invoice)
    if subscription is None:
        return
    if subscription["latest_invoice"] == invoice["id"] and subscription["status"] in (
        "incomplete",
        "past_due",
        "unpaid",
    ):
        with call.changing(subscription, _UPDATED):
            subscription["status"] = "active"
            if subscription["trial_end"] and subscription["trial_end"] > state.now_of(subscription):
                subscription["status"] = "trialing"
    _resume_if_paid(call, subscription, invoice)
    pending = state.hidden_of(subscription["id"]).get("pending_update")
    if pending and pending["invoice"] == invoice["id"]:
        apply_pending(call, subscription)


def _resume_if_paid(call: Call, subscription: Json, invoice: Json) -> None:
    if call.state.hidden_of(subscription["id"]).get("resumption") == invoice["id"]:
        with call.changing(subscription, _UPDATED):
            subscription["status"] = "active"
            subscription["status_details"] = None
        call.state.secrets_of(subscription["id"])["resumption"] = None
        call.emit("customer.subscription.resumed", subscription)
        set_clock(call, subscription)


def give_up(call: Call, invoice: Json) -> None:
    """After the last failed attempt: cancel, mark unpaid, or leave past_due, by the account's setting."""
    subscription = subscription_behind(call, invoice)
    if subscription is None:
        return
    setting = call.state.after_retries
    if setting == "unpaid":
        with call.changing(subscription, _UPDATED):
            subscription["status"] = "unpaid"
    elif setting == "cancel":
        end(call, subscription, "payment_failed")


def end(
    call: Call, subscription: Json, reason: str, details: Json | None = None, *, last_invoice: str | None = None
) -> None:
    """Cancel now: delete pending prorations, stop collecting open and draft invoices except `last_invoice`."""
    state = call.state
    now = state.now_of(subscription)
    given = {"comment": None, "feedback": None, "feedback_option": None, **(details or {})}
    with call.changing(subscription, None):
        subscription.update(
            status="canceled", ended_at=now, canceled_at=subscription["canceled_at"] or now, pending_update=None
        )
        subscription["cancellation_details"] = {**(subscription["cancellation_details"] or given), "reason": reason}
        if details:
            subscription["cancellation_details"].update(details)
    for item in state.of("invoiceitem", "customer", subscription["customer"]):
        mine = state.hidden_of(item["id"]).get("subscription") == subscription["id"]
        if item["invoice"] is None and item["proration"] and mine:
            state.remove("invoiceitem", item["id"])
            call.emit("invoiceitem.deleted", item)
    for invoice in state.of("invoice", "customer", subscription["customer"]):
        mine = invoicing.subscription_of(invoice) == subscription["id"] and invoice["id"] != last_invoice
        if mine and invoice["status"] in ("open", "draft"):
            with call.changing(invoice, "invoice.updated"):
                invoice.update(auto_advance=False, next_payment_attempt=None)
    if subscription["schedule"]:
        schedule = state.get("subscription_schedule", subscription["schedule"])
        with call.changing(schedule, "subscription_schedule.canceled"):
            schedule.update(status="canceled", canceled_at=now, current_phase=None)
    call.emit("customer.subscription.deleted", subscription)
