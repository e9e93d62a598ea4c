"""What the journal says about an operation, and how operations are written in it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from ..domain.money import Money
from ..domain.operation import FieldChange, Mode, Operation, Place, Risk, State, Step
from ..domain.request import Request


@dataclass(frozen=True)
class Entry:
    """An operation with where it stands. Times in Unix seconds; `first_sent` is None when nothing left yet.

    `done` is how many of its steps are.
    """

    operation: Operation
    state: State
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


def encode(operation: Operation) -> str:
    body = asdict(operation)
    body["steps"] = [{"request": step.request.to_json(), "key": step.key} for step in operation.steps]
    body["undo"] = [[last, request.to_json()] for last, request in operation.undo]
    return json.dumps(body, ensure_ascii=False)


def decode(text: str) -> Operation:
    body = json.loads(text)
    place = body["place"]
    return Operation(
        id=body["id"],
        place=Place(place["account"], Mode(place["mode"]), place["key_print"]),
        verb=body["verb"],
        steps=tuple(Step(Request.from_json(step["request"]), step["key"]) for step in body["steps"]),
        subjects=tuple((kind, id_) for kind, id_ in body["subjects"]),
        changes=tuple(FieldChange(**change) for change in body["changes"]),
        money=tuple(Money(**money) for money in body["money"]),
        risk=Risk(body["risk"]),
        reason=body["reason"],
        ticket=body["ticket"],
        # Rows of earlier versions have none of these.
        undo=tuple((int(last), Request.from_json(request)) for last, request in body.get("undo", ())),
        undoes=body.get("undoes", ""),
        bulk=body.get("bulk", ""),
        continues=body.get("continues", ""),
    )
