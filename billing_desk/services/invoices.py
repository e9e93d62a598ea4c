"""Invoices: one with its lines and payments."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.invoice import Line, lines_of
from ..store.mirror import Mirror, Row
from ..store.noun import id_of


@dataclass(frozen=True)
class InvoiceOverview:
    """`more_lines`: Stripe's page holds only the first of them."""

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
        return InvoiceOverview(
            invoice,
            await self._mirror.get("customer", owner) if owner else None,
            lines_of(invoice),
            bool((invoice.get("lines") or {}).get("has_more")),
            await self._mirror.related("invoice_payment", "invoice", invoice_id),
        )
