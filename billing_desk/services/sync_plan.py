"""What the sync reads, in which order, and which events concern which objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..domain.request import Request
from ..gateway import customers, invoices, meters, payments, plans, subscriptions

LISTS: tuple[tuple[str, Callable[[], Request]], ...] = (
    ("customer", customers.list_all),
    ("subscription", subscriptions.list_all),
    ("product", plans.list_products),
    ("price", plans.list_prices),
    ("plan", plans.list_plans),
    ("meter", meters.list_all),
    ("invoice", invoices.list_all),
    ("invoice_payment", payments.list_invoice_payments),
)
"""Small lists that the first screen needs come first; `plan` fills in where a server knows no prices."""

_KINDS = {
    "customer": "customer",
    "subscription": "subscription",
    "product": "product",
    "price": "price",
    "invoice": "invoice",
    "billing.meter": "meter",
}


def concerns(event: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The (kind, id) pairs to read again after this event: its own copy may be of another API version."""
    obj = (event.get("data") or {}).get("object") or {}
    found = set()
    if (kind := _KINDS.get(str(obj.get("object")))) and obj.get("id"):
        found.add((kind, str(obj["id"])))
    before = (event.get("data") or {}).get("previous_attributes") or {}
    owner = obj.get("customer") or before.get("customer")  # a detached card names its owner only here
    owner = owner.get("id") if isinstance(owner, Mapping) else owner
    if isinstance(owner, str) and owner:
        found.add(("customer", owner))
        if obj.get("object") in ("payment_method", "card", "source"):
            found.add(("cards", owner))
    return found
