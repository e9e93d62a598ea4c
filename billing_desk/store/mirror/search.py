"""Full-text search over the mirror, ignoring character width, case, and the kind of kana.

Words of three or more characters are found anywhere in the text (trigrams). One or two characters are found
anywhere in Japanese or other non-Latin words, and two at the beginning of Latin words and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...domain.text.folding import folded

_INDEXED = 3
LONGEST, LONGEST_TEXT = 2_000, 50_000
"""Characters of one field, and of a whole object, that are indexed."""
_WORD, _BEGINNING, _PAIR = re.compile(r"\w+"), re.compile(r"\b\w\w?"), re.compile(r"(?=(\w\w?))")
_ID = re.compile(r"(?:cus|sub|in|pm|card|src|ba|price|prod|plan|mtr|clock)_[A-Za-z0-9]*")
"""Stripe's ids. They are found by prefix in the tables' own indexes. In the full-text index, where each id has two
dozen unique trigrams, they would be a third of its size."""


def is_searchable(text: str) -> bool:
    """Whether the trigram index can find it."""
    return len(folded(text)) >= _INDEXED and not is_id(text)


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def text_of(parts: Iterable[object]) -> str:
    """The indexed text of an object: each distinct part on its own line, folded."""
    return folded("\n".join(dict.fromkeys(str(part)[:LONGEST] for part in parts if part))[:LONGEST_TEXT])


def pairs(text: str) -> str:
    """The short tokens of a folded text: single characters and pairs, or the first two characters of Latin words."""
    if text.isascii():
        return " ".join(dict.fromkeys(_BEGINNING.findall(text)))
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        found.update(dict.fromkeys((word[:2],) if word.isascii() else (*_PAIR.findall(word), *word)))
    return " ".join(found)


@dataclass(frozen=True)
class Words:
    """(index, FTS5 expression) for an entity's two indexes, and id prefixes. `nothing`: no row can match."""

    matches: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    nothing: bool = False


def words_of(texts: Sequence[str], within: Sequence[tuple[str, str]] = ()) -> Words:
    """FTS5 expressions by index ("words" or "pairs"); all must match. `within`: column and a searchable text in it."""
    ids = [text for text in texts if is_id(text)]
    # Ignore a single Latin letter or digit: it is usually the start of typing and matches almost every row.
    terms = [term for text in texts if not is_id(text) and not _is_letter(term := folded(text))]
    long = [f"{column} : {_phrase(folded(text))}" for column, text in within]
    long += [_phrase(term) for term in terms if len(term) >= _INDEXED]
    short = []
    for term in terms:
        if len(term) < _INDEXED:
            parts = _WORD.findall(term)
            if not parts:
                return Words(nothing=True)
            short += [f'"{part}"' for part in parts]
    found = [("words", " AND ".join(long))] if long else []
    return Words([*found, ("pairs", " AND ".join(short))] if short else found, ids)


def _phrase(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _is_letter(term: str) -> bool:
    return len(term) == 1 and term.isascii() and term.isalnum()


def escaped_like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
