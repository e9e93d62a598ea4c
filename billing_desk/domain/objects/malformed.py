"""Objects that do not have Stripe's documented shape: the exceptions that reading them raises, and basic checks."""

from __future__ import annotations

from typing import Any

STRANGE = (
    *(TypeError, ValueError, KeyError, AttributeError, IndexError),
    *(OverflowError, ArithmeticError, RecursionError),
)
"""Exceptions raised by code that reads an object of unexpected shape. A loop over many objects catches them, leaves
that object out and counts it."""
LONGEST_ID = 255
_LATEST = 1 << 34
"""Unix seconds, five centuries from now: the largest time that the mirror stores."""


def has_id(obj: object) -> bool:
    """Whether it is an object with a usable id."""
    return isinstance(obj, dict) and is_id(obj.get("id"))


def is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable()


def created_of(obj: Any) -> int | None:
    """The creation time (Unix seconds); None if it is missing or not usable."""
    value = obj.get("created")
    usable = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LATEST
    return value if usable else None
