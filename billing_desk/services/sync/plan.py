"""The lists that the sync reads, and the objects that an event concerns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ...domain.changes import ChangeKind
from ...domain.objects.event import before_of, object_of
from ...domain.objects.payment import results_of
from ...domain.writes.own_metadata import OWN_ID
from ...domain.writes.request import Request
from ...gateway.requests import customers, invoices, meters, plans, subscriptions


@dataclass(frozen=True)
class Listed:
    """A list at Stripe. `windowed`: it has a `created` filter. `forgets`: objects missing from the list are deleted."""

    kind: str
    request: Callable[[], Request]
    windowed: bool = True
    forgets: bool = True


LISTS: tuple[Listed, ...] = (
    Listed("customer", customers.list_all),
    Listed("subscription", subscriptions.list_all),
    Listed("product", plans.list_products),
    # Plans are read for servers without prices. Both fill one table, so neither list shows what was deleted.
    Listed("price", plans.list_prices, forgets=False),
    Listed("plan", plans.list_plans, forgets=False),
    Listed("meter", meters.list_all, windowed=False),
    Listed("invoice", invoices.list_all),
)

_KINDS = {
    "customer": "customer",
    "subscription": "subscription",
    "product": "product",
    "price": "price",
    "invoice": "invoice",
    "billing.meter": "meter",
}


def concerns(event: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The (kind, id) pairs to read again."""
    obj = object_of(event)
    found = set()
    if (kind := _KINDS.get(str(obj.get("object")))) and obj.get("id"):
        found.add((kind, str(obj["id"])))
    if obj.get("object") == "invoice_payment" and isinstance(obj.get("invoice"), str):
        found.add(("invoice", str(obj["invoice"])))
    before = before_of(event)
    owner = obj.get("customer") or before.get("customer")  # the event of a detached card has its owner only here
    owner = owner.get("id") if isinstance(owner, Mapping) else owner
    if isinstance(owner, str) and owner:
        found.add(("customer", owner))
        if obj.get("object") in ("payment_method", "card", "source"):
            found.add(("cards", owner))
        if obj.get("object") == "charge":
            found.add(("charges", owner))
    return found


def note_card_event(event: Mapping[str, Any], came: dict[str, set[str]]) -> None:
    """Adds new cards to `came`, by kind of change: attached cards, and completed pages created by this program."""
    obj = object_of(event)
    if event["type"] in _ATTACHED and obj.get("object") in ("payment_method", "card", "source"):
        came.setdefault(ChangeKind.NEW_CARD, set()).add(str(obj["id"]))
    elif event["type"] == "checkout.session.completed" and (obj.get("metadata") or {}).get(OWN_ID):
        came.setdefault(ChangeKind.CARD_PAGE, set()).add(str(obj["id"]))


_ATTACHED = ("payment_method.attached", "customer.source.created")


def result_of(event: Mapping[str, Any]) -> list[tuple[str, int, str]]:
    """For an event about a charge: the card id, the time (Unix seconds), and the failure code ("" if it succeeded)."""
    obj = object_of(event)
    return results_of([obj]) if obj.get("object") == "charge" and event["type"] in _CHARGED else []


_CHARGED = ("charge.succeeded", "charge.failed")
