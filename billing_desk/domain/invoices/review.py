"""The review of an invoice: a mark with reviewer and note, kept in its metadata at Stripe so that colleagues see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MARK, REVIEWER, REVIEW_NOTE, REVIEWED_AT = "bd_review", "bd_review_by", "bd_review_note", "bd_review_at"
REVIEW_KEYS = frozenset({MARK, REVIEWER, REVIEW_NOTE, REVIEWED_AT})


class Mark(StrEnum):
    UNREAD = "unread"
    SEEN = "seen"
    APPROVED = "approved"
    QUERIED = "queried"


@dataclass(frozen=True)
class Review:
    """`at` in Unix seconds, 0 if nobody has looked at it."""

    mark: Mark = Mark.UNREAD
    reviewer: str = ""
    note: str = ""
    at: int = 0


def review_of(metadata: Mapping[str, str] | None) -> Review:
    """Text that no version of this program wrote counts as unread."""
    held = metadata or {}
    word, at = str(held.get(MARK) or ""), str(held.get(REVIEWED_AT) or "")
    mark = Mark(word) if word in set(Mark) else Mark.UNREAD
    moment = int(at) if at.isascii() and at.isdigit() and len(at) <= 12 else 0
    return Review(mark, str(held.get(REVIEWER) or ""), str(held.get(REVIEW_NOTE) or ""), moment)


def review_metadata(review: Review) -> dict[str, str]:
    """The metadata parameter of a write; "" removes a key."""
    unread = review.mark is Mark.UNREAD
    return {
        MARK: "" if unread else str(review.mark),
        REVIEWER: review.reviewer,
        REVIEW_NOTE: review.note,
        REVIEWED_AT: str(review.at) if review.at else "",
    }
