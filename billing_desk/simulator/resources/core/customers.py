"""Customers: create, read, update, delete, list, search."""

from __future__ import annotations

import copy
from typing import Any

from ...billing.invoices.dunning import ENDED, end
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, no_such
from ...state.search import search
from ...state.state import State
from ...state.table import Json
from ...state.templates import UNSET, plain
from .. import endpoints_of
from ..payments.payment_methods import attach_to, detach_all
from ..payments.sources import attach_source, replace_default, usable_default
from .customer_parts import existing, set_balance
from .tax_ids import add_tax_id

_SETTINGS: Json = {
    "custom_fields": None,
    "default_payment_method": None,
    "footer": None,
    "rendering_options": None,
}
ADDRESS = dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state"))
_ELSEWHERE = [
    "validate",
    "tax_id_data",
    "payment_method",
    "source",
    "default_source",
    "balance",
    "cash_balance",
    "tax",
    "test_clock",
    "metadata",
]


def new_customer(state: State, values: Json) -> Json:
    """A customer with every field of Stripe's object; `values` are validated parameters."""
    clock = values.get("test_clock") or None
    customer = state.new(
        "customer",
        state.new_id("cus_"),
        balance=values.get("balance", 0),
        created=state.now(clock),
        delinquent=False,
        invoice_prefix=state.new_id("", 8).upper(),
        invoice_settings=copy.deepcopy(_SETTINGS),
        metadata={},
        next_invoice_sequence=1,
        preferred_locales=[],
        tax_exempt="none",
        test_clock=clock,
    )
    apply(customer, values)
    state.changed("customer", customer)
    return customer


def apply(customer: Json, values: Json) -> None:
    """Set the plain fields among these parameters."""
    if "metadata" in values:
        customer["metadata"] = merged_metadata(customer["metadata"], values["metadata"])
    for key, value in values.items():
        if key == "invoice_settings":
            for name, item in value.items():
                customer[key][name] = plain(item)
        elif key == "address":
            customer[key] = None if value is UNSET else filled(value)
        elif key == "shipping":
            customer[key] = None if value is UNSET else {**_shipping(value)}
        elif key == "preferred_locales":
            customer[key] = value or []
        elif key == "tax_exempt":
            customer[key] = value or "none"
        elif key not in _ELSEWHERE:
            customer[key] = plain(value)


def filled(address: Json) -> Json:
    return {**ADDRESS, **{name: plain(item) for name, item in address.items()}}


def _shipping(value: Json) -> Json:
    return {"address": filled(value["address"]), "name": value["name"], "phone": plain(value.get("phone"))}


def _check_default(call: Call, customer_id: str, values: Json) -> None:
    settings = values.get("invoice_settings")
    method = settings.get("default_payment_method") if isinstance(settings, dict) else None
    if not method:
        return
    param = "invoice_settings[default_payment_method]"
    if call.state.get("payment_method", method, param)["customer"] != customer_id:
        message = (
            f"The customer does not have a payment method with the ID {method}. "
            "The payment method must be attached to the customer."
        )
        raise invalid(param, message, "resource_missing")


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if params.get("test_clock"):
        state.get("test_helpers.test_clock", params["test_clock"], "test_clock")
    settings = params.get("invoice_settings") or {}
    method = params.get("payment_method")
    default = settings.get("default_payment_method")
    customer = new_customer(state, {**params, "invoice_settings": {**settings, "default_payment_method": None}})
    if method:
        attached = attach_to(call, method, customer)
        if default:
            customer["invoice_settings"]["default_payment_method"] = attached["id"]
    elif default:
        _check_default(call, customer["id"], params)
    if params.get("source"):
        customer["default_source"] = attach_source(call, params["source"], customer)["id"]
    for data in params.get("tax_id_data") or []:
        add_tax_id(call, customer, data)
    call.emit("customer.created", customer)
    return customer


def retrieve(call: Call) -> Json:
    return call.state.get("customer", call.ids["id"])


def update(call: Call) -> Json:
    customer, params = existing(call), call.params
    _check_default(call, customer["id"], params)
    if params.get("default_source"):
        usable_default(call, customer, params["default_source"])
    with call.changing(customer, "customer.updated"):
        if params.get("source"):
            replace_default(call, customer, params["source"])
        if "default_source" in params:
            customer["default_source"] = plain(params["default_source"])
        if "balance" in params:
            set_balance(call, customer, params["balance"])
        apply(customer, params)
    return customer


def delete(call: Call) -> Json:
    """Cancel the subscriptions, detach the cards, and mark the customer as deleted."""
    customer, state = existing(call), call.state
    for subscription in state.of("subscription", "customer", customer["id"]):
        if subscription["status"] not in ENDED:
            end(call, subscription, "cancellation_requested")
    detach_all(call, customer)
    call.emit("customer.deleted", customer)
    for invoice in state.of("invoice", "customer", customer["id"]):
        if invoice["status"] in ("draft", "open"):
            with call.changing(invoice, "invoice.updated"):
                invoice.update(auto_advance=False, next_payment_attempt=None, automatically_finalizes_at=None)
    # Invoices and payments still refer to the customer; API answers show only that it is deleted.
    customer.update(deleted=True, discount=None, default_source=None)
    state.changed("customer", customer)
    return customer


def list_all(call: Call) -> Json:
    clock = call.params.get("test_clock")
    return listed(call, "customer", "/v1/customers", "email", test=lambda c: c["test_clock"] == clock)


def delete_discount(call: Call) -> Json:
    customer = existing(call)
    discount = customer["discount"]
    if discount is None:
        raise no_such("discount", customer["id"])
    with call.changing(customer, "customer.updated"):
        customer["discount"] = None
    call.emit("customer.discount.deleted", discount)
    return {**discount, "deleted": True}


def hidden_lists(state: State, customer: Json, name: str) -> Any:
    """A list field that is shown only when expanded: `sources`, `subscriptions`, `tax_ids`."""
    kinds = {"sources": ("card", "bank_account", "source"), "subscriptions": ("subscription",), "tax_ids": ("tax_id",)}
    data = [row for kind in kinds[name] for row in state.of(kind, "customer", customer["id"])][::-1]
    if name == "subscriptions":
        data = [row for row in data if row["status"] not in ENDED]
    url = f"/v1/customers/{customer['id']}/{name}"
    return {"object": "list", "data": data[:10], "has_more": len(data) > 10, "total_count": len(data), "url": url}


endpoints = endpoints_of(
    "customer",
    {
        "POST /v1/customers": create,
        "GET /v1/customers": list_all,
        "GET /v1/customers/search": search("customer", "/v1/customers/search"),
        "GET /v1/customers/{id}": retrieve,
        "POST /v1/customers/{id}": update,
        "DELETE /v1/customers/{id}": delete,
        "DELETE /v1/customers/{id}/discount": delete_discount,
    },
)
