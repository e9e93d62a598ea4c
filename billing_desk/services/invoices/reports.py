"""Stripe's own reports, for accounts larger than the local copy: started, watched, and downloaded."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...domain.errors import Refused, Unwritable
from ...domain.invoices.report import ReportRun, ReportType, RunState, period_error, run_of, type_of
from ...domain.money import CURRENCIES
from ...domain.writes.action import Action
from ...domain.writes.operation import FieldChange, Preview
from ...gateway.pages import newest, undivided
from ...gateway.requests import reports
from ...store.files.atomic_write import written
from ..polling import MAY_PASS, before_looking_again
from ..tools import Tools

if TYPE_CHECKING:
    from stripe.params.reporting import ReportRunCreateParams, ReportRunCreateParamsParameters


class Reports:
    def __init__(self, tools: Tools) -> None:
        self._gateway, self._planner = tools.gateway, tools.planner

    def now(self) -> int:
        """Stripe's time in Unix seconds."""
        return self._planner.now()

    async def types(self) -> list[ReportType]:
        """Raises DeskError."""
        found = [type_of(row) for row in await undivided(self._gateway, reports.list_types())]
        return sorted(found, key=lambda kind: kind.name)

    async def runs(self) -> list[ReportRun]:
        """The newest hundred. Raises DeskError."""
        rows, _ = await newest(self._gateway, reports.list_runs())
        return [run_of(row) for row in rows]

    async def preview_run(
        self, kind: ReportType, start: int, end: int, zone: ZoneInfo, *, currency: str = "", payout: str = ""
    ) -> Preview:
        """`start` and `end` (exclusive) are Unix seconds. Raises Refused with a code of `period_error`, or
        `payout_missing`."""
        given: ReportRunCreateParamsParameters = {}
        if kind.needs_payout:
            if not payout:
                raise Refused(code="payout_missing", param="payout")
            given["payout"] = payout
        else:
            if code := period_error(kind, start, end):
                raise Refused(code=code, param="period")
            given["interval_start"], given["interval_end"] = start, end
        given["timezone"] = zone.key
        if currency and currency not in CURRENCIES:
            raise Refused(code="unknown_currency", param="currency")
        if currency:
            given["currency"] = currency
        fields: ReportRunCreateParams = {"report_type": kind.id, "parameters": given}
        span = f"{start}:{end}" if "interval_start" in given else None
        fields_shown = (("report_type", kind.name), ("report_period", span), ("payout", payout), ("currency", currency))
        changes = tuple(FieldChange(name, None, value) for name, value in fields_shown if value)
        return Preview(self._planner.plan(Action.REPORT_RUN, reports.start_run(fields), changes=changes))

    async def watch(self, run_id: str) -> AsyncIterator[ReportRun]:
        """The run each time it was looked at, until it has ended. Raises DeskError, but for errors that may pass."""
        while True:
            try:
                run = run_of(await self._gateway.read(reports.read_run(run_id)))
            except MAY_PASS:
                await before_looking_again()
                continue
            yield run
            if run.state is not RunState.PENDING:
                return
            await before_looking_again()

    async def save(self, run: ReportRun, path: Path, progress: Callable[[int], None] = lambda _: None) -> int:
        """Download the file of a run; `progress` gets the bytes so far. If it fails, an old file is unchanged. Returns
        the number of bytes. Raises DeskError, including Unwritable."""
        done = 0
        try:
            with written(path) as file:

                def take(piece: bytes) -> None:
                    nonlocal done
                    file.write(piece)
                    done += len(piece)
                    progress(done)

                await self._gateway.download(run.file, take)
        except OSError as error:
            raise Unwritable(str(error.strerror or error), code="not_written") from error
        return done
