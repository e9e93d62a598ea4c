"""Schedules the tasks of a subscription."""

from __future__ import annotations

from ...call import Call
from ...state.table import Json

DAY, HOUR = 86_400, 3_600
GRACE = 23 * HOUR
"""Seconds that a first invoice, a pending update or a resumption may remain unpaid."""


NOTICE = 3 * DAY
"""Seconds before the end of a trial at which `trial_will_end` is emitted."""


def announce_short_trial(call: Call, subscription: Json) -> None:
    """Emit `trial_will_end` at once for a trial that is shorter than the notice."""
    end = subscription["trial_end"]
    if subscription["status"] == "trialing" and end and end - NOTICE <= call.state.now_of(subscription):
        call.emit("customer.subscription.trial_will_end", subscription)


def set_clock(call: Call, subscription: Json) -> None:
    """Schedule the end of the next period, `cancel_at`, and the notice before the trial ends."""
    state = call.state
    state.schedule(next_boundary(subscription), "cycle", subscription)
    if subscription["cancel_at"]:
        state.schedule(subscription["cancel_at"], "cancel_at", subscription)
    trial_end = subscription["trial_end"]
    if trial_end and trial_end - NOTICE > state.now_of(subscription):
        state.schedule(trial_end - NOTICE, "trial_will_end", subscription)


def next_boundary(subscription: Json) -> int:
    found: int = min(item["current_period_end"] for item in subscription["items"]["data"])
    return found
