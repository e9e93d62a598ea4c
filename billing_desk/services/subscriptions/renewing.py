"""Changes at the next renewal, by a subscription schedule (C11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.plan import Price
from ...domain.errors import Refused
from ...domain.json_object import Json, id_of, of_customer
from ...domain.objects.schedule import current_phase_of, params_of, phase_params, phase_params_of, planned_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview
from ...domain.writes.references import result, result_id
from ...domain.writes.remarks import Effect, EffectCode
from ...domain.writes.request import Request
from ...domain.writes.subscription_change import Choice, ItemEdit, whole_items
from ...gateway.requests import subscriptions
from ..object_reader import ObjectReader
from ..writes.planner import Planner

if TYPE_CHECKING:
    from stripe.params import SubscriptionScheduleUpdateParams


class Renewals:
    def __init__(self, reader: ObjectReader, planner: Planner) -> None:
        self._reader, self._planner = reader, planner

    async def preview(
        self,
        now: Json,
        version: ObjectVersion,
        after: Sequence[ItemEdit],
        changes: tuple[FieldChange, ...],
        choice: Choice,
        price: Price,
    ) -> Preview:
        """A schedule made from the subscription: its period as it is, then one period of the new items."""
        subscription_id, schedule = str(now["id"]), id_of(now.get("schedule"))
        versions = [version]
        held: Json | None = None
        if schedule is None:
            made: tuple[Request, ...] = (subscriptions.schedule_from(subscription_id),)
            reference = result_id(0)
            start: Any = result(0, "current_phase.start_date")
            end: Any = result(0, "current_phase.end_date")
        else:
            held, held_version = await self._reader.read("schedule", schedule)
            if held.get("end_behavior") == "cancel":
                raise Refused(code="change_contract", param="items")
            made, reference = (), schedule
            start, end = current_phase_of(held) or (0, 0)
            versions.append(held_version)
        phases = _phases(now, held, after, price, (start, end))
        update: SubscriptionScheduleUpdateParams = {
            "end_behavior": "release",
            "phases": cast("Any", phases),
            "proration_behavior": "none",
        }
        back = subscriptions.release_schedule(reference)
        if held is not None:
            back = subscriptions.update_schedule(reference, cast("Any", params_of(held)))
        steps = (*made, subscriptions.update_schedule(reference, update))
        operation = self._planner.plan(
            Action.SUBSCRIPTION_SCHEDULE,
            *steps,
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=changes,
            undo=tuple((number, back) for number in range(len(steps))),
        )
        dropped = held is not None and planned_of(held)
        said = (
            Effect(EffectCode.CHANGES_AT, {"at": str(choice.next_at or 0)}),
            *((Effect(EffectCode.PLANNED_REPLACED),) if dropped else ()),
        )
        effects = Effects(
            next=(choice.next,) if choice.next is not None else (), next_at=choice.next_at, by_stripe=said
        )
        return Preview(operation, effects=effects, versions=tuple(versions))

    async def preview_dropped(self, subscription_id: str) -> Preview | None:
        """Drop the planned changes; the subscription continues as it is. None if it has no schedule."""
        now, version = await self._reader.read("subscription", subscription_id)
        schedule = id_of(now.get("schedule"))
        if schedule is None:
            return None
        operation = self._planner.plan(
            Action.SUBSCRIPTION_UNSCHEDULE,
            subscriptions.release_schedule(schedule),
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=await self._planned_changes(schedule),
        )
        said = (Effect(EffectCode.CHANGE_DROPPED),)
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))

    async def _planned_changes(self, schedule: str) -> tuple[FieldChange, ...]:
        """What was planned, as fields that are dropped."""
        held, _ = await self._reader.read("schedule", schedule)
        found = []
        for planned in planned_of(held):
            for price_id, quantity in planned.items:
                price, _ = await self._reader.read("price", price_id)
                name = str(price.get("nickname") or price_id)
                found.append(FieldChange("plan", name if quantity is None else f"{name} × {quantity}", None))
        return tuple(found)


def _phases(
    now: Json, schedule: Json | None, after: Sequence[ItemEdit], price: Price, current: tuple[Any, Any]
) -> list[dict[str, Any]]:
    """The current phase as it is, and one period of the new items on the same terms; then the schedule is released."""
    here = None
    if schedule is not None:
        here = next((phase_params(p) for p in schedule["phases"] if p["start_date"] == current[0]), None)
    here = {**(here or phase_params_of(now)), "start_date": current[0], "end_date": current[1]}
    held = {item["price"]: item for item in here["items"]}
    kept = ("tax_rates", "discounts", "metadata")
    items = [
        {**item, **{name: held[item["price"]][name] for name in kept if name in held.get(item["price"], {})}}
        for item in whole_items(after)
    ]
    length = {"interval": price.interval, "interval_count": price.interval_count}
    terms = {name: value for name, value in here.items() if name not in ("start_date", "end_date", "trial_end")}
    return [here, {**terms, "items": items, "duration": length, "proration_behavior": "none"}]
