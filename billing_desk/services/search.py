"""The global search (F3)."""

from __future__ import annotations

import re
import unicodedata

from ..domain.filters import Condition, Filter
from ..domain.list_query import BadFilter, Query
from ..domain.search_hit import Hit
from ..domain.text.card_number_guard import has_card_number
from ..store.mirror.entity import joined
from ..store.mirror.mirror import Mirror

MOST = 8
_AMOUNT = re.compile(r"[^\w\s]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,3})?(?:\s*(?:[a-z]{3}|円))?", re.IGNORECASE)


class Search:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def find(self, text: str) -> list[Hit]:
        """Objects that contain every word, customers first; then the newest invoices with that total. A card number
        finds nothing."""
        if has_card_number(text):
            return []
        try:
            found = await self._mirror.find(text.strip())
        except BadFilter:
            return []  # more or longer words than any object has
        return found + [hit for hit in await self._of_amount(text.strip()) if hit not in found]

    async def _of_amount(self, text: str) -> list[Hit]:
        match = _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text))
        if match is None:
            return []
        amount = match[1].replace(",", "") + (match[2] or "")
        try:
            page = await self._mirror.page(Query("invoice", Filter((Condition("total", ":", amount),))), MOST)
        except BadFilter:
            return []  # more digits than any amount has
        found = [row for _, row in page.rows]
        return [
            Hit("invoice", row["id"], joined(row.get("number") or row["id"], row["customer_name"]), row)
            for row in found
        ]
