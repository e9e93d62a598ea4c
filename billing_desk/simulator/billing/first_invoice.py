"""The invoice that a new subscription begins with."""

from __future__ import annotations

from ..call import Call
from ..table import Json
from . import invoicing, items, proration
from .extras import add_items
from .lines import Source, item_lines, item_terms, new_line, price_name
from .totals import recount


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
    if items.full_period(subscription, item["price"], end) == now:
        state.secrets_of(item["id"])["billed"] = True
        return item_lines(state, item, item["quantity"], period)
    if call.params.get("proration_behavior") == "none":
        return item_lines(state, item, item["quantity"], period, free="Free time until billing begins for")
    state.secrets_of(item["id"])["billed"] = True
    amount = proration.share(state, {**subscription, "discounts": []}, {**item, "discounts": []}, now, end)
    text = f"{item['quantity']} × {price_name(state, item['price'])} (prorated)"
    source = Source(subscription["id"], item["id"], proration=True)
    return [
        new_line(
            state,
            amount,
            subscription["currency"],
            text,
            period,
            source=source,
            terms=item_terms(item),
            price=item["price"],
            quantity=item["quantity"],
        )
    ]
