"""Objects that may ask for attention; the rules in `domain/events/attention.py` decide."""

from __future__ import annotations

from ...domain.json_object import Json
from .entity import LIVE_STANDINGS
from .mirror import Mirror

MOST = 500
"""Objects of one kind; more of them are counted by the lists of the tabs."""
_PAYS = (
    "EXISTS (SELECT 1 FROM subscription s LEFT JOIN customer c ON c.id = s.customer WHERE s.customer = t.customer "
    f"AND s.deleted = 0 AND s.standing IN {LIVE_STANDINGS} AND coalesce(s.default_card, c.default_card) = t.id)"
)


class AttentionRows:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def failed_invoices(self) -> list[tuple[Json, str]]:
        """Open invoices with a failed attempt, and the decline code of the last payment with what pays them."""
        sql = (
            "SELECT t.id, coalesce((SELECT r.code FROM results r WHERE r.card = coalesce(t.own_card, (SELECT "
            "s.default_card FROM subscription s WHERE s.id = t.subscription), (SELECT c.default_card FROM customer c "
            "WHERE c.id = t.customer))), '') FROM invoice t WHERE t.status = 'open' AND t.deleted = 0 "
            "AND t.attempts > 0 AND t.collects = 'card' AND t.remaining > 0 ORDER BY t.row LIMIT ?"
        )
        rows = await self._mirror.query(sql, (MOST,))
        found = await self._objects("invoice", [str(row[0]) for row in rows])
        codes = {str(id_): str(code) for id_, code in rows}
        return [(invoice, codes[str(invoice["id"])]) for invoice in found]

    async def drafts(self) -> list[Json]:
        sql = "SELECT t.id FROM invoice t WHERE t.status = 'draft' AND t.deleted = 0 ORDER BY t.row DESC LIMIT ?"
        return await self._objects("invoice", [str(id_) for (id_,) in await self._mirror.query(sql, (MOST,))])

    async def trials(self, first: int, last: int) -> list[Json]:
        """Trials that end in this time (Unix seconds)."""
        sql = (
            "SELECT t.id FROM subscription t WHERE t.standing = 'trialing' AND t.deleted = 0 "
            "AND t.trial_end BETWEEN ? AND ? ORDER BY t.trial_end LIMIT ?"
        )
        rows = await self._mirror.query(sql, (first, last, MOST))
        return await self._objects("subscription", [str(id_) for (id_,) in rows])

    async def cards(self, last: int) -> list[Json]:
        """Cards that expire up to this month (YYYYMM) and pay a subscription."""
        sql = (
            "SELECT t.id FROM card t WHERE t.expiry <= ? AND t.state = 'attached' AND t.deleted = 0 "
            f"AND {_PAYS} ORDER BY t.expiry LIMIT ?"
        )
        return await self._objects("card", [str(id_) for (id_,) in await self._mirror.query(sql, (last, MOST))])

    async def _objects(self, kind: str, ids: list[str]) -> list[Json]:
        found = [await self._mirror.get(kind, id_) for id_ in ids]
        return [obj for obj in found if obj is not None]
