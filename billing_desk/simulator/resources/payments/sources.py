"""Sources and legacy cards of customers: create, attach, update, verify, detach."""

from __future__ import annotations

from ...billing.payments.wallets import keep
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call
from ...errors import invalid, no_such, refused
from ...http.wire import page
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads
from .source_types import create_source, full_owner
from .tokens import spend_token

_OWN = ("card", "bank_account", "source")


def attach_source(call: Call, id_: str, customer: Json) -> Json:
    """Attach a token's card or a source to this customer. Raises ApiError for single-use and consumed sources."""
    if id_.startswith("src_"):
        source = call.state.get("source", id_, "source")
        _check_attachable(source, customer)
        with call.changing(source, None):
            source["customer"] = customer["id"]
        call.emit("customer.source.created", source)
        return source
    if id_.startswith(("card_", "pm_")):
        raise invalid("source", f"No such token: '{id_}'", "resource_missing")
    card = spend_token(call, id_, "source")
    if card["object"] == "card":
        keep(call, card)
    with call.changing(card, None):
        card["customer"] = customer["id"]
    call.emit("customer.source.created", card)
    return card


def _check_attachable(source: Json, customer: Json) -> None:
    if source["usage"] == "single_use":
        message = f"The source {source['id']} cannot be attached to a customer: it can only be used once."
        raise refused(message, "parameter_invalid", "source")
    if source["status"] != "chargeable":
        raise refused(f"The source {source['id']} is {source['status']}, so it cannot be attached.", None, "source")
    if source["customer"] is not None:
        owner = "this" if source["customer"] == customer["id"] else "another"
        raise refused(
            f"The source {source['id']} is already attached to {owner} customer.", "resource_already_exists", "source"
        )


def replace_default(call: Call, customer: Json, id_: str) -> None:
    """The `source` parameter of a customer: the new source becomes the default, the old default is detached."""
    old = customer["default_source"]
    customer["default_source"] = attach_source(call, id_, customer)["id"]
    if old:
        _detach(call, _owned(call, customer, old, "source"))


def usable_default(call: Call, customer: Json, id_: str) -> Json:
    return _owned(call, customer, id_, "default_source")


def _owned(call: Call, customer: Json, id_: str, param: str) -> Json:
    for kind in _OWN:
        found = call.state.table(kind).get(id_)
        if found is not None and found["customer"] == customer["id"]:
            return found
    raise no_such("source", id_, param)


def _customer(call: Call) -> Json:
    customer = call.state.get("customer", call.ids["customer"])
    if customer.get("deleted"):
        raise no_such("customer", customer["id"])
    return customer


def create_of_customer(call: Call) -> Json:
    customer = _customer(call)
    made = attach_source(call, call.params["source"], customer)
    if customer["default_source"] is None:
        with call.changing(customer, "customer.updated"):
            customer["default_source"] = made["id"]
    if "metadata" in call.params:
        made["metadata"] = merged_metadata(made["metadata"] or {}, call.params["metadata"])
    return made


def list_of_customer(call: Call) -> Json:
    customer, wanted = _customer(call), call.params.get("object")
    if wanted not in (None, *_OWN):
        raise invalid("object", f"Invalid object: {wanted}")
    rows = [row for kind in _OWN for row in call.state.of(kind, "customer", customer["id"]) if wanted in (None, kind)]
    return page(rows[::-1], call.params, f"/v1/customers/{customer['id']}/sources", "source")


def retrieve_of_customer(call: Call) -> Json:
    return _owned(call, _customer(call), call.ids["id"], "id")


def update_of_customer(call: Call) -> Json:
    found = retrieve_of_customer(call)
    with call.changing(found, "customer.source.updated"):
        for name, value in call.params.items():
            if name == "metadata":
                found["metadata"] = merged_metadata(found["metadata"] or {}, value)
            elif name in ("exp_month", "exp_year"):
                if not str(value).isdigit():
                    raise invalid(name, f"Invalid integer: {value}", "parameter_invalid_integer")
                found[name] = int(value)
            elif name == "owner" and found["object"] == "source":
                found["owner"] = {**full_owner({}), **{k: plain(v) for k, v in (value or {}).items()}}
            elif name in found:
                found[name] = plain(value)
    return found


def delete_of_customer(call: Call) -> Json:
    """Detach: a source becomes `consumed`, a card or bank account is deleted."""
    customer = _customer(call)
    found = _owned(call, customer, call.ids["id"], "id")
    result = _detach(call, found)
    if customer["default_source"] == found["id"]:
        others = [row for kind in _OWN for row in call.state.of(kind, "customer", customer["id"])]
        with call.changing(customer, "customer.updated"):
            customer["default_source"] = others[-1]["id"] if others else None
    return result


def _detach(call: Call, found: Json) -> Json:
    call.emit("customer.source.deleted", found)
    if found["object"] == "source":
        with call.changing(found, None):
            found.update(customer=None, status="consumed")
        return found
    call.state.remove(found["object"], found["id"])
    return {"id": found["id"], "object": found["object"], "deleted": True}


def verify_of_customer(call: Call) -> Json:
    found = retrieve_of_customer(call)
    if found["object"] != "bank_account":
        raise refused("Only bank accounts can be verified.")
    if call.params.get("amounts") != [32, 45]:
        raise refused("The amounts provided do not match the amounts that were sent to the bank account.")
    with call.changing(found, "customer.source.updated"):
        found["status"] = "verified"
    return found


def update_source(call: Call) -> Json:
    source = call.state.get("source", call.ids["id"])
    with call.changing(source, None):
        if "metadata" in call.params:
            source["metadata"] = merged_metadata(source["metadata"], call.params["metadata"])
        if "owner" in call.params:
            source["owner"].update({name: plain(value) for name, value in call.params["owner"].items()})
        if "amount" in call.params:
            source["amount"] = call.params["amount"]
    return source


def verify_source(call: Call) -> Json:
    source = call.state.get("source", call.ids["id"])
    if source["status"] != "pending":
        raise refused(f"The source {source['id']} needs no verification.")
    with call.changing(source, "source.chargeable"):
        source["status"] = "chargeable"
    return source


def list_transactions(call: Call) -> Json:
    """Always empty: only bank transfer sources have transactions."""
    source = call.state.get("source", call.ids["id"])
    return page([], call.params, f"/v1/sources/{source['id']}/source_transactions", "source_transaction")


endpoints = endpoints_of(
    "source",
    {
        "POST /v1/sources": create_source,
        "GET /v1/sources/{id}": reads("source"),
        "POST /v1/sources/{id}": update_source,
        "POST /v1/sources/{id}/verify": verify_source,
        "GET /v1/sources/{id}/source_transactions": list_transactions,
        "POST /v1/customers/{customer}/sources": create_of_customer,
        "GET /v1/customers/{customer}/sources": list_of_customer,
        "GET /v1/customers/{customer}/sources/{id}": retrieve_of_customer,
        "POST /v1/customers/{customer}/sources/{id}": update_of_customer,
        "DELETE /v1/customers/{customer}/sources/{id}": delete_of_customer,
        "POST /v1/customers/{customer}/sources/{id}/verify": verify_of_customer,
    },
)
