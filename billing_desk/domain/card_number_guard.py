"""Finds card numbers in text, so that one never leaves the field it was typed into."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Digits that people group with spaces, dashes, dots or slashes. Not part of a longer word.
_RUN = re.compile(r"(?<![\w])\+?\d(?:[ \-.\u2010-\u2015\u00a0/]{0,2}\d){12,}(?![\w])")
_GROUP = re.compile(r"\d+")
_LENGTHS = {"3": range(14, 20), "4": (13, 16, 19), "5": range(13, 20), "6": range(13, 20), "2": (16,)}
_LONGEST = 19
_LEAST_PART = 4
_GROUPING = re.compile(r"[ \-./\u00a0\u2010-\u2015]")


def has_card_number(text: str) -> bool:
    """Whether some digits in `text` look like a payment card number: grouping, length, first digit and Luhn sum.

    Neighbours such as an expiry or a security code do not hide it: every sequence of whole groups is looked at.
    """
    return any(_holds_card(match.group()) for match in _RUN.finditer(unicodedata.normalize("NFKC", text)))


def holds_card_number(texts: Sequence[str]) -> bool:
    """Whether one of them does, or several that follow each other do together: typed on from field to field."""
    return any(map(has_card_number, texts)) or bool(parts_of_card_number(texts))


def parts_of_card_number(texts: Sequence[str]) -> range:
    """Which of several texts that follow each other make a card number together; empty where none do.

    Only texts that are nothing but digits, four at least, can be parts of one.
    """
    plain = [_GROUPING.sub("", unicodedata.normalize("NFKC", text)) for text in texts]
    for first in range(len(plain)):
        joined = ""
        for last in range(first, len(plain)):
            part = plain[last]
            joined += part
            if len(part) < _LEAST_PART or not part.isdecimal() or len(joined) > _LONGEST:
                break
            if last > first and len(joined) in _LENGTHS.get(joined[0], ()) and luhn(joined):
                return range(first, last + 1)
    return range(0)


def masked(text: str) -> str:
    """With every run of digits that looks like a card number replaced by dots, for what leaves the program."""
    plain = unicodedata.normalize("NFKC", text)
    if not has_card_number(plain):
        return text
    return _RUN.sub(lambda match: "••••" if _holds_card(match.group()) else match.group(), plain)


def _holds_card(run: str) -> bool:
    groups = _GROUP.findall(run)
    if run.startswith("+") and len("".join(groups)) <= 15:
        return False  # an international telephone number (E.164)
    for first in range(len(groups)):
        digits = ""
        for group in groups[first:]:
            digits += group
            if len(digits) > _LONGEST:
                break
            if len(digits) in _LENGTHS.get(digits[0], ()) and luhn(digits):
                return True
    return False


def luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
