"""What the journal says about an operation."""

from __future__ import annotations

from dataclasses import dataclass

from .operation import Operation, OperationState


@dataclass(frozen=True)
class JournalEntry:
    """An operation with where it stands. Times in Unix seconds; `first_sent` is None when nothing left yet.

    `done` is how many of its steps are.
    """

    operation: Operation
    state: OperationState
    made: int
    first_sent: int | None
    ambiguous: bool
    error: str
    version: str
    done: int


@dataclass(frozen=True)
class Attempt:
    """`outcome` is "ok", the error's class, or empty: it was cut off. `started` in Unix seconds."""

    started: int
    outcome: str
    request_id: str


@dataclass(frozen=True)
class StepRecord:
    """What became of a step. `answered` is the id of what Stripe answered with."""

    key: str
    done: bool
    answered: str
    error: str
    attempts: tuple[Attempt, ...]
