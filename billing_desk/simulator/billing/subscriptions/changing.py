"""Changes to a running subscription: items, quantities, anchors, trials, with their prorations."""

from __future__ import annotations

from dataclasses import dataclass

from ...call import Call
from ...errors import invalid, refused
from ...resources.products.prices import as_plan
from ...state.table import Json, copied
from ...state.templates import UNSET, reject_both
from ..invoices.collecting import failed, payment_of
from ..invoices.dunning import ENDED
from ..invoices.extras import add_items
from ..invoices.lines import is_sold_in, new_invoice_item
from . import cycle, items, proration
from .discounts import redeem
from .pending_updates import store_pending_update
from .schedule import announce_short_trial, set_clock
from .settings import apply_settings
from .subscribing import check_trial_end, unpaid

_UPDATED = "customer.subscription.updated"


@dataclass(frozen=True)
class Change:
    """The effect of an update: the items after it, the proration date (Unix seconds), whether the cycle restarts."""

    after: list[Json]
    at: int
    restart: bool
    trial_end: int | None
    touches_trial: bool
    proration: str


def update(call: Call, subscription: Json) -> Json:
    """Apply an update. `payment_behavior` decides whether a failed payment raises, or keeps a pending update."""
    params, state = call.params, call.state
    _check(subscription, params)
    behavior = params.get("payment_behavior", "allow_incomplete")
    if behavior not in ("error_if_incomplete", "pending_if_incomplete"):
        return _update(call, subscription)
    before = copied(subscription)
    _update(call.over(state, {**params, "payment_behavior": "allow_incomplete"}), subscription)
    if subscription["latest_invoice"] == before["latest_invoice"]:
        return subscription
    invoice = state.get("invoice", subscription["latest_invoice"])
    if invoice["status"] == "open" and behavior == "error_if_incomplete":
        raise unpaid(call, subscription)
    if invoice["status"] == "open":
        store_pending_update(call, subscription, before, invoice)
    return subscription


def _check(subscription: Json, params: Json) -> None:
    if subscription["status"] in ENDED:
        raise refused(
            "A canceled subscription can only update its cancellation_details and metadata.",
            "resource_missing",
            "id",
        )
    reject_both(params, "cancel_at", "cancel_at_period_end")
    if subscription["status"] == "incomplete" and (params.get("items") or "trial_end" in params):
        raise refused("You cannot update the items of an incomplete subscription until its first invoice is paid.")


def _update(call: Call, subscription: Json) -> Json:
    params, state = call.params, call.state
    if params.get("trial_end") == "now" and subscription["status"] == "trialing":
        call.emit("customer.subscription.trial_will_end", subscription)
        if not cycle.leave_trial(call, subscription):
            with call.changing(subscription, None):
                subscription["trial_end"] = state.now_of(subscription)
            return subscription
        subscription["status"] = "trialing"
    change = _change(call, subscription)
    before = copied(subscription["items"]["data"])
    was_trial = subscription["status"] == "trialing"
    with call.changing(subscription, _UPDATED):
        if params.get("discounts"):
            customer = state.get("customer", subscription["customer"])
            full = sum(items.licensed_amount(state, item) for item in change.after)
            owner = {"subscription": subscription["id"], "amount": (full, subscription["currency"])}
            subscription["discounts"] = redeem(call, params["discounts"], customer, **owner)
        elif params.get("discounts") is UNSET:
            subscription["discounts"] = []
        prorate = change.proration != "none" and not was_trial
        parts = _parts(call, subscription, before, change) if prorate else []
        _enter(call, subscription, change)
        apply_settings(call, subscription, {**params})
        proration.book(call, subscription, parts)
        _invoice_changes(call, subscription, change)
    set_clock(call, subscription)
    if change.touches_trial:
        announce_short_trial(call, subscription)
    return subscription


def _parts(call: Call, subscription: Json, before: list[Json], change: Change) -> list[proration.Part]:
    """The prorations. If the cycle restarts, only credits for the unused prepaid time."""
    if not (change.restart or change.touches_trial):
        return proration.changes(call.state, subscription, before, change.after, change.at)
    back = [proration.unused(call.state, subscription, item, change.at) for item in before]
    return [part for part in back if part is not None]


def _change(call: Call, subscription: Json) -> Change:
    params, state = call.params, call.state
    now = state.now_of(subscription)
    after = _items_after(call, subscription)
    at = params.get("proration_date", now)
    starts = [item["current_period_start"] for item in subscription["items"]["data"]]
    ends = [item["current_period_end"] for item in subscription["items"]["data"]]
    if not max(starts) <= at <= min(ends):
        raise invalid("proration_date", "Cannot specify a proration_date outside of the current period")
    touches_trial = "trial_end" in params
    trial_end = check_trial_end(params["trial_end"], now) if touches_trial else None
    old = {items.interval_of(item["price"]) for item in subscription["items"]["data"]}
    new = {items.interval_of(item["price"]) for item in after}
    anew = not old & new or (_is_free(call, subscription["items"]["data"]) and not _is_free(call, after))
    restart = params.get("billing_cycle_anchor", {}).get("type") == "now" or (
        anew and subscription["status"] != "trialing"
    )
    if restart and touches_trial and trial_end:
        raise refused(
            "You cannot set `trial_end` and reset the billing cycle anchor at once.",
            "subscription_update_trial_after_billing_cycle_anchor",
        )
    return Change(after, at, restart, trial_end, touches_trial, params.get("proration_behavior", "create_prorations"))


def _is_free(call: Call, entries: list[Json]) -> bool:
    """A subscription that moves from free to paid is billed at once."""
    return not any(items.is_metered(item["price"]) or items.licensed_amount(call.state, item) for item in entries)


