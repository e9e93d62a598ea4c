"""The end of a billing period: bills past usage and the next period, ends trials and subscriptions."""

from __future__ import annotations

from ...call import Call
from ...state.table import Json
from ..invoices import collecting, invoicing
from ..invoices.dunning import ENDED, end
from ..invoices.totals import recount
from ..payments import wallets
from . import items, proration
from .schedule import NOTICE, set_clock

_UPDATED = "customer.subscription.updated"


def cycle(call: Call, subscription_id: str) -> None:
    """Scheduled: the current period of an item, or a trial, has ended."""
    subscription = call.state.table("subscription").get(subscription_id)
    if subscription is None or subscription["status"] in (*ENDED, "incomplete", "paused"):
        return
    now = call.state.now_of(subscription)
    ended = [item for item in subscription["items"]["data"] if item["current_period_end"] <= now]
    if not ended:
        return
    if subscription["cancel_at"] is not None and subscription["cancel_at"] <= now:
        finish(call, subscription, ended)
        return
    if subscription["status"] == "trialing" and not leave_trial(call, subscription):
        return
    roll(call, subscription, ended)
    set_clock(call, subscription)


def finish(call: Call, subscription: Json, ended: list[Json]) -> None:
    """Cancel a subscription as requested, after a last invoice for usage and pending items."""
    state = call.state
    trial = subscription["status"] == "trialing"
    now = state.now_of(subscription)
    lines = [
        line
        for item in ended
        if items.is_metered(item["price"]) and not trial
        for line in items.usage_lines(state, subscription["customer"], item, (item["current_period_start"], now))
    ]
    last = None
    if lines or _has_pending(call, subscription):
        last = _invoice(call, subscription, lines, "subscription_cycle", others=False)["id"]
    end(call, subscription, "cancellation_requested", last_invoice=last)


def _has_pending(call: Call, subscription: Json) -> bool:
    return any(
        item["invoice"] is None and call.state.hidden_of(item["id"]).get("subscription") == subscription["id"]
        for item in call.state.of("invoiceitem", "customer", subscription["customer"])
    )


def leave_trial(call: Call, subscription: Json) -> bool:
    """End a trial; returns whether billing continues. Without a payment method, `trial_settings` decide."""
    state = call.state
    customer = state.get("customer", subscription["customer"])
    automatic = subscription["collection_method"] == "charge_automatically"
    missing = automatic and wallets.default_for(state, subscription, customer) is None
    wanted = subscription["trial_settings"]["end_behavior"]["missing_payment_method"]
    if missing and wanted == "cancel":
        end(call, subscription, "payment_failed")
        return False
    with call.changing(subscription, _UPDATED):
        subscription["status"] = "active"
        if missing and wanted == "pause":
            why = {"type": "trial_end_without_payment_method"}
            paused = {"subscription": why, "transitioned_at": state.now_of(subscription), "type": "subscription"}
            subscription.update(status="paused", status_details={"paused": paused})
    if subscription["status"] == "paused":
        call.emit("customer.subscription.paused", subscription)
        return False
    return True


def roll(call: Call, subscription: Json, ended: list[Json], *, reason: str = "subscription_cycle") -> Json:
    """Bill usage of the ended periods and licensed items of the next periods in advance; returns the invoice."""
    state = call.state
    was_trial = subscription["trial_end"] is not None and ended[0]["current_period_end"] <= subscription["trial_end"]
    period = (ended[0]["current_period_start"], ended[0]["current_period_end"])
    lines: list[Json] = []
    with call.changing(subscription, _UPDATED):
        for item in ended:
            old = (item["current_period_start"], item["current_period_end"])
            if items.is_metered(item["price"]) and not was_trial:
                lines += items.usage_lines(state, subscription["customer"], item, old)
            item["current_period_start"] = old[1]
            item["current_period_end"] = items.next_end(subscription, item["price"], old[1])
        lines = proration.ahead_lines(state, subscription, ended) + lines
        invoice = _invoice(call, subscription, lines, reason, period=period, others=True)
        subscription["latest_invoice"] = invoice["id"]
    return invoice


def _invoice(
    call: Call,
    subscription: Json,
    lines: list[Json],
    reason: str,
    *,
    others: bool,
    period: tuple[int, int] | None = None,
) -> Json:
    """A draft that finalizes automatically unless the subscription is unpaid or `keep_as_draft` is set."""
    paused = (subscription["pause_collection"] or {}).get("behavior")
    advances = subscription["status"] != "unpaid" and paused != "keep_as_draft"
    invoice = _draft(call, subscription, lines, reason, others=others, auto_advance=advances)
    if period:
        invoice.update(period_start=period[0], period_end=period[1])
    invoicing.announce_draft(call, invoice)
    return invoice


def _draft(call: Call, subscription: Json, lines: list[Json], reason: str, *, others: bool, auto_advance: bool) -> Json:
    """A draft with these lines and the pending items; `others`: also those of no subscription."""
    state = call.state
    customer = state.get("customer", subscription["customer"])
    invoice = invoicing.new_invoice(
        state,
        customer,
        lines,
        reason=reason,
        subscription=subscription,
        currency=subscription["currency"],
        discounts=invoicing.discounts_for(state, customer, subscription),
        auto_advance=auto_advance,
    )
    state.secrets_of(invoice["id"])["days_until_due"] = subscription["days_until_due"]
    invoicing.take_pending(call, invoice, customer, subscription, others=others)
    recount(state, invoice)
    return invoice


def bill_now(call: Call, subscription: Json, lines: list[Json], reason: str, *, off_session: bool = False) -> Json:
    """An invoice outside the cycle, with the subscription's pending items; finalized and collected at once."""
    invoice = _draft(call, subscription, lines, reason, others=False, auto_advance=False)
    subscription["latest_invoice"] = invoice["id"]
    invoicing.announce_draft(call, invoice)
    invoicing.finalize(call, invoice)
    if invoice["status"] == "open" and invoice["collection_method"] == "charge_automatically":
        collecting.try_to_pay(call, invoice, off_session=off_session)
    elif invoice["status"] == "open":
        collecting.advance(call, invoice)
    return invoice


def cancel_due(call: Call, subscription_id: str) -> None:
    """Scheduled: `cancel_at` has been reached."""
    subscription = call.state.table("subscription").get(subscription_id)
    if subscription is None or subscription["status"] in ENDED or subscription["cancel_at"] is None:
        return
    if subscription["cancel_at"] <= call.state.now_of(subscription):
        finish(call, subscription, subscription["items"]["data"])


def trial_will_end(call: Call, subscription_id: str) -> None:
    """Scheduled: emit `trial_will_end` three days before a trial ends."""
    subscription = call.state.table("subscription").get(subscription_id)
    if subscription is None or subscription["status"] != "trialing" or subscription["trial_end"] is None:
        return
    if subscription["trial_end"] - NOTICE == call.state.now_of(subscription):
        call.emit("customer.subscription.trial_will_end", subscription)
