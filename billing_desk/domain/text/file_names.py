"""Names of files that are made of text from outside (G3): no path, no hidden or reserved name, of a usable length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from .card_number_guard import masked

LONGEST, MOST_BYTES = 100, 180
"""Characters without the ending, and bytes in UTF-8: file systems allow 255 bytes with ending and number."""
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_FIELD = re.compile(r"\{(\w+)\}")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
"""Names that Windows keeps for devices."""


def safe_name(text: str) -> str:
    """A file name without its ending, in which card numbers are masked; `file` where nothing usable is left."""
    kept = "".join(each for each in text if unicodedata.category(each)[0] != "C" or each in "\t\n")
    kept = masked(unicodedata.normalize("NFC", kept), "xxxx")
    name = " ".join(_UNSAFE.sub("_", kept).split()).strip(" ._")[:LONGEST]
    name = name.encode("utf-8", "replace")[:MOST_BYTES].decode("utf-8", "ignore").rstrip(" .")
    return f"_{name}" if name.partition(".")[0].casefold() in _RESERVED else name or "file"


def from_pattern(pattern: str, values: Mapping[str, str]) -> str:
    """`{number}_{customer}` with the values, made safe as a whole. Raises KeyError for a name without a value."""
    return safe_name(_FIELD.sub(lambda match: values[match[1]], pattern))


def fields_in(pattern: str) -> set[str]:
    return set(_FIELD.findall(pattern))


def unused(name: str, taken: Collection[str]) -> str:
    """The name, with a number after it if it is taken; letters of either case are the same, as on Windows and macOS."""
    held = {each.casefold() for each in taken}
    found, number = name, 1
    while found.casefold() in held:
        number += 1
        found = f"{name} ({number})"
    return found
