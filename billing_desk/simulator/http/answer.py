"""A received HTTP request and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
