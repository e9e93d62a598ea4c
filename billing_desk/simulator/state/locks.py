"""Object locks as at Stripe: one write at a time to one object; another waits briefly, then fails."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from urllib.parse import parse_qsl

from ..errors import ApiError
from ..http.answer import Incoming

PATIENCE_SECONDS = 2.0


class Locks:
    """The ids of the objects that running requests write to."""

    def __init__(self) -> None:
        self._held: set[str] = set()

    async def acquire(self, wanted: frozenset[str]) -> None:
        """Raises ApiError 429 `lock_timeout` if another request holds one of these for PATIENCE_SECONDS."""
        if not wanted:
            return
        waited = 0.0
        while wanted & self._held:
            if waited >= PATIENCE_SECONDS:
                raise ApiError(
                    429,
                    "This object cannot be accessed right now because another API request or Stripe process is "
                    "currently accessing it. If you see this error intermittently, retry the request.",
                    code="lock_timeout",
                )
            await asyncio.sleep(0.02)
            waited += 0.02
        self._held |= wanted

    def release(self, held: Iterable[str]) -> None:
        self._held.difference_update(held)


def locked_by(incoming: Incoming, ids: dict[str, str]) -> frozenset[str]:
    """The path parameters of a write; for a meter event its event name and customer. Reads lock nothing."""
    if incoming.method == "GET":
        return frozenset()
    if incoming.path == "/v1/billing/meter_events":
        sent = dict(parse_qsl(incoming.body.decode(errors="replace")))
        return frozenset({f"{sent.get('event_name')} {sent.get('payload[stripe_customer_id]')}"})
    return frozenset(ids.values())
