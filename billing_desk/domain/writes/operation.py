"""What a write is: for which desk, which action, which steps, and what it moves."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from ..money import Money
from .action import Action, record_name
from .remarks import Effect, Warning_
from .request import Request


class Mode(StrEnum):
    DEMO = "demo"
    TEST = "test"
    LIVE = "live"


class Risk(StrEnum):
    PLAIN = "plain"
    MONEY = "money"
    IRREVERSIBLE = "irreversible"


class OperationState(StrEnum):
    PLANNED = "planned"
    SENDING = "sending"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    ABANDONED = "abandoned"

    @property
    def is_open(self) -> bool:
        return self in (OperationState.PLANNED, OperationState.SENDING, OperationState.UNKNOWN)


@dataclass(frozen=True)
class DeskIdentity:
    """Account, mode and key a write belongs to. `key_fingerprint` is a hash of the key, never the key."""

    account: str
    mode: Mode
    key_fingerprint: str


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
    """An action with its steps. `subjects` are (kind, id) pairs; a create has none before it ran.

    `money` is what moves at once, per currency. `undo` says how it is taken back: (number of the last step that was
    done, request), nothing where Stripe does not allow it. `undoes` is the operation this one takes back,
    `continues` the one whose missing steps it makes, `bulk` the bulk it belongs to. `reverts` is 0 for the action
    itself, 1 for its undo, 2 for the undo of that.
    """

    id: str
    identity: DeskIdentity
    action: Action
    steps: tuple[Step, ...]
    subjects: tuple[tuple[str, str], ...] = ()
    changes: tuple[FieldChange, ...] = ()
    money: tuple[Money, ...] = ()
    risk: Risk = Risk.PLAIN
    reason: str = ""
    ticket: str = ""
    undo: tuple[tuple[int, Request], ...] = ()
    undoes: str = ""
    bulk: str = ""
    continues: str = ""
    reverts: int = 0

    @property
    def record_name(self) -> str:
        """The action as journal and audit log keep it."""
        return record_name(self.action, self.reverts)

    @property
    def fingerprint(self) -> str:
        """Equal for two operations that would do the same, whatever their ids: stops the second click."""
        requests = "\n".join(_without_own_id(step.request).to_json() for step in self.steps)
        return hashlib.sha256(f"{self.record_name}\n{requests}".encode()).hexdigest()

    def explained(self, reason: str, ticket: str, *, at_stripe: bool = False) -> Operation:
        """`at_stripe`: reason and ticket also go there, as metadata of every object this writes that can hold it."""
        made = replace(self, reason=reason, ticket=ticket)
        if not at_stripe:
            return made
        return replace(made, steps=tuple(replace(s, request=_noted(s.request, reason, ticket)) for s in self.steps))


OWN_ID, REASON, TICKET = "bd_op", "bd_reason", "bd_ticket"
"""Metadata keys: which operation made an object, so that it can be found again; why, and for which ticket."""
OWN_KEYS = frozenset({OWN_ID, REASON, TICKET})
_LONGEST_NOTE = 500
_HOLDS_METADATA = re.compile(r"/v1/(customers|invoices|subscriptions|prices|products|invoiceitems)(/[^/]+)?")


def _noted(request: Request, reason: str, ticket: str) -> Request:
    """Objects with metadata of their own, when they are made or updated; actions such as paying take none."""
    note = {name: text[:_LONGEST_NOTE] for name, text in ((REASON, reason), (TICKET, ticket)) if text}
    if not note or request.method != "post" or not _HOLDS_METADATA.fullmatch(request.path):
        return request
    if request.params.get("metadata") == "":
        return request  # it empties the metadata
    return replace(request, params={**request.params, "metadata": {**(request.params.get("metadata") or {}), **note}})


def _without_own_id(request: Request) -> Request:
    metadata: Mapping[str, Any] = request.params.get("metadata") or {}
    if not OWN_KEYS & set(metadata):
        return request
    rest = {key: value for key, value in metadata.items() if key not in OWN_KEYS}
    return replace(request, params={**request.params, "metadata": rest})


@dataclass(frozen=True)
class ObjectVersion:
    """An object as it stood at Stripe when the preview was made."""

    kind: str
    id: str
    fingerprint: str


@dataclass(frozen=True)
class Effects:
    """Money per currency: moved `now`, on the `next` invoice (due at `next_at`, Unix seconds), and each period `later`.

    `by_stripe` is what Stripe will do automatically because of it; the screen words the codes.
    """

    now: tuple[Money, ...] = ()
    next: tuple[Money, ...] = ()
    next_at: int | None = None
    later: tuple[Money, ...] = ()
    by_stripe: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What will happen: made from the same operation that will be sent."""

    operation: Operation
    warnings: tuple[Warning_, ...] = ()
    effects: Effects = Effects()
    versions: tuple[ObjectVersion, ...] = ()


_MADE_ANEW = frozenset({"hosted_invoice_url", "invoice_pdf"})
"""Addresses that Stripe makes anew with every reading, because they expire."""


def fingerprint(obj: Mapping[str, Any]) -> str:
    """Equal for equal states of an object."""
    state = {name: value for name, value in obj.items() if name not in _MADE_ANEW}
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()
