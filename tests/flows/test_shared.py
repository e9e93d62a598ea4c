"""The shared flows against the simulator: in-process as the practice account, and over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.simulator.accounts.practice import DEMO_KEY
from billing_desk.simulator.http.asgi import Application

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import TEST_KEY, empty_simulator, on_loopback
from . import shared, shared_phone

Seat = tuple[Operator, StripeSide]


@asynccontextmanager
async def practice(qapp: QApplication, folder: Path) -> AsyncIterator[Seat]:
    async with seated(qapp, folder, demo=True) as operator:
        simulator = operator.app.desks._practice
        assert simulator is not None
        transport = httpx.ASGITransport(app=Application(simulator.simulator))
        yield operator, StripeSide("http://practice.invalid", DEMO_KEY, transport)


@asynccontextmanager
async def loopback(qapp: QApplication, folder: Path) -> AsyncIterator[Seat]:
    with on_loopback(empty_simulator()) as route:
        async with seated(qapp, folder) as operator:
            await operator.add_account(TEST_KEY, route.address)
            yield operator, StripeSide(route.address or "", TEST_KEY)


SEATS = [(practice, flow) for flow in shared.FLOWS] + [
    (loopback, flow) for flow in (*shared.FLOWS, *shared_phone.FLOWS)
]


@pytest.mark.parametrize(("server", "flow"), SEATS, ids=lambda part: part.__name__)
async def test_flow(
    qapp: QApplication,
    tmp_path: Path,
    server: Callable[[QApplication, Path], object],
    flow: Callable[[Operator, StripeSide], Awaitable[None]],
) -> None:
    async with server(qapp, tmp_path) as (operator, stripe):  # type: ignore[attr-defined]
        await flow(operator, stripe)
