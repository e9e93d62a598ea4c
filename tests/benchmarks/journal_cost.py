"""What the journal, the audit log and the guard cost a verb, beside the bare request over the same connection."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from billing_desk.desk import Desk
from billing_desk.domain.customer import CustomerFields
from billing_desk.gateway.client import Route
from billing_desk.services.operations import new_id
from billing_desk.simulator.faults import Fault

from ..support import Heard, empty_simulator, in_process, plan
from .figures import Figure, figure

LATENCY = 0.02
ROUNDS = 40


def journal_cost() -> list[Figure]:
    """At 20 ms of network, in turns, the middle of each."""
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "delay", times=None, seconds=LATENCY))
    with in_process(simulator) as route, tempfile.TemporaryDirectory() as name:
        ours, bare = asyncio.run(_timed(route, Path(name)))
    return [figure("a verb with journal and audit log", ours, bare, "the bare request, 20 ms away", "≤ 1.1")]


async def _timed(route: Route, folder: Path) -> tuple[float, float]:
    desk = Desk(plan(route, folder), Heard().upward())
    ours, bare = [], []
    for number in range(ROUNDS + 3):
        preview = await desk.services.customers.preview_create(CustomerFields(name=f"n{number}"))
        began = time.perf_counter()
        await desk.services.operations.perform(preview.operation)
        ours.append(time.perf_counter() - began)
        request = preview.operation.steps[0].request
        began = time.perf_counter()
        await desk.services.reading._door.send(request, key=new_id())
        bare.append(time.perf_counter() - began)
    await desk.close()
    return sorted(ours[3:])[ROUNDS // 2] * 1_000, sorted(bare[3:])[ROUNDS // 2] * 1_000
