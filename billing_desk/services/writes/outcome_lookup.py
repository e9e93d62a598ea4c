"""The outcome lookup: finds out at Stripe whether a write whose answer was lost took effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...domain.errors import NotFound
from ...domain.json_object import Json, id_of
from ...domain.objects.event import object_of
from ...domain.writes.own_metadata import EXTERNAL_ID, OWN_ID
from ...domain.writes.request import Request, id_in_path
from ...domain.writes.write_evidence import ACTIONS, carries, was_done
from ...gateway.pages import pages, pages_v2
from ...gateway.requests import (
    cards,
    customers,
    discounts,
    events,
    hosted_pages,
    invoices,
    payments,
    plans,
    radar,
    reports,
    subscriptions,
    webhooks,
)
from ...gateway.requests.objects import PATHS
from ...gateway.stripe_gateway import StripeGateway
from ..queries import read_object

Params = Mapping[str, Any]
SLACK = 120
"""Seconds by which this computer's clock and Stripe's may differ."""
_KINDS = {path: kind for kind, path in PATHS.items()}
_EVENTS = {"subscription": "customer.subscription"}
"""The event name of an object, if it differs from the object's name."""
_REPORTS = "/v1/reporting/report_runs"
_SCHEDULES = "/v1/subscription_schedules"

_LISTS: Mapping[str, Callable[[Params, int], Request]] = {
    "/v1/customers": lambda params, since: (
        customers.list_by_email(params["email"]) if params.get("email") else customers.list_created_since(since)
    ),
    "/v1/invoices": lambda params, _: invoices.list_of_customer(params["customer"]),
    "/v1/invoiceitems": lambda params, _: (
        invoices.list_items(params["invoice"]) if params.get("invoice") else invoices.list_pending(params["customer"])
    ),
    "/v1/subscriptions": lambda params, _: subscriptions.list_of_customer(params["customer"]),
    "/v1/products": lambda _params, since: plans.list_created("/v1/products", since),
    "/v1/prices": lambda _params, since: plans.list_created("/v1/prices", since),
    "/v1/plans": lambda _params, since: plans.list_created("/v1/plans", since),
    "/v1/coupons": lambda _params, since: discounts.list_coupons(since),
    "/v1/promotion_codes": lambda params, _: discounts.list_codes(coupon=params["promotion"]["coupon"]),
    "/v1/payment_intents": lambda params, _: payments.list_intents(params["customer"]),
    "/v1/charges": lambda params, since: (
        payments.list_charges(params["customer"]) if params.get("customer") else payments.list_charges_since(since)
    ),
    "/v1/credit_notes": lambda params, _: invoices.list_notes(params["invoice"]),
    "/v1/refunds": lambda params, _: payments.list_refunds(params["charge"]),
    "/v1/checkout/sessions": lambda params, _: hosted_pages.list_card_pages(params["customer"]),
    "/v1/webhook_endpoints": lambda _params, _: webhooks.list_endpoints(),
    "/v1/radar/value_list_items": lambda params, _: radar.list_items(params["value_list"], params["value"]),
}
"""The list in which a created object appears. Lists are consistent at once; search is not."""
_MOVED: Mapping[str, tuple[str, ...]] = {
    "/v1/payment_intents": ("succeeded", "processing", "requires_capture"),
    "/v1/charges": ("succeeded", "pending"),
}
"""A declined attempt is listed too: only these statuses mean that money moved."""


async def look_up_outcome(gateway: StripeGateway, request: Request, key: str, first_sent: int) -> Json | None:
    """The current object if the write took effect, else None. Raises DeskError."""
    collection, id_, action = parts_of(request.path)
    if not id_ and collection == _SCHEDULES:
        return await _schedule_of(gateway, str(request.params["from_subscription"]))
    if collection == _REPORTS:
        return await _report(gateway, request.params, first_sent)
    if not id_ and collection == webhooks.DESTINATIONS:
        return await _destination(gateway, request.params)
    if not id_:
        return await _created(gateway, request, collection, key, first_sent)
    if collection == "/v1/customers" and action:
        return await _part_of_customer(gateway, request, id_, action, key, first_sent)
    if collection == "/v1/checkout/sessions":
        page: Json = await gateway.read(hosted_pages.read_card_page(id_))
        return page if was_done(action, page, request.params) else None
    if collection == "/v1/payment_intents":
        intent: Json = await gateway.read(payments.read_intent(id_))
        return intent if was_done(action, intent, request.params) else None
    collection = "/v1/prices" if collection == "/v1/plans" else collection  # the same object
    if collection not in _KINDS:
        return None
    return await _changed(gateway, request, (_KINDS[collection], id_, action), key, first_sent)


def parts_of(path: str) -> tuple[str, str, str]:
    """`/v1/invoices/in_1/pay` as collection, id and action; "" for parts that are missing."""
    for collection in (*_KINDS, *_LISTS):
        rest = path.removeprefix(collection)
        if path == collection or (rest != path and rest.startswith("/")):
            id_, _, action = rest.lstrip("/").partition("/")
            return collection, id_in_path(id_), action
    return path, "", ""


