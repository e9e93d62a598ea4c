"""A change of a subscription's items, and when it takes effect (F4, C11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..money import Money
from ..objects.subscription import Item


class When(StrEnum):
    """`NOW`: prorated and charged at once. `NEXT`: prorated, on the next invoice. `NONE`: at once, not prorated.
    `RENEWAL`: at the end of the period."""

    NOW = "now"
    NEXT = "next"
    NONE = "none"
    RENEWAL = "renewal"

    @property
    def proration(self) -> str:
        """Stripe's `proration_behavior`."""
        return {When.NOW: "always_invoice", When.NEXT: "create_prorations"}.get(self, "none")


@dataclass(frozen=True)
class ItemEdit:
    """An item after the change; `id` is "" for a new one. `quantity` is None for a metered price."""

    id: str
    price: str
    quantity: int | None


@dataclass(frozen=True)
class Choice:
    """What one way of changing costs. `credit` is what is given back for unused time (0 or negative), `today` what is
    charged at once, `next` the next bill at `next_at` (Unix seconds). `refusal` is why it is not possible, else ""."""

    when: When
    credit: Money | None = None
    today: Money | None = None
    next: Money | None = None
    next_at: int | None = None
    refusal: str = ""


def item_params(before: Sequence[Item], after: Sequence[ItemEdit]) -> list[dict[str, Any]]:
    """Stripe's `items` of an update: only what differs."""
    held = {item.id: item for item in before}
    found: list[dict[str, Any]] = []
    for edit in after:
        old = held.get(edit.id)
        amount = {} if edit.quantity is None else {"quantity": edit.quantity}
        if old is None:
            found.append({"price": edit.price, **amount})
        elif old.price.id != edit.price:
            found.append({"id": edit.id, "price": edit.price, **amount})
        elif edit.quantity is not None and old.quantity != edit.quantity:
            found.append({"id": edit.id, "quantity": edit.quantity})
    kept = {edit.id for edit in after}
    return [*found, *({"id": id_, "deleted": True} for id_ in held if id_ not in kept)]


def whole_items(after: Sequence[ItemEdit]) -> list[dict[str, Any]]:
    """The items as of a new subscription or of a phase."""
    return [{"price": e.price, **({} if e.quantity is None else {"quantity": e.quantity})} for e in after]


def edits_of(items: Sequence[Item]) -> list[ItemEdit]:
    """The items as they are."""
    return [ItemEdit(item.id, item.price.id, None if item.price.is_metered else item.quantity) for item in items]
