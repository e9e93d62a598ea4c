"""The filter bar's syntax: `status:open due<2026-12-01 total>10000 sato`, in any order, text first or last."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


def token(field: str, operator: Operator, value: str) -> str:
    return f'{field}{operator}"{value}"' if " " in value else f"{field}{operator}{value}"
