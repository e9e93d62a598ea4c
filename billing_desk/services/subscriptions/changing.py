"""Changes a subscription's items: at once, on the next invoice, or at the next renewal (F4, C11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from ...domain.billing_cycle import Cycle
from ...domain.catalog.plan import Price, price_of
from ...domain.errors import Refused
from ...domain.invoices.lines import lines_of
from ...domain.json_object import Json, id_of, of_customer
from ...domain.money import Money
from ...domain.objects.bill import after_balance
from ...domain.objects.subscription import (
    Item,
    amount_per_period,
    begins_anew,
    currency_of,
    items_of,
    next_bill,
    period_end,
)
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Operation, Preview, Risk
from ...domain.writes.remarks import Effect, EffectCode
from ...domain.writes.request import Request
from ...domain.writes.subscription_change import Choice, ItemEdit, When, edits_of, item_params, whole_items
from ...gateway.nested import whole
from ...gateway.requests import subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner
from .bills import BillPreviews
from .renewing import Renewals

if TYPE_CHECKING:
    from stripe.params import SubscriptionUpdateParams


class SubscriptionChanges:
    def __init__(self, gateway: StripeGateway, mirror: Mirror, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._mirror, self._reader, self._planner = gateway, mirror, reader, planner
        self._bills, self._renewals = BillPreviews(gateway), Renewals(reader, planner)

    def now(self) -> int:
        """Stripe's time, as far as it is known; the proration date of a preview (Unix seconds)."""
        return int(self._gateway.now())

    async def prices_for(self, subscription: Json) -> list[tuple[Price, str]]:
        """Active recurring prices that fit its currency, in that currency, with the names of their products."""
        currency = currency_of(subscription)
        prices = [price_of(row) for row in await self._mirror.related("price", "active", "1")]
        fitting = [price for price in prices if price.interval and currency in price.currencies]
        names: dict[str, str] = {}
        for id_ in {price.product for price in fitting}:
            names[id_] = str((await self._mirror.get("product", id_) or {}).get("name") or id_)
        return [(price.in_currency(currency), names[price.product]) for price in fitting]

    async def choices(self, subscription_id: str, after: Sequence[ItemEdit], at: int) -> list[Choice]:
        """What each way costs, by Stripe's own previews; `at` is the proration date. Raises DeskError."""
        now, _ = await self._reader.read("subscription", subscription_id)
        at = _within(now, at)
        return [await self._choice(now, after, when, at) for when in When]

    async def _choice(self, now: Json, after: Sequence[ItemEdit], when: When, at: int) -> Choice:
        if why := await self._refusal(now, after, when):
            return Choice(when, refusal=why)
        currency = currency_of(now)
        if when is When.RENEWAL:
            total = Money(int((await self._at_renewal(now, after)).get("total") or 0), currency)
            due_then = after_balance(total, await self._balance(now))
            return Choice(when, None, Money(0, currency), due_then, period_end(now))
        preview = await self._preview_of(now, after, when, at)
        back = [line.amount.amount for line in lines_of(preview) if line.proration and line.amount.amount < 0]
        due = Money(int(preview.get("amount_due") or 0), currency)
        credit = Money(sum(back), currency) if back else None
        restarts = await self._begins_anew(now, after)
        if when is When.NOW or restarts:
            left = await self._balance(now) + int(preview.get("total") or 0) - due.amount
            following = await self._following(now, after, at, left if restarts else None)
            return Choice(when, credit, due, *following)
        return Choice(when, credit, Money(0, currency), due, next_bill(now))

    async def _following(
        self, now: Json, after: Sequence[ItemEdit], at: int, left: int | None
    ) -> tuple[Money, int | None]:
        """The bill after the one of today. `left`: the customer's balance then, if the cycle begins anew."""
        currency = currency_of(now)
        if left is None:
            plain = await self._preview_of(now, after, When.NONE, at)
            return Money(int(plain.get("amount_due") or 0), currency), next_bill(now)
        prices = await self._prices(now, after)
        end = min(Cycle(at, price.interval, price.interval_count).boundary(1) for price in prices)
        found = await self._bills.recurring(*self._whole(now, after), end)
        return after_balance(Money(int(found.get("total") or 0), currency), left), end

    async def _balance(self, now: Json) -> int:
        """The customer's balance in minor units; 0 if it is of another currency."""
        customer = await self._mirror.get("customer", id_of(now.get("customer")) or "") or {}
        same = customer.get("currency") in (None, currency_of(now))
        return int(customer.get("balance") or 0) if same else 0

    async def _preview_of(self, now: Json, after: Sequence[ItemEdit], when: When, at: int) -> Json:
        changes = _changes(now, after, when, at)
        answer: Json = await self._gateway.read(subscriptions.preview_change(str(now["id"]), changes))
        return await whole(self._gateway, answer)

    async def _at_renewal(self, now: Json, after: Sequence[ItemEdit]) -> Json:
        return await self._bills.recurring(*self._whole(now, after), period_end(now) or 0)

    @staticmethod
    def _whole(now: Json, after: Sequence[ItemEdit]) -> tuple[str, list[dict[str, Any]], list[Any]]:
        given = [{"discount": id_} for each in now.get("discounts") or () if (id_ := id_of(each))]
        return id_of(now.get("customer")) or "", whole_items(after), given

    async def _prices(self, now: Json, after: Sequence[ItemEdit]) -> list[Price]:
        """The prices in the subscription's currency, as far as they are known."""
        held = {item.price.id: item.price for item in items_of(now)}
        for edit in after:
            if edit.price not in held and (obj := await self._mirror.get("price", edit.price)) is not None:
                held[edit.price] = price_of(obj).in_currency(currency_of(now))
        return [held[edit.price] for edit in after if edit.price in held]

    async def _begins_anew(self, now: Json, after: Sequence[ItemEdit]) -> bool:
        """Whether Stripe starts a new cycle at once."""
        if now.get("status") == "trialing":
            return False
        prices = {price.id: price for price in await self._prices(now, after)}
        held = items_of(now)
        wanted = [Item(e.id, prices[e.price], e.quantity or 0, (None, None)) for e in after if e.price in prices]
        return begins_anew(held, wanted)

    async def _refusal(self, now: Json, after: Sequence[ItemEdit], when: When) -> str:
        """Why a way is not possible; "" if it is."""
        if not after:
            return "no_items"
        if now.get("status") in ("canceled", "incomplete_expired"):
            return "ended"
        if now.get("status") == "incomplete":
            return "incomplete"
        if now.get("status") == "paused":
            return "paused"
        managed = bool(now.get("schedule"))
        if when is not When.RENEWAL:
            return "managed" if managed else ""
        if now.get("cancel_at") or now.get("cancel_at_period_end"):
            return "ends"
        return ""

    async def preview(self, subscription_id: str, after: Sequence[ItemEdit], when: When, at: int) -> Preview | None:
        """The change with the proration date `at`, which is also sent; None if nothing changes. Raises DeskError,
        including Refused with the reason as its code."""
        now, version = await self._reader.read("subscription", subscription_id)
        items, at = items_of(now), _within(now, at)
        if not item_params(items, after):
            return None
        if why := await self._refusal(now, after, when):
            raise Refused(code=f"change_{why}", param="items")
        choice = await self._choice(now, after, when, at)
        changes = await self._field_changes(items, after)
        if when is When.RENEWAL:
            prices = await self._prices(now, after)
            return await self._renewals.preview(now, version, after, changes, choice, prices[0])
        automatic = now.get("collection_method") != "send_invoice"
        money = (choice.today,) if choice.today and choice.today.amount > 0 and automatic else ()
        only_quantity = all(set(each) == {"id", "quantity"} for each in item_params(items, after))
        params = _changes(now, after, when, at)
        if money:
            params["payment_behavior"] = "error_if_incomplete"
            params["off_session"] = True
        operation = self._planner.plan(
            Action.SUBSCRIPTION_QUANTITY if only_quantity else Action.SUBSCRIPTION_PLAN,
            subscriptions.update(subscription_id, params),
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=changes,
            money=money,
            risk=Risk.MONEY if money else Risk.SERIOUS,
            undo=((0, self._back(now, items, after, at)),) if _is_reversible(items, after) else (),
            now=(now,),
        )
        said = (Effect(EffectCode.PRORATED),) if when is When.NEXT and choice.credit is not None else ()
        effects = Effects(
            now=(choice.today,) if choice.today and choice.today.amount else (),
            next=(choice.next,) if choice.next is not None else (),
            next_at=choice.next_at,
            later=await self._each_period(now, after),
            by_stripe=said,
        )
        return Preview(operation, effects=effects, versions=(version,))

    async def _each_period(self, now: Json, after: Sequence[ItemEdit]) -> tuple[Money, ...]:
        """Before discounts and tax; () if one of the amounts is not known, or the periods differ."""
        prices = {price.id: price for price in await self._prices(now, after)}
        items = [Item(e.id, prices[e.price], e.quantity or 0, (None, None)) for e in after if e.price in prices]
        amount = amount_per_period(items) if len(items) == len(after) else None
        return (amount,) if amount is not None else ()

    @staticmethod
    def _back(now: Json, items: Sequence[Item], after: Sequence[ItemEdit], at: int) -> Request:
        old = {item.id: item for item in items}
        back = [
            {"id": e.id, "price": old[e.id].price.id, "quantity": old[e.id].quantity}
            if not old[e.id].price.is_metered
            else {"id": e.id, "price": old[e.id].price.id}
            for e in after
        ]
        params: SubscriptionUpdateParams = {
            "items": cast("Any", back),
            "proration_behavior": "create_prorations",
            "proration_date": at,
        }
        return subscriptions.update(str(now["id"]), params)

    async def preview_back(self, done: Operation) -> Preview | None:
        """The undo of a change: prorated from now, not from the time of the change."""
        subscription_id = next(id_ for kind, id_ in done.subjects if kind == "subscription")
        before = {item["id"]: item for item in dict(done.undo)[0].params["items"]}
        now, _ = await self._reader.read("subscription", subscription_id)
        after = edits_of(items_of(now))
        if not set(before) <= {edit.id for edit in after}:
            raise Refused(code="change_item_gone", param="items")
        after = [
            # Operations of earlier versions hold the quantity alone.
            ItemEdit(edit.id, old.get("price", edit.price), old.get("quantity", edit.quantity))
            if (old := before.get(edit.id))
            else edit
            for edit in after
        ]
        return await self.preview(subscription_id, after, When.NEXT, self.now())

    async def preview_unscheduled(self, subscription_id: str) -> Preview | None:
        """Drop the planned changes; the subscription continues as it is. None if it has no schedule."""
        return await self._renewals.preview_dropped(subscription_id)

    async def _field_changes(self, before: Sequence[Item], after: Sequence[ItemEdit]) -> tuple[FieldChange, ...]:
        held, found = {item.id: item for item in before}, []
        for edit in after:
            obj = await self._mirror.get("price", edit.price) or {"id": edit.price}
            text = _item_text(price_of(obj), edit.quantity)
            old = held.pop(edit.id, None)
            was = _item_text(old.price, None if old.price.is_metered else old.quantity) if old else None
            if old is not None and old.price.id == edit.price and old.quantity != edit.quantity:
                found.append(FieldChange("quantity", str(old.quantity), str(edit.quantity)))
            elif was != text:
                found.append(FieldChange("plan", was, text))
        found += [
            FieldChange("plan", _item_text(item.price, None if item.price.is_metered else item.quantity), None)
            for item in held.values()
        ]
        return tuple(found)


def _within(now: Json, at: int) -> int:
    """The proration date, moved into the current periods: the time at Stripe is known to a second or two only."""
    periods = [item.period for item in items_of(now)]
    start = max((start for start, _ in periods if start), default=at)
    end = min((end for _, end in periods if end), default=at)
    return min(max(at, start), max(start, end))


def _item_text(price: Price, quantity: int | None) -> str:
    name = price.nickname or price.id
    return name if quantity is None else f"{name} × {quantity}"


def _changes(now: Json, after: Sequence[ItemEdit], when: When, at: int) -> SubscriptionUpdateParams:
    fields: dict[str, Any] = {
        "items": item_params(items_of(now), after),
        "proration_behavior": when.proration,
    }
    if when is not When.NONE:
        fields["proration_date"] = at
    return cast("SubscriptionUpdateParams", fields)


def _is_reversible(before: Sequence[Item], after: Sequence[ItemEdit]) -> bool:
    """Whether the same items remain: an added or removed one would be another item afterward."""
    return {item.id for item in before} == {edit.id for edit in after}
