"""Customers: create, read, change, delete, list."""

from __future__ import annotations

import copy
from typing import Any

from ..errors import ApiError, invalid, no_such
from ..shapes import (
    UNSET,
    address,
    array,
    boolean,
    created,
    email,
    fields,
    integer,
    listing,
    metadata,
    one_of,
    text,
)
from ..state import Call, matching
from ..wire import Json, page
from . import NOTHING, Endpoint
from .payment_methods import attach_to

_custom_field = fields({"name": text(40), "value": text(140)}, required=("name", "value"))
_invoice_settings = fields(
    {
        "custom_fields": array(_custom_field, max_items=4),
        "default_payment_method": text(),
        "footer": text(),
        "rendering_options": fields({"amount_tax_display": text(), "template": text()}),
    }
)
_shared = {
    "address": address,
    "balance": integer,
    "business_name": text(150),
    "description": text(350),
    "email": email,
    "individual_name": text(150),
    "invoice_prefix": text(12),
    "invoice_settings": _invoice_settings,
    "metadata": metadata,
    "name": text(256),
    "next_invoice_sequence": integer,
    "phone": text(20),
    "preferred_locales": array(text(20)),
    "shipping": fields({"address": address, "name": text(), "phone": text(20)}, required=("address", "name")),
    "tax_exempt": one_of("exempt", "none", "reverse"),
}
_tax_id = fields({"type": text(), "value": text()}, required=("type", "value"))
create_shape = fields(
    {
        **_shared,
        "payment_method": text(),
        "tax_id_data": array(_tax_id),
        "test_clock": text(),
        "validate": boolean,
    }
)
update_shape = fields({**_shared, "default_source": text(), "source": text(), "validate": boolean})

_EMPTY: Json = {
    "address": None,
    "balance": 0,
    "currency": None,
    "default_source": None,
    "delinquent": False,
    "description": None,
    "email": None,
    "invoice_settings": {
        "custom_fields": None,
        "default_payment_method": None,
        "footer": None,
        "rendering_options": None,
    },
    "metadata": {},
    "name": None,
    "next_invoice_sequence": 1,
    "phone": None,
    "preferred_locales": [],
    "shipping": None,
    "tax_exempt": "none",
    "test_clock": None,
}
_ADDRESS = dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state"))


def new_customer(call: Call, values: Json) -> Json:
    """A customer with every field Stripe answers with; `values` must have passed `create_shape`."""
    state = call.state
    customer = {
        "id": state.new_id("cus_"),
        "object": "customer",
        "created": state.clock.now(),
        "livemode": state.livemode,
        "invoice_prefix": state.new_id("", 8).upper(),
        **copy.deepcopy(_EMPTY),
    }
    _apply(customer, values)
    return state.add("customer", customer)


def _apply(customer: Json, values: Json) -> None:
    for key, value in values.items():
        if key == "metadata":
            customer["metadata"] = merged_metadata(customer["metadata"], value)
        elif key == "invoice_settings" and value is not UNSET:
            _merge(customer["invoice_settings"], value)
        elif key == "address" and value is not UNSET:
            customer["address"] = {**_ADDRESS, **{name: _plain(item) for name, item in value.items()}}
        elif key == "preferred_locales":
            customer[key] = [] if value is UNSET else value
        elif key == "tax_exempt":
            customer[key] = "none" if value is UNSET else value
        elif key not in ("validate", "tax_id_data", "payment_method"):
            customer[key] = _plain(value)


def _merge(target: Json, values: Json) -> None:
    for key, value in values.items():
        target[key] = _plain(value)


def _plain(value: Any) -> Any:
    return None if value is UNSET else value


def merged_metadata(old: Json, new: Any) -> Json:
    """Stripe merges metadata by key; an empty value removes its key, an empty whole removes all."""
    if new is UNSET:
        return {}
    return {key: value for key, value in {**old, **new}.items() if value != ""}


def _check_default(call: Call, customer_id: str, values: Json) -> None:
    settings = values.get("invoice_settings")
    method = settings.get("default_payment_method") if isinstance(settings, dict) else None
    if method in (None, UNSET):
        return
    param = "invoice_settings[default_payment_method]"
    if not call.state.has("payment_method", method):
        raise no_such("PaymentMethod", method, param)
    if call.state.get("payment_method", method)["customer"] != customer_id:
        raise invalid(
            param, "The customer does not have a payment method with the ID " + method, code="resource_missing"
        )


def create(call: Call) -> Json:
    method = call.params.get("payment_method")
    customer = new_customer(call, call.params)
    if method:
        attach_to(call, method, customer["id"])
    call.emit("customer.created", customer)
    return customer


def retrieve(call: Call) -> Json:
    return call.state.get("customer", call.ids["id"])


def update(call: Call) -> Json:
    customer = call.state.get("customer", call.ids["id"])
    if customer.get("deleted"):
        raise no_such("customer", customer["id"])
    if "source" in call.params:
        raise ApiError(400, "Sources are not part of this practice account yet.", param="source")
    _check_default(call, customer["id"], call.params)
    before = copy.deepcopy(customer)
    _apply(customer, call.params)
    previous = {key: before[key] for key in before if before[key] != customer[key]}
    if previous:
        call.emit("customer.updated", customer, previous)
    return customer


def delete(call: Call) -> Json:
    customer = retrieve(call)
    if customer.get("deleted"):
        raise no_such("customer", customer["id"])
    call.emit("customer.deleted", customer)
    gone = {"id": customer["id"], "object": "customer", "deleted": True, "created": customer["created"]}
    call.state.replace("customer", gone)
    return {key: gone[key] for key in ("id", "object", "deleted")}


def list_all(call: Call) -> Json:
    clock = call.params.get("test_clock")
    chosen = [c for c in matching(call.state.all("customer"), call.params, "email") if c["test_clock"] == clock]
    return page(chosen, call.params, "/v1/customers", "customer")


endpoints = [
    Endpoint("POST", "/v1/customers", create, create_shape, "customer"),
    Endpoint("GET", "/v1/customers", list_all, listing(email=text(), created=created, test_clock=text()), "customer"),
    Endpoint("GET", "/v1/customers/{id}", retrieve, NOTHING, "customer"),
    Endpoint("POST", "/v1/customers/{id}", update, update_shape, "customer"),
    Endpoint("DELETE", "/v1/customers/{id}", delete, NOTHING, "customer"),
]
