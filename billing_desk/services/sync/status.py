"""The sync's status."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ...domain.errors import DeskError


class Phase(StrEnum):
    STARTING = "starting"
    FILLING = "filling"
    CURRENT = "current"
    OFFLINE = "offline"
    REFUSED = "refused"
    REJECTED = "rejected"
    PAUSED = "paused"
    DISK_FULL = "disk_full"


@dataclass(frozen=True)
class Status:
    """`as_of`: when the mirror last equaled Stripe (Unix seconds). While reading: `kind` is the current list, `count`
    the objects read, `rate` per second, `left` seconds (None: unknown). `unread`: customers and invoices that
    enrichment still has to read. `trouble`: why Stripe cannot be reached. `left_out`: objects that could not be read.
    `missing`: kind → the permission the key lacks. `refused`: kind → why Stripe refused to send the list. `limited`:
    Stripe limits the requests, so reading is slower."""

    phase: Phase = Phase.STARTING
    as_of: float | None = None
    kind: str = ""
    count: int = 0
    rate: float = 0.0
    left: float | None = None
    unread: int = 0
    trouble: DeskError | None = None
    left_out: int = 0
    limited: bool = False
    refused: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