async def _created(gateway: StripeGateway, request: Request, collection: str, key: str, first_sent: int) -> Json | None:
    params = request.params
    metadata = params.get("metadata") or {}
    wanted = {name: metadata[name] for name in (OWN_ID, EXTERNAL_ID) if name in metadata}
    listed = wanted or collection == "/v1/radar/value_list_items"
    if listed and collection in _LISTS:
        async for rows in pages(gateway, _LISTS[collection](params, first_sent - SLACK), background=False):
            for row in rows:
                carried, moved = row.get("metadata") or {}, _MOVED.get(collection)
                if all(carried.get(name) == value for name, value in wanted.items()):
                    return row if moved is None or row.get("status") in moved else None
    if collection in _MOVED:
        return None  # an event exists for a declined attempt too
    name = collection.removeprefix("/v1/").removesuffix("s")
    return await from_events(gateway, f"{_EVENTS.get(name, name)}.created", key, first_sent)


async def _schedule_of(gateway: StripeGateway, subscription: str) -> Json | None:
    """A subscription has at most one schedule, and making it takes no metadata."""
    made = id_of((await read_object(gateway, "subscription", subscription)).get("schedule"))
    return await read_object(gateway, "schedule", made) if made else None


async def _destination(gateway: StripeGateway, params: Params) -> Json | None:
    """The answer of a lookup has no signing secret: Stripe shows it once."""
    own = (params.get("metadata") or {}).get(OWN_ID)
    async for rows in pages_v2(gateway, webhooks.list_destinations()):
        for row in rows:
            if own and (row.get("metadata") or {}).get(OWN_ID) == own:
                return row
    return None


async def _report(gateway: StripeGateway, params: Params, first_sent: int) -> Json | None:
    """A run of the same report with the same parameters, started since. A run has no metadata, and its event no key."""
    async for rows in pages(gateway, reports.list_runs(), background=False):
        for row in rows:
            if int(row.get("created") or 0) < first_sent - SLACK:
                return None
            if carries(row, params):
                return row
    return None


async def _part_of_customer(
    gateway: StripeGateway, request: Request, customer: str, action: str, key: str, first_sent: int
) -> Json | None:
    """Objects below a customer: older cards, tax ids and balance transactions."""
    kind, _, id_ = action.partition("/")
    if kind not in _PARTS:
        return None
    async for rows in pages(gateway, _PARTS[kind](customer), background=False):
        for row in rows:
            if id_ and row.get("id") == id_:
                return None if request.method == "delete" or not carries(row, request.params) else row
            if not id_ and _is_made(kind, row, request.params):
                return row
    if request.method == "delete":
        return {"id": id_, "object": kind.removesuffix("s"), "deleted": True}
    # The token is not stored on the card; the event of its creation has the idempotency key.
    return await from_events(gateway, "customer.source.*", key, first_sent) if kind == "sources" else None


_PARTS: Mapping[str, Callable[[str], Request]] = {
    "sources": cards.list_sources,
    "tax_ids": customers.list_tax_ids,
    "balance_transactions": customers.list_balance,
}


def _is_made(kind: str, row: Params, params: Params) -> bool:
    if kind == "sources":
        return row.get("id") == params.get("source")
    if kind == "tax_ids":
        return (row.get("type"), row.get("value")) == (params.get("type"), params.get("value"))
    wanted = (params.get("metadata") or {}).get(OWN_ID)
    return wanted is not None and (row.get("metadata") or {}).get(OWN_ID) == wanted


async def _changed(
    gateway: StripeGateway, request: Request, what: tuple[str, str, str], key: str, first_sent: int
) -> Json | None:
    kind, id_, action = what
    gone: Json = {"id": id_, "object": kind, "deleted": True}
    try:
        now: Json = await read_object(gateway, kind, id_)
    except NotFound:
        return gone if request.method == "delete" else None
    if now.get("deleted"):
        return now if request.method == "delete" else None
    if request.method == "delete":
        return now if kind == "subscription" and now.get("status") == "canceled" else None
    if action in ACTIONS:
        return now if was_done(action, now, request.params) else None
    if not action and carries(now, request.params):
        return now
    # It may have been changed again since; then only the event shows the write.
    object_ = str(now.get("object"))
    return now if await from_events(gateway, f"{_EVENTS.get(object_, object_)}.*", key, first_sent) else None


async def from_events(gateway: StripeGateway, type_: str, key: str, first_sent: int) -> Json | None:
    """The object in the event that a request with this idempotency key caused; None if there is none."""
    async for rows in pages(gateway, events.list_since(first_sent - SLACK, type_), background=False):
        for event in rows:
            if (event.get("request") or {}).get("idempotency_key") == key:
                return object_of(event)
    return None
