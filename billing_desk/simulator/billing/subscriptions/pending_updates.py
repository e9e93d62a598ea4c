"""Pending updates: changes that take effect when their invoice is paid."""

from __future__ import annotations

from ...call import Call
from ...state.table import Json, copied
from ..invoices import invoicing
from .schedule import GRACE, set_clock

_UPDATED = "customer.subscription.updated"


def store_pending_update(call: Call, changed: Json, before: Json, invoice: Json) -> None:
    """Revert the change and keep it as `pending_update` until its invoice is paid, for 23 hours at most."""
    expires = call.state.now_of(before) + GRACE
    after = copied(changed)
    pending = {
        "billing_cycle_anchor": after["billing_cycle_anchor"]
        if after["billing_cycle_anchor"] != before["billing_cycle_anchor"]
        else None,
        "discounts": None,
        "expires_at": expires,
        "metadata": None,
        "subscription_items": after["items"]["data"],
        "trial_end": None,
        "trial_from_plan": None,
    }
    call.state.secrets_of(before["id"])["pending_update"] = {"invoice": invoice["id"], "after": after}
    changed.clear()
    changed.update({**before, "pending_update": pending, "latest_invoice": invoice["id"]})
    call.state.schedule(expires, "expire_update", changed)


def apply_pending(call: Call, subscription: Json) -> None:
    """Apply a pending update after its invoice was paid."""
    held = call.state.hidden_of(subscription["id"])["pending_update"]
    call.state.secrets_of(subscription["id"])["pending_update"] = None
    with call.changing(subscription, _UPDATED):
        for name in ("items", "billing_cycle_anchor", "trial_end", "trial_start"):
            subscription[name] = held["after"][name]
        subscription["pending_update"] = None
    call.emit("customer.subscription.pending_update_applied", subscription)
    set_clock(call, subscription)


def expire_update(call: Call, subscription_id: str) -> None:
    """Scheduled: drop a pending update whose invoice was not paid in time, and void the invoice."""
    subscription = call.state.table("subscription").get(subscription_id)
    held = call.state.hidden_of(subscription_id).get("pending_update")
    if subscription is None or held is None:
        return
    call.state.secrets_of(subscription_id)["pending_update"] = None
    with call.changing(subscription, _UPDATED):
        subscription["pending_update"] = None
    invoice = call.state.get("invoice", held["invoice"])
    if invoice["status"] == "open":
        invoicing.void(call, invoice)
    call.emit("customer.subscription.pending_update_expired", subscription)
