"""What journal and audit log cost a action, beside the same action whose journal writes nothing."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from billing_desk.desk import Desk
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.gateway.route import Route
from billing_desk.simulator.state.faults import Fault
from billing_desk.store.durable.journal import Journal

from ..support import RecordedCallbacks, empty_simulator, in_process, plan
from .figures import Figure, figure

LATENCY = 0.02
ROUNDS = 60


class _Nothing(Journal):
    """Writes nothing; everything is open and nothing is done."""

    async def begin(self, *_: Any, **__: Any) -> None:
        return

    async def attempt_started(self, *_: Any) -> None:
        return

    async def step_done(self, *_: Any) -> None:
        return


def journal_cost() -> list[Figure]:
    """At 20 ms of network, in turns, the middle of each."""
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "delay", times=None, seconds=LATENCY))
    with in_process(simulator) as route, tempfile.TemporaryDirectory() as name:
        ours, without = asyncio.run(_timed(route, Path(name)))
    return [figure("a write with journal and audit log", ours, without, "the same write without, 20 ms away", "≤ 1.1")]


async def _timed(route: Route, folder: Path) -> tuple[float, float]:
    desks = [Desk(plan(route, folder / name), RecordedCallbacks().callbacks()) for name in ("with", "without")]
    bare: Any = desks[1].services.performer
    bare._journal = bare._executor._journal = _Nothing(desks[1]._durable)
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 3):
        for desk, times in zip(desks, taken, strict=True):
            preview = await desk.services.customers.preview_create(CustomerFields(name=f"n{number}"))
            began = time.perf_counter()
            await desk.services.performer.perform(preview.operation)
            times.append(time.perf_counter() - began)
    for desk in desks:
        await desk.close()
    ours, without = (sorted(times[3:])[ROUNDS // 2] * 1_000 for times in taken)
    return ours, without
