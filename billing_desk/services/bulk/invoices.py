"""Bulk edits of invoices: finalize, send, collect, write off, approve, set metadata."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.errors import Refused
from ...domain.invoices.actions import InvoiceAction, as_seen, owed, refusal
from ...domain.invoices.review import Mark, review_of
from ...domain.json_object import Json, of_customer
from ...domain.money import Money
from ...domain.objects.invoice import total_of
from ...domain.writes.action import Action
from ...domain.writes.bulk import Bulk, BulkRow, Edit, EditKind, Planned
from ...domain.writes.operation import FieldChange, Operation, Preview
from ...domain.writes.own_metadata import METADATA_KEYS
from ...domain.writes.remarks import WarningCode
from ...gateway.requests import invoices
from ..invoices.rooms import InvoiceRooms
from ..tools import Tools

_ACTIONS = {
    EditKind.FINALIZE: InvoiceAction.FINALIZE,
    EditKind.SEND: InvoiceAction.SEND,
    EditKind.COLLECT: InvoiceAction.PAY,
    EditKind.WRITE_OFF: InvoiceAction.WRITE_OFF,
}


class BulkInvoices:
    def __init__(self, tools: Tools, rooms: InvoiceRooms) -> None:
        self._mirror, self._reader, self._planner = tools.mirror, tools.reader, tools.planner
        self._rooms = rooms

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        return [_planned(invoice, edit) for invoice in await self._mirror.bodies("invoice", numbers)]

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        edit, kind = bulk.edit, bulk.edit.kind
        now, _ = await self._reader.read("invoice", row.subject)
        made = _planned(now, edit)
        if made.skip:
            return made.skip
        if made.seen != row.seen:
            return "changed"
        if kind is EditKind.APPROVE:
            return self._rooms.review.plan(now, Mark.APPROVED, id_=id_, bulk=bulk.id) or "same"
        if kind is EditKind.SET_INVOICE_METADATA:
            return self._metadata(now, edit).as_row(id_, bulk.id, Action(kind))
        try:
            preview = await self._preview(kind, row.subject)
        except Refused as error:
            return str(error.code).removeprefix("invoice_")
        if any(warning.code is WarningCode.NO_CARD for warning in preview.warnings):
            return "no_card"
        return preview.operation.as_row(id_, bulk.id, Action(kind))

    async def _preview(self, kind: EditKind, invoice_id: str) -> Preview:
        match kind:
            case EditKind.FINALIZE:
                return await self._rooms.lifecycle.preview_finalize(invoice_id)
            case EditKind.SEND:
                return await self._rooms.drafts.preview_send(invoice_id)
            case EditKind.WRITE_OFF:
                return await self._rooms.lifecycle.preview_write_off(invoice_id)
            case _:
                return await self._rooms.invoices.preview_pay(invoice_id)

    def _metadata(self, now: Json, edit: Edit) -> Operation:
        before = str((now.get("metadata") or {}).get(edit.key) or "")
        invoice_id = str(now["id"])
        back = invoices.update(invoice_id, {"metadata": {edit.key: before}})
        return self._planner.plan(
            Action.INVOICE_SET_METADATA,
            invoices.update(invoice_id, {"metadata": {edit.key: edit.value}}),
            subjects=(("invoice", invoice_id), *of_customer(now)),
            changes=(FieldChange(f"metadata.{edit.key}", before or None, edit.value),),
            undo=((0, back),),
            now=(now,),
        )


def _planned(invoice: Json, edit: Edit) -> Planned:
    id_, kind = str(invoice["id"]), edit.kind
    owner = str(invoice.get("customer_name") or invoice.get("customer_email") or "")
    title = f"{invoice.get('number') or id_}  {owner}".strip()
    customer = dict(of_customer(invoice)).get("customer", "")
    amount, skip, before, after = Money(0, total_of(invoice).currency), "", str(invoice.get("status") or ""), ""
    held = invoice.get("metadata") or {}
    if invoice.get("deleted"):
        skip = "deleted"
    elif action := _ACTIONS.get(kind):
        skip = refusal(invoice, action)
        amount = total_of(invoice) if kind is EditKind.FINALIZE else owed(invoice)
        if kind is EditKind.COLLECT and not skip and invoice.get("status") != "open":
            skip = "uncollectible"
        if kind is EditKind.COLLECT and not skip and invoice.get("collection_method") == "send_invoice":
            skip = "by_email"
        after = {EditKind.FINALIZE: "open", EditKind.COLLECT: "paid", EditKind.WRITE_OFF: "uncollectible"}.get(kind, "")
        after = after or str(invoice.get("customer_email") or "")
    elif kind is EditKind.APPROVE:
        mark = review_of(held).mark
        before, after = str(mark), str(Mark.APPROVED)
        skip = "same" if mark is Mark.APPROVED else "draft" if invoice.get("status") == "draft" else ""
        amount = total_of(invoice)
    else:
        before, after = str(held.get(edit.key) or ""), edit.value
        full = len(held) >= METADATA_KEYS and edit.key not in held
        skip = "same" if before == edit.value else "too_many_keys" if full else ""
    shown = as_seen(id_, amount) if amount.amount and not skip else ""
    return Planned(id_, title, skip, before, after, customer, amount.currency, amount=amount.amount, seen=shown)
