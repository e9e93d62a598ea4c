"""Read one object at Stripe, with what comes along where the key and the server allow it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..domain.errors import NotAllowed, Refused
from ..gateway.calls import Door
from ..gateway.objects import read_one


async def read_object(door: Door, kind: str, id_: str, *, background: bool = False) -> dict[str, Any]:
    """Raises DeskError, and ValueError for an id that cannot stand in an address."""
    request = read_one(kind, id_)
    try:
        found: dict[str, Any] = await door.read(request, background=background)
    except (NotAllowed, Refused):
        if not request.params:
            raise
        found = await door.read(replace(request, params={}), background=background)
    return found
