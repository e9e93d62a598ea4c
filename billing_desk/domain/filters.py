"""The filter bar's syntax: `status:open due<2026-12-01 total>10000 sato`, in any order, text first or last."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, cast

Operator = Literal[":", "<", ">"]
_TOKEN = re.compile(r"""(-?)([a-z_]+)([:<>])("([^"]*)"|\S*)|"([^"]*)"|(\S+)""")


_HIDDEN = re.compile(r"[\x00-\x1f\x7f]+")
"""Control characters separate words as spaces do, because they cannot be searched."""


@dataclass(frozen=True)
class Condition:
    """One token, such as `total>10000`; `negated` by a leading minus."""

    field: str
    operator: Operator
    value: str
    negated: bool = False


@dataclass(frozen=True)
class Filter:
    """All conditions must hold, and the row's text must contain every word."""

    conditions: tuple[Condition, ...] = ()
    words: tuple[str, ...] = ()


def parse(text: str, fields: frozenset[str]) -> Filter:
    """A token whose name is not in `fields` is treated as text, so that `https://…` or `12:30` can be searched."""
    text = _HIDDEN.sub(" ", text)
    conditions: list[Condition] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text):
        minus, name, operator, raw, quoted, phrase, word = match.groups()
        if name in fields and raw:
            value = quoted if quoted is not None else raw
            conditions.append(Condition(name, cast("Operator", operator), value, negated=bool(minus)))
        elif name and name not in fields:
            words.append(match.group())
        elif phrase or word:
            words.append(phrase or word)
    return Filter(tuple(conditions), tuple(words))


def with_token(text: str, token: str) -> str:
    """The filter with one more token at its end; a token that is already there is not repeated."""
    return text if token in text.split() else f"{text} {token}".strip()


_NOT_FIELDS = frozenset({"http", "https", "mailto", "tel", "re"})
"""What stands before a colon in ordinary text."""


@dataclass(frozen=True)
class Doubt:
    """A token that is probably a mistake: `token` as typed, `nearest` the whole filter with it corrected, or "" if
    nothing is near. `is_field`: there is no such field; else the field has no such value."""

    token: str
    is_field: bool
    nearest: str


def doubt(text: str, fields: frozenset[str], values: Mapping[str, Collection[str]]) -> Doubt | None:
    """The first doubtful token of a filter. `values` are all values of the fields that have few."""
    for match in _TOKEN.finditer(text):
        minus, name, operator, raw, quoted, _, _ = match.groups()
        value = (quoted if quoted is not None else raw) or ""
        if not name or not value or name in _NOT_FIELDS:
            continue
        if name not in fields:
            near = get_close_matches(name, fields, 1, 0.6)
            return Doubt(match.group(), True, _with(text, match, f"{minus}{near[0]}{operator}{raw}" if near else ""))
        known = values.get(name)
        if operator == ":" and known and value.lower() not in {each.lower() for each in (*known, "none")}:
            near = get_close_matches(value.lower(), list(known), 1, 0.5)
            return Doubt(match.group(), False, _with(text, match, f"{minus}{name}:{near[0]}" if near else ""))
    return None


def _with(text: str, match: re.Match[str], better: str) -> str:
    return f"{text[: match.start()]}{better}{text[match.end() :]}" if better else ""
