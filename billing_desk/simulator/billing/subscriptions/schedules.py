"""Subscription schedules: begin, move from phase to phase, release and cancel."""

from __future__ import annotations

from ...call import Call
from ...errors import refused
from ...state.table import Json
from ..invoices.dunning import ENDED
from . import changing, cycle, subscribing
from .pausing import cancel as cancel_subscription
from .phases import current_phase_of, entering
from .schedule import set_clock

_OVER = ("canceled", "completed", "released")


def from_subscription(call: Call, subscription: Json) -> Json:
    if subscription["schedule"]:
        raise refused("You cannot migrate a subscription that is already attached to a schedule.")
    if subscription["status"] in ENDED:
        raise refused("You cannot migrate a subscription that has ended.")
    if subscription["cancel_at"] is not None:
        raise refused("You cannot migrate a subscription that is set to be canceled.")
    schedule = _new(call, subscription["customer"], [current_phase_of(call, subscription)], "release", "active")
    _attach(call, schedule, subscription)
    call.emit("subscription_schedule.created", schedule)
    return schedule


def begin(call: Call, customer: Json, phases: list[Json], end_behavior: str) -> Json:
    """A schedule that creates its subscription when its first phase starts."""
    schedule = _new(call, customer["id"], phases, end_behavior, "not_started")
    call.emit("subscription_schedule.created", schedule)
    if phases[0]["start_date"] <= call.state.now_of(customer):
        _start(call, schedule)
    else:
        call.state.schedule(phases[0]["start_date"], "phase", schedule)
    return schedule


def _new(call: Call, customer: str, phases: list[Json], end_behavior: str, status: str) -> Json:
    state = call.state
    owner = state.get("customer", customer)
    made = state.new(
        "subscription_schedule",
        state.new_id("sub_sched_1", 23),
        billing_mode={"type": "flexible", "flexible": {"proration_discounts": "included"}, "updated_at": None},
        created=state.now_of(owner),
        customer=customer,
        end_behavior=end_behavior,
        metadata={},
        phases=phases,
        status=status,
        test_clock=owner["test_clock"],
    )
    made["default_settings"].update(billing_cycle_anchor="automatic", collection_method="charge_automatically")
    made["default_settings"]["invoice_settings"]["issuer"] = {"type": "self"}
    return made


def _attach(call: Call, schedule: Json, subscription: Json) -> None:
    with call.changing(subscription, "customer.subscription.updated"):
        subscription["schedule"] = schedule["id"]
    schedule.update(subscription=subscription["id"], billing_mode=subscription["billing_mode"])
    _set_current(call, schedule)


def _set_current(call: Call, schedule: Json) -> None:
    """Set the current phase by the time, and schedule its end."""
    phase = _phase_at(schedule, call.state.now_of(schedule))
    if phase is not None:
        schedule["current_phase"] = {"end_date": phase["end_date"], "start_date": phase["start_date"]}
        call.state.schedule(phase["end_date"], "phase", schedule)


def _phase_at(schedule: Json, now: int) -> Json | None:
    return next((phase for phase in schedule["phases"] if phase["start_date"] <= now < phase["end_date"]), None)


def _start(call: Call, schedule: Json) -> None:
    phase = schedule["phases"][0]
    params: Json = {
        "customer": schedule["customer"],
        "items": [{name: entry[name] for name in ("price", "quantity") if entry[name]} for entry in phase["items"]],
        "off_session": True,
    }
    if phase["trial_end"]:
        params["trial_end"] = phase["trial_end"]
    if phase["discounts"]:
        params["discounts"] = [{n: v for n, v in each.items() if v} for each in phase["discounts"]]
    subscription = subscribing.create(call.over(call.state, params))
    with call.changing(schedule, "subscription_schedule.updated"):
        schedule["status"] = "active"
        _attach(call, schedule, subscription)


