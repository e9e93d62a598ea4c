"""Receives meter events: errors returned at once, and errors reported later in v2 events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ...call import Call
from ...errors import ApiError, invalid, refused
from ...state.state import State
from ...state.table import Json
from ...state.templates import UNSET
from . import metering

DAY = 86_400
OLDEST, NEWEST = 35 * DAY, 300
REPORT_SECONDS = 10
SAMPLES = 5
CANCELABLE = DAY
_MESSAGES = {
    "archived_meter": "The meter has been deactivated.",
    "meter_event_customer_not_found": "The customer mapping did not lead to a customer.",
    "meter_event_no_customer_defined": "The payload has no customer mapping key.",
    "meter_event_invalid_value": "The value is not a whole number.",
    "meter_event_value_too_many_digits": "The value has more than 15 significant digits.",
    "no_meter": "No meter has this event name.",
    "timestamp_in_future": "The timestamp is more than 5 minutes in the future.",
    "timestamp_too_far_in_past": "The timestamp is more than 35 days in the past.",
}


@dataclass(frozen=True)
class Usage:
    """One event as it was sent; `timestamp` in Unix seconds."""

    event_name: str
    payload: Json
    identifier: str
    timestamp: int


def iso(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def read(state: State, params: Json) -> Usage:
    """An event from parameters of either API version."""
    given = params.get("timestamp") or state.now()
    if isinstance(given, str):
        try:
            given = int(datetime.fromisoformat(given).timestamp())
        except ValueError as error:
            raise invalid("timestamp", f"Invalid timestamp: {given}") from error
    payload = params["payload"]
    if payload is UNSET or not all(isinstance(value, str) for value in payload.values()):
        raise invalid("payload", "The values of the payload must be strings.")
    return Usage(params["event_name"], payload, params.get("identifier") or state.new_id("", 26), given)


def _received(identifier: str) -> str:
    """The key under which the receipt of an event is kept."""
    return f"meter event {identifier}"


def check_identifier(state: State, usage: Usage) -> None:
    """Raises if the identifier was received in the last 24 hours."""
    before = state.hidden_of(_received(usage.identifier))
    if before and state.now() - before["at"] < DAY:
        raise refused(
            f"An event already exists with identifier {usage.identifier}.", "resource_already_exists", "identifier"
        )


def check_time(state: State, usage: Usage) -> None:
    code = _time_code(state, usage)
    if code:
        raise ApiError(400, f"Invalid timestamp: {_MESSAGES[code]}", code=code, param="timestamp", stored=True)


def _time_code(state: State, usage: Usage) -> str | None:
    age = state.now() - usage.timestamp
    return "timestamp_too_far_in_past" if age > OLDEST else "timestamp_in_future" if age < -NEWEST else None


def meter_named(state: State, event_name: str) -> Json | None:
    """The active meter with this event name, or else a deactivated one, or else None."""
    found = [meter for meter in state.all("billing.meter") if meter["event_name"] == event_name]
    return next((meter for meter in found if meter["status"] == "active"), found[0] if found else None)


def trouble(state: State, usage: Usage, meter: Json | None) -> str | None:
    """Why this event is invalid, as a code of Stripe's error report; None: it is valid."""
    if meter is None:
        return "no_meter"
    if meter["status"] != "active":
        return "archived_meter"
    customer = usage.payload.get(meter["customer_mapping"]["event_payload_key"])
    if not customer:
        return "meter_event_no_customer_defined"
    found = state.table("customer").peek(customer)
    if found is None or found.get("deleted"):
        return "meter_event_customer_not_found"
    return _time_code(state, usage) or _value_code(usage, meter)


def _value_code(usage: Usage, meter: Json) -> str | None:
    value = usage.payload.get(meter["value_settings"]["event_payload_key"])
    if value is None and meter["default_aggregation"]["formula"] == "count":
        return None
    if value is None or not re.fullmatch(r"-?\d+", value):
        return "meter_event_invalid_value"
    return "meter_event_value_too_many_digits" if len(value.lstrip("-0")) > 15 else None


