"""A search result."""

from __future__ import annotations

from dataclasses import dataclass, field

from .json_object import Json


@dataclass(frozen=True)
class Hit:
    """`row` has the columns of the object's row in the mirror, which tell two results of the same title apart."""

    kind: str
    id: str
    title: str
    row: Json = field(default_factory=dict, compare=False)