def phase_due(call: Call, schedule_id: str) -> None:
    """Scheduled: a phase starts or ends."""
    schedule = call.state.table("subscription_schedule").get(schedule_id)
    if schedule is None or schedule["status"] in _OVER:
        return
    now = call.state.now_of(schedule)
    if schedule["status"] == "not_started":
        if schedule["phases"][0]["start_date"] <= now:
            _start(call, schedule)
        return
    current = schedule["current_phase"]
    if current is not None and current["end_date"] > now:
        return
    subscription = call.state.get("subscription", schedule["subscription"])
    phase = _phase_at(schedule, now)
    if phase is not None:
        enter(call, schedule, subscription, phase)
    elif schedule["end_behavior"] == "cancel":
        with call.changing(schedule, "subscription_schedule.completed"):
            schedule.update(status="completed", completed_at=now, current_phase=None)
        _detach(call, subscription)
        cycle.finish(call, subscription, subscription["items"]["data"])
    else:
        release(call, schedule)


def cycle_due(call: Call, subscription_id: str) -> None:
    """Scheduled: a period has ended. A phase that begins at the same time is entered first."""
    subscription = call.state.table("subscription").get(subscription_id)
    if subscription is not None and subscription["schedule"]:
        phase_due(call, subscription["schedule"])
    cycle.cycle(call, subscription_id)


def enter(call: Call, schedule: Json, subscription: Json, phase: Json) -> None:
    """Bring the subscription into a phase; its prorations are the phase's own setting."""
    with call.changing(schedule, "subscription_schedule.updated"):
        _set_current(call, schedule)
    if params := entering(call, subscription, phase):
        changing.update(call.over(call.state, {**params, "off_session": True}), subscription)


def _detach(call: Call, subscription: Json) -> None:
    with call.changing(subscription, "customer.subscription.updated"):
        subscription["schedule"] = None


def check_running(schedule: Json, verb: str) -> None:
    if schedule["status"] in _OVER:
        status = schedule["status"]
        raise refused(f"You cannot {verb} a subscription schedule that is currently in the `{status}` status.")


def release(call: Call, schedule: Json) -> Json:
    """Leave the subscription as it is now."""
    subscription_id = schedule["subscription"]
    with call.changing(schedule, "subscription_schedule.released"):
        schedule.update(
            status="released",
            released_at=call.state.now_of(schedule),
            released_subscription=subscription_id,
            subscription=None,
            current_phase=None,
        )
    if subscription_id:
        _detach(call, call.state.get("subscription", subscription_id))
    return schedule


def cancel(call: Call, schedule: Json) -> Json:
    """Cancel the schedule and its subscription."""
    subscription_id = schedule["subscription"]
    if subscription_id:
        params: Json = {name: call.params[name] for name in ("invoice_now", "prorate") if name in call.params}
        cancel_subscription(call.over(call.state, params), call.state.get("subscription", subscription_id))
    else:
        with call.changing(schedule, "subscription_schedule.canceled"):
            schedule.update(status="canceled", canceled_at=call.state.now_of(schedule), current_phase=None)
    return schedule


def follow(call: Call, subscription: Json) -> None:
    """After a direct change of a managed subscription: its current phase describes it as it is now."""
    if not subscription["schedule"] or subscription["status"] in ENDED:
        return
    schedule = call.state.get("subscription_schedule", subscription["schedule"])
    now = current_phase_of(call, subscription)
    with call.changing(schedule, "subscription_schedule.updated"):
        for phase in schedule["phases"]:
            if schedule["current_phase"] and phase["start_date"] == schedule["current_phase"]["start_date"]:
                phase.update({name: now[name] for name in ("items", "discounts")})


def replace_phases(call: Call, schedule: Json, phases: list[Json]) -> None:
    """New phases; a current phase that differs takes effect at once."""
    with call.changing(schedule, "subscription_schedule.updated"):
        schedule["phases"] = phases
        if schedule["subscription"]:
            _set_current(call, schedule)
    if schedule["status"] == "not_started":
        call.state.schedule(phases[0]["start_date"], "phase", schedule)
        return
    subscription = call.state.get("subscription", schedule["subscription"])
    phase = _phase_at(schedule, call.state.now_of(schedule))
    params = entering(call, subscription, phase) if phase is not None else {}
    if params:
        behavior = call.params.get("proration_behavior", params["proration_behavior"])
        changing.update(call.over(call.state, {**params, "proration_behavior": behavior}), subscription)
        set_clock(call, subscription)
