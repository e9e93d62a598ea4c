"""What is kept of an event, beyond the 30 days for which Stripe keeps it: who, what, how much, before and after.

An event is rendered with the API version that was in force when it was created, so its object is read only if that
version is known to have the same fields (reference: Stripe's changelog, basil 2025-03-31 to the pinned version).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..json_object import Json, id_of
from ..objects.event import before_of, object_of
from ..objects.malformed import STRANGE, created_of, is_id
from ..text.card_number_guard import masked
from .facts import LONGEST, facts_of
from .kinds import THIN, EventKind, kind_of

OLDEST_READABLE = "2025-03-31"
"""The date of the first API version whose invoices and subscriptions have the fields that are read here."""
UNKNOWN_VERSION = "-"
"""Of an event of API v1 that names none; thin events have none."""
_VERSION = re.compile(r"(\d{4}-\d{2}-\d{2})(\.[a-z_]+)?")
MOST_CHANGES = 40
_SECRET = re.compile(r"secret|token|password|api_key", re.IGNORECASE)


@dataclass(frozen=True)
class FieldBefore:
    """A changed field by its dotted path, as Stripe's values; None: not set."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class EventRecord:
    """`id` is that of the snapshot event where there is one, so that a thin event and its snapshot are one event. `at`
    in Unix seconds. `object` is Stripe's name of the object's type. `readable`: the facts below were read from the
    event; without it only type and object are known.

    `amount` in minor units; `code` says why (a decline code, a reason); `moment` is what the event names in Unix
    seconds: the next attempt, the end of a trial, the date of a cancellation; `payment` is the charge or
    PaymentIntent that a dispute, a review, or a refund is about. `customer` is "" if the event names none.
    """

    id: str
    at: int
    type: str
    object: str = ""
    object_id: str = ""
    customer: str = ""
    readable: bool = False
    version: str = ""
    name: str = ""
    label: str = ""
    amount: int | None = None
    currency: str = ""
    code: str = ""
    moment: int | None = None
    status: str = ""
    payment: str = ""
    request: str = ""
    changes: tuple[FieldBefore, ...] = ()

    @property
    def kind(self) -> EventKind:
        return kind_of(self.type)


def is_readable(version: Any, newest: str) -> bool:
    """Whether an event of this API version has the fields that are read here. `newest` is the pinned version."""
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    pinned = _VERSION.fullmatch(newest)
    return bool(found and pinned and OLDEST_READABLE <= found[1] <= pinned[1])


def record_of(event: Mapping[str, Any], newest: str) -> EventRecord | None:
    """From an event of API v1 or v2; None if it has no usable id, type or time. `newest` is the pinned version."""
    if event.get("object") == "v2.core.event":
        return _of_v2(event)
    at, type_ = created_of(event), event.get("type")
    if not is_id(event.get("id")) or at is None or not isinstance(type_, str) or not type_:
        return None
    version = event.get("api_version")
    bare = _Facts(str(event["id"]), at, type_[:100], str(version or UNKNOWN_VERSION)[:60], _request_of(event))
    try:
        return bare.read(event, readable=is_readable(version, newest))
    except STRANGE:
        return bare.record({})


def _of_v2(event: Mapping[str, Any]) -> EventRecord | None:
    """A thin event: the object without its data. It stands for its snapshot event, whose id it gets."""
    snapshot, type_ = event.get("snapshot_event"), event.get("type")
    id_ = snapshot if is_id(snapshot) else event.get("id")
    try:
        at = int(datetime.fromisoformat(str(event.get("created"))).timestamp())
    except (ValueError, OverflowError):
        return None
    if not is_id(id_) or not isinstance(type_, str) or not 0 <= at < 1 << 34:
        return None
    related = event.get("related_object")
    related = related if isinstance(related, dict) else {}
    name = type_[:100].removeprefix(THIN) if is_id(snapshot) else type_[:100]
    kind = related.get("type")
    return EventRecord(str(id_), at, name, kind if isinstance(kind, str) else "", _id(related.get("id")))


def is_thin(event: Mapping[str, Any]) -> bool:
    """Whether it refers to a snapshot event, which has the data."""
    return event.get("object") == "v2.core.event" and is_id(event.get("snapshot_event"))


def _request_of(event: Mapping[str, Any]) -> str:
    request = event.get("request")
    return _id(request.get("id")) if isinstance(request, Mapping) else ""


def _id(value: Any) -> str:
    return value if isinstance(value, str) and is_id(value) else ""


@dataclass(frozen=True)
class _Facts:
    id: str
    at: int
    type: str
    version: str
    request: str

    def record(self, obj: Json, **facts: Any) -> EventRecord:
        object_ = obj.get("object")
        return EventRecord(
            self.id,
            self.at,
            self.type,
            object_ if isinstance(object_, str) else "",
            _id(obj.get("id")),
            version=self.version,
            request=self.request,
            **facts,
        )

    def read(self, event: Mapping[str, Any], *, readable: bool) -> EventRecord:
        obj, before = object_of(event), before_of(event)
        owner = obj["id"] if obj.get("object") == "customer" else obj.get("customer") or before.get("customer")
        facts: dict[str, Any] = {"customer": _id(id_of(owner)), "changes": _changes(obj, before)}
        if readable:
            try:
                facts |= facts_of(self.type, obj, before)
                facts["readable"] = True
            except STRANGE:
                pass  # shown by its type and object, like one of an unknown version
        return self.record(obj, **facts)


def _changes(obj: Json, before: Json) -> tuple[FieldBefore, ...]:
    found = (
        FieldBefore(path, _shown(path, old), _shown(path, new))
        for path, old, new in _flat("", before, obj)
        if old != new
    )
    return tuple(one for one, _ in zip(found, range(MOST_CHANGES), strict=False))


def _flat(path: str, before: Mapping[str, Any], after: Any) -> Iterator[tuple[str, Any, Any]]:
    """Stripe sends only the old values of what changed, also inside of objects."""
    for name, old in before.items():
        new = after.get(name) if isinstance(after, Mapping) else None
        inner = f"{path}.{name}" if path else str(name)
        if isinstance(old, Mapping):
            yield from _flat(inner, old, new)
        else:
            yield inner[:120], old, new


def _shown(path: str, value: Any) -> str | None:
    """A value as text; ids for objects, a count for other lists. Secrets are not kept."""
    if value is None:
        return None
    if _SECRET.search(path):
        return "…"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return id_of(value) or "{…}"
    if isinstance(value, list):
        ids = [id_of(one) for one in value[:5]]
        return ", ".join(one for one in ids if one) or f"[{len(value)}]"
    return masked(str(value)[:LONGEST])
