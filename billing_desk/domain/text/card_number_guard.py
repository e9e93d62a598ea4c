"""Detects payment card numbers in text.

A text is split into runs of digits of any script, with any non-letters between them; letters, dates, times and amounts
with thousands separators end a number. Every sequence of whole runs is checked, so that an expiry or a security code
next to a number does not hide it. The time is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..objects.tax_id import is_corporate_number

_SHORTEST, LONGEST = 12, 19
_LEAST_PART = 4
_LONGEST_PART = 64
_DIGITS, _LETTER = re.compile(r"[0-9]"), re.compile(r"[^\W\d_]")
_TOKEN = re.compile(r"[^\W_]+|[\W_]+")
_WORD = re.compile(r"([^\W\d_]*)([0-9]+)([^\W\d_]*)")
_ENOUGH = re.compile(r"[0-9](?:[^0-9]*[0-9]){11}")

# Ranges of the card networks and the lengths of their numbers (ISO/IEC 7812; the networks' published ranges). Wide
# ranges come first, because a missed number is worse than a false positive.
_WIDE = {"3": range(14, 20), "4": (13, 16, 19), "5": range(13, 20), "6": range(13, 20)}
_NARROW: tuple[tuple[str, Sequence[int]], ...] = (
    ("1", (15,)),  # UATP
    ("1800", (15,)),  # JCB
    ("1946", (16,)),  # GPN
    ("2131", (15,)),  # JCB
    *((f"220{last}", range(16, 20)) for last in range(6)),  # Mir, Borica
    *((str(prefix), (16,)) for prefix in range(2221, 2721)),  # Mastercard
    ("0604", (12, 13, 16, 18, 19)),  # Maestro
    *((prefix, (12,)) for prefix in ("5018", "5020", "5038", "5893", "6304", "6759", "6761", "6762", "6763")),
    ("81", range(16, 20)),  # UnionPay, RuPay
    ("82", (16,)),  # RuPay
    ("86", (16,)),  # UzCard
    ("9792", (16,)),  # Troy
    ("9860", (16,)),  # Humo
    ("9112", (16,)),  # Belkart
)
_LENGTHS: dict[str, Sequence[int]] = {**_WIDE, **dict(_NARROW)}
_EXPIRY = re.compile(r"(?:0[1-9]|1[0-2])(?:20)?[0-9]{2}(?:[0-9]{3,4})?")
"""Month and year, and a security code, directly after a number."""
_APART = re.compile(
    r"(?<![0-9])(?<![0-9][-/.])(?:19|20)[0-9]{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])(?![-/.]?[0-9])"
    r"|(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,6})?)?(?![:.,]?[0-9])"
    r"|(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?(?![.,]?[0-9])"
)
"""Dates, times and amounts, whose digits are not part of an adjacent number."""
_ID_DIGITS = 14
"""The minimum length of a Stripe id after its prefix."""
_NO_CARDS = frozenset(
    {"cus", "in", "ii", "il", "sub", "si", "prod", "price", "plan", "evt", "req", "acct", "txn", "cn"}
)
"""Prefixes of Stripe's ids: digits after such a prefix are part of the id."""


@dataclass
class _Segment:
    """Digits between two letters or ends of the text. `places` are their positions in the text, `starts` and `ends`
    those of the runs, counted in digits. `plus`: a plus sign precedes the first digit."""

    plus: bool = False
    digits: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, run: str, places: Sequence[int]) -> None:
        self.starts.append(len(self.places))
        self.digits.append(run)
        self.places.extend(places)
        self.ends.append(len(self.places))


def has_card_number(text: str) -> bool:
    """Whether some digits in `text` look like a payment card number: network, length and Luhn sum."""
    return next(_found(text), None) is not None


def card_numbers(text: str) -> frozenset[str]:
    """The digits of each number found, to distinguish an existing number from a newly typed one."""
    return frozenset(digits for _, _, digits in _found(text))


def holds_card_number(texts: Sequence[str]) -> bool:
    """Whether one text has a card number, or consecutive texts form one (typed across fields)."""
    return any(map(has_card_number, texts)) or bool(parts_of_card_number(texts))


def parts_of_card_number(texts: Sequence[str]) -> range:
    """The range of consecutive texts that together make a card number; empty if there is none.

    Only texts of at least four digits and nothing else can be parts of one.
    """
    plain = [_digits_alone(text) for text in texts]
    for first in range(len(plain)):
        joined = ""
        for last in range(first, len(plain)):
            part = plain[last]
            joined += part
            if len(part) < _LEAST_PART or len(joined) > LONGEST:
                break
            if last > first and len(joined) in _lengths(joined) and luhn(joined):
                return range(first, last + 1)
    return range(0)


