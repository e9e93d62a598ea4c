"""Cards that come by themselves: entered on a page that was made here (C2), or attached by anybody (C9)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ..domain.card import Card
from ..domain.card_policy import Verdict
from ..domain.changes import Change, Changes
from ..domain.errors import DeskError
from ..domain.operation import Preview
from ..store.mirror import Row
from .card_pages import CardPages
from .cards import CardOverview, Cards
from .customers import Customers
from .operations import Operations, Stopped, Unsettled

CARDS, PAGES = "card_arrived", "card_page"
"""The changes that tell of them: ids of cards, and of the sessions of pages."""


class Outcome(StrEnum):
    """`LEFT`: what should have been done could not be."""

    CAME = "came"
    DEFAULT = "default"
    REMOVED = "removed"
    LEFT = "left"


@dataclass(frozen=True)
class Arrival:
    """`asked`: somebody waits for it, because a page for it was made here. `error` says why it was left."""

    card: Card
    customer: Row
    verdict: Verdict
    outcome: Outcome = Outcome.CAME
    asked: bool = False
    error: DeskError | Unsettled | None = None


class Arrivals:
    """Writes only what was agreed to before: the default when the page was made, the removal in the settings."""

    def __init__(
        self,
        operations: Operations,
        customers: Customers,
        cards: Cards,
        pages: CardPages,
        changes: Changes,
    ) -> None:
        self._operations, self._customers, self._cards, self._pages = operations, customers, cards, pages
        self._told: set[str] = set()
        self._came: dict[str, Arrival] = {}
        self._one_at_a_time = asyncio.Lock()
        self._listeners: list[Callable[[list[Arrival]], None]] = []
        changes.subscribe(self._changed)

    def subscribe(self, listener: Callable[[list[Arrival]], None]) -> Callable[[], None]:
        """Hears what a person should know of. Returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _changed(self, change: Change) -> None:
        if change.kind == PAGES:
            self._operations.afterwards(self._each(change.ids, self.page))
        elif change.kind == CARDS:
            self._operations.afterwards(self._each(change.ids, self._card))

    async def _each(self, ids: Iterable[str], look: Callable[[str], Awaitable[Arrival | None]]) -> None:
        found = [arrival for id_ in sorted(ids) if (arrival := await look(id_)) is not None]
        self.tell(found)

    def tell(self, arrivals: Sequence[Arrival]) -> None:
        """Once for each card."""
        fresh = [arrival for arrival in arrivals if arrival.card.id not in self._told]
        self._told |= {arrival.card.id for arrival in fresh}
        for listener in tuple(self._listeners) if fresh else ():
            listener(fresh)

    async def page(self, session: str) -> Arrival | None:
        """What a page that was made on this computer has brought, made the default if that was asked for; the same
        answer however often it is asked. None for a page of others, or where Stripe cannot be asked."""
        async with self._one_at_a_time:
            if session in self._came:
                return self._came[session]
            try:
                state = await self._pages.read(session)
                if state.card is None or await self._operations.entry(state.made_by) is None:
                    return None
                await self._customers.refresh(state.customer)
            except DeskError:
                return None
            seen = await self._cards.overview(state.card.id)
            if seen is None or seen.customer is None:
                return None
            found = Arrival(state.card, seen.customer, seen.verdict, asked=True)
            if seen.verdict is not Verdict.ACCEPT:
                found = await self._judged(found, seen)
            elif state.default:
                key = f"bd-default-{session}"
                found = await self._done(
                    found, Outcome.DEFAULT, lambda: self._cards.preview_default(found.card.id, key=key)
                )
            self._came[session] = found
            return found

    async def _card(self, card_id: str) -> Arrival | None:
        """None for a card that the policy takes."""
        async with self._one_at_a_time:
            seen = await self._cards.overview(card_id)
            card = seen.parsed if seen else None
            if seen is None or card is None or seen.customer is None or seen.verdict is Verdict.ACCEPT:
                return None
            return await self._judged(Arrival(card, seen.customer, seen.verdict), seen)

    async def _judged(self, found: Arrival, seen: CardOverview) -> Arrival:
        """Removed where the settings say so; otherwise it waits for a person."""
        if seen.verdict is not Verdict.REFUSE or not self._operations.rules.remove_prepaid:
            return found
        key = f"bd-refuse-{found.card.id}"
        return await self._done(found, Outcome.REMOVED, lambda: self._cards.preview_detach(found.card.id, key=key))

    async def _done(self, found: Arrival, outcome: Outcome, make: Callable[[], Awaitable[Preview | None]]) -> Arrival:
        try:
            preview = await make()
            if preview is not None:
                await self._operations.perform(preview.operation)
                self._customers.read_again(preview.operation)
        except (DeskError, Unsettled) as error:
            return replace(found, outcome=Outcome.LEFT, error=error)
        except Stopped:
            return replace(found, outcome=Outcome.LEFT)
        return replace(found, outcome=outcome)
