"""How email addresses compare. Stripe compares them letter by letter; people and mail servers do not."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """The address as it is meant: without spaces around it, and full-width characters as ordinary ones."""
    return unicodedata.normalize("NFKC", text).strip()


def folded(text: str) -> str:
    """Equal for addresses that are the same to a person, whatever their case, width, and spaces around them."""
    return unicodedata.normalize("NFKC", plain(text).casefold())


def is_same(one: str, other: str) -> bool:
    return folded(one) == folded(other)
