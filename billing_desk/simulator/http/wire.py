"""Wire format: form decoding, expansion, and list envelopes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

import orjson

from ..errors import ApiError, invalid
from ..state.packed import Packed, Widened, fragment
from ..state.table import Json

_DEEPEST = 12
Find = Callable[[str], Json | Packed | None]
Hidden = Callable[[Json, str], Any]
"""The value of a field that is shown only when expanded; raises KeyError if there is no such field."""


def decode_form(body: str) -> Json:
    """Decode `a[b]=1&c[0]=2` to nested dicts and lists."""
    tree: Json = {}
    for name, value in parse_qsl(body, keep_blank_values=True):
        _put(tree, _path(name), value)
    return {key: _lists(value) for key, value in tree.items()}


def decode_json(body: bytes) -> Json:
    """The JSON object in the body of an API v2 request. Raises ApiError if it is invalid."""
    if not body:
        return {}
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ApiError(400, "Invalid JSON in the request body.", code="invalid_json") from error
    if not isinstance(found, dict):
        raise ApiError(400, "The request body must be a JSON object.", code="invalid_json")
    return found


def text_of(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise ApiError(400, "Invalid UTF-8 in the request body.") from error


def _path(name: str) -> list[str]:
    head, _, rest = name.partition("[")
    return [head, *(part.rstrip("]") for part in rest.split("["))] if rest else [head]


def _put(tree: Json, path: list[str], value: str) -> None:
    if len(path) > _DEEPEST:
        raise invalid(path[0], f"Invalid object: {path[0]} is nested too deeply")
    for part in path[:-1]:
        below = tree.setdefault(part, {})
        if not isinstance(below, dict):
            raise invalid(path[0], f"Invalid object: {path[0]}")
        tree = below
    last = path[-1]
    tree[str(len(tree)) if last == "" else last] = value


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isascii() and key.isdigit() and len(key) < 7 for key in value):
        return [_lists(value[key]) for key in sorted(value, key=int)]
    return {key: _lists(item) for key, item in value.items()}


def limit_of(params: Json) -> int:
    limit: int = params.get("limit", 10)
    if not 1 <= limit <= 100:
        word = "greater than or equal to 1" if limit < 1 else "less than or equal to 100"
        raise invalid("limit", f"Invalid integer: must be {word}", code="parameter_invalid_integer")
    return limit


def check_cursors(params: Json) -> None:
    if "starting_after" in params and "ending_before" in params:
        message = "You cannot use both starting_after and ending_before."
        raise ApiError(400, message, code="parameters_exclusive", param="ending_before")


def cut(rows: Iterator[Any], params: Json, url: str) -> Json:
    """One page of `rows`, which start after the cursor; with `ending_before` they come nearest first."""
    limit = limit_of(params)
    data = list(islice(rows, limit + 1))
    more = len(data) > limit
    del data[limit:]
    if "ending_before" in params:
        data.reverse()
    return {"object": "list", "data": data, "has_more": more, "url": url}


def page(items: Iterable[Json], params: Json, url: str, kind: str) -> Json:
    """One page of `items`, which are newest first; cursors are item ids."""
    check_cursors(params)
    every = list(items)
    if "ending_before" in params:
        at = _index(every, params["ending_before"], "ending_before", kind)
        return cut(iter(every[:at][::-1]), params, url)
    start = _index(every, params["starting_after"], "starting_after", kind) + 1 if "starting_after" in params else 0
    return cut(iter(every[start:]), params, url)


def _index(items: list[Json], id_: str, param: str, kind: str) -> int:
    for index, item in enumerate(items):
        if item["id"] == id_:
            return index
    raise ApiError(400, f"No such {kind}: '{id_}'", code="resource_missing", param=param)


def expand(body: Json, paths: Any, find: Find, hidden: Hidden) -> Json:
    """Replace the ids at `paths` by their objects. Raises ApiError for paths deeper than four levels."""
    if not paths:
        return body
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise invalid("expand", "Invalid array")
    for path in paths:
        parts = path.split(".")
        if len(parts) > 4:
            raise invalid("expand", "You cannot expand more than 4 levels of a property")
        body = _Expansion(path, find, hidden).of(body, parts)
    return body


class _Expansion:
    def __init__(self, path: str, find: Find, hidden: Hidden) -> None:
        self._path, self._find, self._hidden = path, find, hidden

    def of(self, value: Any, parts: list[str]) -> Any:
        if isinstance(value, list):
            return [self.of(each, parts) for each in value]
        if isinstance(value, str):
            value = self._object(value)
        head, rest = parts[0], parts[1:]
        if isinstance(value, Packed):
            if type(value) is Packed and not rest and head not in value.template.example:
                return Widened(value, head, self._shown(value, head))
            value = value.load()
        if not isinstance(value, dict):
            return value
        below = value[head] if head in value else self._shown(value, head)
        if isinstance(below, str):
            below = self._object(below)
        elif isinstance(below, list) and not rest:
            below = [self._object(each) if isinstance(each, str) else each for each in below]
        if rest and below is not None:
            below = self.of(below, rest)
        return {**value, head: below}

    def _object(self, id_: str) -> Json:
        found = self._find(id_)
        if found is None:
            raise self._refusal()
        return found.load() if isinstance(found, Packed) else found

    def _shown(self, value: Any, head: str) -> Any:
        try:
            return self._hidden(value, head)
        except KeyError as error:
            raise self._refusal() from error

    def _refusal(self) -> ApiError:
        return invalid("expand", f"This property cannot be expanded ({self._path}).")


def as_bytes(body: Any) -> bytes:
    return orjson.dumps(body, default=fragment)
