"""A request to Stripe as data, so that it can be previewed, journaled, sent, and sent again after a crash."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote, unquote

from ..objects.malformed import is_id

Method = Literal["get", "post", "delete"]
Base = Literal["api", "meter_events"]
REFERENCE = re.compile(r"\{(\d+)\.([a-z_.]+)\}")
"""In a path: the field of an earlier step's answer; see `references`."""


_ASKING = frozenset({"/v1/invoices/create_preview"})
"""POST requests that only read; their parameters are too long for a URL."""


@dataclass(frozen=True)
class Request:
    """`params` are Stripe's parameters, without options such as the key. `path` starts with one slash."""

    method: Method
    path: str
    params: Mapping[str, Any] = field(default_factory=dict)
    base: Base = "api"

    @property
    def is_write(self) -> bool:
        return self.method != "get" and self.path not in _ASKING

    @property
    def endpoint(self) -> str:
        """Method and path with ids replaced by `*`; rate limits are counted by it."""
        return f"{self.method} {'/'.join('*' if _is_id(part) else part for part in self.path.split('/'))}"

    def to_json(self) -> str:
        """Canonical JSON: equal requests give equal text."""
        content = {"method": self.method, "path": self.path, "params": self.params, "base": self.base}
        return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> Request:
        return Request(**json.loads(text))


def _is_id(part: str) -> bool:
    return any(character.isdigit() for character in part[2:]) or ("_" in part and any(c.isupper() for c in part))


def object_path(collection: str, id_: str, *rest: str) -> str:
    """`/v1/customers/cus_1`. Raises ValueError for an empty id, which would address the whole list."""
    return "/".join((collection, id_ if REFERENCE.fullmatch(id_) else path_part(id_), *rest))


def path_part(id_: str) -> str:
    """An id as one part of a path. Raises ValueError if the text is not an id."""
    if id_ in (".", "..") or not is_id(id_) or any(character in id_ for character in "/?#{}\\"):
        raise ValueError(f"not an object id: {id_!r}")
    return quote(id_, safe="-._~:@+$!*'(),;=")


def id_in_path(part: str) -> str:
    """The reverse of `path_part`."""
    return unquote(part)
