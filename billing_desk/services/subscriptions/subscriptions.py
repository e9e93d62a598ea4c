"""Subscriptions: overview, cancel at period end, pause, quantity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json, id_of, of_customer
from ...domain.money import Money, totals
from ...domain.objects.invoice import lines_of
from ...domain.objects.subscription import items_of, next_bill, period_amount
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Operation, Preview
from ...domain.writes.remarks import Effect, EffectCode
from ...gateway.nested import whole
from ...gateway.requests import subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ...store.mirror.mirror import Mirror
from ..object_reader import ObjectReader
from ..writes.planner import Planner

if TYPE_CHECKING:
    from stripe.params import SubscriptionUpdateParams

WRITE = "rak_subscription_write"
"""The permission that a restricted key needs to write subscriptions, by Stripe's name."""


@dataclass(frozen=True)
class SubscriptionOverview:
    subscription: Json
    customer: Json | None
    invoices: list[Json]


class Subscriptions:
    def __init__(self, mirror: Mirror, gateway: StripeGateway, reader: ObjectReader, planner: Planner) -> None:
        self._mirror, self._gateway, self._reader, self._planner = mirror, gateway, reader, planner

    async def overview(self, subscription_id: str) -> SubscriptionOverview | None:
        subscription = await self._mirror.get("subscription", subscription_id)
        if subscription is None:
            return None
        owner = id_of(subscription.get("customer"))
        return SubscriptionOverview(
            subscription,
            await self._mirror.get("customer", owner) if owner else None,
            await self._mirror.related("invoice", "subscription", subscription_id),
        )

    async def preview_ending(self, subscription_id: str, *, ends: bool) -> Preview | None:
        """Cancel at the end of the period, or withdraw that. None if nothing changes. Raises DeskError."""
        now, version = await self._reader.read("subscription", subscription_id)
        if bool(now.get("cancel_at_period_end")) == ends:
            return None
        change = FieldChange("cancel_at_period_end", _yes(not ends), _yes(ends))
        undo: SubscriptionUpdateParams = {"cancel_at_period_end": not ends}
        operation = self._plan(
            Action.SUBSCRIPTION_CANCEL_AT_PERIOD_END if ends else Action.SUBSCRIPTION_DONT_CANCEL,
            now,
            {"cancel_at_period_end": ends},
            change,
            undo,
        )
        later = () if ends else _each_period(now)
        said = Effect(EffectCode.ENDS_WITH_PERIOD if ends else EffectCode.GOES_ON_BILLING, _when(now))
        return Preview(operation, effects=Effects(later=later, by_stripe=(said,)), versions=(version,))

    async def preview_pause(self, subscription_id: str, *, paused: bool) -> Preview | None:
        """Pause collection (invoices are created and voided), or resume it. None if nothing changes."""
        now, version = await self._reader.read("subscription", subscription_id)
        before = now.get("pause_collection")
        if bool(before) == paused:
            return None
        on: Any = {"behavior": "void"}
        held = {name: value for name, value in (before or {}).items() if value is not None}
        change = FieldChange("pause_collection", (before or {}).get("behavior"), "void" if paused else None)
        operation = self._plan(
            Action.SUBSCRIPTION_PAUSE if paused else Action.SUBSCRIPTION_RESUME,
            now,
            {"pause_collection": on if paused else ""},
            change,
            {"pause_collection": "" if paused else cast("Any", held)},
        )
        said = Effect(EffectCode.INVOICES_ARE_VOIDED if paused else EffectCode.INVOICES_ARE_COLLECTED)
        effects = Effects(later=() if paused else _each_period(now), by_stripe=(said,))
        return Preview(operation, effects=effects, versions=(version,))

    async def preview_quantity(self, subscription_id: str, item_id: str, quantity: int) -> Preview | None:
        """With Stripe's proration preview; the write uses the same proration date. Raises DeskError."""
        now, version = await self._reader.read("subscription", subscription_id)
        item = next((item for item in items_of(now) if item.id == item_id), None)
        if item is None or item.price.usage_type == "metered":
            raise Refused(code="no_quantity", param="quantity")
        if item.quantity == quantity:
            return None
        at = int(self._gateway.now())
        changes: SubscriptionUpdateParams = {
            "items": [{"id": item_id, "quantity": quantity}],
            "proration_behavior": "create_prorations",
            "proration_date": at,
        }
        upcoming: Json = await self._gateway.read(subscriptions.preview_change(subscription_id, changes))
        upcoming = await whole(self._gateway, upcoming)
        change = FieldChange("quantity", str(item.quantity), str(quantity))
        undo: SubscriptionUpdateParams = {
            "items": [{"id": item_id, "quantity": item.quantity}],
            "proration_behavior": "create_prorations",
        }
        operation = self._plan(Action.SUBSCRIPTION_QUANTITY, now, changes, change, undo)
        return Preview(operation, effects=_effects(now, upcoming, item_id, quantity), versions=(version,))

    async def preview_quantity_back(self, done: Operation) -> Preview | None:
        """The undo of a quantity change: prorated from now, not from the time of the change."""
        subscription_id = next(id_ for kind, id_ in done.subjects if kind == "subscription")
        item = done.steps[0].request.params["items"][0]
        return await self.preview_quantity(subscription_id, item["id"], int(done.changes[0].before or 0))

    def _plan(
        self,
        action: Action,
        now: Json,
        changes: SubscriptionUpdateParams,
        change: FieldChange,
        undo: SubscriptionUpdateParams,
    ) -> Operation:
        return self._planner.plan(
            action,
            subscriptions.update(now["id"], changes),
            subjects=(("subscription", now["id"]), *of_customer(now)),
            changes=(change,),
            undo=((0, subscriptions.update(now["id"], undo)),),
            now=(now,),
        )


def _effects(now: Json, upcoming: Json, item_id: str, quantity: int) -> Effects:
    currency = str(upcoming.get("currency") or now.get("currency") or "")
    proration = totals([line.amount for line in lines_of(upcoming) if line.proration])
    said = Effect(EffectCode.PRORATED, {"count": str(len(proration))})
    return Effects(
        next=(Money(int(upcoming.get("amount_due") or 0), currency),),
        next_at=next_bill(now),
        later=_each_period(now, {item_id: quantity}),
        by_stripe=(said,),
    )


def _each_period(now: Json, quantities: dict[str, int] | None = None) -> tuple[Money, ...]:
    return tuple(totals(period_amount(items_of(now), quantities or {})))


def _when(now: Json) -> dict[str, str]:
    ends = [item.period[1] for item in items_of(now) if item.period[1]]
    return {"at": str(max(ends, default=0))}


def _yes(value: bool) -> str:
    return "yes" if value else "no"