def accept(call: Call, usage: Usage) -> None:
    """Record a valid event, or keep the error of an invalid one for the next report; its identifier stays free."""
    state = call.state
    meter = meter_named(state, usage.event_name)
    code = trouble(state, usage, meter)
    if code is not None:
        _note(state, meter, usage, code)
        return
    assert meter is not None
    state.secrets_of(_received(usage.identifier)).update(at=state.now(), event_name=usage.event_name)
    customer = usage.payload[meter["customer_mapping"]["event_payload_key"]]
    value = int(usage.payload.get(meter["value_settings"]["event_payload_key"], "1"))
    metering.record(state, meter, customer, (usage.timestamp, value, usage.identifier))


def _note(state: State, meter: Json | None, usage: Usage, code: str) -> None:
    waiting = state.secrets_of("meter_errors")
    owner = meter["id"] if meter else ""
    if owner not in waiting:
        waiting[owner] = {}
        end = state.now() - state.now() % REPORT_SECONDS + REPORT_SECONDS
        state.schedule(end, "report_usage", {"id": owner})
    entry = waiting[owner].setdefault(code, {"count": 0, "samples": []})
    entry["count"] += 1
    if len(entry["samples"]) < SAMPLES:
        entry["samples"].append(usage.identifier)


def report(call: Call, owner: str) -> None:
    """Scheduled: report the errors of the meter with the id `owner` (empty: no meter)."""
    report_errors(call.state, owner)


def report_errors(state: State, owner: str) -> None:
    """Create a v2 core event with the errors of the last ten seconds, if there are any."""
    waiting: Json = state.secrets_of("meter_errors").pop(owner, None) or {}
    if not waiting:
        return
    total = sum(entry["count"] for entry in waiting.values())
    kinds = [
        {
            "code": code,
            "error_count": entry["count"],
            "sample_errors": [
                {"error_message": _MESSAGES[code], "request": {"identifier": identifier}}
                for identifier in entry["samples"]
            ],
        }
        for code, entry in waiting.items()
    ]
    end = state.now()
    data = {
        "developer_message_summary": f"There {'is 1 invalid event' if total == 1 else f'are {total} invalid events'}",
        "reason": {"error_count": total, "error_types": kinds},
        "validation_end": iso(end),
        "validation_start": iso(end - REPORT_SECONDS),
    }
    if owner:
        related = {"id": owner, "type": "billing.meter", "url": f"/v1/billing/meters/{owner}"}
        new_core_event(state, "v1.billing.meter.error_report_triggered", data, related)
    else:
        new_core_event(state, "v1.billing.meter.no_meter_found", data, None)


def new_core_event(state: State, type_: str, data: Json | None, related: Json | None, **values: Any) -> Json:
    """A thin event of API v2."""
    made: Json = {
        "id": state.new_id("evt_test_65", 20),
        "object": "v2.core.event",
        "changes": None,
        "context": None,
        "created": iso(state.now()),
        "livemode": state.livemode,
        "reason": None,
        "type": type_,
        **values,
    }
    if data is not None:
        made["data"] = data
    if related is not None:
        made["related_object"] = related
    return state.add("v2.core.event", made)


def cancel(call: Call, event_name: str, identifier: str) -> None:
    """Cancel an event. Raises if it is unknown, already canceled, or older than 24 hours."""
    state = call.state
    seen = state.hidden_of(_received(identifier))
    meter = meter_named(state, event_name)
    if not seen or seen["event_name"] != event_name or meter is None:
        raise refused(f"No meter event found with identifier {identifier}.", "resource_missing", "cancel[identifier]")
    if state.now() - seen["at"] > CANCELABLE:
        raise refused(
            "You can only cancel events within 24 hours of when they were received.", None, "cancel[identifier]"
        )
    if not metering.cancel(state, meter, identifier):
        raise refused(f"The meter event {identifier} has already been canceled.", None, "cancel[identifier]")
