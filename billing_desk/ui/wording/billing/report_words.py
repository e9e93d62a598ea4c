"""Words for Stripe's own reports."""

from __future__ import annotations

from ....domain.invoices.report import ReportRun, RunState
from ..text import Wording, joined, translate

KILO = 1_000


def parameters(run: ReportRun, wording: Wording) -> str:
    """The period with its last day, and what else was asked for."""
    asked = run.parameters
    period = ""
    if run.period:
        start, end = run.period
        period = wording.days(start, end - 1)
    rest = (str(asked.get(name) or "") for name in ("payout", "connected_account", "reporting_category"))
    return joined((period, str(asked.get("currency") or "").upper(), *rest), " · ")


def state(run: ReportRun, wording: Wording) -> str:
    if run.state is RunState.SUCCEEDED:
        return translate("Reports", "Ready, {size}").format(size=size(run.size, wording))
    if run.state is RunState.PENDING:
        return translate("Reports", "Running")
    return joined((translate("Reports", "Failed"), run.error), ": ")


def size(count: int, wording: Wording) -> str:
    """Bytes in kB or MB."""
    if count < KILO * KILO:
        return translate("Reports", "{number} kB").format(number=wording.number(max(1, round(count / KILO))))
    return translate("Reports", "{number} MB").format(number=wording.number(round(count / KILO / KILO, 1)))
