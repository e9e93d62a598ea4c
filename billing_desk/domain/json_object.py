"""JSON objects as Stripe sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
"""A JSON object from Stripe, not validated: any field may be missing."""


def of_customer(obj: Json) -> tuple[tuple[str, str], ...]:
    """The customer of an object as a subject of an operation; empty if Stripe names none."""
    id_ = id_of(obj.get("customer"))
    return (("customer", id_),) if id_ else ()


def id_of(value: Any) -> str | None:
    """The id of a reference, whether it is expanded or not; None if there is none."""
    if isinstance(value, Mapping):
        value = value.get("id")
    return value if isinstance(value, str) else None
