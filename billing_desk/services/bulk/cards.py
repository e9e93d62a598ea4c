"""Bulk edits of cards: send links for a new card, record a contact, and set the default."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.json_object import id_of
from ...domain.writes.bulk import DEFAULT, Bulk, BulkRow, Edit, EditKind, Planned, planned_card
from ...domain.writes.operation import Operation
from ...domain.writes.remarks import WarningCode
from ...store.mirror.mirror import Mirror
from ..cards.cards import Cards
from ..cards.notes import CardNotes
from ..cards.pages import CardPages


class BulkCards:
    """`now` returns the account's time in Unix seconds."""

    def __init__(
        self,
        mirror: Mirror,
        cards: Cards,
        pages: CardPages,
        notes: CardNotes,
        now: Callable[[], int],
    ) -> None:
        self._mirror, self._now = mirror, now
        self._cards, self._pages, self._notes = cards, pages, notes

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        rows = await self._mirror.rows("card", numbers)
        owners = await self._mirror.rows_of("customer", [row["customer"] for row in rows.values() if row["customer"]])
        found = [rows[number] for number in numbers if number in rows]
        return [planned_card(row, owners.get(row["customer"]) or {}, edit, self._today()) for row in found]

    def _today(self) -> date:
        return local(self._now(), ZoneInfo("UTC")).date()

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        card = await self._notes.card_now(row.subject)
        owner = id_of(card.get("customer"))
        if owner is None:
            return "unattached"
        if bulk.edit.kind is EditKind.MAKE_DEFAULT:
            return await self._plan_default(bulk, row, id_)
        if bulk.edit.kind is EditKind.SEND_LINK:
            default = bulk.edit.key == DEFAULT
            page = await self._pages.preview(owner, default=default, id_=id_, bulk=bulk.id)
            return page.operation
        day = bulk.edit.value if bulk.edit.kind is EditKind.CONTACTED else ""
        return self._notes.plan_contacted(card, owner, day, id_=id_, bulk=bulk.id) or "same"

    async def _plan_default(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        """Applies the dry run's checks again to the card's current state; returns the reason if the card is skipped."""
        columns = (await self._mirror.rows_of("card", [row.subject])).get(row.subject)
        if columns is None:
            return "unattached"
        if skip := planned_card(columns, {}, bulk.edit, self._today()).skip:
            return skip
        preview = await self._cards.preview_default(row.subject, id_=id_, bulk=bulk.id)
        if preview is None:
            return "same"
        goes_first = any(warning.code is WarningCode.METHOD_GOES_FIRST for warning in preview.warnings)
        return "method_goes_first" if goes_first else preview.operation
