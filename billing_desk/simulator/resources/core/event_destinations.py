"""Event destinations of API v2."""

from __future__ import annotations

from urllib.parse import urlencode

from ...billing.metering.meter_events import iso, new_core_event
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call
from ...errors import ApiError, invalid, missing_parameter, refused
from ...spec import api_version
from ...state.table import Json
from ...state.templates import plain, url
from .. import endpoints_of


def create_destination(call: Call) -> Json:
    params, state = call.params, call.state
    if params["type"] != "webhook_endpoint":
        raise refused("Only webhook endpoints can be reached from here.", None, "type")
    if "webhook_endpoint" not in params:
        raise missing_parameter("webhook_endpoint")
    address = url(params["webhook_endpoint"]["url"], "webhook_endpoint.url")
    now = iso(state.now())
    made: Json = {
        "id": state.new_id("ed_test_61", 20),
        "object": "v2.core.event_destination",
        "amazon_eventbridge": None,
        "azure_event_grid": None,
        "created": now,
        "description": plain(params.get("description")) or "",
        "enabled_events": params["enabled_events"],
        "event_payload": params["event_payload"],
        "events_from": params.get("events_from", ["@self"]),
        "livemode": state.livemode,
        "metadata": plain(params.get("metadata")) or {},
        "name": params["name"],
        "snapshot_api_version": api_version() if params["event_payload"] == "snapshot" else None,
        "status": "enabled",
        "status_details": None,
        "type": params["type"],
        "updated": now,
        "webhook_endpoint": {"signing_secret": None, "url": None},
    }
    secret = state.new_id("whsec_", 32)
    state.secrets_of(made["id"]).update(secret=secret, url=address)
    state.add("v2.core.event_destination", made)
    asked = params.get("include") or []
    shown = {"url": address if "webhook_endpoint.url" in asked else None}
    shown["signing_secret"] = secret if "webhook_endpoint.signing_secret" in asked else None
    return {**made, "webhook_endpoint": shown}


def _destination(call: Call) -> Json:
    return call.state.get("v2.core.event_destination", call.ids["id"])


def retrieve_destination(call: Call) -> Json:
    made = _destination(call)
    return _with_url(call, made, shown="webhook_endpoint.url" in (call.params.get("include") or []))


def _with_url(call: Call, made: Json, *, shown: bool) -> Json:
    """The address is shown only where it is asked for; the secret only in the answer to the creation."""
    address = call.state.hidden_of(made["id"])["url"] if shown else None
    return {**made, "webhook_endpoint": {"signing_secret": None, "url": address}}


def update_destination(call: Call) -> Json:
    made = _destination(call)
    if "enabled_events" in call.params and not call.params["enabled_events"]:
        raise missing_parameter("enabled_events")
    for name in ("description", "enabled_events", "name"):
        if name in call.params:
            made[name] = plain(call.params[name]) or ""
    if "metadata" in call.params:
        made["metadata"] = merged_metadata(made["metadata"], call.params["metadata"] or {})
    if call.params.get("webhook_endpoint", {}).get("url"):
        call.state.secrets_of(made["id"])["url"] = url(call.params["webhook_endpoint"]["url"], "webhook_endpoint.url")
    made["updated"] = iso(call.state.now())
    return retrieve_destination(call)


def delete_destination(call: Call) -> Json:
    made = _destination(call)
    call.state.remove("v2.core.event_destination", made["id"])
    return {"id": made["id"], "object": "v2.core.event_destination"}


def enable(call: Call) -> Json:
    made = _destination(call)
    made.update(status="enabled", status_details=None, updated=iso(call.state.now()))
    return made


def disable(call: Call) -> Json:
    made = _destination(call)
    made.update(status="disabled", status_details={"disabled": {"reason": "user"}}, updated=iso(call.state.now()))
    return made


def ping(call: Call) -> Json:

    made = _destination(call)
    if made["status"] != "enabled":
        raise ApiError(400, "A disabled event destination cannot be pinged.")
    related = {"id": made["id"], "type": made["object"], "url": f"/v2/core/event_destinations/{made['id']}"}
    event = new_core_event(call.state, "v2.core.event_destination.ping", None, related)
    call.state.deliver(made["id"], event)
    return event


def list_destinations(call: Call) -> Json:
    rows = sorted(call.state.all("v2.core.event_destination"), key=lambda row: row["created"], reverse=True)
    limit = call.params.get("limit", 20)
    if not 1 <= limit <= 100:
        raise invalid("limit", "limit must be between 1 and 100")
    start = next((n + 1 for n, row in enumerate(rows) if row["id"] == call.params.get("page")), 0)
    shown = "webhook_endpoint.url" in (call.params.get("include") or [])
    data = [_with_url(call, row, shown=shown) for row in rows[start : start + limit]]
    more = start + limit < len(rows)
    included = [("include[0]", "webhook_endpoint.url")] if shown else []
    query = urlencode([("limit", limit), ("page", data[-1]["id"]), *included]) if more else ""
    next_url = f"/v2/core/event_destinations?{query}" if more else None
    return {"data": data, "next_page_url": next_url, "previous_page_url": None}


endpoints = endpoints_of(
    "event_destination",
    {
        "POST /v2/core/event_destinations": create_destination,
        "GET /v2/core/event_destinations": list_destinations,
        "GET /v2/core/event_destinations/{id}": retrieve_destination,
        "POST /v2/core/event_destinations/{id}": update_destination,
        "DELETE /v2/core/event_destinations/{id}": delete_destination,
        "POST /v2/core/event_destinations/{id}/enable": enable,
        "POST /v2/core/event_destinations/{id}/disable": disable,
        "POST /v2/core/event_destinations/{id}/ping": ping,
    },
)
