"""Radar: early fraud warnings, and value lists with the block lists that a refund for fraud adds to."""

from __future__ import annotations

from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import refused
from ...state.state import State
from ...state.table import Json
from ...state.templates import plain
from .. import endpoints_of, reads

_BUILT_IN = {"card_fingerprint_blocklist": "card_fingerprint", "email_blocklist": "email"}


def new_list(state: State, alias: str, name: str, item_type: str, metadata: Json | None = None) -> Json:
    id_ = state.new_id("rsl_1", 23)
    items = {"object": "list", "data": [], "has_more": False, "url": f"/v1/radar/value_list_items?value_list={id_}"}
    return state.new(
        "radar.value_list",
        id_,
        alias=alias,
        created_by="owner@example.com",
        item_type=item_type,
        list_items=items,
        metadata=metadata or {},
        name=name,
    )


def _named(state: State, alias: str) -> Json:
    for found in state.all("radar.value_list"):
        if found["alias"] == alias:
            return found
    return new_list(state, alias, alias.replace("_", " ").capitalize(), _BUILT_IN[alias])


def block(call: Call, alias: str, value: str) -> None:
    owner = _named(call.state, alias)
    rows = call.state.of("radar.value_list_item", "value_list", owner["id"])
    if all(row["value"] != value for row in rows):
        _new_item(call.state, owner, value)


def _new_item(state: State, owner: Json, value: str) -> Json:
    made = state.new(
        "radar.value_list_item",
        state.new_id("rsli_1", 23),
        created_by="owner@example.com",
        value=value,
        value_list=owner["id"],
    )
    _refresh(state, owner)
    return made


def _refresh(state: State, owner: Json) -> None:
    rows = state.of("radar.value_list_item", "value_list", owner["id"])[::-1]
    owner["list_items"].update(data=rows[:10], has_more=len(rows) > 10)


def create(call: Call) -> Json:
    params = call.params
    if any(found["alias"] == params["alias"] for found in call.state.all("radar.value_list")):
        raise refused("A value list with this alias exists already.", "resource_already_exists", "alias")
    kind = params.get("item_type", "string")
    return new_list(call.state, params["alias"], params["name"], kind, plain(params.get("metadata")))


def update(call: Call) -> Json:
    found = call.state.get("radar.value_list", call.ids["id"])
    for name, value in call.params.items():
        found[name] = merged_metadata(found["metadata"], value) if name == "metadata" else plain(value)
    call.state.changed("radar.value_list", found)
    return found


def delete(call: Call) -> Json:
    found = call.state.get("radar.value_list", call.ids["id"])
    if found["alias"] in _BUILT_IN:
        raise refused("Stripe's own lists cannot be deleted.")
    for row in call.state.of("radar.value_list_item", "value_list", found["id"]):
        call.state.remove("radar.value_list_item", row["id"])
    call.state.remove("radar.value_list", found["id"])
    return {"id": found["id"], "object": "radar.value_list", "deleted": True}


def list_all(call: Call) -> Json:
    alias, contains = call.params.get("alias"), call.params.get("contains")

    def test(row: object) -> bool:
        found: Json = row if isinstance(row, dict) else {}
        rows = call.state.of("radar.value_list_item", "value_list", found["id"]) if contains else []
        return alias in (None, found["alias"]) and (not contains or any(contains in each["value"] for each in rows))

    return listed(call, "radar.value_list", "/v1/radar/value_lists", test=test)


def create_item(call: Call) -> Json:
    owner = call.state.get("radar.value_list", call.params["value_list"], "value_list")
    rows = call.state.of("radar.value_list_item", "value_list", owner["id"])
    if any(row["value"] == call.params["value"] for row in rows):
        raise refused("This value is on the list already.", "resource_already_exists", "value")
    return _new_item(call.state, owner, call.params["value"])


def delete_item(call: Call) -> Json:
    found = call.state.get("radar.value_list_item", call.ids["id"])
    call.state.remove("radar.value_list_item", found["id"])
    _refresh(call.state, call.state.get("radar.value_list", found["value_list"]))
    return {"id": found["id"], "object": "radar.value_list_item", "deleted": True}


def list_items(call: Call) -> Json:
    call.state.get("radar.value_list", call.params["value_list"], "value_list")
    return listed(call, "radar.value_list_item", "/v1/radar/value_list_items", "value_list", "value")


def list_warnings(call: Call) -> Json:
    names = ("charge", "payment_intent")
    return listed(call, "radar.early_fraud_warning", "/v1/radar/early_fraud_warnings", *names)


endpoints = endpoints_of(
    "radar",
    {
        "GET /v1/radar/early_fraud_warnings": list_warnings,
        "GET /v1/radar/early_fraud_warnings/{id}": reads("radar.early_fraud_warning"),
        "POST /v1/radar/value_lists": create,
        "GET /v1/radar/value_lists": list_all,
        "GET /v1/radar/value_lists/{id}": reads("radar.value_list"),
        "POST /v1/radar/value_lists/{id}": update,
        "DELETE /v1/radar/value_lists/{id}": delete,
        "POST /v1/radar/value_list_items": create_item,
        "GET /v1/radar/value_list_items": list_items,
        "GET /v1/radar/value_list_items/{id}": reads("radar.value_list_item"),
        "DELETE /v1/radar/value_list_items/{id}": delete_item,
    },
)
