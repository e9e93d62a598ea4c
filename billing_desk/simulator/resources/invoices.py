"""Invoices, their lines and their payments."""

from __future__ import annotations

from typing import Any

from ..shapes import created, fields, listing, text
from ..state import Call, State, matching
from ..wire import Json, page
from . import NOTHING, Endpoint


def new_line(
    state: State, amount: int, currency: str, description: str, period: tuple[int, int], **values: Any
) -> Json:
    """A line; with `price` and `item` given it comes from a subscription item, else from an invoice item."""
    price, item, subscription = values.get("price"), values.get("item"), values.get("subscription")
    quantity = values.get("quantity", 1)
    line_id = state.new_id("il_1", 23)
    details: Json = {"proration": False, "proration_details": {"credited_items": None}, "subscription": subscription}
    parent: Json = {"invoice_item_details": None, "subscription_item_details": None}
    if item:
        parent.update(
            type="subscription_item_details", subscription_item_details={**details, "subscription_item": item}
        )
        parent["subscription_item_details"]["invoice_item"] = None
    else:
        item_id = state.new_id("ii_1", 23)
        parent.update(type="invoice_item_details", invoice_item_details={**details, "invoice_item": item_id})
    pricing = None
    if price:
        ids = {"price": price["id"], "product": price["product"]}
        pricing = {
            "price_details": ids,
            "type": "price_details",
            "unit_amount_decimal": price["unit_amount_decimal"],
        }
    return {
        "id": line_id,
        "object": "line_item",
        "amount": amount,
        "currency": currency,
        "description": description,
        "discount_amounts": [],
        "discountable": True,
        "discounts": [],
        "invoice": None,
        "livemode": state.livemode,
        "metadata": {},
        "parent": parent,
        "period": {"start": period[0], "end": period[1]},
        "pretax_credit_amounts": [],
        "pricing": pricing,
        "quantity": quantity,
        "quantity_decimal": str(quantity),
        "subscription": subscription,
        "subtotal": amount,
        "taxes": [],
    }


def new_invoice(state: State, customer: Json, lines: list[Json], *, status: str, reason: str, **values: Any) -> Json:
    """An invoice over `lines` in a status it could have reached; `values` override single fields."""
    made = values.pop("created", state.clock.now())
    total = sum(line["amount"] for line in lines)
    subscription = values.pop("subscription", None)
    paid = total if status == "paid" else 0
    finalized = None if status == "draft" else made + 3_600
    number = None
    if finalized:
        number = f"{customer['invoice_prefix']}-{customer['next_invoice_sequence']:04d}"
        customer["next_invoice_sequence"] += 1
    invoice_id = state.new_id("in_1", 23)
    for line in lines:
        line["invoice"] = invoice_id
    invoice = {
        "id": invoice_id,
        "object": "invoice",
        "account_country": "JP",
        "account_name": state.name,
        "amount_due": total,
        "amount_overpaid": 0,
        "amount_paid": paid,
        "amount_remaining": total - paid,
        "amount_shipping": 0,
        "application": None,
        "attempt_count": 1 if status in ("paid", "uncollectible") else 0,
        "attempted": status in ("paid", "uncollectible"),
        "auto_advance": status in ("draft", "open"),
        "automatic_tax": {
            "disabled_reason": None,
            "enabled": False,
            "liability": None,
            "provider": None,
            "status": None,
        },
        "automatically_finalizes_at": made + 3_600 if status == "draft" else None,
        "billing_reason": reason,
        "collection_method": "charge_automatically",
        "created": made,
        "currency": lines[0]["currency"],
        "custom_fields": None,
        "customer": customer["id"],
        "customer_address": customer["address"],
        "customer_email": customer["email"],
        "customer_name": customer["name"],
        "customer_phone": customer["phone"],
        "customer_shipping": None,
        "customer_tax_exempt": customer["tax_exempt"],
        "customer_tax_ids": [],
        "default_payment_method": None,
        "default_source": None,
        "default_tax_rates": [],
        "description": None,
        "discounts": [],
        "due_date": None,
        "effective_at": finalized,
        "ending_balance": 0 if finalized else None,
        "footer": None,
        "from_invoice": None,
        "hosted_invoice_url": None,
        "invoice_pdf": None,
        "issuer": {"account": None, "type": "self"},
        "last_finalization_error": None,
        "latest_revision": None,
        "lines": {
            "object": "list",
            "data": lines,
            "has_more": False,
            "total_count": len(lines),
            "url": f"/v1/invoices/{invoice_id}/lines",
        },
        "livemode": state.livemode,
        "metadata": {},
        "next_payment_attempt": None,
        "number": number,
        "on_behalf_of": None,
        "parent": None,
        "payment_settings": {
            "default_mandate": None,
            "payment_method_options": None,
            "payment_method_types": None,
        },
        "period_end": lines[0]["period"]["end"],
        "period_start": lines[0]["period"]["start"],
        "post_payment_credit_notes_amount": 0,
        "pre_payment_credit_notes_amount": 0,
        "receipt_number": None,
        "starting_balance": 0,
        "statement_descriptor": None,
        "status": status,
        "status_transitions": {
            "finalized_at": finalized,
            "marked_uncollectible_at": made + 20 * 86_400 if status == "uncollectible" else None,
            "paid_at": made + 3_660 if status == "paid" else None,
            "voided_at": made + 7_200 if status == "void" else None,
        },
        "subtotal": total,
        "subtotal_excluding_tax": total,
        "test_clock": None,
        "total": total,
        "total_discount_amounts": [],
        "total_excluding_tax": total,
        "total_pretax_credit_amounts": [],
        "total_taxes": [],
        "webhooks_delivered_at": made + 1,
    }
    if subscription:
        details = {"metadata": {}, "subscription": subscription}
        invoice["parent"] = {"quote_details": None, "subscription_details": details, "type": "subscription_details"}
    invoice.update(values)
    if finalized:
        new_payment(state, invoice)
    return state.add("invoice", invoice)


