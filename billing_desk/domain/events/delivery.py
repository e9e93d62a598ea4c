"""Events that webhook endpoints have not accepted yet."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

UNDELIVERED = "undelivered"
"""The name under which the last look is noted."""
FAILING_AFTER = 600
"""Seconds after which an event that is not delivered counts as failing: an attempt that succeeds takes seconds."""


@dataclass(frozen=True)
class Undelivered:
    """At `read` (Unix seconds): how many, when the oldest and the newest were created, and how many of each type.
    `more`: there are older ones that were not counted."""

    count: int = 0
    oldest: int = 0
    newest: int = 0
    types: tuple[tuple[str, int], ...] = ()
    read: int = 0
    more: bool = False

    @property
    def is_failing(self) -> bool:
        """Whether an event waits for so long that an endpoint must have refused it."""
        return self.count > 0 and self.read - self.oldest > FAILING_AFTER

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Undelivered:
        return Undelivered(**{**values, "types": tuple((str(name), int(count)) for name, count in values["types"])})
