"""The customer that a dialog or a notice is about (G8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...domain.objects.customer import display_name
from ..wording.text import joined


@dataclass(frozen=True)
class Whom:
    name: str
    email: str = ""

    @property
    def text(self) -> str:
        """Name and email, as in 山田 美咲 · misaki@example.jp."""
        return joined((self.name, self.email if self.email != self.name else ""), " · ")


def whom_of(customer: Mapping[str, Any]) -> Whom:
    return Whom(display_name(customer), str(customer.get("email") or ""))
