"""Entries of the journal."""

from __future__ import annotations

from dataclasses import dataclass

from .operation import Operation, OperationState


@dataclass(frozen=True)
class JournalEntry:
    """An operation with its state. Times are in Unix seconds; `first_sent` is None if no request was sent yet.

    `done` is the number of steps that are done.
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
    """`outcome` is "ok", the error's class, or "" if the attempt was interrupted. `started` is in Unix seconds."""

    started: int
    outcome: str
    request_id: str


@dataclass(frozen=True)
class StepRecord:
    """The state of a step. `answered` is the id of the object in Stripe's answer."""

    key: str
    done: bool
    answered: str
    error: str
    attempts: tuple[Attempt, ...]
