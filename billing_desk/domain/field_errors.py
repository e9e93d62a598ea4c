"""What is wrong with a field the operator filled in; the screen words it beside the field."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True)
class FieldError:
    field: str
    code: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
