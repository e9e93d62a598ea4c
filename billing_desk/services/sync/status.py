"""What the sync says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ...domain.errors import DeskError


class Phase(StrEnum):
    STARTING = "starting"
    FILLING = "filling"
    CURRENT = "current"
    OFFLINE = "offline"
    REJECTED = "rejected"
    PAUSED = "paused"
    DISK_FULL = "disk_full"


@dataclass(frozen=True)
class Status:
    """`as_of`: when the copy last equalled Stripe (Unix seconds). `kind`: the list that is being read, `count`: objects
    read so far, `rate` of them a second, `left` seconds (None: not known yet). `unread`: cards and lines that are
    still fetched when the lists are whole. `trouble`: why Stripe cannot be reached. `left_out`: objects that
    could not be read.
    `missing`: kind → the permission the key lacks."""

    phase: Phase = Phase.STARTING
    as_of: float | None = None
    kind: str = ""
    count: int = 0
    rate: float = 0.0
    left: float | None = None
    unread: int = 0
    trouble: DeskError | None = None
    left_out: int = 0
    missing: dict[str, str] = field(default_factory=dict)
