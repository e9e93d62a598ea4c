"""The next invoice of a subscription, by Stripe's preview, which changes nothing there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.invoices.lines import Line, lines_of
from ...domain.invoices.tax import TaxRate
from ...domain.json_object import Json
from ...domain.objects.nested import is_cut
from ...gateway.upcoming import upcoming
from ...store.mirror.extras import Extras
from ..tools import Tools
from .invoices import known_rates


@dataclass(frozen=True)
class UpcomingInvoice:
    """`more_lines`: Stripe sent only the first ones. `rates` are the account's tax rates by id, as far as known."""

    invoice: Json
    lines: list[Line]
    more_lines: bool
    rates: Mapping[str, TaxRate]


class Upcoming:
    def __init__(self, tools: Tools) -> None:
        self._gateway, self._side = tools.gateway, Extras(tools.mirror)

    async def of(self, subscription_id: str) -> UpcomingInvoice | None:
        """None if there is none. Raises DeskError."""
        invoice = await upcoming(self._gateway, {"subscription": subscription_id})
        if invoice is None:
            return None
        rates = await known_rates(self._side)
        return UpcomingInvoice(invoice, lines_of(invoice), is_cut(invoice, "lines"), rates)
