"""What the pinned SDK's types say: the parameters of each address, and the fields of each object.

`spec.json` is written by the contract tests' `sdk_spec` from the SDK's own types, so that this package need not
import it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from . import limits, shapes
from .shapes import Shape


@cache
def _spec() -> Any:
    return orjson.loads(Path(__file__).with_name("spec.json").read_bytes())


@cache
def api_version() -> str:
    return str(_spec()["version"])


def blank(kind: str) -> dict[str, Any]:
    """A fresh object of this kind: null where its type allows it, empty lists and maps."""
    found: dict[str, Any] = orjson.loads(_blank(kind))
    return found


@cache
def _blank(kind: str) -> bytes:
    return orjson.dumps(_spec()["blanks"][kind])


def plain(path: str) -> str:
    """An address with every id written alike."""
    return re.sub(r"\{[^}]*\}", "{}", path)


@cache
def shape_of(method: str, path: str) -> Shape:
    """The strict shape of this address's parameters. Raises KeyError for an address that is not Stripe's."""
    line = f"{method} {plain(path)}"
    place = _spec()["routes"][line]
    v2 = path.startswith("/v2/")
    extra = dict(limits.removed(line))
    if v2 and method == "GET":
        extra["page"] = shapes.text()  # from the address of a next page
    if place is None:
        return shapes.fields(extra)
    return _object(place, limits.of(line), json=v2 and method == "POST", extra=extra)


def _object(place: int, known: limits.Limits, *, json: bool, extra: limits.Limits | None = None) -> Shape:
    names, required = _spec()["objects"][place]
    inner = (extra or {}) | {
        name: known.get(name) or _shape(shape, limits.below(known, name), name, json=json, required=name in required)
        for name, shape in names.items()
    }
    return shapes.fields(inner, tuple(required))


def _shape(found: Any, known: limits.Limits, name: str, *, json: bool, required: bool = False) -> Shape:
    if isinstance(found, int):
        return _object(found, known, json=json)
    if isinstance(found, str):
        if name == "quantity" and found == "i":
            return shapes.between(0, 999_999)
        if found == "s":
            return shapes.text(may_be_empty=not required)
        return (_JSON if json else _FORM)[found]
    word, *rest = found
    if word == "enum":
        return shapes.one_of(*rest)
    if word == "list":
        return shapes.array(_shape(rest[0], known, name, json=json, required=True), limits.most(name))
    if word == "unset":
        return shapes.unset_or(_shape(rest[0], known, name, json=json))
    return shapes.either([_shape(each, known, name, json=json, required=True) for each in rest])


_FORM: dict[str, Shape] = {
    "i": shapes.integer,
    "b": shapes.boolean,
    "f": shapes.number,
    "d": shapes.decimal_text,
    "m": shapes.metadata,
}
_JSON: dict[str, Shape] = {**_FORM, "i": shapes.json_integer, "b": shapes.json_boolean}
