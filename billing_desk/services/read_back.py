"""Find out at Stripe whether a write whose answer was lost took effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..domain.carried import DONE, carries
from ..domain.errors import NotFound
from ..domain.operation import OWN_ID
from ..domain.request import Request
from ..gateway import customers, events, invoices
from ..gateway.calls import Door
from ..gateway.objects import PATHS, read_one
from ..gateway.pages import pages

Json = dict[str, Any]
SLACK = 120
"""Seconds by which this machine's clock and Stripe's may differ."""
_EXTERNAL = "external_id"
_KINDS = {path: kind for kind, path in PATHS.items()}


async def read_back(door: Door, request: Request, key: str, first_sent: int) -> Json | None:
    """The object as it now is if the write is known to have happened, else None. Raises DeskError."""
    collection, id_, action = _parts(request.path)
    if not id_:
        return await _created(door, request, collection, key, first_sent)
    if collection not in _KINDS:
        return None
    return await _changed(door, request, (_KINDS[collection], id_, action), key, first_sent)


def _parts(path: str) -> tuple[str, str, str]:
    """Of /v1/invoices/in_1/pay: the collection, the id and the action; "" where there is none."""
    for collection in (*_KINDS, *_LISTS):
        rest = path.removeprefix(collection)
        if path == collection or (rest != path and rest.startswith("/")):
            id_, _, action = rest.lstrip("/").partition("/")
            return collection, id_, action
    return path, "", ""


_LISTS: Mapping[str, Callable[[Mapping[str, Any], int], Request]] = {
    "/v1/customers": lambda params, since: (
        customers.list_by_email(params["email"]) if params.get("email") else customers.list_created_since(since)
    ),
    "/v1/invoices": lambda params, _: invoices.list_of_customer(params["customer"]),
    "/v1/invoiceitems": lambda params, _: invoices.list_items(params["invoice"]),
}
"""Where an object that was made would be listed. Lists are consistent at once, unlike search."""


async def _created(door: Door, request: Request, collection: str, key: str, first_sent: int) -> Json | None:
    metadata = request.params.get("metadata") or {}
    wanted = {name: metadata[name] for name in (OWN_ID, _EXTERNAL) if name in metadata}
    if wanted and collection in _LISTS:
        lookup = _LISTS[collection](request.params, first_sent - SLACK)
        async for rows in pages(door, lookup, background=False):
            for row in rows:
                carried = row.get("metadata") or {}
                if all(carried.get(name) == value for name, value in wanted.items()):
                    return row
    return await from_events(door, f"{collection.removeprefix('/v1/').removesuffix('s')}.created", key, first_sent)


async def _changed(door: Door, request: Request, what: tuple[str, str, str], key: str, first_sent: int) -> Json | None:
    kind, id_, action = what
    gone: Json = {"id": id_, "object": kind, "deleted": True}
    try:
        now: Json = await door.read(read_one(kind, id_))
    except NotFound:
        return gone if request.method == "delete" else None
    if now.get("deleted"):
        return now if request.method == "delete" else None
    if request.method == "delete":
        return None
    if action in DONE:
        return now if now.get("status") in DONE[action] else None
    if not action and carries(now, request.params):
        return now
    # Somebody may have changed it again since; then only the event still tells.
    return now if await from_events(door, f"{now.get('object')}.*", key, first_sent) else None


async def from_events(door: Door, type_: str, key: str, first_sent: int) -> Json | None:
    """The object of the event that a request with this idempotency key caused."""
    async for rows in pages(door, events.list_since(first_sent - SLACK, type_), background=False):
        for event in rows:
            if (event.get("request") or {}).get("idempotency_key") == key:
                found: Json = event["data"]["object"]
                return found
    return None
