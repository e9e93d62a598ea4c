"""Waiting for what a customer does on a page of Stripe's, which nothing but looking tells at once."""

from __future__ import annotations

import asyncio

LOOK_EVERY = 3.0
"""Seconds between two looks."""


async def before_looking_again() -> None:
    await asyncio.sleep(LOOK_EVERY)
