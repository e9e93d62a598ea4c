"""Pauses and resumes subscriptions, or only the collection of their invoices."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from ...domain.errors import Refused
from ...domain.json_object import Json, of_customer
from ...domain.money import Money
from ...domain.objects.subscription import currency_of, items_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview, Risk
from ...domain.writes.remarks import Effect, EffectCode
from ...gateway.requests import subscriptions
from ...gateway.stripe_gateway import StripeGateway
from ..object_reader import ObjectReader
from ..writes.planner import Planner
from .ending import each_period

if TYPE_CHECKING:
    from stripe.params import SubscriptionPauseParams


class Hold(StrEnum):
    """What happens to invoices while collection is paused; `ALL`: the subscription itself is paused."""

    VOID = "void"
    DRAFT = "keep_as_draft"
    UNCOLLECTIBLE = "mark_uncollectible"
    ALL = "pause"


class SubscriptionPausing:
    def __init__(self, gateway: StripeGateway, reader: ObjectReader, planner: Planner) -> None:
        self._gateway, self._reader, self._planner = gateway, reader, planner

    async def preview_pause(
        self, subscription_id: str, *, paused: bool, how: Hold = Hold.VOID, resumes_at: int | None = None
    ) -> Preview | None:
        """Pause collection or the whole subscription, or resume what is paused. None if nothing changes."""
        now, version = await self._reader.read("subscription", subscription_id)
        if not paused and now.get("status") == "paused":
            return await self._resume_all(now, version)
        if paused and how is Hold.ALL:
            return self._pause_all(now, version)
        before = now.get("pause_collection")
        if bool(before) == paused:
            return None
        if paused and resumes_at is not None and resumes_at <= int(self._gateway.now()):
            raise Refused(code="in_the_past", param="date")
        on: dict[str, Any] = {"behavior": str(how), **({"resumes_at": resumes_at} if resumes_at else {})}
        held = {name: value for name, value in (before or {}).items() if value is not None}
        change = FieldChange("pause_collection", (before or {}).get("behavior"), str(how) if paused else None)
        wanted: Any = {"pause_collection": on if paused else ""}
        back: Any = {"pause_collection": "" if paused else held}
        operation = self._planner.plan(
            Action.SUBSCRIPTION_PAUSE if paused else Action.SUBSCRIPTION_RESUME,
            subscriptions.update(subscription_id, wanted),
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=(change,),
            undo=((0, subscriptions.update(subscription_id, back)),),
            now=(now,),
        )
        said = Effect(_HELD[how] if paused else EffectCode.INVOICES_ARE_COLLECTED)
        effects = Effects(later=() if paused else each_period(now), by_stripe=(said,))
        return Preview(operation, effects=effects, versions=(version,))

    def _pause_all(self, now: Json, version: ObjectVersion) -> Preview | None:
        if now.get("status") == "paused":
            return None
        if now.get("schedule"):
            raise Refused(code="change_managed", param="status")
        subscription_id = str(now["id"])
        metered = any(item.price.is_metered for item in items_of(now))
        # Stripe's defaults would credit unused time with the next invoice.
        usage = "now" if metered else "none"
        bills = {"unused_time_from": {"type": "none"}, "outstanding_usage_through": {"type": usage}}
        fields = {"type": "subscription", "bill_for": bills}
        operation = self._planner.plan(
            Action.SUBSCRIPTION_PAUSE_ALL,
            subscriptions.pause(subscription_id, cast("SubscriptionPauseParams", fields)),
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=(FieldChange("subscription_status", str(now.get("status")), "paused"),),
        )
        said = (Effect(EffectCode.PAUSED_ALTOGETHER), *((Effect(EffectCode.USAGE_ON_NEXT),) if metered else ()))
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def _resume_all(self, now: Json, version: ObjectVersion) -> Preview:
        """The cycle begins anew, and its first period is billed at once."""
        subscription_id = str(now["id"])
        if now.get("collection_method") == "send_invoice":
            raise Refused(code="change_resume_by_email", param="status")
        details: Any = {"resume_at": "now"}
        request = subscriptions.preview({"subscription": subscription_id, "subscription_details": details})
        preview: Json = await self._gateway.read(request)
        due = Money(int(preview.get("amount_due") or 0), currency_of(now))
        money = (due,) if due.amount > 0 else ()
        operation = self._planner.plan(
            Action.SUBSCRIPTION_RESUME_ALL,
            subscriptions.resume(subscription_id, {"billing_cycle_anchor": {"type": "now"}}),
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=(FieldChange("subscription_status", "paused", "active"),),
            money=money,
            risk=Risk.MONEY if money else Risk.SERIOUS,
        )
        effects = Effects(now=(due,), later=each_period(now), by_stripe=(Effect(EffectCode.RESUMED_NOW),))
        return Preview(operation, effects=effects, versions=(version,))


_HELD = {
    Hold.VOID: EffectCode.INVOICES_ARE_VOIDED,
    Hold.DRAFT: EffectCode.INVOICES_ARE_DRAFTS,
    Hold.UNCOLLECTIBLE: EffectCode.INVOICES_ARE_UNCOLLECTIBLE,
}
