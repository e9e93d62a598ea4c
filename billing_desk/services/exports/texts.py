"""Texts for export: card numbers masked, and no spreadsheet formulas."""

from __future__ import annotations

import re
import unicodedata

from ...domain.text.card_number_guard import masked

_CAUTION = re.compile(r"\A(?!\w)|[;\t|\r\n]")
_SEPARATORS = re.compile(r"([;\t|\r\n]+)")
_STARTERS = frozenset("=+-@\u2212")
"""First characters of a formula after NFKC; the last one is the minus sign."""
_LINE_STARTS = ("\t", "\r", "\n")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})
MOST = 32_000
"""Maximum length of a cell in characters; XLSX allows 32,767."""


def leaving(text: str) -> str:
    """Text for any format: card numbers masked, length limited."""
    return masked(text if len(text) <= MOST else text[: MOST - 1] + "…")


def harmless(text: str) -> str:
    """A text that no spreadsheet reads as a formula, even after leading invisible characters."""
    return f"'{text}" if text.startswith(_LINE_STARTS) or _starts_formula(text) else text


def csv_cell(text: str) -> str:
    """Also safe in a program that splits lines at another separator than the comma."""
    if not _CAUTION.search(text):
        return text
    first, *rest = _SEPARATORS.split(text)
    parts = [f"'{part}" if _starts_formula(part) else part for part in rest]
    mark = "'" if harmless(text) != text else ""
    return "".join((mark, first, *parts))


def _starts_formula(text: str) -> bool:
    for character in text:
        if unicodedata.category(character) in _UNSEEN or character.isspace():
            continue
        return unicodedata.normalize("NFKC", character)[:1] in _STARTERS
    return False
