"""Whether an object at Stripe shows that a write took effect; used when the answer was lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..objects.nested import rows_of

_NOT_STORED = frozenset({"expand", "proration_behavior", "proration_date", "payment_behavior", "off_session"})
"""Parameters that are not stored on the object."""


def carries(obj: Mapping[str, Any], params: Mapping[str, Any]) -> bool:
    """Whether `obj` has the values of `params`. "" and null equal a missing value, as at Stripe; items match by id."""
    return all(_same(obj.get(name), value) for name, value in params.items() if name not in _NOT_STORED)


def _same(held: Any, sent: Any) -> bool:
    if isinstance(sent, Mapping):
        held = held if isinstance(held, Mapping) else {}
        return all(_same(held.get(name), value) for name, value in sent.items())
    if isinstance(sent, list | tuple):
        rows = rows_of({"held": held}, "held") if isinstance(held, Mapping) else held
        return _same_list(list(rows or []), list(sent))
    if sent in ("", None):
        return _is_empty(held)
    if isinstance(held, Mapping):
        held = held.get("id", held)  # expanded reference
    if isinstance(sent, bool) or isinstance(held, bool):
        return bool(held) == bool(sent)
    return str("" if held is None else held) == str(sent)


def _is_empty(held: Any) -> bool:
    """An object whose fields are all empty counts as empty."""
    if isinstance(held, Mapping):
        return all(map(_is_empty, held.values()))
    return held in (None, "") or held == []


def _same_list(held: list[Any], sent: list[Any]) -> bool:
    if all(isinstance(item, Mapping) and "id" in item for item in sent):
        by_id = {row.get("id"): row for row in held if isinstance(row, Mapping)}
        return all(_same(by_id.get(item["id"]) or {}, item) for item in sent)
    return held == sent


_STATUS: Mapping[str, tuple[str, ...]] = {
    "pay": ("paid",),
    "finalize": ("open", "paid", "uncollectible", "void"),
    "void": ("void",),
    "mark_uncollectible": ("uncollectible",),
    "expire": ("expired",),
    "release": ("released",),
    "cancel": ("canceled",),
    "enable": ("enabled",),
    "disable": ("disabled",),
}
"""For each action, the object's statuses that show that it took effect."""
ACTIONS = frozenset({*_STATUS, "attach", "detach", "capture"})
TELLING = frozenset({"pay", "finalize", "void"})
"""Actions whose effect can always be seen, because the object never leaves the resulting statuses."""


def was_done(action: str, obj: Mapping[str, Any], params: Mapping[str, Any]) -> bool:
    """Whether the object shows that the action took effect."""
    if action == "attach":
        return obj.get("customer") == params.get("customer")
    if action == "detach":
        return obj.get("customer") is None
    if action == "capture":  # of the same amount: somebody else may have captured another one
        amount = params.get("amount_to_capture", params.get("amount"))
        taken = obj.get("amount_captured") if obj.get("object") == "charge" else obj.get("amount_received")
        return bool(taken == amount)
    return obj.get("status") in _STATUS.get(action, ())
