"""Test clocks: a separate time for their customers, which a request advances."""

from __future__ import annotations

from datetime import UTC, datetime

from ...billing.invoices.dunning import ENDED
from ...billing.scheduler import settle
from ...billing.subscriptions.items import interval_of
from ...billing.subscriptions.periods import step
from ...call import Call, listed
from ...errors import invalid, refused
from ...state.table import Json, copied
from ...state.templates import plain
from .. import endpoints_of, reads
from ..payments.payment_methods import detach_all

_KEPT = 30 * 86_400
KIND = "test_helpers.test_clock"


def create(call: Call) -> Json:
    params, state = call.params, call.state
    if state.livemode:
        raise refused("Test clocks exist in test mode only.")
    made = state.new(
        KIND,
        state.new_id("clock_1", 23),
        deletes_after=state.now() + _KEPT,
        frozen_time=params["frozen_time"],
        name=plain(params.get("name")),
        status="ready",
        status_details={},
    )
    if params.get("customer"):
        customer = state.get("customer", params["customer"], "customer")
        if state.of("subscription", "customer", customer["id"]):
            raise refused("A customer with subscriptions cannot be put on a test clock.", None, "customer")
        with call.changing(customer, "customer.updated"):
            customer["test_clock"] = made["id"]
    call.emit("test_helpers.test_clock.created", made)
    return made


def advance(call: Call) -> Json:
    """Run all tasks due by the new time, then answer `advancing` as Stripe does; the stored clock is `ready`."""
    state = call.state
    clock = state.get(KIND, call.ids["id"])
    wanted = call.params["frozen_time"]
    if wanted <= clock["frozen_time"]:
        raise invalid("frozen_time", "The frozen_time must be later than the clock's current frozen_time.")
    most = _latest_time(call, clock)
    if wanted > most:
        raise invalid(
            "frozen_time",
            "You can only advance a test clock by two intervals of its shortest "
            "subscription, or two years without one: "
            f"to {datetime.fromtimestamp(most, UTC).isoformat()} at most.",
        )
    call.emit("test_helpers.test_clock.advancing", clock)
    settle(state, clock["id"], wanted)
    clock["frozen_time"] = wanted
    state.changed(KIND, clock)
    call.emit("test_helpers.test_clock.ready", clock)
    shown: Json = copied(clock)
    shown.update(status="advancing", status_details={"advancing": {"target_frozen_time": wanted}})
    return shown


def _latest_time(call: Call, clock: Json) -> int:
    now = clock["frozen_time"]
    intervals = [
        interval_of(item["price"])
        for subscription in call.state.all("subscription")
        if subscription["test_clock"] == clock["id"] and subscription["status"] not in ENDED
        for item in subscription["items"]["data"]
    ]
    return min((step(now, interval, 2 * count, 1) for interval, count in intervals), default=step(now, "year", 2, 1))


def delete(call: Call) -> Json:
    """Delete a clock and its customers."""
    state = call.state
    clock = state.get(KIND, call.ids["id"])
    for customer in list(state.all("customer")):
        if customer["test_clock"] == clock["id"]:
            for subscription in state.of("subscription", "customer", customer["id"]):
                if subscription["status"] not in ENDED:
                    subscription.update(status="canceled", ended_at=clock["frozen_time"])
                    call.emit("customer.subscription.deleted", subscription)
            detach_all(call, customer)
            call.emit("customer.deleted", customer)
            state.remove("customer", customer["id"])
    state.remove(KIND, clock["id"])
    call.emit("test_helpers.test_clock.deleted", clock)
    return {"id": clock["id"], "object": KIND, "deleted": True}


def list_all(call: Call) -> Json:
    return listed(call, KIND, "/v1/test_helpers/test_clocks")


endpoints = endpoints_of(
    "test_clock",
    {
        "POST /v1/test_helpers/test_clocks": create,
        "GET /v1/test_helpers/test_clocks": list_all,
        "GET /v1/test_helpers/test_clocks/{id}": reads(KIND),
        "POST /v1/test_helpers/test_clocks/{id}/advance": advance,
        "DELETE /v1/test_helpers/test_clocks/{id}": delete,
    },
)
