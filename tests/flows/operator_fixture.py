"""An operator at a test desk with one customer, and what the program wrote."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from billing_desk.simulator.server import Simulator

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import TEST_KEY, empty_simulator, on_loopback, until


@asynccontextmanager
async def at_desk(
    qapp: QApplication, folder: Path, *, key: str = TEST_KEY, lang: str = "en", vault: Any = None
) -> AsyncIterator[tuple[Operator, StripeSide, Simulator]]:
    """An operator at a test desk with one customer, Ito Aoi."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        stripe = StripeSide(route.address or "", TEST_KEY)
        await stripe.customer(name="Ito Aoi", email="aoi@example.jp", phone="+81 3 5550 1234")
        async with seated(qapp, folder, lang=lang, vault=vault) as operator:
            await operator.add_account(key, route.address)
            await until(lambda: operator.shown)
            await until(lambda: "aoi@example.jp" in operator.text())
            yield operator, stripe, simulator


def writes(simulator: Simulator) -> list[tuple[str, str]]:
    """(path, idempotency key) of every write that came from the program: the test's own have no key."""
    return [(path, key) for method, path, key in simulator.requests if method == "POST" and key]
