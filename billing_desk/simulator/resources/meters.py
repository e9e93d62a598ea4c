"""Meters and their summaries. Usage is kept per meter and customer as hour start → value."""

from __future__ import annotations

from collections import defaultdict

from ..errors import invalid
from ..shapes import fields, integer, listing, one_of, text
from ..state import Call, State, matching
from ..wire import Json, page
from . import NOTHING, Endpoint

_WINDOW = {"hour": 3_600, "day": 86_400}


def new_meter(state: State, display_name: str, event_name: str, formula: str = "sum") -> Json:
    now = state.clock.now()
    meter = {
        "id": state.new_id("mtr_test_61", 20),
        "object": "billing.meter",
        "created": now,
        "customer_mapping": {"event_payload_key": "stripe_customer_id", "type": "by_id"},
        "default_aggregation": {"formula": formula},
        "display_name": display_name,
        "event_name": event_name,
        "event_time_window": None,
        "livemode": state.livemode,
        "status": "active",
        "status_transitions": {"deactivated_at": None},
        "updated": now,
        "value_settings": {"event_payload_key": "value"},
    }
    return state.add("meter", meter)


def create(call: Call) -> Json:
    names = {meter["event_name"] for meter in call.state.all("meter") if meter["status"] == "active"}
    if call.params["event_name"] in names:
        raise invalid("event_name", "An active meter with this event name already exists.")
    formula = call.params["default_aggregation"]["formula"]
    meter = new_meter(call.state, call.params["display_name"], call.params["event_name"], formula)
    call.emit("billing.meter.created", meter)
    return meter


def retrieve(call: Call) -> Json:
    return call.state.get("meter", call.ids["id"])


def list_all(call: Call) -> Json:
    chosen = matching(call.state.all("meter"), call.params, "status")
    return page(chosen, call.params, "/v1/billing/meters", "meter")


def summaries(call: Call) -> Json:
    meter, params = call.state.get("meter", call.ids["id"]), call.params
    call.state.get("customer", params["customer"], "customer")
    start, end, window = params["start_time"], params["end_time"], params.get("value_grouping_window")
    step = _WINDOW.get(window or "", 60)
    for name, value in (("start_time", start), ("end_time", end)):
        if value % step:
            raise invalid(name, f"{name} must align with {window or 'minute'} boundaries.")
    if end <= start:
        raise invalid("end_time", "end_time must be after start_time.")
    buckets: dict[int, int] = defaultdict(int)
    for hour, value in call.state.usage.get((meter["id"], params["customer"]), {}).items():
        if start <= hour < end:
            buckets[hour - hour % step if window else start] += value
    rows = [
        {
            "id": f"mtrusg_test_{meter['id'][-6:]}{params['customer'][-6:]}{begin}",
            "object": "billing.meter_event_summary",
            "aggregated_value": float(buckets[begin]),
            "end_time": begin + step if window else end,
            "livemode": call.state.livemode,
            "meter": meter["id"],
            "start_time": begin,
        }
        for begin in sorted(buckets, reverse=True)
    ]
    return page(rows, params, f"/v1/billing/meters/{meter['id']}/event_summaries", "meter_event_summary")


_key = fields({"event_payload_key": text(100)}, required=("event_payload_key",))
_create = fields(
    {
        "display_name": text(250),
        "event_name": text(100),
        "default_aggregation": fields({"formula": one_of("count", "last", "sum")}, required=("formula",)),
        "customer_mapping": fields({"event_payload_key": text(100), "type": one_of("by_id")}),
        "value_settings": _key,
        "event_time_window": one_of("day", "hour"),
    },
    required=("display_name", "event_name", "default_aggregation"),
)
_summaries = fields(
    {
        "customer": text(),
        "start_time": integer,
        "end_time": integer,
        "value_grouping_window": one_of("day", "hour"),
        "limit": integer,
        "starting_after": text(),
        "ending_before": text(),
    },
    required=("customer", "start_time", "end_time"),
)
endpoints = [
    Endpoint("POST", "/v1/billing/meters", create, _create, "billing_meter"),
    Endpoint("GET", "/v1/billing/meters", list_all, listing(status=text()), "billing_meter"),
    Endpoint("GET", "/v1/billing/meters/{id}", retrieve, NOTHING, "billing_meter"),
    Endpoint("GET", "/v1/billing/meters/{id}/event_summaries", summaries, _summaries, "billing_meter"),
]
