"""What was sent from here: the own record of usage, which Stripe does not list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SentState(StrEnum):
    """`SENDING`: perhaps sent; the same identifier can be sent again within 24 hours without being counted twice."""

    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    CANCELED = "canceled"


@dataclass(frozen=True)
class SentEvent:
    """`at` is the usage's own time, `sent` when Stripe received it (Unix seconds; None: not known). `source` is the
    import's id, "" for one that was sent alone; `line` its line in the file; `by` the operator; `note` why it
    failed."""

    number: int
    source: str
    line: int
    event_name: str
    customer: str
    value: int | None
    at: int
    identifier: str
    state: SentState
    sent: int | None
    by: str
    note: str = ""
