"""When a subscription is to be looked at again."""

from __future__ import annotations

from ...call import Call
from ...state.table import Json

DAY, HOUR = 86_400, 3_600
GRACE = 23 * HOUR
"""How long a first invoice, an update or a resumption waits for its payment."""


def set_clock(call: Call, subscription: Json) -> None:
    """Have the subscription looked at when its next period, or its trial, ends."""
    state = call.state
    state.schedule(next_boundary(subscription), "cycle", subscription)
    if subscription["cancel_at"]:
        state.schedule(subscription["cancel_at"], "cancel_at", subscription)
    trial_end = subscription["trial_end"]
    if trial_end and trial_end - 3 * DAY > state.now_of(subscription):
        state.schedule(trial_end - 3 * DAY, "trial_will_end", subscription)


def next_boundary(subscription: Json) -> int:
    found: int = min(item["current_period_end"] for item in subscription["items"]["data"])
    return found
