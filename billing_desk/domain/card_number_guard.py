"""Finds card numbers in text, so that one never leaves the field it was typed into."""

from __future__ import annotations

import re
import unicodedata

# A run of digits that people group with spaces, dashes or dots. Not part of a longer word or number.
_RUN = re.compile(r"(?<![\w])\+?\d(?:[ \-.\u2010-\u2015\u00a0/]{0,2}\d){12,18}(?![\w])")
_LENGTHS = {"3": range(14, 20), "4": (13, 16, 19), "5": range(13, 20), "6": range(13, 20), "2": (16,)}


def has_card_number(text: str) -> bool:
    """Whether some digits in `text` look like a payment card number: grouping, length, first digit and Luhn sum."""
    return any(_looks_like_card(match.group()) for match in _RUN.finditer(unicodedata.normalize("NFKC", text)))


def _looks_like_card(run: str) -> bool:
    digits = re.sub(r"\D", "", run)
    if run.startswith("+") and len(digits) <= 15:
        return False  # an international telephone number (E.164)
    return len(digits) in _LENGTHS.get(digits[0], ()) and luhn(digits)


def luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