def _items_after(call: Call, subscription: Json) -> list[Json]:
    """The items after the update; an entry without an id adds an item."""
    after: list[Json] = copied(subscription["items"]["data"])
    for at, given in enumerate(call.params.get("items") or []):
        param = f"items[{at}]"
        if "id" not in given:
            after.append(_added(call, subscription, given, param, after))
            continue
        index = next((n for n, item in enumerate(after) if item["id"] == given["id"]), None)
        if index is None:
            raise invalid(f"{param}[id]", f"No such subscription item: '{given['id']}'", "resource_missing")
        if given.get("deleted"):
            _bill_usage(call, subscription, after.pop(index), clear=given.get("clear_usage", False))
        else:
            _changed(call, after[index], given, param)
    if not after:
        raise invalid("items", "A subscription must have at least one active plan. Please provide a plan.")
    if len({item["price"]["id"] for item in after}) < len(after):
        raise invalid("items", "Cannot add multiple subscription items with the same plan.")
    if not all(is_sold_in(call.state, item["price"], subscription["currency"]) for item in after):
        raise invalid("items", f"The price must be in the subscription's currency, {subscription['currency']}.")
    return after


def _added(call: Call, subscription: Json, given: Json, param: str, others: list[Json]) -> Json:
    price = items.chosen_price(call, given, param)
    quantity = items.chosen_quantity(price, given, param)
    now = call.state.now_of(subscription)
    trial = subscription["status"] == "trialing"
    end = subscription["trial_end"] if trial else items.next_end(subscription, price, now)
    same = [item for item in others if items.interval_of(item["price"]) == items.interval_of(price)]
    start = same[0]["current_period_start"] if same else now
    item = items.new_item(call.state, subscription["id"], price, quantity, (start, end))
    items.item_extras(call, item, given)
    call.state.secrets_of(item["id"])["billed"] = not trial
    return item


def _changed(call: Call, item: Json, given: Json, param: str) -> None:
    if "price" in given or "plan" in given or "price_data" in given:
        price = items.chosen_price(call, given, param)
        quantity = items.chosen_quantity(price, given, param)
        item.update(price=price, plan=as_plan(price))
        item.pop("quantity", None)
        if quantity is not None:
            item["quantity"] = quantity
    elif "quantity" in given:
        item["quantity"] = items.chosen_quantity(item["price"], given, param)
    items.item_extras(call, item, given)
    if "discounts" in given:
        customer = call.state.get("customer", call.state.get("subscription", item["subscription"])["customer"])
        item["discounts"] = redeem(call, given["discounts"], customer, param, subscription_item=item["id"])


def _bill_usage(call: Call, subscription: Json, item: Json, *, clear: bool) -> None:
    """Add the usage of a removed metered item as pending invoice items, unless `clear`."""
    if clear or not items.is_metered(item["price"]) or subscription["status"] == "trialing":
        return
    state = call.state
    period = (item["current_period_start"], state.now_of(subscription))
    for line in items.usage_lines(state, subscription["customer"], item, period):
        if line["amount"]:
            new_invoice_item(
                state,
                state.get("customer", subscription["customer"]),
                line["amount"],
                line["currency"],
                period,
                description=line["description"],
                subscription=subscription["id"],
                subscription_item=item["id"],
                price=item["price"],
                quantity=line["quantity"],
            )


def _enter(call: Call, subscription: Json, change: Change) -> None:
    """Set the new items, and restart their periods if the change asks for that."""
    now = call.state.now_of(subscription)
    subscription["items"].update(data=change.after, total_count=len(change.after))
    if change.trial_end:
        subscription.update(
            trial_end=change.trial_end,
            trial_start=subscription["trial_start"] or now,
            status="trialing",
            billing_cycle_anchor=change.trial_end,
            billing_cycle_anchor_config=None,
        )
        for item in change.after:
            item.update(current_period_start=now, current_period_end=change.trial_end)
            call.state.secrets_of(item["id"])["billed"] = False
    elif change.restart or change.touches_trial:
        if subscription["status"] == "trialing":
            subscription.update(status="active", trial_end=now)
        subscription.update(billing_cycle_anchor=now, billing_cycle_anchor_config=None)
        for item in change.after:
            item["current_period_start"] = now
            item["current_period_end"] = items.next_end(subscription, item["price"], now)


def _invoice_changes(call: Call, subscription: Json, change: Change) -> None:
    """Invoice immediately for a restarted cycle, one-off lines, or `always_invoice`."""
    state, params = call.state, call.params
    begins = (change.restart or change.touches_trial) and not change.trial_end
    extras = params.get("add_invoice_items")
    if not (begins or extras or change.proration == "always_invoice"):
        return
    lines = proration.ahead_lines(state, subscription, change.after) if begins else []
    pending = [
        item
        for item in state.of("invoiceitem", "customer", subscription["customer"])
        if item["invoice"] is None and state.hidden_of(item["id"]).get("subscription") == subscription["id"]
    ]
    if not (lines or extras or pending):
        return
    if extras:
        add_pending(call, subscription)
    off_session = bool(params.get("off_session", False))
    invoice = cycle.bill_now(call, subscription, lines, "subscription_update", off_session=off_session)
    if invoice["status"] == "open" and params.get("payment_behavior") == "default_incomplete":
        payment_of(call, invoice)
    if invoice["status"] == "open" and invoice["collection_method"] == "charge_automatically":
        subscription["status"] = "past_due"
        invoice["auto_advance"] = True
        failed(call, invoice)


def add_pending(call: Call, subscription: Json) -> None:
    """Add the one-off lines as pending items of the subscription, for the immediate invoice."""
    customer = call.state.get("customer", subscription["customer"])
    holder: Json = {"id": None, "lines": {"data": []}}
    add_items(call, holder, customer, subscription, call.params.get("add_invoice_items"))
