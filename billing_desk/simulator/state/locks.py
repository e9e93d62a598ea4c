"""One write at a time to one object, as Stripe has it: another waits a little, then is refused."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from urllib.parse import parse_qsl

from ..errors import ApiError
from ..http.answer import Incoming

PATIENCE_SECONDS = 2.0


class Locks:
    """Which objects a request in progress is writing to."""

    def __init__(self) -> None:
        self._held: set[str] = set()

    async def acquire(self, wanted: frozenset[str]) -> None:
        """Raises `lock_timeout` (429) when another request keeps one of these for too long."""
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
    """The objects a write names in its address; for a meter event its meter and customer. Reads lock nothing."""
    if incoming.method == "GET":
        return frozenset()
    if incoming.path == "/v1/billing/meter_events":
        sent = dict(parse_qsl(incoming.body.decode(errors="replace")))
        return frozenset({f"{sent.get('event_name')} {sent.get('payload[stripe_customer_id]')}"})
    return frozenset(ids.values())
