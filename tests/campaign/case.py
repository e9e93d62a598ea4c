"""One case: a action, the troubles it meets, and where its process is killed. All of it follows from a seed."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass
from typing import Any

from .actions import ACTIONS

STEPS = ("POST /v1/invoices$", "POST /v1/invoiceitems", "POST .*/finalize", "POST .*/pay")
TROUBLES: tuple[dict[str, Any], ...] = (
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "status", "status": 409},
    {"kind": "status", "status": 429},
    {"kind": "status", "status": 500},
    {"kind": "status", "status": 503},
    {"kind": "not_json"},
    {"kind": "crash"},
    {"kind": "delay", "seconds": 0.25},
)
BOUNDARIES = 24
"""Before and after each writing of the journal, counted from the beginning; an operation of four steps has more."""


@dataclass(frozen=True)
class Case:
    """`kill` is the boundary of the journal at which the process is killed, None: never; `lose_reads`: what looks back
    for lost answers fails too."""

    seed: int
    action: str
    faults: tuple[dict[str, Any], ...]
    kill: int | None
    lose_reads: bool

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def case_of(seed: int) -> Case:
    chance = random.Random(seed)
    action = chance.choice(["charge", "charge", *ACTIONS])
    faults = []
    for _ in range(chance.choice((0, 1, 1, 2))):
        pattern = chance.choice(STEPS) if action == "charge" and chance.random() < 0.7 else "POST /v1"
        trouble = chance.choice(TROUBLES)
        times = 1 if trouble["kind"] in ("delay", "crash") else chance.choice((1, 1, 2, 9))
        faults.append({**trouble, "pattern": pattern, "times": times})
    kill = chance.randrange(BOUNDARIES * (3 if action == "charge" else 1)) if chance.random() < 0.6 else None
    return Case(seed, action, tuple(faults), kill, chance.random() < 0.3)
