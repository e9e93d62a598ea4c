"""Enrichment: fetches the cards of each customer, and the lines of long invoices after the first page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from ...domain.errors import NotAllowed, NotFound, Unexpected
from ...domain.objects.payment import results_of
from ...gateway.pages import Rows, pages
from ...gateway.requests import invoices, payments
from ..card_reading import read_cards
from ..tasks import together
from .context import AT_ONCE, SyncContext

BATCH = 400
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
        await self._each("invoice", self._context.side.unread_invoices, self._lines_of)
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
        except (NotAllowed, NotFound, Unexpected) as error:
            self._context.not_offered("charge", error)
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
        except (NotAllowed, NotFound, Unexpected) as error:
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
        await self._context.side.cards_read(customer, began)

    async def _lines_of(self, invoice: str) -> None:
        found: Rows = []
        try:
            async for rows in pages(self._context.gateway, invoices.list_lines(invoice)):
                found += rows
        except NotFound:
            pass  # a deleted draft
        await self._context.side.put_lines(invoice, found)
