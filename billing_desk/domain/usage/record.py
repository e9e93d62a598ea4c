"""What was sent from here: the own record of usage, which Stripe does not list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SentState(StrEnum):
    """`WAITING`: of an import; it is sent once that is confirmed. `SENDING`: perhaps sent; the same identifier can be
    sent again within 24 hours without being counted twice."""

    WAITING = "waiting"
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


@dataclass(frozen=True)
class Source:
    """An import, or what was sent alone (id ""). `counts` are the events by state; `fields` is how the file was read;
    `made` and `ended` in Unix seconds."""

    id: str
    name: str
    way: str
    by: str
    reason: str
    made: int
    ended: int | None
    fields: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[SentState, int] = field(default_factory=dict)

    @property
    def is_unfinished(self) -> bool:
        return self.ended is None and self.left > 0

    @property
    def left(self) -> int:
        """Events that are still to be sent."""
        return self.counts.get(SentState.WAITING, 0) + self.counts.get(SentState.SENDING, 0)


@dataclass
class Tally:
    """What events of one customer add up to; an event without a value counts as 1. `inside` and `events` are those of
    the running period, `before` counts the others."""

    total: int = 0
    inside: int = 0
    events: int = 0
    before: int = 0

    def add(self, value: int, *, is_inside: bool) -> None:
        self.total += value
        if is_inside:
            self.inside += value
            self.events += 1
        else:
            self.before += 1
