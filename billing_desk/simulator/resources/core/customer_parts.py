"""A customer's balance and balance transactions."""

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


endpoints = endpoints_of(
    "customer",
    {
        "POST /v1/customers/{id}/balance_transactions": create_balance_transaction,
        "GET /v1/customers/{id}/balance_transactions": list_balance_transactions,
        "GET /v1/customers/{customer}/balance_transactions/{id}": _balance_transaction,
        "POST /v1/customers/{customer}/balance_transactions/{id}": update_balance_transaction,
    },
)
