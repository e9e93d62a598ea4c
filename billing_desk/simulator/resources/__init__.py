"""One module per Stripe resource; each defines a table of endpoints."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..call import Call
from ..spec import plain, shape_of
from ..state.table import Json
from ..state.templates import Shape

Handler = Callable[[Call], Json]


@dataclass(frozen=True)
class Endpoint:
    """`permission` is the restricted-key permission without its `_read` or `_write` ending."""

    method: str
    path: str
    handler: Handler
    permission: str

    @property
    def needed(self) -> str:
        return f"rak_{self.permission}_{'read' if self.method == 'GET' else 'write'}"

    @property
    def plain(self) -> str:
        return plain(self.path)

    @property
    def ids(self) -> list[str]:
        """The names of the path parameters."""
        return re.findall(r"\{(\w+)\}", self.path)

    @property
    def shape(self) -> Shape:
        return shape_of(self.method, self.path)


def endpoints_of(permission: str, table: Mapping[str, Handler]) -> list[Endpoint]:
    """Endpoints from "METHOD /address" → handler."""
    return [
        Endpoint(line.partition(" ")[0], line.partition(" ")[2], handler, permission) for line, handler in table.items()
    ]


def reads(kind: str) -> Handler:
    """A handler that retrieves an object of this kind by the path parameter `id`."""

    def retrieve(call: Call) -> Json:
        return call.state.get(kind, call.ids["id"])

    return retrieve
