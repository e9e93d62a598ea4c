"""Invoices: one with all its lines and payments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..domain.invoice import Line, line_of, lines_of
from ..gateway import invoices
from ..gateway.calls import Door
from ..gateway.pages import pages
from ..store.mirror import Mirror, Row
from ..store.noun import id_of


@dataclass(frozen=True)
class InvoiceOverview:
    """`more_lines`: Stripe's page holds only the first of them; `all_lines` fetches the rest."""

    invoice: Row
    customer: Row | None
    lines: list[Line]
    more_lines: bool
    payments: list[Row]


class Invoices:
    def __init__(self, door: Door, mirror: Mirror) -> None:
        self._door, self._mirror = door, mirror

    async def overview(self, invoice_id: str) -> InvoiceOverview | None:
        invoice = await self._mirror.get("invoice", invoice_id)
        if invoice is None:
            return None
        owner = id_of(invoice.get("customer"))
        return InvoiceOverview(
            invoice,
            await self._mirror.get("customer", owner) if owner else None,
            lines_of(invoice),
            bool((invoice.get("lines") or {}).get("has_more")),
            await self._mirror.related("invoice_payment", "invoice", invoice_id),
        )

    async def all_lines(self, invoice_id: str) -> list[Line]:
        """Raises DeskError."""
        found: list[Mapping[str, Any]] = []
        async for rows in pages(self._door, invoices.list_lines(invoice_id), background=False):
            found += rows
        return [line_of(row) for row in found]