def new_payment(state: State, invoice: Json) -> Json:
    status = {"paid": "paid", "void": "canceled"}.get(invoice["status"], "open")
    moved = invoice["status_transitions"]
    payment = {
        "id": state.new_id("inpay_1", 23),
        "object": "invoice_payment",
        "amount_paid": invoice["total"] if status == "paid" else None,
        "amount_requested": invoice["total"],
        "created": invoice["status_transitions"]["finalized_at"],
        "currency": invoice["currency"],
        "invoice": invoice["id"],
        "is_default": True,
        "livemode": state.livemode,
        "payment": {"type": "payment_intent", "payment_intent": state.new_id("pi_3", 23)},
        "status": status,
        "status_transitions": {"canceled_at": moved["voided_at"], "paid_at": moved["paid_at"]},
    }
    return state.add("invoice_payment", payment)


def retrieve(call: Call) -> Json:
    return call.state.get("invoice", call.ids["id"])


def _of_subscription(invoice: Json, subscription: str) -> bool:
    details = (invoice["parent"] or {}).get("subscription_details") or {}
    return bool(details.get("subscription") == subscription)


def list_all(call: Call) -> Json:
    params = call.params
    chosen = matching(call.state.all("invoice"), params, "customer", "status", "collection_method")
    if "subscription" in params:
        chosen = [invoice for invoice in chosen if _of_subscription(invoice, params["subscription"])]
    return page(chosen, params, "/v1/invoices", "invoice")


def list_lines(call: Call) -> Json:
    invoice = call.state.get("invoice", call.ids["id"])
    return page(invoice["lines"]["data"], call.params, invoice["lines"]["url"], "line_item")


def list_payments(call: Call) -> Json:
    chosen = matching(call.state.all("invoice_payment"), call.params, "invoice", "status")
    return page(chosen, call.params, "/v1/invoice_payments", "invoice_payment")


_filters = listing(
    customer=text(),
    status=text(),
    subscription=text(),
    collection_method=text(),
    created=created,
)
_payment = fields({"payment_intent": text(), "type": text()})
endpoints = [
    Endpoint("GET", "/v1/invoices", list_all, _filters, "invoice"),
    Endpoint("GET", "/v1/invoices/{id}", retrieve, NOTHING, "invoice"),
    Endpoint("GET", "/v1/invoices/{id}/lines", list_lines, listing(), "invoice"),
    Endpoint(
        "GET",
        "/v1/invoice_payments",
        list_payments,
        listing(invoice=text(), status=text(), payment=_payment, created=created),
        "invoice",
    ),
]
