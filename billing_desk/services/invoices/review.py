"""The review of invoices: marks and notes at Stripe, and checks of all invoices in the mirror.

Marks are written without a preview each: the operator agrees to that once, and they move nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from ...domain.changes import Change, ChangeKind, Changes
from ...domain.errors import Refused
from ...domain.invoices.checks import Check
from ...domain.invoices.review import REVIEW_KEYS, Mark, Review, review_metadata, review_of
from ...domain.json_object import Json, of_customer
from ...domain.writes.action import Action
from ...domain.writes.operation import FieldChange, Operation
from ...domain.writes.own_metadata import METADATA_KEYS, METADATA_VALUE
from ...domain.writes.request import Request
from ...gateway.requests import invoices
from ...store.durable.muted import Muted
from ...store.mirror.finance.marks import InvoiceMarks
from ..tools import Tools
from ..writes.performer import Performer

if TYPE_CHECKING:
    from stripe.params import InvoiceUpdateParams


@dataclass(frozen=True)
class ReviewOverview:
    """`muted` are the checks that are muted for the invoice's customer."""

    review: Review
    checks: list[Check]
    muted: list[Check]


class InvoiceReview:
    """`reviewer` returns the operator's name, `is_whole` whether all invoices of the account are in the mirror."""

    def __init__(
        self,
        tools: Tools,
        performer: Performer,
        muted: Muted,
        changes: Changes,
        *,
        reviewer: Callable[[], str],
        is_whole: Callable[[], bool],
    ) -> None:
        self._mirror, self._planner, self._performer = tools.mirror, tools.planner, performer
        self._marks, self._muted, self._changes = InvoiceMarks(tools.mirror), muted, changes
        self._reviewer, self._is_whole = reviewer, is_whole
        self.agreed = False
        """Whether the operator has agreed that marks are written without a preview, since the desk was opened."""

    async def overview(self, invoice: Json) -> ReviewOverview:
        owner = dict(of_customer(invoice)).get("customer", "")
        muted = [Check(rule) for customer, rule in await self._muted.all() if customer == owner and rule in set(Check)]
        found = await self._marks.of(str(invoice["id"]))
        return ReviewOverview(review_of(invoice.get("metadata")), found, sorted(muted))

    async def mark(self, invoice_id: str, mark: Mark, note: str | None = None) -> bool:
        """Write the mark, and the note (None: it stays); returns whether anything was written. Raises DeskError,
        Unsettled, and Refused where the metadata has no room."""
        invoice = await self._mirror.get("invoice", invoice_id) or {}
        operation = self.plan(invoice, mark, note) if invoice else None
        if operation is None:
            return False
        if not self.agreed:
            raise Refused(code="not_agreed", param="review")
        await self._performer.perform(operation)
        return True

    def plan(
        self, invoice: Json, mark: Mark, note: str | None = None, *, id_: str | None = None, bulk: str = ""
    ) -> Operation | None:
        """None if nothing changes. Raises Refused."""
        before = review_of(invoice.get("metadata"))
        after = replace(before, mark=mark, note=before.note if note is None else note)
        if after == before:
            return None
        after = replace(after, reviewer=self._reviewer()[:METADATA_VALUE], at=self._planner.now())
        if len(after.note) > METADATA_VALUE:
            raise Refused(code="too_long", param="note")
        if len({*(invoice.get("metadata") or {}), *REVIEW_KEYS}) > METADATA_KEYS:
            raise Refused(code="too_many_keys", param="metadata")
        invoice_id = str(invoice["id"])

        def written(review: Review) -> Request:
            fields = {"metadata": review_metadata(review)}
            return invoices.update(invoice_id, cast("InvoiceUpdateParams", fields))

        changes = [FieldChange("review_mark", str(before.mark), str(after.mark))]
        if after.note != before.note:
            changes.append(FieldChange("review_note", before.note or None, after.note or None))
        return self._planner.plan(
            Action.INVOICE_REVIEW,
            written(after),
            subjects=(("invoice", invoice_id), *of_customer(invoice)),
            changes=tuple(changes),
            undo=((0, written(before)),),
            now=(invoice,),
            id_=id_,
            bulk=bulk,
        )

    async def check_all(self) -> dict[Check, int]:
        """Run all checks over the mirror; returns how many invoices each marks."""
        marks = await self._marks.find(await self._muted.all(), whole=self._is_whole())
        if await self._marks.differ(marks):
            await self._marks.put(marks)
            self._changes.publish(Change(ChangeKind.CHECKS))
        return await self._marks.counts()

    async def mute(self, customer: str, check: Check, *, muted: bool) -> None:
        """A muted check marks no invoice of the customer any more."""
        await self._muted.mute(customer, str(check), muted=muted)
        await self.check_all()
