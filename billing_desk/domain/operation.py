"""What a write is: for which desk, which verb, which steps, and what it moves."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from .money import Money
from .request import Request


class Mode(StrEnum):
    DEMO = "demo"
    TEST = "test"
    LIVE = "live"


class Risk(StrEnum):
    PLAIN = "plain"
    MONEY = "money"
    IRREVERSIBLE = "irreversible"


class State(StrEnum):
    PLANNED = "planned"
    SENDING = "sending"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    ABANDONED = "abandoned"

    @property
    def is_open(self) -> bool:
        return self in (State.PLANNED, State.SENDING, State.UNKNOWN)


@dataclass(frozen=True)
class Place:
    """Account, mode and key a write belongs to. `key_print` is a hash of the key, never the key."""

    account: str
    mode: Mode
    key_print: str


@dataclass(frozen=True)
class Step:
    """`key` is the idempotency key; the step is only ever sent with it."""

    request: Request
    key: str


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, as Stripe holds it; None: not there."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Operation:
    """A verb with its steps. `subjects` are (kind, id) pairs; a create has none before it ran."""

    id: str
    place: Place
    verb: str
    steps: tuple[Step, ...]
    subjects: tuple[tuple[str, str], ...] = ()
    changes: tuple[FieldChange, ...] = ()
    money: tuple[Money, ...] = ()
    risk: Risk = Risk.PLAIN
    reason: str = ""
    ticket: str = ""

    @property
    def fingerprint(self) -> str:
        """Equal for two operations that would do the same, whatever their ids: stops the second click."""
        requests = "\n".join(_without_own_id(step.request).to_json() for step in self.steps)
        return hashlib.sha256(f"{self.verb}\n{requests}".encode()).hexdigest()

    def explained(self, reason: str, ticket: str) -> Operation:
        return replace(self, reason=reason, ticket=ticket)


OWN_ID = "bd_op"
"""The metadata key under which a created object carries its operation's id, so that it can be found again."""


def _without_own_id(request: Request) -> Request:
    metadata: Mapping[str, Any] = request.params.get("metadata") or {}
    if OWN_ID not in metadata:
        return request
    rest = {key: value for key, value in metadata.items() if key != OWN_ID}
    return replace(request, params={**request.params, "metadata": rest})


@dataclass(frozen=True)
class Warning_:
    """Something the operator should know before confirming; the screen words `code`."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Preview:
    """What will happen: made from the same operation that will be sent."""

    operation: Operation
    warnings: tuple[Warning_, ...] = ()
