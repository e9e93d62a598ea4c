"""Meters, meter events (API v1 and v2) and usage summaries."""

from __future__ import annotations

from ...billing.metering import meter_events, metering
from ...billing.metering.meter_events import Usage, iso
from ...call import Call, listed
from ...errors import ApiError, invalid, missing_parameter, refused
from ...http.wire import page
from ...state.state import State
from ...state.table import Json
from .. import endpoints_of, reads

_SESSION_SECONDS = 15 * 60


def new_meter(state: State, display_name: str, event_name: str, formula: str = "sum", **values: Json) -> Json:
    return state.new(
        "billing.meter",
        state.new_id("mtr_test_61", 20),
        default_aggregation={"formula": formula},
        display_name=display_name,
        event_name=event_name,
        status="active",
        updated=state.now(),
        **{
            "customer_mapping": {"event_payload_key": "stripe_customer_id", "type": "by_id"},
            "value_settings": {"event_payload_key": "value"},
            **values,
        },
    )


def create(call: Call) -> Json:
    params, state = call.params, call.state
    _check_name_free(state, params["event_name"])
    names = ("customer_mapping", "value_settings", "event_time_window")
    values = {name: params[name] for name in names if params.get(name)}
    formula = params["default_aggregation"]["formula"]
    meter = new_meter(state, params["display_name"], params["event_name"], formula, **values)
    call.emit("billing.meter.created", meter)
    return meter


def _check_name_free(state: State, name: str) -> None:
    if any(m["event_name"] == name and m["status"] == "active" for m in state.all("billing.meter")):
        message = "An active meter with this event name already exists."
        raise refused(message, "resource_already_exists", "event_name")


def update(call: Call) -> Json:
    meter = call.state.get("billing.meter", call.ids["id"])
    with call.changing(meter, "billing.meter.updated"):
        if "display_name" in call.params:
            meter["display_name"] = call.params["display_name"]
            meter["updated"] = call.state.now()
    return meter


def deactivate(call: Call) -> Json:
    meter = call.state.get("billing.meter", call.ids["id"])
    if meter["status"] != "active":
        raise refused("The meter is already inactive.")
    with call.changing(meter, None):
        meter.update(status="inactive", updated=call.state.now())
        meter["status_transitions"]["deactivated_at"] = call.state.now()
    call.emit("billing.meter.deactivated", meter)
    return meter


def reactivate(call: Call) -> Json:
    meter = call.state.get("billing.meter", call.ids["id"])
    if meter["status"] == "active":
        raise refused("The meter is already active.")
    _check_name_free(call.state, meter["event_name"])
    with call.changing(meter, None):
        meter.update(status="active", updated=call.state.now())
        meter["status_transitions"]["deactivated_at"] = None
    call.emit("billing.meter.reactivated", meter)
    return meter


def list_all(call: Call) -> Json:
    return listed(call, "billing.meter", "/v1/billing/meters", "status")


def summaries(call: Call) -> Json:
    meter, params = call.state.get("billing.meter", call.ids["id"]), call.params
    customer = params["customer"]
    call.state.get("customer", customer, "customer")
    start, end, window = params["start_time"], params["end_time"], params.get("value_grouping_window")
    step = metering.WINDOWS.get(window or "", 60)
    for name, value in (("start_time", start), ("end_time", end)):
        if value % step:
            raise invalid(name, f"{name} must be aligned with {window or 'minute'} boundaries.")
    if end <= start:
        raise invalid("end_time", "end_time must be after start_time.")
    events = metering.between(call.state, meter["id"], customer, start, end)
    if window:
        found = metering.grouped(meter, events, step)
    else:
        found = {start: metering.aggregated(meter, events)} if events else {}
    rows = [
        {
            "id": f"mtrusg_test_{meter['id'][-6:]}{customer[-6:]}{begin}",
            "object": "billing.meter_event_summary",
            "aggregated_value": value,
            "end_time": begin + step if window else end,
            "livemode": call.state.livemode,
            "meter": meter["id"],
            "start_time": begin,
        }
        for begin, value in sorted(found.items(), reverse=True)
    ]
    return page(rows, params, f"/v1/billing/meters/{meter['id']}/event_summaries", "meter_event_summary")


