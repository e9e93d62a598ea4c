"""Subscription schedules."""

from __future__ import annotations

from ...billing.subscriptions import schedules
from ...billing.subscriptions.phases import read_phases
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import invalid, missing_parameter
from ...state.table import Json
from ...state.templates import UNSET
from .. import endpoints_of, reads


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if params.get("from_subscription") not in (None, UNSET):
        if set(params) - {"from_subscription"}:
            raise invalid("from_subscription", "You cannot set other parameters together with `from_subscription`.")
        subscription = state.get("subscription", params["from_subscription"], "from_subscription")
        return schedules.from_subscription(call, subscription)
    if "customer" not in params:
        raise missing_parameter("customer")
    customer = state.get("customer", params["customer"], "customer")
    if not params.get("phases"):
        raise missing_parameter("phases")
    now = state.now_of(customer)
    start = params.get("start_date", "now")
    begins = now if start == "now" else int(start)
    schedule = schedules.begin(
        call, customer, read_phases(call, params["phases"], begins), params.get("end_behavior", "release")
    )
    schedule["metadata"] = merged_metadata({}, params.get("metadata", {}))
    return schedule


def _own(call: Call) -> Json:
    return call.state.get("subscription_schedule", call.ids["id"])


def update(call: Call) -> Json:
    schedule, params = _own(call), call.params
    schedules.check_running(schedule, "update")
    with call.changing(schedule, "subscription_schedule.updated"):
        if "metadata" in params:
            schedule["metadata"] = merged_metadata(schedule["metadata"], params["metadata"])
        if "end_behavior" in params:
            schedule["end_behavior"] = params["end_behavior"]
    if "phases" in params:
        current = schedule["current_phase"] or schedule["phases"][0]
        given = [each for each in params["phases"] if not _is_past(each, current["start_date"])]
        if not given or given[0].get("start_date", current["start_date"]) != current["start_date"]:
            raise invalid("phases[0][start_date]", "You can not modify the start date of the current phase.")
        schedules.replace_phases(call, schedule, read_phases(call, given, current["start_date"]))
    return schedule


def _is_past(phase: Json, start: int) -> bool:
    return isinstance(phase.get("end_date"), int) and phase["end_date"] <= start


def release(call: Call) -> Json:
    schedule = _own(call)
    schedules.check_running(schedule, "release")
    return schedules.release(call, schedule)


def cancel(call: Call) -> Json:
    schedule = _own(call)
    schedules.check_running(schedule, "cancel")
    return schedules.cancel(call, schedule)


def list_all(call: Call) -> Json:
    return listed(call, "subscription_schedule", "/v1/subscription_schedules", "customer")


endpoints = endpoints_of(
    "subscription",
    {
        "POST /v1/subscription_schedules": create,
        "GET /v1/subscription_schedules": list_all,
        "GET /v1/subscription_schedules/{id}": reads("subscription_schedule"),
        "POST /v1/subscription_schedules/{id}": update,
        "POST /v1/subscription_schedules/{id}/release": release,
        "POST /v1/subscription_schedules/{id}/cancel": cancel,
    },
)
