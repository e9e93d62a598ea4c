"""A card that came automatically, and how the page ended on which it was entered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...domain.errors import DeskError
from ...domain.json_object import Json
from ...domain.objects.card import Card, Verdict
from ..writes.step_executor import Unsettled


class IntakeOutcome(StrEnum):
    """`LEFT`: what should have been done could not be."""

    CAME = "came"
    DEFAULT = "default"
    REMOVED = "removed"
    LEFT = "left"


@dataclass(frozen=True)
class NewCard:
    """`error` says why something was left."""

    card: Card
    customer: Json
    verdict: Verdict
    outcome: IntakeOutcome = IntakeOutcome.CAME
    error: DeskError | Unsettled | None = None


@dataclass(frozen=True)
class PageOutcome:
    """How a page ended: `status` is complete or expired; `new_card` what it has brought; `error` why nobody knows."""

    status: str
    new_card: NewCard | None = None
    error: DeskError | None = None
