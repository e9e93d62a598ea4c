"""The way from an event to a bill: event name → meter → price → subscription. What is missing on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..catalog.plan import Price
from .event import Meter


class FaultCode(StrEnum):
    NO_METER = "no_meter"
    INACTIVE_METER = "inactive_meter"
    NO_PRICE = "no_price"
    NO_SUBSCRIPTION = "no_subscription"
    NO_MAPPING = "no_mapping"


@dataclass(frozen=True)
class Fault:
    """`subject` is the id of the meter or price, "" without one. `name` is what it is called; `count` is how many
    events Stripe rejected for it, 0 where that is not the fault."""

    code: FaultCode
    subject: str
    name: str
    count: int = 0


def faults_of(
    meters: Sequence[Meter], prices: Sequence[Price], subscribed: Mapping[str, int], rejected: Mapping[str, int]
) -> list[Fault]:
    """`subscribed` are the subscriptions of each price by its id. `rejected` counts events that Stripe could not
    assign, by "no_meter" or by the meter's id for events without the mapping key."""
    found = []
    if count := rejected.get(FaultCode.NO_METER, 0):
        found.append(Fault(FaultCode.NO_METER, "", "", count))
    active = {meter.id: meter for meter in meters if meter.is_active}
    priced = {price.meter for price in prices if price.active}
    for meter in active.values():
        if count := rejected.get(meter.id, 0):
            found.append(Fault(FaultCode.NO_MAPPING, meter.id, meter.name, count))
        if meter.id not in priced:
            found.append(Fault(FaultCode.NO_PRICE, meter.id, meter.name))
    known = {meter.id: meter for meter in meters}
    for price in prices:
        if not price.active:
            continue
        if price.meter in known and price.meter not in active:
            found.append(Fault(FaultCode.INACTIVE_METER, price.id, known[price.meter].name))
        elif not subscribed.get(price.id, 0):
            meter_name = known[price.meter].name if price.meter in known else ""
            found.append(Fault(FaultCode.NO_SUBSCRIPTION, price.id, meter_name))
    return found
