"""Read the practice account twice: the desk's way into the encrypted mirror, and the SDK's own way."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from billing_desk.desk import Desk, DeskPlan
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.client import Connection
from billing_desk.gateway.route import Route
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.accounts.practice import DEMO_KEY, demo_simulator
from billing_desk.simulator.http.in_process import SimulatorThread

from ..support import DATABASE_KEY, RecordedCallbacks, until


def desk_reads_all() -> float:
    """Milliseconds for every list of the account, cards of each customer included."""
    thread = SimulatorThread(demo_simulator())
    route = Route(address="http://practice.invalid", transport=thread.transport())

    async def read(folder: str) -> float:
        heard = RecordedCallbacks()
        plan = DeskPlan("acct_practice0000001", "P", Mode.DEMO, DEMO_KEY, route, Path(folder), DATABASE_KEY)
        desk = Desk(plan, heard.callbacks())
        began = time.perf_counter()
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT, 60)
        took = (time.perf_counter() - began) * 1_000
        await desk.close()
        return took

    with tempfile.TemporaryDirectory() as folder:
        took = asyncio.run(read(folder))
    thread.stop()
    return took


def sdk_reads_invoices() -> float:
    """Milliseconds for the SDK's automatic paging over the invoices, kept in a list."""
    thread = SimulatorThread(demo_simulator())

    async def read() -> float:
        connection = Connection(DEMO_KEY, Route(address="http://practice.invalid", transport=thread.transport()))
        client = await connection.client()
        began = time.perf_counter()
        page = await client.v1.invoices.list_async({"limit": 100})
        kept = [invoice.id async for invoice in page.auto_paging_iter()]
        took = (time.perf_counter() - began) * 1_000
        assert len(kept) == 2_000
        await connection.close()
        return took

    took = asyncio.run(read())
    thread.stop()
    return took
