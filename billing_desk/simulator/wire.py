"""Between HTTP and the resources: form decoding, expand, pages, and the envelope of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl

from .errors import ApiError, invalid

Json = dict[str, Any]


def decode_form(body: str) -> Json:
    """`a[b]=1&c[0]=2` as nested dicts and lists."""
    tree: Json = {}
    for name, value in parse_qsl(body, keep_blank_values=True):
        _put(tree, _path(name), value)
    decoded = _lists(tree)
    return decoded if isinstance(decoded, dict) else {}


def _path(name: str) -> list[str]:
    head, _, rest = name.partition("[")
    return [head, *(part.rstrip("]") for part in rest.split("["))] if rest else [head]


def _put(tree: Json, path: list[str], value: str) -> None:
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
    if value and all(key.isdigit() for key in value):
        return [_lists(value[key]) for key in sorted(value, key=int)]
    return {key: _lists(item) for key, item in value.items()}


def page(items: Sequence[Json], params: Json, url: str, kind: str) -> Json:
    """A list envelope over `items`, which are newest first; cursors are ids of items."""
    limit = params.get("limit", 10)
    if not 1 <= limit <= 100:
        word = "greater than or equal to 1" if limit < 1 else "less than or equal to 100"
        raise invalid("limit", f"Invalid integer: must be {word}", code="parameter_invalid_integer")
    if "starting_after" in params and "ending_before" in params:
        raise ApiError(
            400,
            "You cannot use both starting_after and ending_before.",
            code="parameters_exclusive",
            param="ending_before",
        )
    if "ending_before" in params:
        end = _index(items, params["ending_before"], "ending_before", kind)
        start = max(0, end - limit)
        return {"object": "list", "data": list(items[start:end]), "has_more": start > 0, "url": url}
    start = _index(items, params["starting_after"], "starting_after", kind) + 1 if "starting_after" in params else 0
    data = list(items[start : start + limit])
    return {"object": "list", "data": data, "has_more": start + limit < len(items), "url": url}


def _index(items: Sequence[Json], id_: str, param: str, kind: str) -> int:
    for index, item in enumerate(items):
        if item["id"] == id_:
            return index
    raise ApiError(400, f"No such {kind}: '{id_}'", code="resource_missing", param=param)


def expand(body: Json, paths: Any, find: Callable[[str], Json | None]) -> Json:
    """Replace ids at `paths` by the objects they name; a path may go four levels deep."""
    if not paths:
        return body
    if not isinstance(paths, list):
        raise invalid("expand", "Invalid array")
    for path in paths:
        parts = path.split(".")
        if len(parts) > 4:
            raise invalid("expand", "You cannot expand more than 4 levels of a property")
        body = _expand(body, parts, path, find)
    return body


def _expand(value: Any, parts: list[str], path: str, find: Callable[[str], Json | None]) -> Any:
    if isinstance(value, list):
        return [_expand(each, parts, path, find) for each in value]
    if not isinstance(value, dict):
        return value
    head, rest = parts[0], parts[1:]
    if head not in value:
        raise invalid("expand", f"This property cannot be expanded ({path}).")
    below = value[head]
    if isinstance(below, str):
        found = find(below)
        if found is None:
            raise invalid("expand", f"This property cannot be expanded ({path}).")
        below = found
    if rest and below is not None:
        below = _expand(below, rest, path, find)
    return {**value, head: below}
