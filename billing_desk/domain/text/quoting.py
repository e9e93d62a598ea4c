"""Quotes texts in commands that the operator can paste into a shell or a Python prompt. No other module quotes.

Every text stays a literal; invisible characters are written as escapes.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from .display_text import visible

_PLAIN = re.compile(r"[A-Za-z0-9._:/@-]+")
_FIELD = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")


@dataclass(frozen=True)
class Answer:
    """A reference to an earlier step's answer, by step number (from 1) and field: a variable in the command."""

    step: int
    field: str

    def __post_init__(self) -> None:
        if self.step < 1 or not _FIELD.fullmatch(self.field):
            raise ValueError(f"not a step's answer: {self.step}.{self.field}")

    @property
    def variable(self) -> str:
        return f"STEP{self.step}_{self.field.replace('.', '_')}"

    @property
    def expression(self) -> str:
        return f"step{self.step}.data" + "".join(f"[{name!r}]" for name in self.field.split("."))


Part = str | Answer


def shell_word(text: str) -> str:
    """One word for a POSIX shell; invisible characters are percent-encoded."""
    return text if _PLAIN.fullmatch(text) else shlex.quote(text if _is_seen(text) else _encoded(text, " "))


def shell_address(base: str, parts: Sequence[Part]) -> str:
    """A URL: special characters are percent-encoded, answers become variables. `parts` come from a request's path,
    whose ids are already percent-encoded."""
    if not any(isinstance(part, Answer) for part in parts):
        return shell_word(base + "".join(_encoded(str(part), "/%") for part in parts))
    # The text after a variable begins with a slash, which ends the variable's name.
    inside = "".join(f"${p.variable}" if isinstance(p, Answer) else _encoded(p, "/%") for p in parts)
    return f'"{base}{inside}"'


def shell_parameter(name: str, value: Part) -> str:
    """curl's option for one parameter; the value is percent-encoded only if it cannot be written literally."""
    key = _encoded(name, "[]")
    if isinstance(value, Answer):
        return f'-d "{key}=${value.variable}"'
    if _PLAIN.fullmatch(value) or not value:
        return f"-d {shlex.quote(f'{key}={value}')}"
    if _is_seen(value):
        return f"--data-urlencode {shlex.quote(f'{key}={value}')}"
    return f"-d {shlex.quote(key + '=' + _encoded(value, ''))}"


def python_text(text: str) -> str:
    """A Python string literal."""
    return repr(text)


def python_joined(parts: Sequence[Part]) -> str:
    """A Python expression that joins the parts into one string."""
    return " + ".join(part.expression if isinstance(part, Answer) else repr(part) for part in parts) or "''"


def _encoded(text: str, safe: str) -> str:
    return quote(text, safe=f"{safe}._-~", errors="replace")


def _is_seen(text: str) -> bool:
    return visible(text) == text and not any(character in text for character in "\n\t")
