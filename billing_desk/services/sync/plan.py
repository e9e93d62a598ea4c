"""What the sync reads, and which events concern which objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ...domain.changes import ChangeKind
from ...domain.objects.payment import payment_of
from ...domain.writes.operation import OWN_ID
from ...domain.writes.request import Request
from ...gateway.requests import customers, invoices, meters, plans, subscriptions


@dataclass(frozen=True)
class Listed:
    """A list of Stripe's. `windowed`: it can be asked for by `created`. `forgets`: what it no longer names is gone."""

    kind: str
    request: Callable[[], Request]
    windowed: bool = True
    forgets: bool = True


LISTS: tuple[Listed, ...] = (
    Listed("customer", customers.list_all),
    Listed("subscription", subscriptions.list_all),
    Listed("product", plans.list_products),
    # Plans fill in where a server knows no prices; together they are one table, so neither alone tells what is gone.
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
    """The (kind, id) pairs to read again after this event: its own copy may be of another API version."""
    obj = (event.get("data") or {}).get("object") or {}
    found = set()
    if (kind := _KINDS.get(str(obj.get("object")))) and obj.get("id"):
        found.add((kind, str(obj["id"])))
    if obj.get("object") == "invoice_payment" and isinstance(obj.get("invoice"), str):
        found.add(("invoice", str(obj["invoice"])))
    before = (event.get("data") or {}).get("previous_attributes") or {}
    owner = obj.get("customer") or before.get("customer")  # a detached card names its owner only here
    owner = owner.get("id") if isinstance(owner, Mapping) else owner
    if isinstance(owner, str) and owner:
        found.add(("customer", owner))
        if obj.get("object") in ("payment_method", "card", "source"):
            found.add(("cards", owner))
        if obj.get("object") == "charge":
            found.add(("charges", owner))
    return found


def note_arrival(event: Mapping[str, Any], came: dict[str, set[str]]) -> None:
    """New cards, by kind of change: cards that were attached, and our pages on which one was entered."""
    obj = (event.get("data") or {}).get("object") or {}
    if event["type"] in _ATTACHED and obj.get("object") in ("payment_method", "card", "source"):
        came.setdefault(ChangeKind.NEW_CARD, set()).add(str(obj["id"]))
    elif event["type"] == "checkout.session.completed" and (obj.get("metadata") or {}).get(OWN_ID):
        came.setdefault(ChangeKind.CARD_PAGE, set()).add(str(obj["id"]))


_ATTACHED = ("payment_method.attached", "customer.source.created")


def result_of(event: Mapping[str, Any]) -> list[tuple[str, int, str]]:
    """Of an event about a charge: the card, when, and why it failed, "" where it did not."""
    obj = (event.get("data") or {}).get("object") or {}
    return [result_of_charge(obj)] if obj.get("object") == "charge" and event["type"] in _CHARGED else []


_CHARGED = ("charge.succeeded", "charge.failed")


def result_of_charge(charge: Mapping[str, Any]) -> tuple[str, int, str]:
    payment = payment_of(charge)
    return payment.card_id, payment.at, payment.failure.code if payment.failure else ""
