"""Find out at Stripe whether a write whose answer was lost took effect."""

from __future__ import annotations

from typing import Any

from ..domain.customer import carries
from ..domain.errors import NotFound
from ..domain.operation import OWN_ID
from ..domain.request import Request
from ..gateway import customers, events
from ..gateway.calls import Door
from ..gateway.objects import read_one
from ..gateway.pages import pages

Json = dict[str, Any]
SLACK = 120
"""Seconds by which this machine's clock and Stripe's may differ."""


async def read_back(door: Door, request: Request, key: str, first_sent: int) -> Json | None:
    """The object as it now is if the write is known to have happened, else None. Raises DeskError."""
    if request.path == "/v1/customers":
        return await _created_customer(door, request, key, first_sent)
    parts = request.path.split("/")
    if request.path.startswith("/v1/customers/") and len(parts) == 4:
        return await _updated_customer(door, request, key, first_sent, parts[3])
    return None


async def _created_customer(door: Door, request: Request, key: str, first_sent: int) -> Json | None:
    metadata = request.params.get("metadata") or {}
    wanted = {name: metadata[name] for name in (OWN_ID, "external_id") if name in metadata}
    email = request.params.get("email")
    lookup = customers.list_by_email(email) if email else customers.list_created_since(first_sent - SLACK)
    async for rows in pages(door, lookup, background=False):
        for row in rows:
            carried = row.get("metadata") or {}
            if wanted and all(carried.get(name) == value for name, value in wanted.items()):
                return row
    return await from_events(door, "customer.created", key, first_sent)


async def _updated_customer(door: Door, request: Request, key: str, first_sent: int, id_: str) -> Json | None:
    try:
        now: Json = await door.read(read_one("customer", id_))
    except NotFound:
        return None
    if now.get("deleted"):
        return None
    if carries(now, request.params):
        return now
    # Somebody may have changed it again since; then only the event still tells.
    return now if await from_events(door, "customer.updated", key, first_sent) else None


async def from_events(door: Door, type_: str, key: str, first_sent: int) -> Json | None:
    """The object of the event that a request with this idempotency key caused."""
    async for rows in pages(door, events.list_since(first_sent - SLACK, type_), background=False):
        for event in rows:
            if (event.get("request") or {}).get("idempotency_key") == key:
                found: Json = event["data"]["object"]
                return found
    return None
