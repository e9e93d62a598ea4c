"""One-off lines of a subscription's invoice, e.g. setup fees (`add_invoice_items`)."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...errors import invalid
from ...resources.products.prices import inline_price
from ...state.table import Json
from ...state.templates import require_one
from ..subscriptions.discounts import redeem
from . import invoicing
from .lines import full_amount_of, new_invoice_item, price_name


def add_items(call: Call, invoice: Json, customer: Json, subscription: Json, wanted: Any) -> None:
    """Put each of `add_invoice_items` on this draft. Does not recompute the invoice's totals."""
    for at, each in enumerate(wanted or []):
        param = f"add_invoice_items[{at}]"
        if require_one(each, "price", "price_data") == "price":
            price = call.state.get("price", each["price"], f"{param}[price]")
        else:
            price = inline_price(call, each["price_data"], f"{param}[price_data]")
        if price["recurring"] is not None:
            raise invalid(
                f"{param}[price]",
                "The price specified is set to `type=recurring` but this field "
                "only accepts prices with `type=one_time`.",
            )
        quantity = each.get("quantity", 1)
        now = call.state.now_of(customer)
        item = new_invoice_item(
            call.state,
            customer,
            full_amount_of(call.state, price, quantity),
            price["currency"],
            (now, now),
            description=price_name(call.state, price),
            price=price,
            quantity=quantity,
            subscription=subscription["id"],
            discountable=each.get("discountable", True),
            metadata=each.get("metadata", {}),
            tax_rates=each.get("tax_rates") or [],
        )
        item["discounts"] = redeem(call, each.get("discounts"), customer, invoice_item=item["id"])
        call.emit("invoiceitem.created", item)
        invoicing.put_item_on(call, invoice, item)
