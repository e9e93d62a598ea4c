"""One module per Stripe resource; each gives a table of endpoints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..shapes import Shape, fields
from ..state import Call
from ..wire import Json

Handler = Callable[[Call], Json]


@dataclass(frozen=True)
class Endpoint:
    """`permission` is the restricted-key permission without its `_read` or `_write` ending."""

    method: str
    path: str
    handler: Handler
    shape: Shape
    permission: str

    @property
    def needed(self) -> str:
        return f"rak_{self.permission}_{'read' if self.method == 'GET' else 'write'}"


NOTHING: Shape = fields({})
