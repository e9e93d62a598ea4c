"""Values of an event's fields before and after: times and amounts by the names of Stripe's fields."""

from __future__ import annotations

import re

from ...domain.events.record import EventRecord
from ...domain.money import Money
from ..wording.text import Wording, translate

_TIME = re.compile(
    r"(^|[._])(created|at|end|start|until|anchor|due_date|due_by|next_payment_attempt|cancel_at|resumes_at|frozen_time)$"
    r"|_at$|(^|\.)(trial_end|trial_start|current_period_(start|end)|period_(start|end)|backdate_start_date)$"
)
_AMOUNT = re.compile(
    r"(^|[._])(amount|total|subtotal|balance|unit_amount|amount_[a-z_]+|starting_balance|ending_balance)$"
)


def shown_value(record: EventRecord, path: str, value: str | None, wording: Wording) -> str:
    """A dash if it is not set. The values of an event that cannot be read are shown as Stripe sent them."""
    if value is None:
        return "–"
    number = int(value) if re.fullmatch(r"-?\d{1,15}", value) else None
    if number is None or not record.readable:
        return {"yes": translate("Preview", "Yes"), "no": translate("Preview", "No")}.get(value, value)
    if _TIME.search(path) and 10**8 < number < 1 << 34:
        return wording.moment(number)
    if _AMOUNT.search(path) and record.currency:
        return wording.money(Money(number, record.currency))
    return wording.number(number)
