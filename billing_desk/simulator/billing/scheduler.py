"""Runs scheduled tasks that are due, in order of time, each at its scheduled time."""

from __future__ import annotations

import logging
from collections.abc import Callable

from ..call import Call
from ..resources.payments import checkout
from ..state.state import State
from ..state.transaction import transaction
from .invoices import collecting
from .metering import meter_events
from .payments import balance, refunding
from .subscriptions import cycle, pausing, pending_updates, schedules, settings, subscribing

_log = logging.getLogger(__name__)
HANDLERS: dict[str, Callable[[Call, str], None]] = {
    "available": balance.release,
    "cancel_at": cycle.cancel_due,
    "cycle": schedules.cycle_due,
    "expire_incomplete": subscribing.expire_incomplete,
    "expire_resumption": pausing.expire_resumption,
    "expire_session": checkout.expire_due,
    "expire_update": pending_updates.expire_update,
    "finalize": collecting.finalize_due,
    "overdue": collecting.overdue,
    "phase": schedules.phase_due,
    "refund": refunding.settle_due,
    "report_usage": meter_events.report,
    "resume_collection": settings.resume_collection,
    "retry": collecting.retry_due,
    "trial_will_end": cycle.trial_will_end,
}


def settle(state: State, clock_id: str = "", until: int | None = None) -> int:
    """Run the tasks due by `until` (None: now) on the account's clock or a test clock; returns their number."""
    limit = state.now(clock_id) if until is None else until
    done = 0
    while (entry := state.next_due(clock_id, limit)) is not None:
        moment, _, task, id_ = entry
        # One transaction per task: a task that fails changes nothing and does not stop the others.
        try:
            with transaction(state) as beside, beside.at(moment, clock_id):
                HANDLERS[task](Call(beside), id_)
        except Exception:
            _log.exception("unforeseen in %s of %s", task, id_)
        done += 1
        if done % 1_000 == 0:
            state.forget_old_events()
    return done
