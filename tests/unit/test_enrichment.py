"""What lists leave out is fetched by several at once, however often it pauses."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from billing_desk.services.sync.enrichment import Enrichment


async def test_a_pause_before_the_last_ones_are_taken_loses_and_repeats_none() -> None:
    left, read = ["cus_1", "cus_2"], list[str]()

    async def unread(_: int) -> list[str]:
        return [id_ for id_ in left if id_ not in read]

    async def none(*_: Any) -> Any:
        return []

    async def count() -> dict[str, int]:
        return {}

    side = SimpleNamespace(unread_customers=unread, cut=none, count_unread=count)

    async def progress(_: str) -> str:
        return "read"

    mirror = SimpleNamespace(progress=progress)
    keeping: Any = SimpleNamespace(side=side, mirror=mirror, go=asyncio.Event(), say=lambda **_: None)
    completing = Enrichment(keeping)

    async def cards_of(customer: str) -> None:
        read.append(customer)

    completing.cards_of = cards_of  # type: ignore[method-assign]
    running = asyncio.ensure_future(completing.run())
    await asyncio.sleep(0.01)
    assert read == [], "it pauses"
    keeping.go.set()
    await running
    assert sorted(read) == left
