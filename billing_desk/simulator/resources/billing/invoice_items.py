"""Invoice items: pending for the next invoice, or on a draft."""

from __future__ import annotations

from decimal import Decimal

from ...billing.invoices import invoicing
from ...billing.invoices.invoicing import check_draft
from ...billing.invoices.lines import full_amount_of, line_from_item, new_invoice_item, price_name
from ...billing.invoices.totals import recount
from ...billing.metering.money import rounded
from ...billing.subscriptions.discounts import redeem
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, missing_parameter, refused
from ...state.table import Json
from ...state.templates import plain, reject_both
from .. import endpoints_of, reads
from ..products.prices import inline_price
from ..products.products import new_product


def make_item(call: Call, customer: Json, given: Json, inside: str = "") -> Json:
    """An item from parameters: an amount, a unit amount, a price, or price data."""
    state = call.state
    name = f"{inside}[amount]" if inside else "amount"
    reject_both(given, "amount", "pricing", "price_data", "unit_amount_decimal", inside=inside)
    quantity = given.get("quantity", 1)
    price, unit = None, None
    currency = given.get("currency")
    if "pricing" in given:
        price = state.get("price", given["pricing"]["price"], "pricing[price]")
        if price["recurring"] is not None:
            raise invalid(
                "pricing[price]",
                "The price specified is set to `type=recurring` but this field "
                "only accepts prices with `type=one_time`.",
            )
    elif "price_data" in given:
        price = _own_price(call, given["price_data"], f"{inside}[price_data]" if inside else "price_data")
    if price is not None:
        amount, currency = full_amount_of(state, price, quantity), price["currency"]
    elif "unit_amount_decimal" in given:
        unit = given["unit_amount_decimal"]
        amount = rounded(Decimal(unit) * quantity)
    elif "amount" in given:
        amount = given["amount"]
    else:
        raise missing_parameter(name)
    currency = currency or customer["currency"]
    if not currency:
        raise missing_parameter("currency")
    now = state.now_of(customer)
    period = given.get("period") or {"start": now, "end": now}
    if period["end"] < period["start"]:
        raise invalid("period[end]", "The end of the period must not be before its start.")
    description = plain(given.get("description"))
    item = new_invoice_item(
        state,
        customer,
        amount,
        currency,
        (period["start"], period["end"]),
        description=description or (price_name(state, price) if price else None),
        price=price,
        unit=unit,
        quantity=quantity,
        subscription=given.get("subscription") or None,
        discountable=given.get("discountable", amount >= 0),
        metadata=plain(given.get("metadata")) or {},
        tax_rates=given.get("tax_rates") or [],
    )
    item["discounts"] = redeem(call, given.get("discounts"), customer, invoice_item=item["id"])
    customer["currency"] = customer["currency"] or currency
    call.emit("invoiceitem.created", item)
    return item


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if not params.get("customer"):
        raise missing_parameter("customer")
    customer = state.get("customer", params["customer"], "customer")
    if customer.get("deleted"):
        raise refused(f"No such customer: '{customer['id']}'", "resource_missing", "customer")
    if params.get("subscription"):
        subscription = state.get("subscription", params["subscription"], "subscription")
        if subscription["customer"] != customer["id"]:
            raise refused("The subscription belongs to another customer.", "resource_missing", "subscription")
    invoice = None
    if params.get("invoice"):
        invoice = state.get("invoice", params["invoice"], "invoice")
        if invoice["customer"] != customer["id"]:
            raise refused("The invoice belongs to another customer.", "resource_missing", "invoice")
        check_draft(invoice, "add items to")
    item = make_item(call, customer, params)
    if invoice is not None:
        if item["currency"] != invoice["currency"]:
            if invoice["lines"]["data"]:
                raise refused(f"The currency of the invoice is {invoice['currency']}.", None, "currency")
            invoice["currency"] = item["currency"]
        with call.changing(invoice, "invoice.updated"):
            invoicing.put_item_on(call, invoice, item)
            recount(state, invoice)
    return item


