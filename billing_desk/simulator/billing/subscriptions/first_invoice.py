"""The first invoice of a new subscription."""

from __future__ import annotations

from ...call import Call
from ...state.table import Json
from ..invoices import invoicing
from ..invoices.extras import add_items
from ..invoices.lines import item_lines
from ..invoices.totals import recount
from . import items, proration


def first_invoice(call: Call, subscription: Json, customer: Json, now: int) -> Json:
    state = call.state
    entries = subscription["items"]["data"]
    lines: list[Json] = []
    for item in entries:
        if items.is_metered(item["price"]):
            continue
        lines += _first_lines(call, subscription, item, now)
    invoice = invoicing.new_invoice(
        state,
        customer,
        lines,
        reason="subscription_create",
        subscription=subscription,
        currency=subscription["currency"],
        discounts=invoicing.discounts_for(state, customer, subscription),
        auto_advance=subscription["collection_method"] == "send_invoice",
    )
    state.secrets_of(invoice["id"])["days_until_due"] = subscription["days_until_due"]
    add_items(call, invoice, customer, subscription, call.params.get("add_invoice_items"))
    invoicing.take_pending(call, invoice, customer, subscription, others=True)
    recount(state, invoice)
    return invoice


def _first_lines(call: Call, subscription: Json, item: Json, now: int) -> list[Json]:
    state, end = call.state, item["current_period_end"]
    period = (now, end)
    if subscription["trial_end"]:
        return item_lines(state, item, item["quantity"], period, free="Trial period for")
    partial = items.full_period(subscription, item["price"], end) < now
    if partial and call.params.get("proration_behavior") == "none":
        return item_lines(state, item, item["quantity"], period, free="Free time until billing begins for")
    past = call.params.get("backdate_start_date")
    if past is None or call.params.get("proration_behavior") == "none":
        return proration.ahead_lines(state, subscription, [item])
    return [
        proration.past_line(state, subscription, item, (past, now)),
        *proration.ahead_lines(state, subscription, [item]),
    ]
