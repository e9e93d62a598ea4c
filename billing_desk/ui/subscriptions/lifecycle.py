"""The life of a subscription as a strip of steps with dates (C10)."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.json_object import Json
from ...domain.objects.schedule import Planned
from ...domain.objects.subscription import ends_on, next_bill, standing
from ..wording import words
from ..wording.text import Wording, translate

Step = tuple[str, str]
"""When, and what."""


def steps(subscription: Json, invoices: Sequence[Json], planned: Sequence[Planned], wording: Wording) -> list[Step]:
    """From the start to the end, in order of time; the current state stands between the past and the future."""
    found: list[tuple[int, str]] = []
    start = subscription.get("start_date") or subscription.get("created") or 0
    found.append((int(start), translate("Lifecycle", "Started")))
    trial = subscription.get("trial_end")
    if subscription.get("trial_start"):
        found.append((int(subscription["trial_start"]), translate("Lifecycle", "Trial began")))
    if trial:
        found.append((int(trial), translate("Lifecycle", "Trial ends")))
    unpaid = [int(i.get("created") or 0) for i in invoices if i.get("status") == "open" and i.get("attempted")]
    if unpaid:
        found.append((min(unpaid), translate("Lifecycle", "Payment failed")))
    held = subscription.get("pause_collection") or {}
    if held.get("resumes_at"):
        found.append((int(held["resumes_at"]), translate("Lifecycle", "Collection resumes")))
    found += [(change.at, translate("Lifecycle", "Plan changes")) for change in planned]
    if (bill := next_bill(subscription)) is not None:
        found.append((bill, translate("Lifecycle", "Next bill")))
    if (end := ends_on(subscription)) is not None:
        found.append((end, translate("Lifecycle", "Ends")))
    if subscription.get("ended_at"):
        found.append((int(subscription["ended_at"]), translate("Lifecycle", "Ended")))
    return [(wording.day(at), what) for at, what in sorted(found, key=lambda step: step[0])]


def state(subscription: Json) -> str:
    """The state now, in words."""
    return words.subscription_status(standing(subscription))[0]