def send(call: Call) -> Json:
    """API v1: timestamp and identifier are validated at once; other errors are reported later."""
    usage = meter_events.read(call.state, call.params)
    meter_events.check_time(call.state, usage)
    meter_events.check_identifier(call.state, usage)
    meter_events.accept(call, usage)
    return {
        "object": "billing.meter_event",
        "created": call.state.now(),
        "event_name": usage.event_name,
        "identifier": usage.identifier,
        "livemode": call.state.livemode,
        "payload": usage.payload,
        "timestamp": usage.timestamp,
    }


def adjust(call: Call) -> Json:
    identifier = _cancel(call)
    return {
        "object": "billing.meter_event_adjustment",
        "cancel": {"identifier": identifier},
        "event_name": call.params["event_name"],
        "livemode": call.state.livemode,
        "status": "pending",
        "type": "cancel",
    }


def _cancel(call: Call) -> str:
    identifier = call.params.get("cancel", {}).get("identifier")
    if not identifier:
        raise missing_parameter("cancel[identifier]")
    meter_events.cancel(call, call.params["event_name"], identifier)
    return str(identifier)


def send_v2(call: Call) -> Json:
    """API v2: everything is validated at once."""
    usage = meter_events.read(call.state, call.params)
    meter_events.check_time(call.state, usage)
    meter_events.check_identifier(call.state, usage)
    code = meter_events.trouble(call.state, usage, meter_events.meter_named(call.state, usage.event_name))
    if code is not None:
        raise ApiError(400, f"The meter event was refused: {code}.", code=code, stored=True)
    meter_events.accept(call, usage)
    return _v2(call, usage)


def _v2(call: Call, usage: Usage) -> Json:
    return {
        "object": "v2.billing.meter_event",
        "created": iso(call.state.now()),
        "event_name": usage.event_name,
        "identifier": usage.identifier,
        "livemode": call.state.livemode,
        "payload": usage.payload,
        "timestamp": iso(usage.timestamp),
    }


def adjust_v2(call: Call) -> Json:
    identifier = _cancel(call)
    return {
        "id": call.state.new_id("mtr_adj_", 20),
        "object": "v2.billing.meter_event_adjustment",
        "cancel": {"identifier": identifier},
        "created": iso(call.state.now()),
        "event_name": call.params["event_name"],
        "livemode": call.state.livemode,
        "status": "pending",
        "type": "cancel",
    }


def open_session(call: Call) -> Json:
    state = call.state
    token = state.new_id("mtr_ses_token_", 40)
    expires = state.now() + _SESSION_SECONDS
    state.secrets_of("meter_sessions")[token] = expires
    return {
        "id": state.new_id("mtr_ses_", 20),
        "object": "v2.billing.meter_event_session",
        "authentication_token": token,
        "created": iso(state.now()),
        "expires_at": iso(expires),
        "livemode": state.livemode,
    }


def stream(call: Call) -> Json:
    """Up to 100 events at a time; errors are reported later. A repeated identifier is ignored."""
    for given in call.params["events"]:
        usage = meter_events.read(call.state, given)
        try:
            meter_events.check_identifier(call.state, usage)
        except ApiError:
            continue
        meter_events.accept(call, usage)
    return {}


endpoints = endpoints_of(
    "billing_meter",
    {
        "POST /v1/billing/meters": create,
        "GET /v1/billing/meters": list_all,
        "GET /v1/billing/meters/{id}": reads("billing.meter"),
        "POST /v1/billing/meters/{id}": update,
        "POST /v1/billing/meters/{id}/deactivate": deactivate,
        "POST /v1/billing/meters/{id}/reactivate": reactivate,
        "GET /v1/billing/meters/{id}/event_summaries": summaries,
    },
) + endpoints_of(
    "billing_meter_event",
    {
        "POST /v1/billing/meter_events": send,
        "POST /v1/billing/meter_event_adjustments": adjust,
        "POST /v2/billing/meter_events": send_v2,
        "POST /v2/billing/meter_event_adjustments": adjust_v2,
        "POST /v2/billing/meter_event_session": open_session,
        "POST /v2/billing/meter_event_stream": stream,
    },
)
