"""Subscription schedules: the changes that are planned (C11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..json_object import Json, id_of
from .nested import rows_of


@dataclass(frozen=True)
class Planned:
    """A later phase: from `at` (Unix seconds) the items are (price id, quantity or None if metered)."""

    at: int
    items: tuple[tuple[str, int | None], ...]


def current_phase_of(schedule: Mapping[str, Any]) -> tuple[int, int] | None:
    """Start and end of the current phase in Unix seconds; None if the schedule is not running."""
    phase = schedule.get("current_phase")
    return (int(phase["start_date"]), int(phase["end_date"])) if phase else None


def planned_of(schedule: Mapping[str, Any]) -> list[Planned]:
    """The phases after the current one. [] if the schedule is not running."""
    current = current_phase_of(schedule)
    if schedule.get("status") not in ("active", "not_started") or current is None:
        return []
    return [
        Planned(
            int(phase["start_date"]),
            tuple((id_of(item.get("price")) or "", item.get("quantity")) for item in phase.get("items") or ()),
        )
        for phase in schedule.get("phases") or ()
        if int(phase["start_date"]) >= current[1]
    ]


_TERMS = ("collection_method", "description", "billing_cycle_anchor", "proration_behavior", "metadata", "trial_end")
"""Fields of a phase that are sent as Stripe sends them."""


def params_of(schedule: Mapping[str, Any]) -> dict[str, Any]:
    """Stripe's parameters that make the schedule what it is now; phases that have ended are left out, which Stripe
    keeps."""
    current = current_phase_of(schedule) or (0, 0)
    phases = [phase for phase in schedule.get("phases") or () if int(phase["end_date"]) > current[0]]
    return {
        "end_behavior": schedule.get("end_behavior") or "release",
        "phases": [phase_params(phase) for phase in phases],
        "proration_behavior": "none",
    }


def phase_params(phase: Json) -> dict[str, Any]:
    """Stripe's parameters that make a phase what it is. Empty fields are left out."""
    found = {name: phase[name] for name in _TERMS if phase.get(name)}
    found |= {"start_date": phase["start_date"], "end_date": phase["end_date"]}
    return found | _shared_params(phase, phase.get("items") or ())


def phase_params_of(subscription: Json) -> dict[str, Any]:
    """The phase that a running subscription is in, without its dates."""
    found = {name: subscription[name] for name in ("collection_method", "description") if subscription.get(name)}
    if subscription.get("status") == "trialing" and subscription.get("trial_end"):
        found["trial_end"] = subscription["trial_end"]
    if subscription.get("collection_method") == "send_invoice":
        found["invoice_settings"] = {"days_until_due": subscription.get("days_until_due")}
    return found | _shared_params(subscription, rows_of(subscription, "items"))


def _shared_params(holder: Json, items: Iterable[Json]) -> dict[str, Any]:
    """What a phase and a subscription have in the same shape."""
    found: dict[str, Any] = {"items": [_item_params(item) for item in items]}
    if method := id_of(holder.get("default_payment_method")):
        found["default_payment_method"] = method
    if rates := _ids(holder.get("default_tax_rates")):
        found["default_tax_rates"] = rates
    if discounts := _discounts(holder.get("discounts")):
        found["discounts"] = discounts
    days = (holder.get("invoice_settings") or {}).get("days_until_due")
    if days:
        found["invoice_settings"] = {"days_until_due": days}
    if (holder.get("automatic_tax") or {}).get("enabled"):
        found["automatic_tax"] = {"enabled": True}
    return found


def _item_params(item: Json) -> dict[str, Any]:
    found: dict[str, Any] = {"price": id_of(item.get("price"))}
    if item.get("quantity") is not None:
        found["quantity"] = item["quantity"]
    if rates := _ids(item.get("tax_rates")):
        found["tax_rates"] = rates
    if discounts := _discounts(item.get("discounts")):
        found["discounts"] = discounts
    if item.get("metadata"):
        found["metadata"] = item["metadata"]
    return found


def _ids(rows: Any) -> list[str]:
    return [id_ for each in rows or () if (id_ := id_of(each))]


def _discounts(rows: Any) -> list[dict[str, str]]:
    """A subscription has the ids of its discounts; a phase names a discount, a promotion code or a coupon."""
    found = []
    for each in rows or ():
        if isinstance(each, str) or each.get("object") == "discount":
            found.append({"discount": id_of(each) or ""})
            continue
        name = next((name for name in ("discount", "promotion_code", "coupon") if each.get(name)), "")
        if name:
            found.append({name: id_of(each[name]) or ""})
    return found
