"""A meter event and Stripe's rules for it (E2; https://docs.stripe.com/api/billing/meter-event)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from ..field_errors import FieldError

OLDEST = 35 * 86_400
"""Seconds that a timestamp may lie in the past."""
NEWEST = 300
"""Seconds that it may lie in the future."""
LONGEST = 100
"""Characters of an identifier and of an event name."""
MOST_DIGITS = 15
CANCELABLE = 86_400
"""Seconds after Stripe received an event in which it can be canceled; identifiers are unique for at least as long."""
_WHOLE = re.compile(r"[+-]?[0-9]+")


class Aggregation(StrEnum):
    SUM = "sum"
    COUNT = "count"
    LAST = "last"


@dataclass(frozen=True)
class Meter:
    """`customer_key` and `value_key` name the payload's entries that hold the customer's id and the value. `window` is
    `hour`, `day`, or "": within one, the latest event replaces the others."""

    id: str
    name: str
    event_name: str
    aggregation: Aggregation
    customer_key: str
    value_key: str
    window: str
    is_active: bool


def meter_of(found: Mapping[str, Any]) -> Meter:
    formula = str((found.get("default_aggregation") or {}).get("formula") or "sum")
    return Meter(
        str(found["id"]),
        str(found.get("display_name") or found["id"]),
        str(found.get("event_name") or ""),
        Aggregation(formula) if formula in frozenset(Aggregation) else Aggregation.SUM,
        str((found.get("customer_mapping") or {}).get("event_payload_key") or "stripe_customer_id"),
        str((found.get("value_settings") or {}).get("event_payload_key") or "value"),
        str(found.get("event_time_window") or ""),
        found.get("status") != "inactive",
    )


class MeterEvent(NamedTuple):
    """`value` is a whole number, None only for a meter that counts; `at` in Unix seconds. The identifier is also the
    idempotency key, so that Stripe's error reports can be joined to what was sent."""

    event_name: str
    customer: str
    value: int | None
    at: int
    identifier: str


class EventCode(StrEnum):
    """What Stripe refuses, or reports later."""

    NO_CUSTOMER = "no_customer"
    NO_VALUE = "no_value"
    NOT_WHOLE = "not_whole"
    TOO_MANY_DIGITS = "too_many_digits"
    TOO_OLD = "too_old"
    IN_FUTURE = "in_future"
    NO_IDENTIFIER = "no_identifier"
    LONG_IDENTIFIER = "long_identifier"
    BAD_IDENTIFIER = "bad_identifier"
    INACTIVE_METER = "inactive_meter"


def value_of(text: str) -> int | EventCode:
    """A typed or imported value; spaces and digit groups are not guessed at."""
    text = text.strip()
    if not text:
        return EventCode.NO_VALUE
    if not _WHOLE.fullmatch(text):
        return EventCode.NOT_WHOLE
    digits = text.lstrip("+-0")
    if len(digits) > MOST_DIGITS:
        return EventCode.TOO_MANY_DIGITS
    return int(digits or "0") * (-1 if text.startswith("-") else 1)


def time_error(at: int, now: int) -> EventCode | None:
    """Both in Unix seconds."""
    if now - at > OLDEST:
        return EventCode.TOO_OLD
    return EventCode.IN_FUTURE if at - now > NEWEST else None


def identifier_error(text: str) -> EventCode | None:
    """It is the idempotency key too, which is sent in a header."""
    if not text:
        return EventCode.NO_IDENTIFIER
    if len(text) > LONGEST:
        return EventCode.LONG_IDENTIFIER
    return None if text.isprintable() else EventCode.BAD_IDENTIFIER


def event_errors(meter: Meter, event: MeterEvent, now: int) -> list[FieldError]:
    """What Stripe would refuse, by field: `meter`, `customer`, `value`, `at`, `identifier`. `now` in Unix seconds."""
    found = []
    if not meter.is_active:
        found.append(FieldError("meter", EventCode.INACTIVE_METER))
    if not event.customer:
        found.append(FieldError("customer", EventCode.NO_CUSTOMER))
    if event.value is None and meter.aggregation is not Aggregation.COUNT:
        found.append(FieldError("value", EventCode.NO_VALUE))
    if event.value is not None and len(str(abs(event.value))) > MOST_DIGITS:
        found.append(FieldError("value", EventCode.TOO_MANY_DIGITS))
    if code := time_error(event.at, now):
        found.append(FieldError("at", code))
    if code := identifier_error(event.identifier):
        found.append(FieldError("identifier", code))
    return found


def payload_of(meter: Meter, event: MeterEvent) -> dict[str, str]:
    """Stripe's API v2 takes texts only; v1 accepts them too."""
    value = {} if event.value is None else {meter.value_key: str(event.value)}
    return {meter.customer_key: event.customer, **value}


def can_cancel(received: int, now: int) -> int:
    """The seconds that are left to cancel an event that Stripe received at `received`; 0: none."""
    return max(0, received + CANCELABLE - now)
