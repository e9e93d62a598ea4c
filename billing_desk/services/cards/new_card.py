"""A new card found by card intake, and the outcome of a hosted page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.card import Card, Verdict
from ..writes.step_executor import Unsettled


class IntakeOutcome(StrEnum):
    """What card intake did with the card. `LEFT`: it could not do what it should have done."""

    CAME = "came"
    DEFAULT = "default"
    REMOVED = "removed"
    LEFT = "left"


@dataclass(frozen=True)
class NewCard:
    """`error` is why the card was left; None if there was no error."""

    card: Card
    customer: Json
    verdict: Verdict
    outcome: IntakeOutcome = IntakeOutcome.CAME
    error: DeskError | Unsettled | None = None


@dataclass(frozen=True)
class PageOutcome:
    """The end of a hosted page: `status` is complete or expired, `new_card` its card, `error` why it is unknown."""

    status: str
    new_card: NewCard | None = None
    error: DeskError | None = None
