"""Prorations: credit for unused prepaid time and a charge for the new items, to the second."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...call import Call
from ...state.state import State
from ...state.table import Json
from ..invoices.lines import Period, Source, item_lines, item_terms, new_invoice_item, new_line, price_name
from ..metering.money import rounded
from .discounts import in_force
from .items import full_period, is_metered, licensed_amount


@dataclass(frozen=True)
class Part:
    """One proration: the amount for an item and a period, in minor units (negative: credit)."""

    item: Json
    amount: int
    period: Period
    text: str


def share(state: State, subscription: Json, item: Json, at: int, end: int) -> int:
    """The item's prorated amount from `at` to the `end` of its period, net of percentage discounts, in minor units."""
    start = full_period(subscription, item["price"], end)
    amount = Fraction(licensed_amount(state, item) * (end - at), end - start)
    return rounded(amount * _net_of_discounts(state, subscription, item, at))


def _net_of_discounts(state: State, subscription: Json, item: Json, at: int) -> Fraction:
    left = Fraction(1)
    for id_ in in_force(state, [*item["discounts"], *subscription["discounts"]], at):
        coupon = state.get("coupon", state.get("discount", id_)["source"]["coupon"])
        if coupon["percent_off"] is not None and coupon["duration"] != "once":
            left *= 1 - Fraction(Decimal(str(coupon["percent_off"]))) / 100
    return left


def ahead_lines(state: State, subscription: Json, items: list[Json]) -> list[Json]:
    """Lines that bill licensed items for their current period in advance; a shorter first period is prorated."""
    found: list[Json] = []
    for item in items:
        if is_metered(item["price"]):
            continue
        period = (item["current_period_start"], item["current_period_end"])
        state.secrets_of(item["id"])["billed"] = True
        if full_period(subscription, item["price"], period[1]) >= period[0]:
            found += item_lines(state, item, item["quantity"], period)
        else:
            found.append(_partial_line(state, subscription, item, period))
    return found


def _partial_line(state: State, subscription: Json, item: Json, period: Period) -> Json:
    plain = {**subscription, "discounts": []}  # the invoice applies the discounts
    amount = share(state, plain, {**item, "discounts": []}, *period)
    return new_line(
        state,
        amount,
        subscription["currency"],
        f"{item['quantity']} × {price_name(state, item['price'])} (prorated)",
        period,
        source=Source(subscription["id"], item["id"], proration=True),
        terms=item_terms(item),
        price=item["price"],
        quantity=item["quantity"],
    )


def past_line(state: State, subscription: Json, item: Json, period: Period) -> Json:
    """The line of a backdated subscription for the time before it was created."""
    whole = item["current_period_end"] - full_period(subscription, item["price"], item["current_period_end"])
    amount = rounded(Fraction(licensed_amount(state, item) * (period[1] - period[0]), whole))
    return new_line(
        state,
        amount,
        subscription["currency"],
        f"{item['quantity']} × {price_name(state, item['price'])} (backdated)",
        period,
        source=Source(subscription["id"], item["id"], proration=True),
        terms=item_terms(item),
        price=item["price"],
        quantity=item["quantity"],
    )


def unused(state: State, subscription: Json, item: Json, at: int) -> Part | None:
    """The credit for an item that ends at `at`; None: nothing was billed for the remaining time."""
    end = item["current_period_end"]
    if is_metered(item["price"]) or not state.hidden_of(item["id"]).get("billed") or at >= end:
        return None
    amount = -share(state, subscription, item, at, end)
    name = price_name(state, item["price"])
    return Part(item, amount, (at, end), f"Unused time on {item['quantity']} × {name}")


def remaining(state: State, subscription: Json, item: Json, at: int) -> Part | None:
    """The charge for an item from `at` to the end of its period; None for metered items or after the period."""
    end = item["current_period_end"]
    if is_metered(item["price"]) or at >= end:
        return None
    name = price_name(state, item["price"])
    text = f"Remaining time on {item['quantity']} × {name}"
    return Part(item, share(state, subscription, item, at, end), (at, end), text)


def book(call: Call, subscription: Json, parts: list[Part]) -> list[Json]:
    """Create pending invoice items for these prorations."""
    state = call.state
    customer = state.get("customer", subscription["customer"])
    found = []
    for part in parts:
        item = new_invoice_item(
            state,
            customer,
            part.amount,
            subscription["currency"],
            part.period,
            description=part.text,
            proration=True,
            subscription=subscription["id"],
            subscription_item=part.item["id"],
            price=part.item["price"],
            quantity=part.item["quantity"],
            tax_rates=[rate["id"] for rate in part.item["tax_rates"]],
        )
        call.emit("invoiceitem.created", item)
        found.append(item)
    return found


def changes(state: State, subscription: Json, before: list[Json], after: list[Json], at: int) -> list[Part]:
    """The prorations for a change from the items `before` to the items `after` within their periods."""
    old, new = {item["id"]: item for item in before}, {item["id"]: item for item in after}
    found: list[Part | None] = []
    for id_, item in old.items():
        if not _same(item, new.get(id_)):
            credit = unused(state, subscription, item, at)
            found.append(credit)
            if id_ in new and (credit is not None or is_metered(item["price"])):
                found.append(remaining(state, subscription, new[id_], at))
    found += [remaining(state, subscription, item, at) for id_, item in new.items() if id_ not in old]
    return [part for part in found if part is not None]


def _same(before: Json, after: Json | None) -> bool:
    return (
        after is not None
        and before["price"]["id"] == after["price"]["id"]
        and before.get("quantity") == after.get("quantity")
    )
