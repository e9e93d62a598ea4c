"""The life of a subscription as a strip of steps with dates and the invoices of its cycles (C10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.json_object import Json
from ...domain.objects.invoice import of_cycle
from ...domain.objects.schedule import Planned
from ...domain.objects.subscription import ends_on, next_bill, standing
from ..wording import words
from ..wording.text import translate

CYCLES = 6
"""The newest cycles whose invoices are shown."""


@dataclass(frozen=True)
class Step:
    """`at` in Unix seconds; `invoice` is the cycle's invoice, None if the step is not a cycle."""

    at: int
    what: str
    invoice: Json | None = None


def steps(subscription: Json, invoices: Sequence[Json], planned: Sequence[Planned]) -> list[Step]:
    """From the start to the end, in order of time. `invoices`: newest first."""
    start = subscription.get("start_date") or subscription.get("created") or 0
    found = [Step(int(start), translate("Lifecycle", "Started"))]
    if subscription.get("trial_start"):
        found.append(Step(int(subscription["trial_start"]), translate("Lifecycle", "Trial began")))
    if trial := subscription.get("trial_end"):
        found.append(Step(int(trial), translate("Lifecycle", "Trial ends")))
    cycles = [invoice for invoice in invoices if of_cycle(invoice)][:CYCLES]
    found += [Step(int(each.get("created") or 0), translate("Lifecycle", "Billed"), each) for each in cycles]
    unpaid = [int(i.get("created") or 0) for i in invoices if i.get("status") == "open" and i.get("attempted")]
    if unpaid:
        found.append(Step(min(unpaid), translate("Lifecycle", "Payment failed")))
    held = subscription.get("pause_collection") or {}
    if held.get("resumes_at"):
        found.append(Step(int(held["resumes_at"]), translate("Lifecycle", "Collection resumes")))
    found += [Step(change.at, translate("Lifecycle", "Plan changes")) for change in planned]
    if (bill := next_bill(subscription)) is not None:
        found.append(Step(bill, translate("Lifecycle", "Next bill")))
    if (end := ends_on(subscription)) is not None:
        found.append(Step(end, translate("Lifecycle", "Ends")))
    if subscription.get("ended_at"):
        found.append(Step(int(subscription["ended_at"]), translate("Lifecycle", "Ended")))
    return sorted(found, key=lambda step: step.at)


def state(subscription: Json) -> str:
    """The state now, in words."""
    return words.subscription_status(standing(subscription))[0]
