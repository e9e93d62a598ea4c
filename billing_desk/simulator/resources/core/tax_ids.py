"""Tax ids: of a customer, or the account's own."""

from __future__ import annotations

from ...call import Call, listed
from ...errors import missing_parameter, no_such, refused
from ...state.state import State
from ...state.table import Json
from .. import endpoints_of, reads
from .customer_parts import existing


def new_tax_id(state: State, customer: Json | None, data: Json) -> Json:
    """A tax id of this customer; None: of the account itself."""
    owner = customer["id"] if customer else None
    return state.new(
        "tax_id",
        state.new_id("txi_1", 23),
        country=data["type"][:2].upper(),
        customer=owner,
        owner={
            "account": None,
            "application": None,
            "customer": owner,
            "customer_account": None,
            "type": "customer" if customer else "self",
        },
        type=data["type"],
        value=data["value"],
        verification={"status": "unverified", "verified_address": None, "verified_name": None},
    )


def add_tax_id(call: Call, customer: Json, data: Json) -> Json:
    made = new_tax_id(call.state, customer, data)
    call.emit("customer.tax_id.created", made)
    return made


def create(call: Call) -> Json:
    return add_tax_id(call, existing(call), call.params)


def _of_customer(call: Call) -> Json:
    found = call.state.get("tax_id", call.ids["id"])
    if found["customer"] != call.ids["customer"]:
        raise no_such("tax_id", call.ids["id"])
    return found


def delete(call: Call) -> Json:
    found = _of_customer(call)
    call.state.remove("tax_id", found["id"])
    call.emit("customer.tax_id.deleted", found)
    return {"id": found["id"], "object": "tax_id", "deleted": True}


def list_of_customer(call: Call) -> Json:
    call.params["customer"] = existing(call)["id"]
    return listed(call, "tax_id", f"/v1/customers/{call.ids['id']}/tax_ids", "customer")


def list_all(call: Call) -> Json:
    """The account's own tax ids, or those of the customer in `owner`."""
    owner = call.params.get("owner") or {"type": "self"}
    if owner["type"] == "customer":
        if "customer" not in owner:
            raise missing_parameter("owner[customer]")
        call.params["customer"] = call.state.get("customer", owner["customer"], "owner[customer]")["id"]
        return listed(call, "tax_id", "/v1/tax_ids", "customer")
    if owner["type"] != "self":
        raise refused("This account has no connected accounts or applications.", None, "owner[type]")
    return listed(call, "tax_id", "/v1/tax_ids", test=lambda row: row["customer"] is None)


endpoints = endpoints_of(
    "customer",
    {
        "POST /v1/customers/{id}/tax_ids": create,
        "GET /v1/customers/{id}/tax_ids": list_of_customer,
        "GET /v1/customers/{customer}/tax_ids/{id}": _of_customer,
        "DELETE /v1/customers/{customer}/tax_ids/{id}": delete,
    },
) + endpoints_of("tax_id", {"GET /v1/tax_ids": list_all, "GET /v1/tax_ids/{id}": reads("tax_id")})
