"""A validation error of a form field; the UI shows its text next to the field."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True)
class FieldError:
    field: str
    code: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
