"""Changes at the next renewal, by a subscription schedule (C11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from ...domain.catalog.plan import Price
from ...domain.json_object import Json, id_of, of_customer
from ...domain.objects.schedule import current_phase_of
from ...domain.objects.subscription import items_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, ObjectVersion, Preview
from ...domain.writes.references import result, result_id
from ...domain.writes.remarks import Effect, EffectCode
from ...domain.writes.request import Request
from ...domain.writes.subscription_change import Choice, ItemEdit, edits_of, whole_items
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
        if schedule is None:
            made: tuple[Request, ...] = (subscriptions.schedule_from(subscription_id),)
            reference = result_id(0)
            start: Any = result(0, "current_phase.start_date")
            end: Any = result(0, "current_phase.end_date")
        else:
            held, held_version = await self._reader.read("schedule", schedule)
            made, reference = (), schedule
            start, end = current_phase_of(held) or (0, 0)
            versions.append(held_version)
        phases = _phases(now, after, price, (start, end))
        update: SubscriptionScheduleUpdateParams = {
            "end_behavior": "release",
            "phases": cast("Any", phases),
            "proration_behavior": "none",
        }
        release = subscriptions.release_schedule(reference)
        steps = (*made, subscriptions.update_schedule(reference, update))
        operation = self._planner.plan(
            Action.SUBSCRIPTION_SCHEDULE,
            *steps,
            subjects=(("subscription", subscription_id), *of_customer(now)),
            changes=changes,
            undo=tuple((number, release) for number in range(len(steps))),
        )
        said = (Effect(EffectCode.CHANGES_AT, {"at": str(choice.next_at or 0)}),)
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
        )
        said = (Effect(EffectCode.CHANGE_DROPPED),)
        return Preview(operation, effects=Effects(by_stripe=said), versions=(version,))


def _phases(now: Json, after: Sequence[ItemEdit], price: Price, current: tuple[Any, Any]) -> list[dict[str, Any]]:
    """The current phase as it is, and one period of the new items; then the schedule is released."""
    given = [{"discount": id_} for each in now.get("discounts") or () if (id_ := id_of(each))]
    discounts: dict[str, Any] = {"discounts": given} if given else {}
    trial = {"trial_end": now["trial_end"]} if now.get("status") == "trialing" and now.get("trial_end") else {}
    here = {
        "items": whole_items(edits_of(items_of(now))),
        "start_date": current[0],
        "end_date": current[1],
        **discounts,
        **trial,
    }
    length = {"interval": price.interval, "interval_count": price.interval_count}
    later = {"items": whole_items(after), "duration": length, "proration_behavior": "none", **discounts}
    return [here, later]
