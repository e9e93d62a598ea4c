"""A received HTTP request and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from ..state.table import Json
from .wire import as_bytes


@dataclass(frozen=True)
class Incoming:
    """A received HTTP request; header names are lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}"


@dataclass
class Answer:
    """`cut` closes the connection before the body; `pause` spreads the body over that many seconds."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    media: str = "application/json"
    cut: bool = False
    pause: float = 0.0


def answer(status: int, body: Json, headers: dict[str, str] | None = None) -> Answer:
    return Answer(status, as_bytes(body), headers or {})


def from_sdk(incoming: Incoming) -> bool:
    """Whether a Stripe library asks. Others get answers that people can read, as Stripe does."""
    return "bindings" in incoming.headers.get("user-agent", "").lower()


def laid_out(found: Answer) -> Answer:
    """Indented by two, with `id` first in every object."""
    if found.media != "application/json" or found.cut or not found.body:
        return found
    body = orjson.dumps(_id_first(orjson.loads(found.body)), option=orjson.OPT_INDENT_2) + b"\n"
    return replace(found, body=body)


def _id_first(value: Any) -> Any:
    if isinstance(value, dict):
        first = {"id": value["id"]} if "id" in value else {}
        return {name: _id_first(item) for name, item in {**first, **value}.items()}
    return [_id_first(item) for item in value] if isinstance(value, list) else value
