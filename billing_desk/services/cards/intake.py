"""Cards that come by themselves: entered on a page that was made here (C2), or attached by anybody (C9)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ...domain.changes import CARD_ARRIVED, PAGE_COMPLETED, Change, Changes
from ...domain.errors import Conflict, DeskError, NotFound, Refused
from ...domain.objects.card import Card, Verdict, default_card_id
from ...domain.writes.operation import Operation, Preview, State
from ...store.mirror.mirror import Row
from ..customers.customers import Customers
from ..writes.operations import Operations, Stopped, Unsettled
from .cards import CardOverview, Cards
from .pages import MAKE_DEFAULT, NONE, PAGE, CardPages

PAGE_LIVES = 25 * 3_600
"""Seconds in which a page that was made may still bring a card, or have brought one while the desk was closed."""

MOST_PAGES = 500
"""Of those, the newest are looked at when a desk opens."""


class Outcome(StrEnum):
    """`LEFT`: what should have been done could not be."""

    CAME = "came"
    DEFAULT = "default"
    REMOVED = "removed"
    LEFT = "left"


@dataclass(frozen=True)
class Arrival:
    """`error` says why something was left."""

    card: Card
    customer: Row
    verdict: Verdict
    outcome: Outcome = Outcome.CAME
    error: DeskError | Unsettled | None = None


class Arrivals:
    """Writes only what was agreed to before: the default when the page was made, the removal in the settings. Each is
    an operation whose id follows from the page or the card: it is made once, whoever hears of it and however often."""

    def __init__(
        self, operations: Operations, customers: Customers, cards: Cards, pages: CardPages, changes: Changes
    ) -> None:
        self._operations, self._customers, self._cards, self._pages = operations, customers, cards, pages
        self._told: set[tuple[str, Outcome]] = set()
        self._waiting: set[str] = set()
        self._came: dict[str, Arrival] = {}
        self._one_at_a_time = asyncio.Lock()
        self._looking = False
        self._listeners: list[Callable[[list[Arrival]], None]] = []
        changes.subscribe(self._changed)

    def subscribe(self, listener: Callable[[list[Arrival]], None]) -> Callable[[], None]:
        """Hears what a person should know of. Returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _changed(self, change: Change) -> None:
        if change.kind == PAGE_COMPLETED:
            self._operations.afterwards(self._each(change.ids, self.page))
        elif change.kind == CARD_ARRIVED:
            self._operations.afterwards(self._each(change.ids, self._card))

    async def catch_up(self) -> None:
        """Pages whose cards are to become the default and may have come while the desk was closed."""
        for entry in await self._operations.of_verb(PAGE, self._operations.now() - PAGE_LIVES, MOST_PAGES):
            if entry.state is State.DONE and _default_before(entry.operation) is not None:
                made = (await self._operations.results(entry.operation.id))[0] or {}
                if made.get("id") and await self._operations.entry(f"page-{made['id']}") is None:
                    self._waiting.add(str(made["id"]))

    def look_again(self) -> None:
        """At pages that could not be looked at, or whose card could not be made the default while the desk could not
        write; cheap where there are none."""
        if self._waiting and not self._looking and not self._operations.view_only:
            self._operations.afterwards(self._look_again())

    async def _look_again(self) -> None:
        self._looking = True
        try:
            waiting, self._waiting = self._waiting, set()
            await self._each(waiting, self.page)
        finally:
            self._looking = False

    async def _each(self, ids: Iterable[str], look: Callable[[str], Awaitable[Arrival | None]]) -> None:
        """One that goes wrong does not hold up the others."""
        trouble: Exception | None = None
        for id_ in sorted(ids):
            try:
                found = await look(id_)
            except Exception as error:
                trouble = error
                continue
            self.tell([found] if found else [])
        if trouble is not None:
            raise trouble

    def tell(self, arrivals: Sequence[Arrival]) -> None:
        """Once for each card and what became of it, if anybody listens."""
        fresh = [arrival for arrival in arrivals if (arrival.card.id, arrival.outcome) not in self._told]
        if fresh and self._listeners:
            self._told |= {(arrival.card.id, arrival.outcome) for arrival in fresh}
            for listener in tuple(self._listeners):
                listener(fresh)

    async def page(self, session: str) -> Arrival | None:
        """What a page that was made on this computer has brought, made the default if that was asked for; the same
        answer however often it is asked. None for a page of others, one that has brought nothing, or where Stripe
        cannot be asked, which is then tried again."""
        async with self._one_at_a_time:
            if session not in self._came:
                found = await self._brought(session)
                if found is None or session in self._waiting:
                    return found
                self._came[session] = found
            return self._came[session]

    async def _brought(self, session: str) -> Arrival | None:
        try:
            state = await self._pages.read(session, background=True)
            entry = await self._operations.entry(state.made_by)
            if state.card is None or entry is None or not await self._made(entry.operation, session):
                return None
            owner = entry.operation.subjects[0][1]
            await self._customers.refresh(owner)
        except DeskError:
            self._waiting.add(session)
            return None
        seen = await self._here(state.card.id)
        if seen is None or seen.customer is None or seen.customer["id"] != owner:
            return None
        found = Arrival(state.card, seen.customer, seen.verdict)
        if seen.verdict is not Verdict.ACCEPT:
            return await self._judged(found, seen)
        before = _default_before(entry.operation)
        if before is None:
            return found
        id_ = f"page-{session}"
        made = await self._done(found, Outcome.DEFAULT, id_, lambda: self._preview_default(seen, before, id_))
        if await self._may_still_be_done(made, id_):
            self._waiting.add(session)
        return made

    async def _made(self, operation: Operation, session: str) -> bool:
        """Whether this operation made this page: what stands in a session's metadata anybody can write."""
        results = await self._operations.results(operation.id) if operation.verb == PAGE else []
        return bool(results and results[0] and results[0].get("id") == session)

    async def _preview_default(self, seen: CardOverview, before: str, id_: str) -> Preview | None:
        """What was agreed to was agreed to over the default of then. Raises DeskError."""
        now = default_card_id(seen.customer or {})
        if (now or NONE) not in (before, seen.card["id"]):
            raise Refused(code="default_changed")
        preview = await self._cards.preview_default(str(seen.card["id"]), id_=id_)
        return _called(preview, "card.arrived")

    async def _here(self, card_id: str) -> CardOverview | None:
        seen = await self._cards.overview(card_id)
        return None if seen is None or seen.card.get("deleted") else seen

    async def _card(self, card_id: str) -> Arrival | None:
        """None for a card that the policy takes."""
        async with self._one_at_a_time:
            seen = await self._here(card_id)
            card = seen.parsed if seen else None
            if seen is None or card is None or seen.customer is None or seen.verdict is Verdict.ACCEPT:
                return None
            return await self._judged(Arrival(card, seen.customer, seen.verdict), seen)

    async def _judged(self, found: Arrival, seen: CardOverview) -> Arrival:
        """Removed where the settings say so; otherwise it waits for a person."""
        if seen.verdict is not Verdict.REFUSE or not self._operations.rules.remove_prepaid:
            return found
        id_ = f"policy-{found.card.id}"
        return await self._done(found, Outcome.REMOVED, id_, lambda: self._preview_removal(found.card.id, id_))

    async def _preview_removal(self, card_id: str, id_: str) -> Preview | None:
        """Only where nothing else follows from it. Raises DeskError."""
        preview = await self._cards.preview_detach(card_id, id_=id_)
        if {warning.code for warning in preview.warnings} - {"never_attached_again", "source_is_consumed"}:
            raise Refused(code="removal_has_consequences")
        return _called(preview, "card.policy")

    async def _done(
        self, found: Arrival, outcome: Outcome, id_: str, make: Callable[[], Awaitable[Preview | None]]
    ) -> Arrival:
        entry = await self._operations.entry(id_)
        if entry is not None:  # of an earlier look; what became of it since is the operator's, and stands in Activity
            return found
        try:
            preview = await make()
            if preview is not None:
                await self._operations.perform(preview.operation)
                self._customers.read_again(preview.operation)
        except NotFound as error:
            gone = outcome is Outcome.REMOVED  # a colleague's desk was faster
            return replace(found, outcome=outcome if gone else Outcome.LEFT, error=None if gone else error)
        except (DeskError, Unsettled) as error:
            return replace(found, outcome=Outcome.LEFT, error=error)
        except Stopped:
            return replace(found, outcome=Outcome.LEFT)
        return replace(found, outcome=outcome)

    async def _may_still_be_done(self, arrival: Arrival, id_: str) -> bool:
        """What failed before anything was sent, and can pass by itself or by arming."""
        lasting = Refused | NotFound | Conflict
        failed = isinstance(arrival.error, DeskError) and not isinstance(arrival.error, lasting)
        return failed and await self._operations.entry(id_) is None


def _default_before(page: Operation) -> str | None:
    """The default as it was when the page was made, NONE for no card; None where the card is not to be the default."""
    found = (page.steps[0].request.params.get("metadata") or {}).get(MAKE_DEFAULT)
    return str(found) if found else None


def _called(preview: Preview | None, verb: str) -> Preview | None:
    """By a verb of its own, so that the record tells what a person did not press."""
    return replace(preview, operation=replace(preview.operation, verb=verb)) if preview else None
