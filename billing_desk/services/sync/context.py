"""Shared by the parts of the sync: gateway, mirror, status, and what the key may not read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from ...domain.changes import Change
from ...domain.errors import Conflict, Declined, DeskError, NotAllowed, NotFound, Refused, Unexpected, is_refusal
from ...domain.objects.malformed import STRANGE
from ...domain.objects.nested import rows_of
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.extras import Extras
from ...store.mirror.mirror import Mirror
from .status import Phase, Status

log = logging.getLogger(__name__)
AT_ONCE = 8
"""Concurrent requests per kind of object; the gateway limits the rate."""
LOOK_AT_PACE = 0.5
"""Seconds between two looks at whether Stripe limits the requests."""


class SyncContext:
    """Used on the sync thread's event loop only. `go` is cleared while reading is paused."""

    def __init__(
        self, gateway: StripeGateway, mirror: Mirror, publish: Callable[[Change], None], tell: Callable[[Status], None]
    ) -> None:
        self.gateway, self.mirror, self.side = gateway, mirror, Extras(mirror)
        self._publish, self._tell = publish, tell
        self.status = Status()
        self.go = asyncio.Event()
        self.go.set()

    async def put(
        self,
        rows: Iterable[dict[str, Any]],
        as_of: float,
        progress: dict[str, str] | None = None,
        *,
        gather: bool = False,
    ) -> None:
        """Store objects, including cards nested in customers."""
        listed = list(rows)
        nested = [card for row in listed for card in cards_inside(row)]
        self.announce(await self.mirror.put([*listed, *nested], as_of, progress, gather=gather))

    @contextmanager
    def leaving_out(self) -> Iterator[None]:
        """Counts and skips an object that does not have Stripe's documented shape."""
        try:
            yield
        except STRANGE as error:
            self.gateway.left_out += 1
            log.info("an object was left out: %s", type(error).__name__)

    def announce(self, changes: list[Change]) -> None:
        for change in changes:
            self._publish(change)

    def say(self, **values: Any) -> None:
        """Publish status values. A new phase clears `trouble`, unless `values` sets it."""
        ended = {"trouble": None} if "phase" in values else {}
        left_out = self.gateway.left_out + self.mirror.left_out
        status = replace(self.status, **{**ended, "left_out": left_out, **values})
        if status != self.status:
            self.status = status
            self._tell(status)

    def say_current(self, as_of: float) -> None:
        self.say(phase=Phase.CURRENT, as_of=as_of, kind="", count=0, rate=0.0, left=None)

    def not_offered(self, kind: str, error: DeskError) -> None:
        """The key lacks a permission, the server lacks this list, or Stripe refused to send it: record it and continue.
        Re-raises errors that concern more than this list."""
        if not is_refusal(error):
            raise error
        if kind == "plan" or isinstance(error, NotFound) or (isinstance(error, Unexpected) and error.status == 404):
            return
        if isinstance(error, NotAllowed):
            self.say(missing={**self.status.missing, kind: error.permission or ""})
            return
        log.info("a list of kind %s was refused: %s", kind, type(error).__name__)
        self.say(refused={**self.status.refused, kind: error.message})

    def offered(self, kind: str) -> None:
        """The whole list was read."""
        if kind in self.status.refused:
            self.say(refused={name: why for name, why in self.status.refused.items() if name != kind})

    def skipped(self, kind: str, error: DeskError) -> None:
        """One object could not be read, which does not stop the others. Re-raises errors that concern more than it."""
        if not isinstance(error, Refused | Conflict | Declined):
            self.not_offered(kind, error)  # the next object of this kind would meet the same
            return
        self.gateway.left_out += 1
        log.info("an object of kind %s cannot be read: %s", kind, type(error).__name__)

    async def watch_pace(self) -> None:
        """Report whether Stripe limits the requests, for as long as the sync runs."""
        while True:
            self.say(limited=self.gateway.is_limited())
            await asyncio.sleep(LOOK_AT_PACE)


def cards_inside(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The cards nested in a customer. Expanded defaults are replaced by their ids; sources stay in place."""
    if row.get("object") != "customer":
        return []
    found = []
    settings = row.get("invoice_settings")
    holders = [(settings, "default_payment_method")] if isinstance(settings, dict) else []
    for holder, name in (*holders, (row, "default_source")):
        card = holder.get(name)
        if isinstance(card, dict):
            holder[name] = card.get("id")
            found.append(card)
    return found + rows_of(row, "sources")
