"""Finds similar customers and cards in the mirror."""

from __future__ import annotations

from ...domain.text.emails import folded
from .mirror import Mirror


class LookAlikes:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def with_email(self, email: str, limit: int) -> list[str]:
        """Ids of customers with the same email, whatever its case, width, and spaces around it."""
        sql = "SELECT id FROM customer WHERE email_folded = ? AND deleted = 0 ORDER BY row LIMIT ?"
        return [id_ for (id_,) in await self._mirror.query(sql, (folded(email), limit))]

    async def with_phone(self, phone: str, limit: int) -> list[str]:
        """Ids of customers with this phone number in the same notation."""
        sql = "SELECT id FROM customer WHERE phone = ? COLLATE NOCASE AND deleted = 0 LIMIT ?"
        return [id_ for (id_,) in await self._mirror.query(sql, (phone, limit))]

    async def with_card_and_name(self, customer: str, name: str, limit: int) -> list[str]:
        """Ids of customers of this name who have a card of `customer`, including `customer`."""
        sql = (
            "SELECT DISTINCT d.customer FROM card t "
            "JOIN card d ON d.fingerprint = t.fingerprint AND d.fingerprint != '' "
            "JOIN customer c ON c.id = d.customer WHERE t.customer = ? AND d.deleted = 0 AND t.deleted = 0 AND "
            "c.deleted = 0 AND c.name = ? COLLATE NOCASE LIMIT ?"
        )
        return [id_ for (id_,) in await self._mirror.query(sql, (customer, name, limit))]

    async def is_approved(self, fingerprint: str) -> bool:
        """Whether a card with this fingerprint was approved."""
        sql = "SELECT 1 FROM card WHERE fingerprint = ? AND fingerprint != '' AND approved AND deleted = 0 LIMIT 1"
        return bool(await self._mirror.query(sql, (fingerprint,)))
