"""Invoices: one with its lines and payments."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.invoice import Line, line_of, lines_of
from ..store.mirror import Mirror, Row
from ..store.noun import id_of
from ..store.side_tables import SideTables


@dataclass(frozen=True)
class InvoiceOverview:
    """`more_lines`: Stripe sent only the first of them, and the others have not been fetched yet."""

    invoice: Row
    customer: Row | None
    lines: list[Line]
    more_lines: bool
    payments: list[Row]


class Invoices:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def overview(self, invoice_id: str) -> InvoiceOverview | None:
        invoice = await self._mirror.get("invoice", invoice_id)
        if invoice is None:
            return None
        owner = id_of(invoice.get("customer"))
        more = bool((invoice.get("lines") or {}).get("has_more"))
        rest = await SideTables(self._mirror).lines(invoice_id) if more else None
        lines = lines_of(invoice) if rest is None else [line_of(line) for line in rest]
        return InvoiceOverview(
            invoice,
            await self._mirror.get("customer", owner) if owner else None,
            lines,
            more and rest is None,
            list((invoice.get("payments") or {}).get("data") or []),
        )
