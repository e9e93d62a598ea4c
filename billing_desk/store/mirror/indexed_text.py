"""The text by which rows of the mirror are found and sorted, including the names of the customers they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...domain.json_object import Json
from ...domain.text.folding import folded
from . import search
from .entity import Entity

LONGEST_NAME = 500
"""Maximum characters of a customer's name that are copied to the customer's objects."""


@dataclass(frozen=True)
class Owner:
    """The customer's name and texts by which the customer's objects are sorted and found."""

    label: str
    words: tuple[str, ...] = ()


def owner_of(id_: str, name: Any, email: Any) -> Owner:
    """The customer with this id, name and email."""
    return Owner(str(name or email or id_)[:LONGEST_NAME], tuple(str(text) for text in (name, email) if text))


def owner_on_invoice(obj: Json) -> Owner:
    """The customer's name from the invoice itself, while the customer is not in the mirror."""
    return Owner(str(obj.get("customer_name") or obj.get("customer_email") or ""))


def text_of(entity: Entity, obj: Json, owner: Owner) -> tuple[str, str]:
    """The searchable text of a row, and its name for search and filters."""
    id_ = str(obj["id"])
    name = owner.label if entity.of_customer else str(obj.get("name") or "")
    parts = [None if search.is_id(id_) else id_, *entity.words(obj), *owner.words]
    return search.text_of(part for part in parts if part != name), folded(name)
