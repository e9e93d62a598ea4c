"""The checks' marks on invoices in the mirror, and what the checks read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ....domain.invoices.checks import Check, Facts, check_all
from ...files.database import Connection
from ..mirror import Mirror

_FACTS = (
    "SELECT t.id, coalesce(t.customer, ''), t.currency, t.status, t.created, t.finalized, t.due, "
    "coalesce(t.number, ''), t.total, t.tax, t.added, t.off, t.lines, t.period, coalesce(t.subscription, ''), "
    "t.charged, t.payments, coalesce(c.currency, '') FROM invoice t LEFT JOIN customer c ON c.id = t.customer "
    "WHERE t.deleted = 0"
)


class InvoiceMarks:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def find(self, muted: Collection[tuple[str, str]], *, whole: bool) -> list[tuple[str, Check]]:
        """What the checks say of all invoices, without muted (customer, check) pairs. Runs on the thread of long reads.
        `whole`: see check_all."""
        off = frozenset(muted)

        def work(connection: Connection) -> list[tuple[str, Check]]:
            owner: dict[str, str] = {}

            def facts() -> Any:
                for row in connection.execute(_FACTS):
                    found = Facts(*row)
                    owner[found.id] = found.customer
                    yield found

            return [(id_, check) for id_, check in check_all(facts(), whole=whole) if (owner[id_], check) not in off]

        return await self._mirror.scan(work)

    async def put(self, marks: Collection[tuple[str, Check]]) -> None:
        """Replaces the marks."""
        rows = [("INSERT OR IGNORE INTO checks VALUES (?, ?)", (id_, str(check))) for id_, check in marks]
        await self._mirror.execute(("DELETE FROM checks", ()), *rows)

    async def differ(self, marks: Collection[tuple[str, Check]]) -> bool:
        """Whether these are other marks than the stored ones."""
        rows = await self._mirror.query("SELECT invoice, rule FROM checks")
        return set(rows) != {(id_, str(check)) for id_, check in marks}

    async def of(self, invoice_id: str) -> list[Check]:
        rows = await self._mirror.query("SELECT rule FROM checks WHERE invoice = ? ORDER BY rule", (invoice_id,))
        return [Check(rule) for (rule,) in rows if rule in set(Check)]

    async def counts(self) -> dict[Check, int]:
        rows = await self._mirror.query("SELECT rule, count(*) FROM checks GROUP BY rule")
        return {Check(rule): int(count) for rule, count in rows if rule in set(Check)}
