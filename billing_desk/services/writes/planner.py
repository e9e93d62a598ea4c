"""Creates operations for this desk, with their idempotency keys. Sends nothing."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence

from ...domain.json_object import Json
from ...domain.money import Money
from ...domain.writes.action import Action
from ...domain.writes.least_risk import higher, least_risk
from ...domain.writes.operation import DeskIdentity, FieldChange, Operation, Risk, Step
from ...domain.writes.request import Request
from ...domain.writes.safety_limits import SafetyLimits


class Planner:
    """`now` returns Stripe's time, as far as it is known (Unix seconds)."""

    def __init__(self, identity: DeskIdentity, limits: Callable[[], SafetyLimits], now: Callable[[], int]) -> None:
        self.identity, self._limits, self.now = identity, limits, now

    @property
    def limits(self) -> SafetyLimits:
        return self._limits()

    def plan(
        self,
        action: Action,
        *requests: Request,
        subjects: tuple[tuple[str, str], ...] = (),
        changes: tuple[FieldChange, ...] = (),
        money: tuple[Money, ...] = (),
        risk: Risk = Risk.PLAIN,
        id_: str | None = None,
        key: str | None = None,
        undo: tuple[tuple[int, Request], ...] = (),
        undoes: str = "",
        bulk: str = "",
        continues: str = "",
        reverts: int = 0,
        send_before: int = 0,
        money_at: Sequence[tuple[int, Money]] = (),
        now: Iterable[Json] = (),
    ) -> Operation:
        """`key` replaces the first step's idempotency key; the risk is at least that of the action. `now` are the
        updated objects as they are at Stripe, to know how much metadata they have room for. For the other arguments see
        Operation."""
        id_ = id_ or new_id()
        keys = [key if key and not number else f"bd-{id_}-{number}" for number in range(len(requests))]
        steps = tuple(Step(request, key) for request, key in zip(requests, keys, strict=True))
        return Operation(
            id_,
            self.identity,
            action,
            steps,
            subjects,
            changes,
            money,
            higher(risk, least_risk(action, changes)),
            undo=undo,
            undoes=undoes,
            bulk=bulk,
            continues=continues,
            reverts=reverts,
            send_before=send_before,
            money_at=tuple(money_at),
            held=tuple((str(obj["id"]), tuple(obj.get("metadata") or ())) for obj in now),
        )

    def explained(self, operation: Operation, reason: str, ticket: str) -> Operation:
        """The operation with reason and ticket, which also go to Stripe if the settings say so."""
        return operation.explained(reason, ticket, at_stripe=self.limits.note_at_stripe)


def new_id() -> str:
    return uuid.uuid4().hex
