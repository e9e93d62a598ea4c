"""Files of invoices, kept encrypted beside the mirror; the oldest give way to new ones."""

from __future__ import annotations

from ..mirror import Mirror

MOST = 200_000_000
"""Bytes that are kept."""


class Documents:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def get(self, invoice_id: str, fingerprint: str) -> bytes | None:
        """The file of the invoice in this state; None if it is not kept."""
        sql = "SELECT body FROM documents WHERE invoice = ? AND fingerprint = ?"
        rows = await self._mirror.query(sql, (invoice_id, fingerprint))
        return bytes(rows[0][0]) if rows else None

    async def put(self, invoice_id: str, fingerprint: str, body: bytes) -> None:
        insert = "INSERT OR REPLACE INTO documents (invoice, fingerprint, size, body) VALUES (?, ?, ?, ?)"
        # Newest first, as long as they fit.
        trim = (
            "DELETE FROM documents WHERE place IN (SELECT place FROM (SELECT place, "
            "sum(size) OVER (ORDER BY place DESC) AS held FROM documents) WHERE held > ?)"
        )
        await self._mirror.execute((insert, (invoice_id, fingerprint, len(body), body)), (trim, (MOST,)))
