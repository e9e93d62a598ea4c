"""Sums over the mirror's invoices: what is overdue by age, and the rows of a month."""

from __future__ import annotations

import json
from typing import Any

from ....domain.invoices.ageing import BOUNDS, Bucket
from ....domain.invoices.month_close import Basis, ClosingRow, TaxSum
from ..kinds.invoice import OVERDUE
from ..mirror import Mirror

_DAYS = "((account_now() - t.overdue_since) / 86400)"
_PLACE = "CASE {} END".format(
    " ".join(f"WHEN {_DAYS} <= {high} THEN {place}" for place, (_, high) in enumerate(BOUNDS) if high is not None)
    + f" ELSE {len(BOUNDS) - 1}"
)
_AT = {Basis.FINALIZED: "t.finalized", Basis.PAID: "t.paid_at", Basis.PERIOD: "t.period_end"}
_ROW = (
    "t.id, coalesce(t.number, ''), coalesce(t.customer_name, t.customer, ''), t.currency, t.status, {at}, t.total, "
    "t.charged, t.outside, t.credit, t.carried, t.moved, t.noted, t.noted_after, t.owed, t.lines, t.off, t.added, "
    "t.paid_sum"
)
_TAX = (
    "SELECT p.rate, p.currency, p.included, sum(p.base), sum(p.tax), count(DISTINCT p.row) FROM invoice t "
    "JOIN invoice_parts p ON p.row = t.row WHERE {where} AND t.status != 'void' GROUP BY 1, 2, 3 ORDER BY 2, 1, 3"
)


class InvoiceSums:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def ageing(self) -> list[Bucket]:
        """What is overdue, by currency and age; buckets without invoices are left out."""
        rows = await self._mirror.query(
            f"SELECT t.currency, {_PLACE}, count(*), sum(t.remaining) FROM invoice t WHERE t.deleted = 0 AND {OVERDUE} "
            "GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [Bucket(str(code), int(place), int(count), int(amount)) for code, place, count, amount in rows]

    async def month(self, start: int, end: int, basis: Basis) -> tuple[list[ClosingRow], list[TaxSum]]:
        """The finalized invoices whose date is from `start` until before `end` (Unix seconds), and their tax by rate,
        without that of void ones."""
        at = _AT[basis]
        where = f"t.deleted = 0 AND t.status != 'draft' AND {at} >= ? AND {at} < ?"
        sql = f"SELECT {_ROW.format(at=at)} FROM invoice t WHERE {where}"

        def work(connection: Any) -> tuple[list[ClosingRow], list[TaxSum]]:
            rows = [ClosingRow(*row) for row in connection.execute(sql, (start, end))]
            taxes = connection.execute(_TAX.format(where=where), (start, end))
            return rows, [
                TaxSum(str(rate), str(code), bool(included), int(base), int(tax), int(count))
                for rate, code, included, base, tax, count in taxes
            ]

        return await self._mirror.scan(work)

    async def first_finalized(self, ids: list[str]) -> int:
        """When the first of these invoices was finalized (Unix seconds); 0: of none."""
        sql = "SELECT min(finalized) FROM invoice WHERE id IN (SELECT value FROM json_each(?))"
        rows = await self._mirror.query(sql, (json.dumps(ids),))
        return int(rows[0][0] or 0)
