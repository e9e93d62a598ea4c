"""API v1 events and API v2 thin events, readable for 30 days; webhook endpoints."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import orjson

from ...billing.metering.meter_events import iso
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, heard, listed
from ...errors import invalid, missing_parameter, no_such
from ...state.packed import Packed
from ...state.state import EVENTS_KEPT_SECONDS
from ...state.table import Json, created_of
from ...state.templates import plain, reject_both
from .. import endpoints_of, reads

_THIN = "evt_thin_"


def list_all(call: Call) -> Json:
    params = call.params
    reject_both(params, "type", "types")
    oldest = call.state.now() - EVENTS_KEPT_SECONDS
    patterns = params.get("types") or ([params["type"]] if params.get("type") else [])
    delivered = params.get("delivery_success")

    def test(event: Json | Packed) -> bool:
        if event["created"] < oldest or (patterns and not heard(event["type"], patterns)):
            return False
        return delivered is None or (event["pending_webhooks"] == 0) == delivered

    return listed(call, "event", "/v1/events", test=test)


def retrieve(call: Call) -> Json:
    event = call.state.get("event", call.ids["id"])
    if event["created"] < call.state.now() - EVENTS_KEPT_SECONDS:
        raise no_such("event", event["id"])
    return event


def thin(event: Any) -> Json:
    """The thin event for a v1 event: it refers to the object and the v1 event, without their data."""
    data = event["data"]["object"]
    obj = data if isinstance(data, dict) else {}
    thin: Json = {
        "id": _THIN + event["id"].removeprefix("evt_"),
        "object": "v2.core.event",
        "changes": None,
        "context": None,
        "created": iso(event["created"]),
        "livemode": event["livemode"],
        "reason": None,
        "snapshot_event": event["id"],
        "type": f"v1.{event['type']}",
    }
    request = event["request"]
    if request["id"]:
        key = request["idempotency_key"] or ""
        thin["reason"] = {"request": {"id": request["id"], "idempotency_key": key}, "type": "request"}
    if obj.get("id"):
        thin["related_object"] = {"id": obj["id"], "type": obj["object"], "url": f"/v1/{obj['object']}s/{obj['id']}"}
    return thin


def list_core(call: Call) -> Json:
    """Newest first; the cursor is in `next_page_url`. List entries have no `data`, as at Stripe."""
    params, state = call.params, call.state
    limit = params.get("limit", 20)
    if not 1 <= limit <= 100:
        raise invalid("limit", "limit must be between 1 and 100")
    types, about = params.get("types"), params.get("object_id")
    rows: list[Json] = [dict(row) for row in state.table("v2.core.event").rows() if isinstance(row, dict)]
    if not types or any(not name.startswith("v1.billing.meter.") for name in types):
        rows += [thin(whole(row)) for row in state.table("event").rows()]
    rows = [
        row
        for row in rows
        if created_of(row) >= state.now() - EVENTS_KEPT_SECONDS
        and (not types or row["type"] in types)
        and (not about or (row.get("related_object") or {}).get("id") == about)
        and _in_range(row, params.get("created"))
    ]
    rows.sort(key=lambda row: (created_of(row), row["id"]), reverse=True)
    start = next((n + 1 for n, row in enumerate(rows) if row["id"] == params.get("page")), 0)
    data = rows[start : start + limit]
    next_url = None
    if start + limit < len(rows):
        query = [("limit", str(limit)), ("page", data[-1]["id"])]
        query += [(f"types[{n}]", name) for n, name in enumerate(types or [])]
        query += [("object_id", about)] if about else []
        query += [(f"created[{name}]", value) for name, value in (params.get("created") or {}).items()]
        next_url = f"/v2/core/events?{urlencode(query)}"
    data = [{name: value for name, value in row.items() if name != "data"} for row in data]
    return {"data": data, "next_page_url": next_url, "previous_page_url": None}


def whole(row: Any) -> Any:
    """The event as plain dicts, with the JSON bytes of its object parsed."""

    return orjson.loads(orjson.dumps(row)) if not isinstance(row, Packed) else row.load()


def _in_range(row: Json, created: Any) -> bool:
    if not created:
        return True
    try:
        bounds = {name: created_of({"created": value}) for name, value in created.items() if value}
    except ValueError as error:
        raise invalid("created", "Times of API v2 are written as 2026-11-21T00:00:00Z.") from error
    moment = created_of(row)
    return not (
        ("gt" in bounds and moment <= bounds["gt"])
        or ("gte" in bounds and moment < bounds["gte"])
        or ("lt" in bounds and moment >= bounds["lt"])
        or ("lte" in bounds and moment > bounds["lte"])
    )


def retrieve_core(call: Call) -> Json:
    id_ = call.ids["id"]
    if id_.startswith(_THIN):
        return thin(whole(call.state.get("event", "evt_" + id_.removeprefix(_THIN))))
    return call.state.get("v2.core.event", id_)


def create_endpoint(call: Call) -> Json:
    params, state = call.params, call.state
    if not params.get("enabled_events"):
        raise missing_parameter("enabled_events")
    made = state.new(
        "webhook_endpoint",
        state.new_id("we_1", 23),
        api_version=params.get("api_version"),
        description=plain(params.get("description")),
        enabled_events=params["enabled_events"],
        metadata=plain(params.get("metadata")) or {},
        status="enabled",
        url=params["url"],
    )
    made.pop("secret")
    secret = state.new_id("whsec_", 32)
    state.secrets_of(made["id"])["secret"] = secret
    return {**made, "secret": secret}


def update_endpoint(call: Call) -> Json:
    made = call.state.get("webhook_endpoint", call.ids["id"])
    if "enabled_events" in call.params and not call.params["enabled_events"]:
        raise missing_parameter("enabled_events")
    with call.changing(made, None):
        for name, value in call.params.items():
            if name == "metadata":
                made["metadata"] = merged_metadata(made["metadata"], value)
            elif name == "disabled":
                made["status"] = "disabled" if value else "enabled"
            else:
                made[name] = plain(value)
    return made


def delete_endpoint(call: Call) -> Json:
    made = call.state.get("webhook_endpoint", call.ids["id"])
    call.state.remove("webhook_endpoint", made["id"])
    return {"id": made["id"], "object": "webhook_endpoint", "deleted": True}


def list_endpoints(call: Call) -> Json:
    return listed(call, "webhook_endpoint", "/v1/webhook_endpoints")


endpoints = endpoints_of(
    "event",
    {
        "GET /v1/events": list_all,
        "GET /v1/events/{id}": retrieve,
        "GET /v2/core/events": list_core,
        "GET /v2/core/events/{id}": retrieve_core,
    },
) + endpoints_of(
    "webhook",
    {
        "POST /v1/webhook_endpoints": create_endpoint,
        "GET /v1/webhook_endpoints": list_endpoints,
        "GET /v1/webhook_endpoints/{id}": reads("webhook_endpoint"),
        "POST /v1/webhook_endpoints/{id}": update_endpoint,
        "DELETE /v1/webhook_endpoints/{id}": delete_endpoint,
    },
)
