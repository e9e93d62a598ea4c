"""What is wrong with a field the operator filled in; the screen words it beside the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    field: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