def masked(text: str, mask: str = "••••") -> str:
    """The text with every card number replaced by `mask`."""
    parts, at = [], 0
    for start, end, _ in _found(text):
        if end <= at:
            continue
        if start >= at:
            parts += [text[at:start], mask]
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, digits) of every number in the text; they may overlap."""
    if len(text) < _SHORTEST or (text.isascii() and not _ENOUGH.search(text)):
        return
    for segment in _segments(text):
        if len(segment.places) >= _SHORTEST:
            yield from _in_segment(segment)


def _segments(text: str) -> Iterator[_Segment]:
    """A word of mixed letters and digits, such as an id, ends a segment. Letters only before or only after digits end
    it too, but their digits count."""
    plain, places = _plain(text)
    plain = _APART.sub(_as_letters, plain)
    segment, before = _Segment(), ""
    for token in _TOKEN.finditer(plain):
        word = token.group()
        if not word[0].isalnum():
            if not segment.places:
                segment.plus = word.endswith("+")
            before = word
            continue
        match = _WORD.fullmatch(word)
        of_id = match is not None and not match[1] and len(match[2]) >= _ID_DIGITS
        if match is None or (of_id and _belongs_to_id(plain, token.start(), before)):
            yield segment
            segment = _Segment()
            continue
        if match[1]:
            yield segment
            segment = _Segment()
        start = token.start() + len(match[1])
        segment.add(match[2], places[start : start + len(match[2])])
        if match[3]:
            yield segment
            segment = _Segment()
    yield segment


def _as_letters(match: re.Match[str]) -> str:
    """Letters of the same length; a comma-grouped number as long as a card number stays as it is."""
    text = match.group()
    return text if len(_DIGITS.findall(text)) >= _SHORTEST and "," in text and ":" not in text else "x" * len(text)


def _belongs_to_id(plain: str, start: int, before: str) -> bool:
    """Whether one of Stripe's prefixes and an underscore precede these digits."""
    prefix = re.search(r"[a-z]*$", plain[max(0, start - 9) : start - 1]) if before == "_" else None
    return prefix is not None and prefix.group() in _NO_CARDS


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The visible characters in plain form, with digits of any script as 0 to 9, and the position of each in the text.
    Zero-width characters, such as soft hyphens and combining marks, are left out."""
    if text.isascii():
        return text, range(len(text))
    plain, places = [], []
    for place, character in enumerate(text):
        for form in character if character.isascii() else _forms(character):
            plain.append(form)
            places.append(place)
    return "".join(plain), places


def _forms(character: str) -> Iterator[str]:
    for part in unicodedata.normalize("NFKC", character):
        if unicodedata.category(part) in ("Cf", "Mn", "Me", "Mc"):
            continue  # invisible, or a mark on the preceding character
        value = unicodedata.digit(part, None)
        yield part if value is None else str(value)


def _in_segment(segment: _Segment) -> Iterator[tuple[int, int, str]]:
    digits = "".join(segment.digits)
    if segment.plus and len(digits) <= 15 and not (len(digits) == 15 and digits.startswith(("34", "37"))):
        return  # an international phone number (E.164); those of +34 and +37x are shorter than a card number
    odd, even = _sums(digits)
    known: dict[str, tuple[int, ...]] = {}
    ends = set(segment.ends)
    for start, first_end in zip(segment.starts, segment.ends, strict=True):
        yield from _with_expiry(segment, digits, start, first_end)
        beginning = digits[start : start + 4]
        if beginning not in known:
            known[beginning] = _lengths(beginning)
        for length in known[beginning]:
            end = start + length
            if end not in ends:
                continue
            sums = odd if end % 2 else even
            if (sums[end] - sums[start]) % 10:
                continue
            number = digits[start:end]
            # Thirteen-digit cards are no longer issued, but Japanese corporate numbers have thirteen digits.
            if end == first_end and is_corporate_number(number):
                continue
            yield segment.places[start], segment.places[end - 1] + 1, number


def _with_expiry(segment: _Segment, digits: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """A number directly followed by its expiry, as magnetic stripe readers send it."""
    for length in (15, 16) if 18 < end - start < 27 else ():
        number = digits[start : start + length]
        known = length in _lengths(number) and (length == 16 or number.startswith(("34", "37")))
        if known and luhn(number) and _EXPIRY.fullmatch(digits, start + length, end):
            yield segment.places[start], segment.places[end - 1] + 1, number


def _sums(digits: str) -> tuple[list[int], list[int]]:
    """Luhn sums of every prefix, for numbers that end at an odd position and for those that end at an even one."""
    odd, even = [0], [0]
    for place, digit in enumerate(digits):
        value = int(digit)
        doubled = value * 2 - 9 if value > 4 else value * 2
        # In a number that ends at `end`, the digit at `place` is doubled when end - place is even.
        odd.append(odd[-1] + (doubled if place % 2 else value))
        even.append(even[-1] + (value if place % 2 else doubled))
    return odd, even


def _lengths(beginning: str) -> tuple[int, ...]:
    """The possible lengths of a card number with this prefix."""
    found = {length for end in range(1, 5) for length in _LENGTHS.get(beginning[:end], ())}
    return tuple(sorted(found))


def _digits_alone(text: str) -> str:
    """The digits of a text that contains only digits and their separators; "" for any other text."""
    if len(text) > _LONGEST_PART:
        return ""
    plain, _ = _plain(text)
    return "" if _LETTER.search(plain) else "".join(_DIGITS.findall(plain))


def luhn(digits: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
