"""Bulk edits of subscriptions: move to another price, give a discount, end, pause collection, collect the oldest unpaid
invoice, create card links, set metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from ...domain.catalog.plan import Price, price_of
from ...domain.errors import Refused
from ...domain.invoices.actions import InvoiceAction, as_seen, owed, refusal
from ...domain.json_object import Json, id_of, of_customer
from ...domain.objects.invoice import state
from ...domain.objects.subscription import LIVE, Item, begins_anew, currency_of, ends_on, item_revenue, items_of
from ...domain.writes.action import Action
from ...domain.writes.bulk import DEFAULT, Bulk, BulkRow, Edit, EditKind, Planned
from ...domain.writes.operation import FieldChange, Operation, Preview
from ...domain.writes.own_metadata import METADATA_KEYS
from ...domain.writes.remarks import WarningCode
from ...domain.writes.request import Request
from ...domain.writes.subscription_change import ItemEdit, item_params
from ...gateway.requests import subscriptions
from ...store.mirror.mirror import Mirror
from ..cards.pages import CardPages
from ..invoices.invoices import Invoices
from ..object_reader import ObjectReader
from ..subscriptions.rooms import SubscriptionRooms
from ..writes.planner import Planner


class BulkSubscriptions:
    def __init__(
        self,
        mirror: Mirror,
        reader: ObjectReader,
        planner: Planner,
        rooms: SubscriptionRooms,
        invoices: Invoices,
        pages: CardPages,
    ) -> None:
        self._mirror, self._reader, self._planner = mirror, reader, planner
        self._ending, self._pausing, self._terms = rooms.ending, rooms.pausing, rooms.terms
        self._invoices, self._pages = invoices, pages

    async def planned(self, edit: Edit, numbers: Sequence[int]) -> list[Planned]:
        rows = await self._mirror.rows("subscription", numbers)
        price = await self._price(edit)
        found = []
        for number in numbers:
            if number in rows:
                row = rows[number]
                obj = await self._mirror.get("subscription", str(row["id"])) or {}
                made = _planned(obj, str(row.get("customer_name") or row.get("customer") or ""), edit, price)
                if edit.kind is EditKind.RETRY and not made.skip:
                    made = await self._payment(made)
                elif edit.kind is EditKind.CARD_LINK:
                    customer = await self._mirror.get("customer", made.owner) or {}
                    made = replace(made, after=str(customer.get("email") or ""))
                found.append(made)
        return found

    async def _payment(self, made: Planned) -> Planned:
        """With the oldest invoice that can be paid; skipped if there is none."""
        held = await self._mirror.related("invoice", "subscription", made.subject)
        payable = [invoice for invoice in held if not refusal(invoice, InvoiceAction.PAY)]
        if not payable:
            waits = any(state(invoice) == "processing" for invoice in held)
            return replace(made, skip="processing" if waits else "nothing_open")
        oldest = min(payable, key=lambda invoice: int(invoice.get("created") or 0))
        due, id_ = owed(oldest), str(oldest["id"])
        return replace(
            made,
            after=str(oldest.get("number") or id_),
            currency=due.currency,
            amount=due.amount,
            seen=as_seen(id_, due),
        )

    async def _price(self, edit: Edit) -> Price | None:
        obj = await self._mirror.get("price", edit.value) if edit.kind is EditKind.MOVE else None
        return price_of(obj) if obj is not None else None

    async def plan(self, bulk: Bulk, row: BulkRow, id_: str) -> Operation | str:
        edit = bulk.edit
        now, _ = await self._reader.read("subscription", row.subject)
        if skip := _skip(now, edit, await self._price(edit)):
            return skip
        made: Preview | Operation | None
        match edit.kind:
            case EditKind.GIVE_DISCOUNT:
                try:
                    made = await self._terms.preview_discount(row.subject, edit.value)
                except Refused as error:
                    if not str(error.code).startswith("discount_"):
                        raise
                    return str(error.code)
            case EditKind.END:
                made = await self._ending.preview_ending(row.subject, ends=True)
            case EditKind.HOLD:
                made = await self._pausing.preview_pause(row.subject, paused=True)
            case EditKind.RETRY:
                found = await self._retry(row)
                if isinstance(found, str):
                    return found
                made = found
            case EditKind.CARD_LINK:
                owner = id_of(now.get("customer")) or ""
                page = await self._pages.preview(owner, default=edit.key == DEFAULT, id_=id_, bulk=bulk.id)
                return page.operation
            case EditKind.MOVE:
                made = self._move(now, edit)
            case _:
                made = self._metadata(now, edit)
        if made is None:
            return "same"
        operation = made.operation if isinstance(made, Preview) else made
        return operation.as_row(id_, bulk.id, Action(edit.kind))

    async def _retry(self, row: BulkRow) -> Preview | str:
        """Pays the invoice of the dry run if the same amount is still due; otherwise the reason to skip it."""
        invoice = row.seen.partition(" ")[0]
        try:
            preview = await self._invoices.preview_pay(invoice)
        except Refused as error:
            return {"processing": "processing"}.get(str(error.code), "nothing_open")
        if as_seen(invoice, preview.operation.money[0]) != row.seen:
            return "changed"
        no_card = any(warning.code is WarningCode.NO_CARD for warning in preview.warnings)
        return "no_card" if no_card else preview

    def _move(self, now: Json, edit: Edit) -> Operation:
        (item,) = items_of(now)
        after = [ItemEdit(item.id, edit.value, None if item.price.is_metered else item.quantity)]
        back: dict[str, Any] = {"id": item.id, "price": item.price.id}
        if not item.price.is_metered:
            back["quantity"] = item.quantity
        return self._update(
            now,
            {"items": item_params([item], after), "proration_behavior": edit.key or "none"},
            FieldChange("plan", item.price.nickname or item.price.id, edit.value),
            {"items": [back], "proration_behavior": edit.key or "none"},
        )

    def _metadata(self, now: Json, edit: Edit) -> Operation:
        before = str((now.get("metadata") or {}).get(edit.key) or "")
        return self._update(
            now,
            {"metadata": {edit.key: edit.value}},
            FieldChange(f"metadata.{edit.key}", before or None, edit.value),
            {"metadata": {edit.key: before}},
        )

    def _update(self, now: Json, changes: dict[str, Any], change: FieldChange, back: dict[str, Any]) -> Operation:
        def update(fields: dict[str, Any]) -> Request:
            return subscriptions.update(str(now["id"]), cast("Any", fields))

        return self._planner.plan(
            Action.SUBSCRIPTION_MOVE,
            update(changes),
            subjects=(("subscription", str(now["id"])), *of_customer(now)),
            changes=(change,),
            undo=((0, update(back)),),
            now=(now,),
        )


def _planned(obj: Json, owner: str, edit: Edit, price: Price | None) -> Planned:
    items, currency = items_of(obj), currency_of(obj)
    title = ", ".join(item.price.nickname or item.price.id for item in items)
    skip = _skip(obj, edit, price)
    before, after, revenue = "", edit.value, (0, 0)
    match edit.kind:
        case EditKind.MOVE if price is not None and not skip:
            before, after = title, price.nickname or price.id
            moved = Item(items[0].id, price.in_currency(currency), items[0].quantity, items[0].period)
            revenue = (item_revenue(obj, items[0]), item_revenue(obj, moved))
        case EditKind.SET_SUBSCRIPTION_METADATA:
            before = str((obj.get("metadata") or {}).get(edit.key) or "")
        case EditKind.END | EditKind.HOLD:
            before = str(obj.get("status") or "")
            after = "ending" if edit.kind is EditKind.END else "collection_paused"
    whose = f"{owner}  {title}".strip()
    return Planned(str(obj["id"]), whose, skip, before, after, id_of(obj.get("customer")) or "", currency, revenue)


def _skip(obj: Json, edit: Edit, price: Price | None) -> str:
    """Why a subscription is skipped; "" if it is not."""
    if obj.get("deleted") or obj.get("status") not in LIVE:
        return "ended"
    match edit.kind:
        case EditKind.MOVE:
            return _no_move(obj, price)
        case EditKind.RETRY:
            return "by_email" if obj.get("collection_method") == "send_invoice" else ""
        case EditKind.END:
            return "same" if ends_on(obj) is not None else "managed" if obj.get("schedule") else ""
        case EditKind.HOLD:
            return "same" if obj.get("pause_collection") or obj.get("status") == "paused" else ""
        case EditKind.GIVE_DISCOUNT:
            return "managed" if obj.get("schedule") else "has_discount" if obj.get("discounts") else ""
        case EditKind.SET_SUBSCRIPTION_METADATA:
            held = obj.get("metadata") or {}
            if held.get(edit.key) == edit.value:
                return "same"
            return "too_many_keys" if len(held) >= METADATA_KEYS and edit.key not in held else ""
    return ""


def _no_move(obj: Json, price: Price | None) -> str:
    """Why a subscription cannot be moved without changing its billing dates or quantities."""
    items = items_of(obj)
    if price is None or not price.active:
        return "no_such_price"
    if len(items) != 1:
        return "several_items"
    (item,) = items
    if item.price.id == price.id:
        return "same"
    if currency_of(obj) not in price.currencies:
        return "other_currency"
    if obj.get("schedule"):
        return "managed"
    if obj.get("status") in ("incomplete", "paused"):
        return "not_running"
    if begins_anew(items, [Item(item.id, price.in_currency(currency_of(obj)), item.quantity, item.period)]):
        same = (item.price.interval, item.price.interval_count) == (price.interval, price.interval_count)
        return "from_free" if same else "other_interval"
    same = (item.price.interval, item.price.interval_count) == (price.interval, price.interval_count)
    return "" if same and item.price.is_metered == price.is_metered else "other_interval"
