"""Closing a month: read from the mirror, tied out against credit notes, payments and the account's balance at Stripe,
kept as it was closed, and compared with what changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from ...domain.billing_dates import month_start
from ...domain.errors import NotAllowed
from ...domain.invoices.ageing import Bucket
from ...domain.invoices.month_close import Basis, Changed, ClosingRow, MonthClose, bank_of, changed_since, closed
from ...domain.invoices.tax import TaxRate, rate_of
from ...domain.json_object import Json, id_of
from ...domain.writes.request import Request
from ...gateway.pages import pages
from ...gateway.requests import finance
from ...gateway.requests import invoices as invoice_requests
from ...gateway.stripe_gateway import StripeGateway
from ...store.durable.closings import Closing, Closings
from ...store.mirror.finance.sums import InvoiceSums
from ..tools import Tools

Progress = Callable[[int], None]


@dataclass(frozen=True)
class MonthReport:
    """`month` is its first day, `made` when it was read (Unix seconds). `rates` are the tax rates by id, `registration`
    the account's own tax ids. `earlier` are the closings of the same month, newest first."""

    month: date
    basis: Basis
    zone: ZoneInfo
    close: MonthClose
    rates: Mapping[str, TaxRate]
    registration: tuple[str, ...]
    earlier: tuple[Closing, ...]
    made: int

    @property
    def is_over(self) -> bool:
        """Whether the month had ended when it was read."""
        return month_start(self.month, self.zone, 1) <= self.made

    @property
    def name(self) -> str:
        return f"{self.month:%Y-%m}"


class MonthEnd:
    """`reviewer` returns the operator's name."""

    def __init__(self, tools: Tools, closings: Closings, reviewer: Callable[[], str]) -> None:
        self._gateway, self._sums, self._planner = tools.gateway, InvoiceSums(tools.mirror), tools.planner
        self._closings, self._reviewer = closings, reviewer

    def now(self) -> int:
        """Stripe's time in Unix seconds."""
        return self._planner.now()

    async def ageing(self) -> list[Bucket]:
        return await self._sums.ageing()

    async def report(
        self, month: date, basis: Basis, zone: ZoneInfo, progress: Progress = lambda _: None
    ) -> MonthReport:
        """`progress` gets the number of objects read at Stripe so far. Raises DeskError. Lists that the key may not
        read are left out, and the report says so."""
        start, end = month_start(month, zone), month_start(month, zone, 1)
        rows, taxes = await self._sums.month(start, end, basis)
        read = _Reading(self._gateway, progress)
        notes = await self._notes(rows, read) if rows else {}
        refunds = await read.all(finance.list_refunds(start, end))
        transactions = await read.all(finance.list_transactions(start, end))
        payouts = await read.all(finance.list_payouts(start, end))
        rates = await read.all(invoice_requests.list_tax_rates(active=False)) or []
        own = await read.all(finance.list_own_tax_ids()) or []
        refunded: dict[str, int] = defaultdict(int)
        for refund in refunds or ():
            if refund.get("status") in ("succeeded", "pending"):
                refunded[str(refund.get("currency"))] += int(refund.get("amount") or 0)
        bank_read = transactions is not None and payouts is not None
        found = replace(
            closed(rows, notes),
            taxes=taxes,
            bank=bank_of(transactions or (), payouts or ()) if bank_read else (),
            bank_read=bank_read,
            refunded=refunded,
        )
        return MonthReport(
            month,
            basis,
            zone,
            found,
            {rate.id: rate for rate in map(rate_of, rates)},
            tuple(str(each.get("value") or "") for each in own),
            tuple(await self._closings.of(f"{month:%Y-%m}", basis)),
            self._planner.now(),
        )

    async def _notes(self, rows: list[ClosingRow], read: _Reading) -> dict[str, tuple[int, int]] | None:
        """By invoice, what its credit notes took off before and after it was paid; None: the key may not read them."""
        first = await self._sums.first_finalized([row.id for row in rows])
        notes = await read.all(finance.list_credit_notes(first))
        if notes is None:
            return None
        found: dict[str, tuple[int, int]] = {}
        for note in notes:
            if note.get("status") != "void":
                before, after = found.get(of := id_of(note.get("invoice")) or "", (0, 0))
                taken, later = (int(note.get(name) or 0) for name in ("pre_payment_amount", "post_payment_amount"))
                found[of] = (before + taken, after + later)
        return found

    async def keep(self, report: MonthReport) -> Closing:
        """Keep exactly these rows as the closing of the month."""
        rows = list(report.close.rows)
        zone, name, now = report.zone.key, self._reviewer(), self._planner.now()
        made = Closing(0, report.name, report.basis, zone, now, name, report.close.hash, len(rows))
        await self._closings.add(made, rows)
        return made

    async def changed(self, report: MonthReport, closing: Closing) -> list[Changed]:
        """What says something else now than when the month was closed. Raises ValueError if the copy is damaged."""
        return changed_since(await self._closings.rows(closing.id), report.close.rows)


class _Reading:
    """Reads lists at Stripe and counts what it has read."""

    def __init__(self, gateway: StripeGateway, progress: Progress) -> None:
        self._gateway, self._progress, self._count = gateway, progress, 0

    async def all(self, request: Request) -> list[Json] | None:
        """None if the key lacks the permission."""
        found: list[Json] = []
        try:
            async for rows in pages(self._gateway, request, background=False):
                found += rows
                self._count += len(rows)
                self._progress(self._count)
        except NotAllowed:
            return None
        return found
