"""Polls Stripe until the customer has completed a hosted page."""

from __future__ import annotations

import asyncio

from ..domain.errors import Busy, Locked, Offline, Unexpected

MAY_PASS = (Offline, Busy, Locked, Unexpected)
"""Errors that are retried."""
LOOK_EVERY = 3.0
"""Seconds between two polls."""


async def before_looking_again() -> None:
    await asyncio.sleep(LOOK_EVERY)
