"""What a person has set for safety: how long a live desk stays armed, when the window locks, and the ceilings."""

from __future__ import annotations

from dataclasses import dataclass, field

from .ceilings import Ceilings


@dataclass(frozen=True)
class Rules:
    """Seconds; `lock_after` 0: never. `note_at_stripe`: reason and ticket also go to Stripe, as metadata.
    `refuse_prepaid`: prepaid cards are refused, otherwise they are looked at by a person (C9); `remove_prepaid`: those
    that come are removed at once."""

    armed_for: int = 15 * 60
    lock_after: int = 10 * 60
    ceilings: Ceilings = field(default_factory=Ceilings)
    note_at_stripe: bool = False
    refuse_prepaid: bool = True
    remove_prepaid: bool = False


@dataclass(frozen=True)
class Actor:
    """Who writes: the name chosen in the settings, and the operating system's."""

    name: str
    system_name: str
