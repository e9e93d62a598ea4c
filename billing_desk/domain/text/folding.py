"""Texts as they are compared in searches: by sound for kana, and without regard to width, case and composition (G9)."""

from __future__ import annotations

import unicodedata

_HIRAGANA = (*range(0x3041, 0x3097), 0x309D, 0x309E)
_TO_KATAKANA = {code: code + 0x60 for code in _HIRAGANA}
_TO_HIRAGANA = {code + 0x60: code for code in _HIRAGANA}
_TO_HALF_WIDTH = {ord(unicodedata.normalize("NFKC", chr(code))): code for code in range(0xFF66, 0xFF9E)}


def folded(text: str) -> str:
    """Hiragana becomes katakana, every width the ordinary one, marks are composed, case is folded; NUL becomes a
    space. Two texts that sound alike in kana are then equal."""
    return unicodedata.normalize("NFKC", text.replace("\0", " ")).casefold().translate(_TO_KATAKANA)


def spellings(text: str) -> list[str]:
    """The text as it can be stored, for a search that compares letter by letter: in both kana, in half-width kana, and
    with marks composed and decomposed."""
    plain = unicodedata.normalize("NFKC", text)
    katakana = plain.translate(_TO_KATAKANA)
    half = unicodedata.normalize("NFD", katakana).translate({**_TO_HALF_WIDTH, 0x3099: 0xFF9E, 0x309A: 0xFF9F})
    found = (text, plain, katakana, plain.translate(_TO_HIRAGANA), half, unicodedata.normalize("NFD", plain))
    return list(dict.fromkeys(found))
