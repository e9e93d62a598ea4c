"""An operation: the desk, the action, the steps, and the money that it moves."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ..money import Money
from ..objects.nested import MADE_ANEW
from .action import Action, record_name
from .own_metadata import OWN_KEYS, REASON, TICKET, after_write, with_own
from .remarks import Effect, Warning_
from .request import Request

if TYPE_CHECKING:
    from ..catalog.coupon import Coupon, PromotionCode
    from ..catalog.plan import Price
    from ..objects.bill import Bill


class Mode(StrEnum):
    DEMO = "demo"
    TEST = "test"
    LIVE = "live"


class Risk(StrEnum):
    PLAIN = "plain"
    SERIOUS = "serious"
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
    """The account, mode and key of a write. `key_fingerprint` is a hash of the key."""

    account: str
    mode: Mode
    key_fingerprint: str


@dataclass(frozen=True)
class Step:
    """`key` is the idempotency key; every attempt of the step uses it."""

    request: Request
    key: str


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, by Stripe's values; None: not set."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Operation:
    """An action with its steps. `subjects` are (kind, id) pairs; a create has none before it ran.

    `money` is what moves at once, per currency. `undo` holds the undo requests by the number of the last step that was
    done; empty if Stripe allows no undo. `undoes` is the id of the operation that this one undoes, `continues` the one
    whose missing steps it sends, `bulk` its bulk edit. `reverts` is 0 for the action, 1 for its undo, 2 for the undo of
    the undo. `held` are the metadata keys of the objects that it updates, by id, as far as they are known; they are not
    journaled. `send_before`: Unix seconds by Stripe's clock from when it is not sent any more, because its preview is
    about another day then; 0: no limit. `money_at` says which step moves how much, where more than one does.
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
    send_before: int = 0
    money_at: tuple[tuple[int, Money], ...] = ()
    held: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), compare=False)

    def is_late(self, now: int) -> bool:
        """Whether `send_before` has passed at `now` (Unix seconds)."""
        return bool(self.send_before) and now >= self.send_before

    @property
    def record_name(self) -> str:
        """The action's name in the journal and the audit log."""
        return record_name(self.action, self.reverts)

    @property
    def fingerprint(self) -> str:
        """A hash that is equal for operations with the same effect, whatever their ids. Detects a repeated click."""
        requests = "\n".join(_without_own_id(step.request).to_json() for step in self.steps)
        return hashlib.sha256(f"{self.record_name}\n{requests}".encode()).hexdigest()

    def as_row(self, id_: str, bulk: str, action: Action) -> Operation:
        """The same operation as a row of a bulk edit, whose id and keys are derived from the row."""
        steps = tuple(Step(step.request, f"bd-{id_}-{number}") for number, step in enumerate(self.steps))
        return replace(self, id=id_, bulk=bulk, action=action, steps=steps)

    def explained(self, reason: str, ticket: str, *, at_stripe: bool = False) -> Operation:
        """`at_stripe`: also write reason and ticket to the metadata of every object that this operation writes, if
        there is room."""
        made = replace(self, reason=reason, ticket=ticket)
        if not at_stripe:
            return made
        note = {name: text for name, text in ((REASON, reason), (TICKET, ticket)) if text}
        return replace(made, steps=tuple(_noted(self.steps, note, dict(self.held)))) if note else made


_HOLDS_METADATA = re.compile(r"/v1/(customers|invoices|subscriptions|prices|products|invoiceitems)(/([^/]+))?")


def _noted(steps: tuple[Step, ...], note: Mapping[str, str], held: Mapping[str, tuple[str, ...]]) -> Iterator[Step]:
    """Adds metadata to creates and updates of objects that have metadata; actions such as pay accept none. `held` are
    the keys of the updated objects by id; an object whose keys are not known gets no note."""
    keys = dict(held)
    last = {step.request.path: number for number, step in enumerate(steps)}
    for number, step in enumerate(steps):
        request = step.request
        match = _HOLDS_METADATA.fullmatch(request.path)
        id_ = match[3] if match else ""
        changes = request.params.get("metadata") or {}
        cleared = request.params.get("metadata") == ""
        if not match or request.method != "post" or cleared or (id_ and id_ not in keys):
            yield step
            continue
        if last[request.path] == number or not id_:
            changes = with_own(changes, note, keys.get(id_ or "", ()))
            request = replace(request, params={**request.params, "metadata": changes})
        if id_:
            keys[id_] = after_write(keys[id_], changes)
        yield replace(step, request=request)


def _without_own_id(request: Request) -> Request:
    metadata: Mapping[str, Any] = request.params.get("metadata") or {}
    if not OWN_KEYS & set(metadata):
        return request
    rest = {key: value for key, value in metadata.items() if key not in OWN_KEYS}
    return replace(request, params={**request.params, "metadata": rest})


@dataclass(frozen=True)
class ObjectVersion:
    """An object's state at Stripe when the preview was made."""

    kind: str
    id: str
    fingerprint: str


@dataclass(frozen=True)
class Effects:
    """Money per currency: moved `now`, on the `next` invoice (due at `next_at`, Unix seconds), and per period `later`.

    `by_stripe` are codes for what Stripe does as a consequence; the UI has their texts. `bills` are the first bills
    of a new subscription, `year` what those of the first year add up to. `about` is what is created, if it has terms of
    its own.
    """

    now: tuple[Money, ...] = ()
    next: tuple[Money, ...] = ()
    next_at: int | None = None
    later: tuple[Money, ...] = ()
    by_stripe: tuple[Effect, ...] = ()
    bills: tuple[Bill, ...] = ()
    year: Money | None = None
    about: Price | Coupon | PromotionCode | None = None


@dataclass(frozen=True)
class Preview:
    """What an operation will do, made from the same operation that is sent later."""

    operation: Operation
    warnings: tuple[Warning_, ...] = ()
    effects: Effects = Effects()
    versions: tuple[ObjectVersion, ...] = ()


def fingerprint(obj: Mapping[str, Any]) -> str:
    """A hash that is equal for equal states of an object."""
    state = {name: value for name, value in obj.items() if name not in MADE_ANEW}
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()
