"""Usage that Stripe rejected later, by meter and reason, from its two kinds of error events (E5)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..json_object import Json
from ..objects.event import reason_of

_AGAIN = re.compile(r"#\d+$")
NOT_COUNTED = frozenset(
    {
        *("archived_meter", "meter_event_customer_not_found", "meter_event_no_customer_defined", "no_meter"),
        *("meter_event_invalid_value", "meter_event_value_too_many_digits", "meter_event_dimension_count_too_high"),
        *("missing_dimension_payload_keys", "timestamp_in_future", "timestamp_too_far_in_past"),
    }
)
"""Codes after which an event is certainly not part of a total; of others it is not known."""
NEVER = frozenset({"timestamp_too_far_in_past"})
"""Codes of events that Stripe does not take any more, however they are corrected."""


@dataclass(frozen=True)
class Sample:
    """One of the rejected events, by its idempotency key: Stripe names some, not all. `at` in Unix seconds."""

    key: str
    at: int


@dataclass(frozen=True)
class Rejected:
    """`meter` is the id, "" if no meter has the events' name; `last` in Unix seconds. Newest samples first."""

    meter: str
    code: str
    count: int
    last: int
    samples: tuple[Sample, ...]


def rejected(events: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Rejected]:
    """From (meter, error event), newest first: one for each meter and code, those with the latest errors first."""
    found: dict[tuple[str, str], Rejected] = {}
    for meter, event in events:
        at = int(datetime.fromisoformat(str(event["created"])).timestamp())
        for kind in reason_of(event).get("error_types") or []:
            code, count = str(kind.get("code") or ""), int(kind.get("error_count") or 0)
            samples = tuple(Sample(_key(each), at) for each in kind.get("sample_errors") or [])
            held = found.get((meter, code))
            if held is None:
                found[meter, code] = Rejected(meter, code, count, at, samples)
            else:
                found[meter, code] = replace(held, count=held.count + count, samples=held.samples + samples)
    return sorted(found.values(), key=lambda each: -each.last)


def _key(error: Json) -> str:
    return str((error.get("request") or {}).get("identifier") or "")


def identifiers_of(key: str) -> tuple[str, ...]:
    """What an idempotency key can be of: an identifier, or one that was rejected before."""
    shorter = _AGAIN.sub("", key)
    return (key,) if shorter == key else (key, shorter)


def key_of(identifier: str, sent_before: int) -> str:
    """The idempotency key of an event that was rejected `sent_before` times: with the first one Stripe would only
    repeat its answer. Error reports name the key."""
    name = identifier if identifier.isascii() else f"bd-{hashlib.sha256(identifier.encode()).hexdigest()[:40]}"
    return f"{name}#{sent_before + 1}" if sent_before else name
