"""Enrichment: fetches the cards of each customer, and the rest of lists that Stripe cut, e.g. an invoice's lines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from ...domain.errors import Conflict, DeskError, NotFound, Refused
from ...domain.objects.payment import results_of
from ...gateway.pages import pages
from ...gateway.requests import payments
from ...gateway.requests.objects import OBJECTS
from ..card_reading import read_cards
from ..queries import read_object
from ..tasks import together
from .context import AT_ONCE, SyncContext

BATCH = 400
CUT_KINDS = ("customer", "subscription", "invoice")
"""The kinds of the mirror whose objects contain lists."""
RESULTS_OF = 30 * 86_400
"""Seconds of past charges that are read."""


class Enrichment:
    def __init__(self, context: SyncContext) -> None:
        self._context = context
        self._refused: set[str] = set()
        """Kinds that this key or server does not offer; they are not requested again."""

    async def run(self) -> None:
        """Run until nothing is left; a later call resumes. Raises DeskError."""
        await self._each("card", self._context.side.unread_customers, self.cards_of)
        for kind in CUT_KINDS:
            await self._each(kind, partial(self._context.side.cut, kind), partial(self._whole, kind))
        await self.say_unread()
        await self._results()

    async def _results(self) -> None:
        """The results of the charges of the last RESULTS_OF seconds, by card. Read once; then the events follow."""
        if await self._context.mirror.progress("results"):
            return
        since = int(self._context.gateway.now()) - RESULTS_OF
        try:
            async for rows in pages(self._context.gateway, payments.list_charges_since(since)):
                results: list[tuple[str, int, str]] = []
                for charge in reversed(rows):
                    with self._context.leaving_out():
                        results += results_of([charge])
                await self._context.side.put_results(results)
        except DeskError as error:
            self._context.not_offered("charge", error)
        else:
            self._context.offered("charge")
        await self._context.mirror.set_progress({"results": "read"})

    async def say_unread(self) -> None:
        counts = await self._context.side.count_unread()
        self._context.say(unread=sum(count for kind, count in counts.items() if kind not in self._refused))

    async def _each(
        self, kind: str, unread: Callable[[int], Awaitable[list[str]]], read: Callable[[str], Awaitable[None]]
    ) -> None:
        try:
            while kind not in self._refused and (ids := await unread(BATCH)):
                await self.say_unread()
                queue = list(reversed(ids))
                await together(*(self._work(queue, read) for _ in range(AT_ONCE)))
        except DeskError as error:
            self._context.not_offered(kind, error)
            self._refused.add(kind)

    async def _work(self, queue: list[str], read: Callable[[str], Awaitable[None]]) -> None:
        while True:
            await self._context.go.wait()
            if not queue:
                return
            await read(queue.pop())

    async def cards_of(self, customer: str) -> None:
        began = self._context.gateway.now()
        try:
            changes = await read_cards(self._context.gateway, self._context.mirror, customer, background=True)
            self._context.announce(changes)
        except NotFound:
            # The customer was deleted with the cards, or the server has no such list.
            if ((await self._context.mirror.get("customer", customer)) or {}).get("deleted"):
                self._context.announce(await self._context.mirror.forget_cards(customer, self._context.gateway.now()))
        except (Refused, Conflict) as error:
            self._context.skipped("card", error)
        await self._context.side.cards_read(customer, began)

    async def _whole(self, kind: str, id_: str) -> None:
        """Read an object again with its whole lists."""
        began = self._context.gateway.now()
        try:
            obj = await read_object(self._context.gateway, kind, id_, background=True)
        except NotFound:
            obj = {"id": id_, "object": OBJECTS.get(kind, kind), "deleted": True}
        except (Refused, Conflict) as error:
            self._context.skipped(kind, error)
            obj = None
        if obj is not None:
            await self._context.put([obj], began)
        await self._context.side.stays_cut(kind, id_, began)
