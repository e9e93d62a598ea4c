"""F1: whatever is switched, armed and still on its way, no write goes out with another desk's key."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from billing_desk.desk import Desk, DeskPlan
from billing_desk.domain.errors import DeskError
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import Mode, Operation
from billing_desk.domain.writes.own_metadata import OWN_ID
from billing_desk.gateway import stripe_gateway
from billing_desk.services.tasks import Tasks
from billing_desk.services.writes.step_executor import Unsettled
from billing_desk.simulator.state.faults import Fault

from ..support import (
    ACCOUNT,
    DATABASE_KEY,
    LIVE_KEY,
    OTHER_KEY,
    TEST_KEY,
    RecordedCallbacks,
    empty_simulator,
    in_process,
)

DESKS = ((ACCOUNT, Mode.TEST, TEST_KEY), (ACCOUNT, Mode.LIVE, LIVE_KEY), ("acct_1OtherAccount00", Mode.TEST, OTHER_KEY))


@dataclass
class World:
    """`planned`: the key each operation was made for; `armed`: live operations that were sent while armed."""

    planned: dict[str, str] = field(default_factory=dict)
    armed: set[str] = field(default_factory=set)
    operations: list[Operation] = field(default_factory=list)


@pytest.mark.parametrize("seed", range(12))
async def test_no_path_leads_to_another_desks_key(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F1."""
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)
    chance, world = random.Random(seed), World()
    simulator = empty_simulator()
    with in_process(simulator) as route:
        desk, heard, key = await _open(chance.choice(DESKS), route, tmp_path)
        flying = Tasks(lambda _: None)
        for _ in range(40):
            match chance.choice(("plan", "plan", "perform", "perform", "arm", "disarm", "switch", "slow", "resume")):
                case "plan":
                    preview = await desk.services.customers.preview_create(CustomerFields(name=f"n{chance.random()}"))
                    world.operations.append(preview.operation)
                    world.planned[preview.operation.id] = key
                case "perform" if world.operations:
                    flying.start(_perform(desk, chance.choice(world.operations), world))
                case "arm":
                    desk.services.guard.arm("Acme KK")
                case "disarm":
                    desk.services.guard.disarm()
                case "slow":
                    simulator.faults.add(Fault("POST", chance.choice(("delay", "drop_after")), seconds=0.05))
                case "resume":
                    for entry in await desk.services.log.unfinished():
                        flying.start(_resume(desk, entry, world))
                case "switch":
                    await desk.close(0.05)
                    desk, heard, key = await _open(chance.choice(DESKS), route, tmp_path)
        await flying.drain(10)
        await desk.close()
        assert heard.unexpected == []
    for _, mode, key in DESKS:
        for customer in simulator.grants[key].state.all("customer"):
            made_by = customer["metadata"][OWN_ID]
            assert world.planned[made_by] == key
            assert mode is not Mode.LIVE or made_by in world.armed


async def _open(which: tuple[str, Mode, str], route: Any, folder: Path) -> tuple[Desk, RecordedCallbacks, str]:
    account, mode, key = which
    heard = RecordedCallbacks()
    return Desk(DeskPlan(account, "Acme KK", mode, key, route, folder, DATABASE_KEY), heard.callbacks()), heard, key


async def _perform(desk: Desk, operation: Operation, world: World) -> None:
    if not desk.services.guard.view_only:
        world.armed.add(operation.id)
    try:
        await desk.services.performer.perform(operation)
    except (DeskError, Unsettled):
        pass


async def _resume(desk: Desk, entry: Any, world: World) -> None:
    if not desk.services.guard.view_only:
        world.armed.add(entry.operation.id)
    try:
        await desk.services.performer.resume(entry)
    except (DeskError, Unsettled):
        pass
