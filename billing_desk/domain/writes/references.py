"""References in a step's request to the answer of an earlier step, for ids that Stripe creates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..text.quoting import Answer, Part
from .request import REFERENCE, Request, path_part

_MARK = "$result"


def result(step: int, field: str = "id") -> Any:
    """A parameter: a field of the answer of step `step` (from 0). No user input equals it: it is not a string."""
    return {_MARK: [step, field]}


def result_id(step: int) -> str:
    """A path part that refers to the id in the answer of step `step` (from 0)."""
    return f"{{{step}.id}}"


def resolved(request: Request, results: Sequence[Mapping[str, Any] | None]) -> Request:
    """Replaces references by the answers. Raises ValueError if an answer is missing or is not an id."""

    def in_path(match: re.Match[str]) -> str:
        found = _field(results, int(match[1]), match[2])
        if not isinstance(found, str):
            raise ValueError(f"not an object id: {found!r}")
        return path_part(found)

    def in_params(value: Any) -> Any:
        if isinstance(value, Mapping):
            if _is_reference(value):
                return _field(results, *value[_MARK])
            return {name: in_params(item) for name, item in value.items()}
        return [in_params(item) for item in value] if isinstance(value, list | tuple) else value

    return replace(request, path=REFERENCE.sub(in_path, request.path), params=in_params(request.params))


def _is_reference(value: Mapping[str, Any]) -> bool:
    """Metadata can have a key of the same name, but its value is a string."""
    return list(value) == [_MARK] and not isinstance(value[_MARK], str)


def _field(results: Sequence[Mapping[str, Any] | None], step: int, field: str) -> Any:
    found: Any = results[step] if step < len(results) else None
    for name in field.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    if found is None:
        raise ValueError(f"step {step} has no {field} yet")
    return found


def path_parts(request: Request) -> list[Part]:
    """For display: the path split into text and references, with step numbers from 1."""
    parts: list[Part] = []
    at = 0
    for match in REFERENCE.finditer(request.path):
        parts += [request.path[at : match.start()], Answer(int(match[1]) + 1, match[2])]
        at = match.end()
    return [part for part in (*parts, request.path[at:]) if part]


def answer_in(value: object) -> Answer | None:
    """For display: the reference in a parameter's value; None for any other value."""
    if not isinstance(value, Mapping) or not _is_reference(value):
        return None
    step, field = value[_MARK]
    return Answer(int(step) + 1, str(field))


def renumbered(request: Request, results: Sequence[Mapping[str, Any] | None], done: int) -> Request:
    """For a continuing operation: resolves references to the first `done` steps, renumbers the others."""

    def in_path(match: re.Match[str]) -> str:
        step, field = int(match[1]), match[2]
        return path_part(str(_field(results, step, field))) if step < done else f"{{{step - done}.{field}}}"

    def in_params(value: Any) -> Any:
        if isinstance(value, Mapping):
            if _is_reference(value):
                step, field = value[_MARK]
                return _field(results, step, field) if step < done else result(step - done, field)
            return {name: in_params(item) for name, item in value.items()}
        return [in_params(item) for item in value] if isinstance(value, list | tuple) else value

    return replace(request, path=REFERENCE.sub(in_path, request.path), params=in_params(request.params))
