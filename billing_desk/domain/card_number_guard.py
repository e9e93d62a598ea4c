"""Finds card numbers in text, so that one never leaves the field it was typed into."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from .tax_id import is_corporate_number

# What people group digits with: spaces, line ends, dashes and minus signs, dots, slashes; and what cannot be seen.
_BETWEEN = r"[\s\-._/\u2010-\u2015\u2212\u30fb\u30fc\u200b-\u200d\u2060\ufeff]"
_RUN = re.compile(rf"\+?[0-9](?:{_BETWEEN}{{0,3}}[0-9]){{12,}}")
_BEFORE, _AFTER, _WORD = re.compile(r"[A-Za-z0-9_]*$"), re.compile(r"[A-Za-z0-9_]*"), re.compile(r"[A-Za-z]*")
_GROUP = re.compile(r"[0-9]+")
_LENGTHS = {"3": range(14, 20), "4": (13, 16, 19), "5": range(13, 20), "6": range(13, 20), "2": (16,)}
_LONGEST = 19
_LEAST_PART = 4
_GROUPING = re.compile(_BETWEEN)


def has_card_number(text: str) -> bool:
    """Whether some digits in `text` look like a payment card number: grouping, length, first digit and Luhn sum.

    Neighbours such as an expiry or a security code do not hide it: every sequence of whole groups is looked at.
    """
    return any(map(_is_card, _RUN.finditer(_plain(text))))


def _plain(text: str) -> str:
    """Full-width and other digits as 0 to 9."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c for c in folded)


def _is_card(match: re.Match[str]) -> bool:
    """Digits inside an id of letters, digits and underscores are none; after or before a mere word they are."""
    text = match.string
    before, after = _BEFORE.search(text, 0, match.start()), _AFTER.match(text, match.end())
    around = (before.group() if before else "", after.group() if after else "")
    return all(map(_WORD.fullmatch, around)) and _holds_card(match.group())


def holds_card_number(texts: Sequence[str]) -> bool:
    """Whether one of them does, or several that follow each other do together: typed on from field to field."""
    return any(map(has_card_number, texts)) or bool(parts_of_card_number(texts))


def parts_of_card_number(texts: Sequence[str]) -> range:
    """Which of several texts that follow each other make a card number together; empty where none do.

    Only texts that are nothing but digits, four at least, can be parts of one.
    """
    plain = [_GROUPING.sub("", _plain(text)) for text in texts]
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


def masked(text: str, mask: str = "••••") -> str:
    """With every run of digits that looks like a card number replaced, for what leaves the program."""
    if not has_card_number(text):
        return text
    return _RUN.sub(lambda match: mask if _is_card(match) else match.group(), _plain(text))


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
            # Cards of thirteen digits are long gone; Japanese companies write such a number on every invoice.
            if digits == group and is_corporate_number(digits):
                continue
            if len(digits) in _LENGTHS.get(digits[0], ()) and luhn(digits):
                return True
    return False


def luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
