"""A customer's balance, balance transactions and tax ids."""

from __future__ import annotations

from ...billing.invoices.invoicing import new_balance_transaction
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, no_such, refused
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of


def existing(call: Call, name: str = "id") -> Json:
    """The customer of the path parameter `name`. Raises ApiError 404 if it is missing or deleted."""
    customer = call.state.get("customer", call.ids[name])
    if customer.get("deleted"):
        raise no_such("customer", customer["id"])
    return customer


def set_balance(call: Call, customer: Json, balance: int) -> None:
    moved = balance - (customer["balance"] or 0)
    if moved:
        customer["balance"] = balance
        new_balance_transaction(call, customer, moved, customer["currency"] or "usd", "adjustment")


def create_balance_transaction(call: Call) -> Json:
    customer, params = existing(call), call.params
    if params["amount"] == 0:
        raise invalid("amount", "The amount must not be zero.")
    currency = params["currency"].lower()
    if customer["currency"] not in (None, currency):
        raise refused(f"The customer's currency is {customer['currency']}.", None, "currency")
    with call.changing(customer, "customer.updated"):
        customer["balance"] = (customer["balance"] or 0) + params["amount"]
        customer["currency"] = customer["currency"] or currency
    description, metadata = plain(params.get("description")), plain(params.get("metadata")) or {}
    return new_balance_transaction(
        call, customer, params["amount"], currency, "adjustment", description=description, metadata=metadata
    )


def _balance_transaction(call: Call) -> Json:
    existing(call, "customer")
    found = call.state.get("customer_balance_transaction", call.ids["id"])
    if found["customer"] != call.ids["customer"]:
        raise no_such("customer_balance_transaction", call.ids["id"])
    return found


def update_balance_transaction(call: Call) -> Json:
    found = _balance_transaction(call)
    with call.changing(found, None):
        if "description" in call.params:
            found["description"] = plain(call.params["description"])
        if "metadata" in call.params:
            found["metadata"] = merged_metadata(found["metadata"], call.params["metadata"])
    return found


def list_balance_transactions(call: Call) -> Json:
    customer = existing(call)
    call.params["customer"] = customer["id"]
    url = f"/v1/customers/{customer['id']}/balance_transactions"
    wanted = call.params.get("invoice")
    return listed(
        call, "customer_balance_transaction", url, "customer", test=lambda t: wanted is None or t["invoice"] == wanted
    )


def new_tax_id(call: Call, customer: Json, data: Json) -> Json:
    value = data["value"]
    made = call.state.new(
        "tax_id",
        call.state.new_id("txi_1", 23),
        country=data["type"][:2].upper(),
        customer=customer["id"],
        owner={"account": None, "application": None, "customer": customer["id"], "type": "customer"},
        type=data["type"],
        value=value,
        verification={"status": "unverified", "verified_address": None, "verified_name": None},
    )
    call.emit("customer.tax_id.created", made)
    return made


def create_tax_id(call: Call) -> Json:
    return new_tax_id(call, existing(call), call.params)


def _tax_id(call: Call) -> Json:
    found = call.state.get("tax_id", call.ids["id"])
    if found["customer"] != call.ids["customer"]:
        raise no_such("tax_id", call.ids["id"])
    return found


def delete_tax_id(call: Call) -> Json:
    found = _tax_id(call)
    call.state.remove("tax_id", found["id"])
    call.emit("customer.tax_id.deleted", found)
    return {"id": found["id"], "object": "tax_id", "deleted": True}


def list_tax_ids(call: Call) -> Json:
    call.params["customer"] = existing(call)["id"]
    return listed(call, "tax_id", f"/v1/customers/{call.ids['id']}/tax_ids", "customer")


endpoints = endpoints_of(
    "customer",
    {
        "POST /v1/customers/{id}/balance_transactions": create_balance_transaction,
        "GET /v1/customers/{id}/balance_transactions": list_balance_transactions,
        "GET /v1/customers/{customer}/balance_transactions/{id}": _balance_transaction,
        "POST /v1/customers/{customer}/balance_transactions/{id}": update_balance_transaction,
        "POST /v1/customers/{id}/tax_ids": create_tax_id,
        "GET /v1/customers/{id}/tax_ids": list_tax_ids,
        "GET /v1/customers/{customer}/tax_ids/{id}": _tax_id,
        "DELETE /v1/customers/{customer}/tax_ids/{id}": delete_tax_id,
    },
)
