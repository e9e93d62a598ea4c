"""Card intake: new cards from hosted pages of this desk (C2), and cards attached outside of it (C9)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import Conflict, DeskError, NotFound, Refused
from ...domain.json_object import Json
from ...domain.objects.card import Verdict, default_card_id
from ...domain.writes.action import Action
from ...domain.writes.operation import Operation, OperationState, Preview
from ..customers.customers import Customers
from ..tasks import Tasks
from ..writes.guard import Guard
from ..writes.operation_log import OperationLog
from ..writes.performer import Performer
from ..writes.planner import Planner
from ..writes.step_executor import Stopped, Unsettled
from .cards import CardOverview, Cards
from .new_card import IntakeOutcome, NewCard, PageOutcome
from .pages import MAKE_DEFAULT, NONE, CardPages

PAGE_LIVES = 25 * 3_600
"""Seconds after its creation for which a page is checked when the desk opens; it is valid for 24 hours."""

WATCHED = 600.0
"""Seconds for which a page is polled without a caller waiting for it."""
MOST_PAGES = 500
"""The maximum number of pages checked when a desk opens, newest first."""


class CardIntake:
    """Writes only what the operator agreed to before: the default when the page was created, the removal in the
    settings. An operation's id is derived from the page or the card, so that each is written once."""

    def __init__(
        self,
        guard: Guard,
        planner: Planner,
        performer: Performer,
        log: OperationLog,
        customers: Customers,
        cards: Cards,
        pages: CardPages,
        changes: Changes,
        *,
        tasks: Tasks,
        watches: Tasks,
    ) -> None:
        """`watches` are canceled when the desk closes; `tasks` are awaited."""
        self._guard, self._planner, self._performer, self._log = guard, planner, performer, log
        self._customers, self._cards, self._pages, self._changes = customers, cards, pages, changes
        self._tasks, self._watches = tasks, watches
        self._watched: dict[str, asyncio.Task[PageOutcome | None]] = {}
        self._untold: list[NewCard] = []
        self._told: set[tuple[str, IntakeOutcome]] = set()
        self._waiting: set[str] = set()
        self._came: dict[str, NewCard] = {}
        self._one_at_a_time = asyncio.Lock()
        self._looking = False
        self._listeners: list[Callable[[list[NewCard]], None]] = []
        changes.subscribe(self._changed)

    def subscribe(self, listener: Callable[[list[NewCard]], None]) -> Callable[[], None]:
        """The listener gets cards that need attention. Returns a function that ends the subscription."""
        self._listeners.append(listener)
        untold, self._untold = self._untold, []
        self.tell(untold)
        return lambda: self._listeners.remove(listener)

    def watch_made(self, operation: Operation, result: Json) -> None:
        """Watch the page if this operation created one."""
        if operation.action is Action.CARD_PAGE and operation.subjects:
            self._watch(str(result.get("id") or ""), operation.subjects[0][1])

    async def outcome(self, session: str, customer: str) -> PageOutcome:
        """Wait for the page's outcome. The desk continues to watch the page when the caller is canceled."""
        while True:
            watch = self._watch(session, customer)
            await asyncio.wait({watch})
            if (found := watch.result()) is not None:
                return found

    def _watch(self, session: str, customer: str) -> asyncio.Task[PageOutcome | None]:
        task = self._watched.get(session)
        if task is None or (task.done() and (task.cancelled() or task.result() is None)):
            task = self._watched[session] = self._watches.start(self._until_over(session, customer))
        return task

    async def _until_over(self, session: str, customer: str) -> PageOutcome | None:
        """None after WATCHED seconds; the events report the page later."""
        try:
            async with asyncio.timeout(WATCHED):
                state = await self._pages.until_done(session)
        except TimeoutError:
            return None
        except DeskError as error:
            return PageOutcome("", error=error)
        card = await self.page(session) if state.status == "complete" else None
        if card is None:
            await self._customers.refresh_quietly(customer)
            return PageOutcome(state.status)
        self.tell([card])
        self._changes.publish(Change(ChangeKind.OPERATION))
        return PageOutcome(state.status, card)

    def _changed(self, change: Change) -> None:
        if change.kind == ChangeKind.CARD_PAGE:
            self._tasks.start(self._each(change.ids, self.page))
        elif change.kind == ChangeKind.NEW_CARD:
            self._tasks.start(self._each(change.ids, self._card))

    async def catch_up(self) -> None:
        """Find pages of the last PAGE_LIVES seconds whose card may still have to become the default."""
        for entry in await self._log.of_action(Action.CARD_PAGE, self._planner.now() - PAGE_LIVES, MOST_PAGES):
            if entry.state is OperationState.DONE and _default_before(entry.operation) is not None:
                made = (await self._log.results(entry.operation.id))[0] or {}
                if made.get("id") and await self._log.entry(f"page-{made['id']}") is None:
                    self._waiting.add(str(made["id"]))

    def look_again(self) -> None:
        """Check the pages again that could not be read, or whose card could not be made the default. Called with each
        current status of the sync."""
        if self._waiting and not self._looking and not self._guard.view_only:
            self._tasks.start(self._look_again())

    async def _look_again(self) -> None:
        self._looking = True
        try:
            waiting, self._waiting = self._waiting, set()
            await self._each(waiting, self.page)
        finally:
            self._looking = False

    async def _each(self, ids: Iterable[str], look: Callable[[str], Awaitable[NewCard | None]]) -> None:
        """An error with one id does not stop the others; it is raised at the end."""
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

    def tell(self, cards: Sequence[NewCard]) -> None:
        """Report each card once per outcome; kept until there is a listener."""
        fresh = [card for card in cards if (card.card.id, card.outcome) not in self._told]
        if not self._listeners:
            self._untold += fresh
        elif fresh:
            self._told |= {(card.card.id, card.outcome) for card in fresh}
            for listener in tuple(self._listeners):
                listener(fresh)

    async def page(self, session: str) -> NewCard | None:
        """The new card of a page that this computer created, after making it the default if requested. Repeated calls
        give the same answer. None if the page is not ours or has no card, or if Stripe cannot be reached, in which case
        the page is checked again."""
        async with self._one_at_a_time:
            if session not in self._came:
                found = await self._card_of_session(session)
                if found is None or session in self._waiting:
                    return found
                self._came[session] = found
            return self._came[session]

    async def _card_of_session(self, session: str) -> NewCard | None:
        try:
            state = await self._pages.read(session, background=True)
            entry = await self._log.entry(state.made_by)
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
        found = NewCard(state.card, seen.customer, seen.verdict)
        if seen.verdict is not Verdict.ACCEPT:
            return await self._judged(found, seen)
        before = _default_before(entry.operation)
        if before is None:
            return found
        id_ = f"page-{session}"
        made = await self._done(found, IntakeOutcome.DEFAULT, id_, lambda: self._preview_default(seen, before, id_))
        if await self._may_still_be_done(made, id_):
            self._waiting.add(session)
        return made

    async def _made(self, operation: Operation, session: str) -> bool:
        """Whether this operation created the page; metadata alone is no proof, because anyone can write it."""
        results = await self._log.results(operation.id) if operation.action is Action.CARD_PAGE else []
        return bool(results and results[0] and results[0].get("id") == session)

    async def _preview_default(self, seen: CardOverview, before: str, id_: str) -> Preview | None:
        """Refused if the default has changed since the page was created. Raises DeskError."""
        now = default_card_id(seen.customer or {})
        if (now or NONE) not in (before, seen.card["id"]):
            raise Refused(code="default_changed")
        preview = await self._cards.preview_default(str(seen.card["id"]), id_=id_)
        return _called(preview, Action.CARD_NEW_DEFAULT)

    async def _here(self, card_id: str) -> CardOverview | None:
        seen = await self._cards.overview(card_id)
        return None if seen is None or seen.card.get("deleted") else seen

    async def _card(self, card_id: str) -> NewCard | None:
        """None if the policy accepts the card."""
        async with self._one_at_a_time:
            seen = await self._here(card_id)
            card = seen.parsed if seen else None
            if seen is None or card is None or seen.customer is None or seen.verdict is Verdict.ACCEPT:
                return None
            return await self._judged(NewCard(card, seen.customer, seen.verdict), seen)

    async def _judged(self, found: NewCard, seen: CardOverview) -> NewCard:
        """Detaches the card if the settings say so; otherwise an operator has to review it."""
        if seen.verdict is not Verdict.REFUSE or not self._planner.limits.remove_prepaid:
            return found
        id_ = f"policy-{found.card.id}"
        return await self._done(found, IntakeOutcome.REMOVED, id_, lambda: self._preview_removal(found.card.id, id_))

    async def _preview_removal(self, card_id: str, id_: str) -> Preview | None:
        """Refused if the removal has further consequences, such as no default card. Raises DeskError."""
        preview = await self._cards.preview_detach(card_id, id_=id_)
        if {warning.code for warning in preview.warnings} - {"never_attached_again", "source_is_consumed"}:
            raise Refused(code="removal_has_consequences")
        return _called(preview, Action.CARD_REMOVE_PREPAID)

    async def _done(
        self, found: NewCard, outcome: IntakeOutcome, id_: str, make: Callable[[], Awaitable[Preview | None]]
    ) -> NewCard:
        entry = await self._log.entry(id_)
        if entry is not None:  # already handled; its state in the journal is the operator's business
            return found
        try:
            preview = await make()
            if preview is not None:
                await self._performer.perform(preview.operation)
                self._customers.read_again(preview.operation)
        except NotFound as error:
            gone = outcome is IntakeOutcome.REMOVED  # another desk has removed it
            return replace(found, outcome=outcome if gone else IntakeOutcome.LEFT, error=None if gone else error)
        except (DeskError, Unsettled) as error:
            return replace(found, outcome=IntakeOutcome.LEFT, error=error)
        except Stopped:
            return replace(found, outcome=IntakeOutcome.LEFT)
        return replace(found, outcome=outcome)

    async def _may_still_be_done(self, card: NewCard, id_: str) -> bool:
        """Whether nothing was sent and the error can pass, so that a retry makes sense."""
        durable = Refused | NotFound | Conflict
        failed = isinstance(card.error, DeskError) and not isinstance(card.error, durable)
        return failed and await self._log.entry(id_) is None


def _default_before(page: Operation) -> str | None:
    """The default when the page was created, NONE for no card; None if the new card is not to become the default."""
    found = (page.steps[0].request.params.get("metadata") or {}).get(MAKE_DEFAULT)
    return str(found) if found else None


def _called(preview: Preview | None, action: Action) -> Preview | None:
    """The operation with its own action, so that the audit log shows that card intake made it."""
    return replace(preview, operation=replace(preview.operation, action=action)) if preview else None
