"""Products."""

from __future__ import annotations

import re
from typing import Any

from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, refused
from ...state.state import State
from ...state.table import Json
from ...state.templates import UNSET, plain


def new_product(state: State, name: str, **values: Any) -> Json:
    now = state.now()
    if values.get("id") and state.has("product", values["id"]):
        raise refused("Product already exists.", "resource_already_exists", "id")
    fresh = {"active": True, "type": "service", "updated": now, "created": now, "metadata": {}}
    given = {key: value for key, value in values.items() if value is not UNSET and key != "id"}
    return state.new("product", values.get("id") or state.new_id("prod_"), name=name, **{**fresh, **given})


def check_descriptor(text: Any, param: str) -> Any:
    """Upper case, only ASCII. Raises ApiError for `< > \\ " ' *` or a text without letters (the SDK's docstring)."""
    if text in (UNSET, None):
        return text
    if re.search(r"[<>\\\"'*]", text) or not re.search(r"[A-Za-z]", text):
        raise invalid(param, "The statement descriptor must contain at least one letter, and none of < > \\ \" ' *.")
    return re.sub(r"[^\x20-\x7e]", "", text).upper()


def update_product(call: Call) -> Json:
    product = call.state.get("product", call.ids["id"])
    if call.params.get("default_price"):
        call.state.get("price", call.params["default_price"], "default_price")
    with call.changing(product, "product.updated"):
        for name, value in call.params.items():
            if name == "metadata":
                product["metadata"] = merged_metadata(product["metadata"], value)
            elif name == "statement_descriptor":
                product[name] = plain(check_descriptor(value, name))
            elif name in product:
                product[name] = plain(value)
        if call.params:
            product["updated"] = call.state.now()
    return product


def delete_product(call: Call) -> Json:
    product = call.state.get("product", call.ids["id"])
    if call.state.of("price", "product", product["id"]):
        raise refused("This product cannot be deleted because it has one or more user-created prices.")
    call.state.remove("product", product["id"])
    call.emit("product.deleted", product)
    return {"id": product["id"], "object": "product", "deleted": True}


def list_products(call: Call) -> Json:
    ids = call.params.get("ids")
    return listed(
        call, "product", "/v1/products", "active", "shippable", "url", "type", test=lambda p: not ids or p["id"] in ids
    )
