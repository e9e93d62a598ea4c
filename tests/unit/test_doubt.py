"""When an answer is lost (F5): every fault, then looked up and resumed, until the effect is there exactly once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from billing_desk.desk import Desk
from billing_desk.domain.errors import Conflict, DeskError, NotAllowed
from billing_desk.domain.writes.operation import OperationState
from billing_desk.gateway import stripe_gateway
from billing_desk.services.writes import performer as performer_module
from billing_desk.services.writes.step_executor import Unsettled
from billing_desk.simulator.state.faults import Fault

from ..support import (
    NO_INVOICES_KEY,
    TEST_KEY,
    RecordedCallbacks,
    empty_simulator,
    in_process,
    on_loopback,
    until,
    with_desk,
)
from .writes import create, customers

FAULTS: list[Fault] = [
    Fault("POST", "drop_before", times=1),
    Fault("POST", "drop_after", times=1),
    Fault("POST", "drop_before", times=9),
    Fault("POST", "drop_after", times=9),
    Fault("POST", "status", times=1, status=500),
    Fault("POST", "status", times=9, status=500),
    Fault("POST", "status", times=9, status=409),
    Fault("POST", "status", times=9, status=429),
    Fault("POST", "not_json", times=9),
]


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)


@pytest.mark.parametrize("read_back", [True, False], ids=["network back", "network gone"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.kind}{f.status if f.kind == 'status' else ''}x{f.times}")
async def test_create_under_every_fault_then_resume(fault: Fault, read_back: bool, tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(replace(fault))
    if not read_back:
        simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def first(desk: Desk, _: RecordedCallbacks) -> None:
        operation = await create(desk)
        try:
            await desk.services.performer.perform(operation)
        except Unsettled:
            assert len(await desk.services.log.unfinished()) == 1
        except DeskError:
            assert await desk.services.log.unfinished() == []
            assert customers(simulator) == []

    async def after_restart(desk: Desk, _: RecordedCallbacks) -> None:
        for entry in await desk.services.log.unfinished():
            await desk.services.performer.resume(entry)
        assert await desk.services.log.unfinished() == []

    with in_process(simulator) as route:
        await with_desk(route, first, tmp_path)
        simulator.faults.clear()
        await with_desk(route, after_restart, tmp_path)
    keys = {key for method, _, key in simulator.requests if method == "POST"}
    assert len(keys) <= 1
    assert len(customers(simulator)) == (0 if fault.status == 429 and fault.times == 9 else 1)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.kind}{f.status if f.kind == 'status' else ''}x{f.times}")
async def test_update_under_every_fault_then_resume(fault: Fault, tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        made = await desk.services.performer.perform(await create(desk))
        before = await desk.services.customers.current(made["id"])
        simulator.faults.add(replace(fault))
        preview = await desk.services.customers.preview_update(made["id"], before, replace(before, name="華子"))
        assert preview is not None
        try:
            await desk.services.performer.perform(preview.operation)
        except (Unsettled, DeskError):
            pass
        simulator.faults.clear()
        for entry in await desk.services.log.unfinished():
            await desk.services.performer.resume(entry)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    refused = fault.status == 429 and fault.times == 9
    assert [c["name"] for c in customers(simulator)] == ["花子" if refused else "華子"]
    events = [e for e in simulator.grants[TEST_KEY].state.all("event") if e["type"] == "customer.updated"]
    assert len(events) == (0 if refused else 1)


@pytest.mark.parametrize("later", [401, 403, 429, 400])
async def test_a_later_refusal_does_not_turn_doubt_into_failure(later: int, tmp_path: Path) -> None:
    """The first answer was lost after it took effect; what Stripe says afterwards proves nothing about it."""
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "drop_after", times=1))
    simulator.faults.add(Fault("POST", "status", times=None, status=later))
    simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        with pytest.raises(Unsettled):
            await desk.services.performer.perform(await create(desk))
        assert (await desk.services.log.newest())[0].state is OperationState.UNKNOWN
        simulator.faults.clear()
        for entry in await desk.services.log.unfinished():
            await desk.services.performer.resume(entry)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(customers(simulator)) == 1


async def test_what_an_earlier_run_sent_stays_in_doubt_when_stripe_refuses_the_resumption(tmp_path: Path) -> None:
    """The first run ended without noting the outcome; the effect is there, cannot be seen, and then Stripe says 429."""
    simulator = empty_simulator()
    slow = simulator.faults.add(Fault("POST", "delay", seconds=0.3))

    async def ends_at_once(desk: Desk, _: RecordedCallbacks) -> None:
        task = asyncio.ensure_future(desk.services.performer.perform(await create(desk)))
        await until(lambda: slow.hits)
        desk._writes.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async def resumes(desk: Desk, _: RecordedCallbacks) -> None:
        await until(lambda: customers(simulator))
        customer = customers(simulator)[0]
        customer["email"], kept = "hidden@example.jp", customer["email"]
        state = simulator.grants[TEST_KEY].state
        state.changed("customer", customer)
        for event in list(state.all("event")):
            state.remove("event", event["id"])
        simulator.faults.add(Fault("POST", "status", times=None, status=429))
        entry = (await desk.services.log.unfinished())[0]
        with pytest.raises(Unsettled):
            await desk.services.performer.resume(entry)
        assert (await desk.services.log.newest())[0].state is OperationState.UNKNOWN
        customer["email"] = kept
        state.changed("customer", customer)
        simulator.faults.clear()
        await desk.services.performer.resume((await desk.services.log.unfinished())[0])

    with on_loopback(simulator) as route:  # a server of its own goes on when its client has gone
        await with_desk(route, ends_at_once, tmp_path)
        await with_desk(route, resumes, tmp_path)
    assert len(customers(simulator)) == 1


async def test_a_rotated_key_can_settle_what_the_old_one_began(tmp_path: Path) -> None:
    """E9."""
    simulator = empty_simulator()
    simulator.faults.add(Fault(".", "drop_after", times=None))

    async def begin(desk: Desk, _: RecordedCallbacks) -> None:
        with pytest.raises(Unsettled):
            await desk.services.performer.perform(await create(desk))

    async def settle(desk: Desk, _: RecordedCallbacks) -> None:
        await desk.services.performer.resume((await desk.services.log.unfinished())[0])
        assert await desk.services.log.unfinished() == []

    with in_process(simulator) as route:
        await with_desk(route, begin, tmp_path)
        simulator.faults.clear()
        await with_desk(route, settle, tmp_path, key=NO_INVOICES_KEY)
    assert len(customers(simulator)) == 1


async def test_what_was_abandoned_is_never_sent(tmp_path: Path) -> None:
    """Neither by a resumption that was already looking, nor by one that did not notice."""
    simulator = empty_simulator()
    simulator.faults.add(Fault(".", "drop_before", times=None))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        performer = desk.services.performer
        with pytest.raises(Unsettled):
            await performer.perform(await create(desk))
        entry = (await desk.services.log.unfinished())[0]
        simulator.faults.clear()
        await performer.abandon(entry)
        for late in (performer.resume, performer.abandon):
            with pytest.raises(Conflict) as raised:
                await late(entry)
            assert raised.value.code == "already_settled"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert customers(simulator) == []


async def test_what_is_found_by_reading_back_never_hides_what_is_newer(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "drop_after", times=None))
    simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        with pytest.raises(Unsettled):
            await desk.services.performer.perform(await create(desk))
        simulator.faults.clear()
        made = customers(simulator)[0]
        made["email"] = "changed@example.jp"
        await desk.services.performer.resume((await desk.services.log.unfinished())[0])
        stored = await desk.services.queries.get("customer", made["id"])
        assert stored is not None
        assert stored["email"] == "changed@example.jp"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_too_old_to_send_again_is_only_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault(".", "drop_before", times=None))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        with pytest.raises(Unsettled):
            await desk.services.performer.perform(await create(desk))
        simulator.faults.clear()
        monkeypatch.setattr(performer_module, "REPLAY_SECONDS", -1)
        entry = (await desk.services.log.unfinished())[0]
        with pytest.raises(NotAllowed) as raised:
            await desk.services.performer.resume(entry)
        assert raised.value.code == "too_old_to_resend"
        await desk.services.performer.abandon(entry)
        assert await desk.services.log.unfinished() == []

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert customers(simulator) == []
