"""Meters: created, renamed, deactivated, reactivated (E1), and what is wired to what."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.catalog.plan import price_of
from ...domain.errors import Refused
from ...domain.usage.event import LONGEST, Aggregation, Meter, meter_of
from ...domain.usage.wiring import Fault, faults_of
from ...domain.writes.action import Action
from ...domain.writes.operation import Effects, FieldChange, Preview, Risk
from ...domain.writes.references import result_id
from ...domain.writes.remarks import Effect, EffectCode, Warning_, WarningCode
from ...gateway.requests import meters
from ...store.mirror.extras import Extras
from ...store.mirror.usage.figures import UsageFigures
from ..tools import Tools

LONGEST_NAME = 250


@dataclass(frozen=True)
class NewMeter:
    """`window` is `hour`, `day`, or "" (every event counts)."""

    name: str
    event_name: str
    aggregation: Aggregation
    customer_key: str = "stripe_customer_id"
    value_key: str = "value"
    window: str = ""


class Meters:
    """Every `preview_…` raises DeskError, including Refused with the field."""

    def __init__(self, tools: Tools) -> None:
        self._mirror, self._reader, self._planner = tools.mirror, tools.reader, tools.planner
        self._side, self._figures = Extras(tools.mirror), UsageFigures(tools.mirror)

    async def all(self) -> list[Meter]:
        """Active ones first, by name."""
        found = [meter_of(row) for row in await self._figures.meters()]
        return sorted(found, key=lambda meter: (not meter.is_active, meter.name))

    async def wiring(self) -> list[Fault]:
        """Which part of the way from an event to a bill is missing."""
        prices = [price_of(row) for row in await self._figures.metered_prices()]
        subscribed = {price.id: await self._side.count_related("subscription", "price", price.id) for price in prices}
        return faults_of(await self.all(), prices, subscribed, await self._figures.unmatched_events())

    async def preview_create(self, new: NewMeter) -> Preview:
        self._check(new)
        for meter in await self.all():
            if meter.is_active and meter.event_name == new.event_name:
                raise Refused(code="event_name_taken", param="event_name")
        fields = {
            "display_name": new.name,
            "event_name": new.event_name,
            "default_aggregation": {"formula": str(new.aggregation)},
            "customer_mapping": {"type": "by_id", "event_payload_key": new.customer_key},
        }
        if new.aggregation is not Aggregation.COUNT:
            fields["value_settings"] = {"event_payload_key": new.value_key}
        if new.window:
            fields["event_time_window"] = new.window
        operation = self._planner.plan(
            Action.METER_CREATE,
            meters.create(fields),  # type: ignore[arg-type]  # built step by step
            changes=(
                FieldChange("name", None, new.name),
                FieldChange("event_name", None, new.event_name),
                FieldChange("aggregation", None, str(new.aggregation)),
                FieldChange("customer_key", None, new.customer_key),
                FieldChange("value_key", None, new.value_key if new.aggregation is not Aggregation.COUNT else None),
            ),
            undo=((0, meters.deactivate(result_id(0))),),
        )
        said = [Effect(EffectCode.METER_IS_FIXED)]
        if new.window:
            said.append(Effect(EffectCode.WINDOW_REPLACES, {"window": new.window}))
        return Preview(operation, effects=Effects(by_stripe=tuple(said)))

    @staticmethod
    def _check(new: NewMeter) -> None:
        for name, text, longest in (
            ("name", new.name, LONGEST_NAME),
            ("event_name", new.event_name, LONGEST),
            ("customer_key", new.customer_key, LONGEST),
            ("value_key", new.value_key, LONGEST),
        ):
            if not text.strip():
                raise Refused(code="meter_empty", param=name)
            if len(text) > longest:
                raise Refused(code="meter_too_long", param=name)
        if new.customer_key == new.value_key and new.aggregation is not Aggregation.COUNT:
            raise Refused(code="meter_same_keys", param="value_key")

    async def preview_rename(self, meter_id: str, name: str) -> Preview | None:
        """None if nothing changes."""
        now, version = await self._reader.read("meter", meter_id)
        before, name = str(now.get("display_name") or ""), name.strip()
        if not name:
            raise Refused(code="meter_empty", param="name")
        if len(name) > LONGEST_NAME:
            raise Refused(code="meter_too_long", param="name")
        if name == before:
            return None
        operation = self._planner.plan(
            Action.METER_RENAME,
            meters.rename(meter_id, name),
            subjects=(("meter", meter_id),),
            changes=(FieldChange("name", before or None, name),),
            undo=((0, meters.rename(meter_id, before)),) if before else (),
        )
        return Preview(operation, versions=(version,))

    async def preview_active(self, meter_id: str, *, active: bool) -> Preview | None:
        """Deactivate or reactivate. None if nothing changes."""
        now, version = await self._reader.read("meter", meter_id)
        meter = meter_of(now)
        if meter.is_active == active:
            return None
        on, off = meters.reactivate(meter_id), meters.deactivate(meter_id)
        prices = [str(row["id"]) for row in await self._mirror.related("price", "meter", meter_id)]
        subscribers = sum([await self._side.count_related("subscription", "price", id_) for id_ in prices])
        operation = self._planner.plan(
            Action.METER_REACTIVATE if active else Action.METER_DEACTIVATE,
            on if active else off,
            subjects=(("meter", meter_id),),
            changes=(FieldChange("status", str(now.get("status")), "active" if active else "inactive"),),
            risk=Risk.SERIOUS,
            undo=((0, off if active else on),),
        )
        code = EffectCode.METER_STARTS if active else EffectCode.METER_STOPS
        warned = (
            (Warning_(WarningCode.STILL_USED, {"prices": str(len(prices)), "count": str(subscribers)}),)
            if subscribers and not active
            else ()
        )
        said = Effect(code, {"name": meter.event_name})
        return Preview(operation, warned, Effects(by_stripe=(said,)), (version,))
