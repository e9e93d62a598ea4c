"""One box finds anything (F3)."""

from __future__ import annotations

from ..domain.card_number_guard import has_card_number
from ..store.mirror import Mirror
from ..store.search import Hit


class Search:
    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    async def find(self, text: str) -> list[Hit]:
        """Whatever holds every word, customers first. Card numbers find nothing."""
        if has_card_number(text):
            return []
        return await self._mirror.find(text.strip())
