"""Whether an object shows what a write sent: how a write whose answer was lost is recognised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NOT_STORED = frozenset({"expand", "proration_behavior", "proration_date", "payment_behavior", "off_session"})
"""Parameters that say how to do it; no object shows them afterwards."""


def carries(obj: Mapping[str, Any], params: Mapping[str, Any]) -> bool:
    """ "" and null are the same as not there, as Stripe has it; items are recognised by their ids."""
    return all(_same(obj.get(name), value) for name, value in params.items() if name not in _NOT_STORED)


def _same(held: Any, sent: Any) -> bool:
    if isinstance(sent, Mapping):
        held = held if isinstance(held, Mapping) else {}
        return all(_same(held.get(name), value) for name, value in sent.items())
    if isinstance(sent, list | tuple):
        rows = held.get("data") if isinstance(held, Mapping) else held
        return _same_list(list(rows or []), list(sent))
    if isinstance(held, Mapping):
        held = held.get("id")  # expanded
    if isinstance(sent, bool) or isinstance(held, bool):
        return bool(held) == bool(sent)
    return str("" if held is None else held) == str("" if sent is None else sent)


def _same_list(held: list[Any], sent: list[Any]) -> bool:
    if all(isinstance(item, Mapping) and "id" in item for item in sent):
        by_id = {row.get("id"): row for row in held if isinstance(row, Mapping)}
        return all(_same(by_id.get(item["id"]) or {}, item) for item in sent)
    return held == sent


DONE: Mapping[str, tuple[str, ...]] = {
    "pay": ("paid",),
    "finalize": ("open", "paid", "uncollectible", "void"),
    "void": ("void",),
    "mark_uncollectible": ("uncollectible",),
}
"""Actions on an invoice: the statuses that show that it was done."""
