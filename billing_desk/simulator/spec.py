"""The parameters of each endpoint and the fields of each object, from the types of the pinned SDK.

The contract tests' `sdk_spec` writes `spec.json` from the SDK's types, so that this package does not import the
SDK.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from . import limits
from .state import templates
from .state.templates import Shape


@cache
def _spec() -> Any:
    return orjson.loads(Path(__file__).with_name("spec.json").read_bytes())


@cache
def api_version() -> str:
    return str(_spec()["version"])


def blank(kind: str) -> dict[str, Any]:
    """A new object of this kind: None where its type allows it, empty lists and dicts."""
    found: dict[str, Any] = orjson.loads(_blank(kind))
    return found


@cache
def _blank(kind: str) -> bytes:
    return orjson.dumps(_spec()["blanks"][kind])


def plain(path: str) -> str:
    """A path with every parameter replaced by `{}`."""
    return re.sub(r"\{[^}]*\}", "{}", path)


@cache
def shape_of(method: str, path: str) -> Shape:
    """The strict shape of the endpoint's parameters. Raises KeyError for an endpoint that Stripe does not have."""
    line = f"{method} {plain(path)}"
    place = _spec()["routes"][line]
    v2 = path.startswith("/v2/")
    extra = dict(limits.added(line))
    if v2 and method == "GET":
        extra["page"] = templates.text(may_be_empty=False)  # from `next_page_url`
    if place is None:
        return templates.fields(extra)
    return _Shapes(json=v2 and method == "POST", changes=method == "POST").object(place, limits.of(line), extra)


@dataclass(frozen=True)
class _Shapes:
    """`changes`: the request creates or updates something, so that texts can be cleared."""

    json: bool
    changes: bool

    def object(self, place: int, known: limits.Limits, extra: limits.Limits | None = None) -> Shape:
        names, required = _spec()["objects"][place]
        inner = (extra or {}) | {
            name: known.get(name) or self._shape(shape, limits.below(known, name), name, required=name in required)
            for name, shape in names.items()
        }
        return templates.fields(inner, tuple(required))

    def _shape(self, found: Any, known: limits.Limits, name: str, *, required: bool = False) -> Shape:
        clears = self.changes and not required and limits.can_be_cleared(name)
        if isinstance(found, int):
            return self.object(found, known)
        if isinstance(found, str):
            if name == "quantity" and found == "i":
                return templates.between(0, 999_999)
            if found == "s":
                return templates.text(may_be_empty=clears)
            return (_JSON if self.json else _FORM)[found]
        word, *rest = found
        if word == "enum":
            return templates.one_of(*rest)
        if word == "list":
            items = templates.array(self._shape(rest[0], known, name, required=True), limits.most(name))
            return templates.unset_or(items) if clears else items
        if word == "map":
            return templates.mapping(self._shape(rest[0], known, name, required=True))
        if word == "unset":
            return templates.unset_or(self._shape(rest[0], known, name))
        return templates.either([self._shape(each, known, name, required=True) for each in rest])


_FORM: dict[str, Shape] = {
    "i": templates.integer,
    "b": templates.boolean,
    "f": templates.number,
    "d": templates.decimal_text,
    "m": templates.metadata,
}
_JSON: dict[str, Shape] = {**_FORM, "i": templates.json_integer, "b": templates.json_boolean}