def apply_item(call: Call, item: Json, given: Json) -> None:
    """Update an item. Without an explicit `amount`, the amount is recomputed from price or unit amount and quantity."""
    state = call.state
    _reprice(call, item, given)
    item["net_amount"] = item["amount"]
    for name in ("description", "discountable"):
        if name in given:
            item[name] = plain(given[name])
    if "metadata" in given:
        item["metadata"] = merged_metadata(item["metadata"], given["metadata"])
    if "period" in given:
        item["period"] = given["period"]
    if "tax_rates" in given:
        item["tax_rates"] = [state.get("tax_rate", id_, "tax_rates") for id_ in given["tax_rates"] or []]
    if "discounts" in given:
        customer = state.get("customer", item["customer"])
        item["discounts"] = redeem(call, given["discounts"], customer, invoice_item=item["id"])


def _own_price(call: Call, data: Json, name: str) -> Json:
    """The price of `price_data`, with a product of its own if that is asked for."""
    if "product_data" in data and "product" not in data:
        known = {key: value for key, value in data["product_data"].items() if key in ("name", "description")}
        rest = {key: value for key, value in data.items() if key != "product_data"}
        data = {**rest, "product": new_product(call.state, **known)["id"]}
    return inline_price(call, data, name)


def _reprice(call: Call, item: Json, given: Json) -> None:
    state, hidden = call.state, call.state.secrets_of(item["id"])
    if "pricing" in given or "price_data" in given:
        data = given.get("price_data")
        if data:
            price = _own_price(call, data, "price_data")
        else:
            price = state.get("price", given["pricing"]["price"], "pricing[price]")
        hidden["price"] = price
        item["pricing"] = {
            "price_details": {"price": price["id"], "product": price["product"]},
            "type": "price_details",
            "unit_amount_decimal": price["unit_amount_decimal"],
        }
    if "quantity" in given:
        item.update(quantity=given["quantity"], quantity_decimal=str(given["quantity"]))
    if "unit_amount_decimal" in given:
        hidden["unit"] = given["unit_amount_decimal"]
    if "amount" in given:
        item["amount"] = given["amount"]
        hidden.update(price=None, unit=None)
    elif hidden.get("price"):
        item["amount"] = full_amount_of(state, hidden["price"], item["quantity"])
    elif hidden.get("unit"):
        item["amount"] = rounded(Decimal(hidden["unit"]) * item["quantity"])


def _draft_of(call: Call, item: Json) -> Json | None:
    if item["invoice"] is None:
        return None
    invoice = call.state.get("invoice", item["invoice"])
    check_draft(invoice, "edit items of")
    return invoice


def update(call: Call) -> Json:
    item = call.state.get("invoiceitem", call.ids["id"])
    invoice = _draft_of(call, item)
    with call.changing(item, None):
        apply_item(call, item, call.params)
    if invoice is not None:
        with call.changing(invoice, "invoice.updated"):
            for line in invoice["lines"]["data"]:
                details = line["parent"]["invoice_item_details"]
                if details and details["invoice_item"] == item["id"]:
                    fresh = line_from_item(call.state, item)
                    call.state.secrets_of(line["id"])["tax_rates"] = call.state.hidden_of(fresh["id"]).get("tax_rates")
                    line.update({**fresh, "id": line["id"], "invoice": invoice["id"]})
            recount(call.state, invoice)
    return item


def delete(call: Call) -> Json:
    item = call.state.get("invoiceitem", call.ids["id"])
    invoice = _draft_of(call, item)
    if invoice is not None:
        with call.changing(invoice, "invoice.updated"):
            invoice["lines"]["data"] = [
                line
                for line in invoice["lines"]["data"]
                if (line["parent"]["invoice_item_details"] or {}).get("invoice_item") != item["id"]
            ]
            recount(call.state, invoice)
    call.state.remove("invoiceitem", item["id"])
    call.emit("invoiceitem.deleted", item)
    return {"id": item["id"], "object": "invoiceitem", "deleted": True}


def list_all(call: Call) -> Json:
    params = call.params
    pending, invoice = params.get("pending"), params.get("invoice")
    return listed(
        call,
        "invoiceitem",
        "/v1/invoiceitems",
        "customer",
        test=lambda i: (pending is None or (i["invoice"] is None) == pending) and invoice in (None, i["invoice"]),
    )


endpoints = endpoints_of(
    "invoiceitem",
    {
        "POST /v1/invoiceitems": create,
        "GET /v1/invoiceitems": list_all,
        "GET /v1/invoiceitems/{id}": reads("invoiceitem"),
        "POST /v1/invoiceitems/{id}": update,
        "DELETE /v1/invoiceitems/{id}": delete,
    },
)
