"""Waiting for what a customer does on a page of Stripe's, which nothing but looking tells at once."""

from __future__ import annotations

import asyncio

from ..domain.errors import Busy, Offline, Unexpected

MAY_PASS = (Offline, Busy, Unexpected)
"""Troubles that are waited out."""
LOOK_EVERY = 3.0
"""Seconds between two looks."""


async def before_looking_again() -> None:
    await asyncio.sleep(LOOK_EVERY)
