"""What to do with a card by its funding (C9)."""

from __future__ import annotations

from enum import StrEnum

APPROVED = "bd_card_ok"
"""The metadata key of an approved card; its value is the card's fingerprint."""


class Verdict(StrEnum):
    ACCEPT = "accept"
    REVIEW = "review"
    REFUSE = "refuse"


def verdict(funding: str, *, approved: bool = False, refuse_prepaid: bool = True) -> Verdict:
    """Prepaid cards are refused or reviewed, unknown funding goes to a person, whose approval stays; an unheard-of
    funding counts as unknown."""
    if approved or funding in ("credit", "debit"):
        return Verdict.ACCEPT
    return Verdict.REFUSE if funding == "prepaid" and refuse_prepaid else Verdict.REVIEW
