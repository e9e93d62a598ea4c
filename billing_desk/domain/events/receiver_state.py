"""What the local receiver of webhooks is doing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .signature import Refusal


@dataclass
class ReceiverState:
    """`trouble` is why it does not listen: "port_taken" or "cannot_listen"; "" if nothing is wrong. `last` is when the
    last event came, in Unix seconds."""

    address: str = ""
    trouble: str = ""
    accepted: int = 0
    refused: Counter[Refusal] = field(default_factory=Counter)
    last: int | None = None
