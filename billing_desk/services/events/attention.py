"""The worklist: found from mirror and events each time, so that it clears when anyone has handled something."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.changes import Change, ChangeKind, Changes
from ...domain.events.attention import (
    EXPIRES_WITHIN,
    TRIAL_ENDS_WITHIN,
    AttentionItem,
    AttentionKind,
    ending_trial,
    expiring_card,
    failed_invoice,
    failing_webhook,
    open_disputes,
    open_reviews,
    rejected_usage,
    staying_draft,
)
from ...domain.events.delivery import UNDELIVERED, Undelivered
from ...domain.objects.customer import display_name
from ...domain.objects.malformed import STRANGE
from ...domain.usage.rejected import rejected
from ...store.events.event_log import EventLog
from ...store.mirror.attention import AttentionRows
from ...store.mirror.mirror import Mirror
from ...store.mirror.usage.figures import UsageFigures
from ..clock import AccountClock

CONCERNS = frozenset(
    {
        *(ChangeKind.INVOICE, ChangeKind.SUBSCRIPTION, ChangeKind.CARD, ChangeKind.CUSTOMER),
        *(ChangeKind.METER, ChangeKind.EVENT, ChangeKind.WEBHOOK, ChangeKind.ATTENTION),
    }
)
"""The changes after which the list is made again."""


@dataclass(frozen=True)
class Listed:
    """`handled_by` and `handled_at` (Unix seconds) are set if it was marked as handled here."""

    item: AttentionItem
    handled_by: str = ""
    handled_at: int | None = None

    @property
    def is_open(self) -> bool:
        return self.handled_at is None


class Attention:
    """`operator` returns the operator's name."""

    def __init__(
        self, log: EventLog, mirror: Mirror, clock: AccountClock, changes: Changes, operator: Callable[[], str]
    ) -> None:
        self._log, self._mirror, self._clock = log, mirror, clock
        self._rows, self._figures = AttentionRows(mirror), UsageFigures(mirror)
        self._changes, self._operator = changes, operator

    async def all(self) -> list[Listed]:
        """By kind, the oldest first; also what was marked as handled and still holds."""
        found = await self._named(await self._found())
        marks = await self._log.handled()
        order = list(AttentionKind)
        found.sort(key=lambda item: (order.index(item.kind), item.since or item.due or 0, item.id))
        listed = [(item, marks.get(item.key)) for item in found]
        return [Listed(item, mark[1], mark[0]) if mark else Listed(item) for item, mark in listed]

    async def open(self) -> list[AttentionItem]:
        return [each.item for each in await self.all() if each.is_open]

    async def mark(self, item: AttentionItem) -> None:
        """Mark as handled, until it happens again. This moves nothing at Stripe."""
        await self._log.mark(item.key, self._clock.now(), self._operator())
        self._changes.publish(Change(ChangeKind.ATTENTION))

    async def unmark(self, item: AttentionItem) -> None:
        await self._log.unmark(item.key)
        self._changes.publish(Change(ChangeKind.ATTENTION))

    async def _found(self) -> list[AttentionItem]:
        now = self._clock.now()
        first, last = _month(now), _month(now + EXPIRES_WITHIN)
        failed = [_read(failed_invoice, *each) for each in await self._rows.failed_invoices()]
        drafts = [_read(staying_draft, invoice, now) for invoice in await self._rows.drafts()]
        trials = [_read(ending_trial, row, now) for row in await self._rows.trials(now, now + TRIAL_ENDS_WITHIN)]
        cards = [_read(expiring_card, card, first, last) for card in await self._rows.cards(last)]
        usage = [rejected_usage(each) for each in rejected(await self._figures.problems())]
        disputes = open_disputes(await self._log.of_objects("dispute"))
        reviews = open_reviews(await self._log.of_objects("review"))
        noted = await self._log.note(UNDELIVERED)
        webhooks = [failing_webhook(Undelivered.from_json(json.loads(noted)))] if noted else []
        every = (*disputes, *failed, *reviews, *webhooks, *usage, *trials, *cards, *drafts)
        return [item for item in every if item is not None]

    async def _named(self, items: Iterable[AttentionItem]) -> list[AttentionItem]:
        """With the customers' names as they are now, and the customers of payments that an event names later."""
        found = list(items)
        owners = await self._log.customers_of({item.label for item in found if not item.customer and item.label})
        found = [
            replace(item, customer=owners[item.label], subject=("customer", owners[item.label]))
            if not item.customer and item.label in owners
            else item
            for item in found
        ]
        rows = await self._mirror.rows_of("customer", sorted({item.customer for item in found if item.customer}))
        return [replace(i, name=display_name(rows[i.customer])) if i.customer in rows else i for i in found]


def _read(rule: Callable[..., AttentionItem | None], *values: object) -> AttentionItem | None:
    """An object of unexpected shape asks for nothing."""
    try:
        return rule(*values)
    except STRANGE:
        return None


def _month(seconds: int) -> int:
    """Year and month as one number. A card is valid up to its month's end; the zone moves that by hours only."""
    at = local(seconds, ZoneInfo("UTC"))
    return at.year * 100 + at.month
