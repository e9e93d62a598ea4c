"""Notes about a customer, stored in the customer's metadata at Stripe so that colleagues see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..invoices.review import REVIEW_KEYS
from ..writes.own_metadata import METADATA_VALUE, OWN_KEYS

LONGEST = METADATA_VALUE
_KEY = re.compile(r"bd_note_(\d{9,11})")


@dataclass(frozen=True)
class Note:
    """`at` is in Unix seconds; `key` is the metadata key."""

    at: int
    text: str
    key: str


def notes_of(metadata: Mapping[str, str]) -> list[Note]:
    """The notes, newest first."""
    found = [Note(int(match[1]), text, key) for key, text in metadata.items() if (match := _KEY.fullmatch(key))]
    return sorted(found, key=lambda note: -note.at)


def is_note(key: str) -> bool:
    return _KEY.fullmatch(key) is not None


def is_own(key: str) -> bool:
    """Whether this metadata key belongs to the program; the operator cannot edit such keys."""
    return key in OWN_KEYS or key in REVIEW_KEYS or is_note(key)


def with_note(metadata: Mapping[str, str], at: int, text: str) -> dict[str, str]:
    """The metadata with one more note. A note of the same second is not overwritten."""
    while f"bd_note_{at}" in metadata:
        at += 1
    return {**metadata, f"bd_note_{at}": text}
