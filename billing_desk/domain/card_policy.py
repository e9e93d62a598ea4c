"""What to do with a card by its funding (C9)."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    ACCEPT = "accept"
    REVIEW = "review"
    REFUSE = "refuse"


def verdict(funding: str) -> Verdict:
    """Prepaid cards are refused, unknown funding goes to a person; an unheard-of funding counts as unknown."""
    if funding in ("credit", "debit"):
        return Verdict.ACCEPT
    return Verdict.REFUSE if funding == "prepaid" else Verdict.REVIEW
