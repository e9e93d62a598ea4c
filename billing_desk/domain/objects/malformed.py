"""Objects that are not shaped as Stripe's are: what reading one raises, and the parts that everything relies on."""

from __future__ import annotations

from typing import Any

STRANGE = (
    *(TypeError, ValueError, KeyError, AttributeError, IndexError),
    *(OverflowError, ArithmeticError, RecursionError),
)
"""Raised by code that takes an object for what its name says. Whoever goes over many leaves such a one out and counts
it; it never stops the others."""
LONGEST_ID = 255
_LATEST = 1 << 34
"""Unix seconds, five centuries from now: more does not fit where the mirror keeps it."""


def has_id(obj: object) -> bool:
    """Whether it is an object with an id that can name it."""
    return isinstance(obj, dict) and is_id(obj.get("id"))


def is_id(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable()


def created_of(obj: Any) -> int | None:
    """When it was created (Unix seconds); None where it does not say so in a way that can be used."""
    value = obj.get("created")
    usable = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LATEST
    return value if usable else None
