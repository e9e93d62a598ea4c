"""Writes that cannot go wrong (F5): under every fault the effect is there exactly once, or not and that is said."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from billing_desk.desk import Desk
from billing_desk.domain.customer import CustomerFields
from billing_desk.domain.errors import Conflict, DeskError, NotAllowed, Refused
from billing_desk.domain.operation import Mode, Operation, State
from billing_desk.gateway import calls
from billing_desk.services import operations as operations_module
from billing_desk.services.operations import Unsettled
from billing_desk.simulator.faults import Fault
from billing_desk.simulator.server import Simulator

from ..support import (
    LIVE_KEY,
    NO_INVOICES_KEY,
    TEST_KEY,
    Heard,
    empty_simulator,
    in_process,
    on_loopback,
    until,
    with_desk,
)

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
    monkeypatch.setattr(calls, "delay", lambda *_: 0.0)


def _customers(simulator: Simulator) -> list[dict[str, Any]]:
    return list(simulator.grants[TEST_KEY].state.all("customer"))


async def _create(desk: Desk) -> Operation:
    preview = await desk.services.customers.preview_create(CustomerFields(name="花子", email="hanako@example.jp"))
    return preview.operation.explained("asked by phone", "T-1")


@pytest.mark.parametrize("read_back", [True, False], ids=["network back", "network gone"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.kind}{f.status if f.kind == 'status' else ''}x{f.times}")
async def test_create_under_every_fault_then_resume(fault: Fault, read_back: bool, tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(replace(fault))
    if not read_back:
        simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def first(desk: Desk, _: Heard) -> None:
        operation = await _create(desk)
        try:
            await desk.services.operations.perform(operation)
        except Unsettled:
            assert len(await desk.services.operations.unfinished()) == 1
        except DeskError:
            assert await desk.services.operations.unfinished() == []
            assert _customers(simulator) == []

    async def after_restart(desk: Desk, _: Heard) -> None:
        for entry in await desk.services.operations.unfinished():
            await desk.services.operations.resume(entry)
        assert await desk.services.operations.unfinished() == []

    with in_process(simulator) as route:
        await with_desk(route, first, tmp_path)
        simulator.faults.clear()
        await with_desk(route, after_restart, tmp_path)
    keys = {key for method, _, key in simulator.requests if method == "POST"}
    assert len(keys) <= 1
    assert len(_customers(simulator)) == (0 if fault.status == 429 and fault.times == 9 else 1)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.kind}{f.status if f.kind == 'status' else ''}x{f.times}")
async def test_update_under_every_fault_then_resume(fault: Fault, tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def use(desk: Desk, _: Heard) -> None:
        made = await desk.services.operations.perform(await _create(desk))
        before = await desk.services.customers.current(made["id"])
        simulator.faults.add(replace(fault))
        preview = await desk.services.customers.preview_update(made["id"], before, replace(before, name="華子"))
        assert preview is not None
        try:
            await desk.services.operations.perform(preview.operation)
        except (Unsettled, DeskError):
            pass
        simulator.faults.clear()
        for entry in await desk.services.operations.unfinished():
            await desk.services.operations.resume(entry)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    refused = fault.status == 429 and fault.times == 9
    assert [c["name"] for c in _customers(simulator)] == ["花子" if refused else "華子"]
    events = [e for e in simulator.grants[TEST_KEY].state.all("event") if e["type"] == "customer.updated"]
    assert len(events) == (0 if refused else 1)


@pytest.mark.parametrize("later", [401, 403, 429, 400])
async def test_a_later_refusal_does_not_turn_doubt_into_failure(later: int, tmp_path: Path) -> None:
    """The first answer was lost after it took effect; what Stripe says afterwards proves nothing about it."""
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "drop_after", times=1))
    simulator.faults.add(Fault("POST", "status", times=None, status=later))
    simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def use(desk: Desk, _: Heard) -> None:
        with pytest.raises(Unsettled):
            await desk.services.operations.perform(await _create(desk))
        assert (await desk.services.operations.newest())[0].state is State.UNKNOWN
        simulator.faults.clear()
        for entry in await desk.services.operations.unfinished():
            await desk.services.operations.resume(entry)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(_customers(simulator)) == 1


async def test_what_an_earlier_run_sent_stays_in_doubt_when_stripe_refuses_the_resumption(tmp_path: Path) -> None:
    """The first run ended without noting the outcome; the effect is there, cannot be seen, and then Stripe says 429."""
    simulator = empty_simulator()
    slow = simulator.faults.add(Fault("POST", "delay", seconds=0.3))

    async def ends_at_once(desk: Desk, _: Heard) -> None:
        task = asyncio.ensure_future(desk.services.operations.perform(await _create(desk)))
        await until(lambda: slow.hits)
        desk._writes.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async def resumes(desk: Desk, _: Heard) -> None:
        await until(lambda: _customers(simulator))
        customer = _customers(simulator)[0]
        customer["email"], kept = "hidden@example.jp", customer["email"]
        simulator.grants[TEST_KEY].state._objects["event"].clear()
        simulator.grants[TEST_KEY].state._order["event"].clear()
        simulator.faults.add(Fault("POST", "status", times=None, status=429))
        entry = (await desk.services.operations.unfinished())[0]
        with pytest.raises(Unsettled):
            await desk.services.operations.resume(entry)
        assert (await desk.services.operations.newest())[0].state is State.UNKNOWN
        customer["email"] = kept
        simulator.faults.clear()
        await desk.services.operations.resume((await desk.services.operations.unfinished())[0])

    with on_loopback(simulator) as route:  # a server of its own goes on when its client has gone
        await with_desk(route, ends_at_once, tmp_path)
        await with_desk(route, resumes, tmp_path)
    assert len(_customers(simulator)) == 1


async def test_e9_a_rotated_key_can_settle_what_the_old_one_began(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault(".", "drop_after", times=None))

    async def begin(desk: Desk, _: Heard) -> None:
        with pytest.raises(Unsettled):
            await desk.services.operations.perform(await _create(desk))

    async def settle(desk: Desk, _: Heard) -> None:
        await desk.services.operations.resume((await desk.services.operations.unfinished())[0])
        assert await desk.services.operations.unfinished() == []

    with in_process(simulator) as route:
        await with_desk(route, begin, tmp_path)
        simulator.faults.clear()
        await with_desk(route, settle, tmp_path, key=NO_INVOICES_KEY)
    assert len(_customers(simulator)) == 1


async def test_the_journal_is_on_disk_before_the_first_byte_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator = empty_simulator()
    seen: list[tuple[State, int | None]] = []

    async def use(desk: Desk, _: Heard) -> None:
        operation = await _create(desk)
        original = calls.Door._attempt

        async def spy(door: Any, request: Any, key: Any, attempt: int) -> Any:
            if request.is_write:
                entries = await desk.services.operations.unfinished()
                seen.extend((entry.state, entry.first_sent) for entry in entries)
            return await original(door, request, key, attempt)

        monkeypatch.setattr(calls.Door, "_attempt", spy)
        await desk.services.operations.perform(operation)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(seen) == 1
    assert seen[0][0] is State.SENDING
    assert seen[0][1] is not None


async def test_a_cancelled_caller_does_not_undo_or_lose_the_write(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "delay", seconds=0.2))

    async def use(desk: Desk, _: Heard) -> None:
        operation = await _create(desk)
        task = asyncio.ensure_future(desk.services.operations.perform(operation))
        await until(lambda: simulator.faults._faults[0].hits)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(lambda: _customers(simulator))

    async def later(desk: Desk, _: Heard) -> None:
        entries = await desk.services.operations.newest()
        assert [entry.state for entry in entries] == [State.DONE]

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
        await with_desk(route, later, tmp_path)
    assert len(_customers(simulator)) == 1


async def test_a_second_click_is_refused_while_the_first_is_open(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "drop_after", times=None))
    simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def use(desk: Desk, _: Heard) -> None:
        with pytest.raises(Unsettled):
            await desk.services.operations.perform(await _create(desk))
        with pytest.raises(Conflict) as raised:
            await desk.services.operations.perform(await _create(desk))
        assert raised.value.code == "already_open"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(_customers(simulator)) == 1


async def test_the_same_write_twice_at_once_is_sent_once(tmp_path: Path) -> None:
    """Two clicks before the first has even left: the second is refused, it does not wait its turn and go too."""
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "delay", seconds=0.1))

    async def use(desk: Desk, _: Heard) -> None:
        twice = [desk.services.operations.perform(await _create(desk)) for _ in range(2)]
        first, second = await asyncio.gather(*twice, return_exceptions=True)
        assert isinstance(first, dict)
        assert isinstance(second, Conflict)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(_customers(simulator)) == 1


async def test_what_was_abandoned_is_never_sent(tmp_path: Path) -> None:
    """Neither by a resumption that was already looking, nor by one that did not notice."""
    simulator = empty_simulator()
    simulator.faults.add(Fault(".", "drop_before", times=None))

    async def use(desk: Desk, _: Heard) -> None:
        services = desk.services.operations
        with pytest.raises(Unsettled):
            await services.perform(await _create(desk))
        entry = (await services.unfinished())[0]
        simulator.faults.clear()
        await services.abandon(entry)
        for late in (services.resume, services.abandon):
            with pytest.raises(Conflict) as raised:
                await late(entry)
            assert raised.value.code == "already_settled"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert _customers(simulator) == []


async def test_what_is_found_by_reading_back_never_hides_what_is_newer(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "drop_after", times=None))
    simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def use(desk: Desk, _: Heard) -> None:
        with pytest.raises(Unsettled):
            await desk.services.operations.perform(await _create(desk))
        simulator.faults.clear()
        made = _customers(simulator)[0]
        made["email"] = "changed@example.jp"
        await desk.services.operations.resume((await desk.services.operations.unfinished())[0])
        stored = await desk.services.reading.get("customer", made["id"])
        assert stored is not None
        assert stored["email"] == "changed@example.jp"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_a1_deleted_and_created_anew_under_another_name(tmp_path: Path) -> None:
    """The key of the external id was used for other fields and its customer is gone: the next one gets its own."""
    simulator = empty_simulator()

    async def use(desk: Desk, _: Heard) -> None:
        customers = desk.services.customers
        for name in ("First", "Second", "Third"):
            fields = CustomerFields(name=name, email="again@example.jp")
            operation = customers.preview_find_or_create(fields, "ext-1").operation
            made = await customers.find_or_create(operation, fields, "ext-1")
            assert made["name"] == name
            state = simulator.grants[TEST_KEY].state
            gone = {"id": made["id"], "object": "customer", "deleted": True, "created": made["created"]}
            state.replace("customer", gone)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert simulator.grants[TEST_KEY].state.count("customer") == 3


async def test_too_old_to_send_again_is_only_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault(".", "drop_before", times=None))

    async def use(desk: Desk, _: Heard) -> None:
        with pytest.raises(Unsettled):
            await desk.services.operations.perform(await _create(desk))
        simulator.faults.clear()
        monkeypatch.setattr(operations_module, "REPLAY_SECONDS", -1)
        entry = (await desk.services.operations.unfinished())[0]
        with pytest.raises(NotAllowed) as raised:
            await desk.services.operations.resume(entry)
        assert raised.value.code == "too_old_to_resend"
        await desk.services.operations.abandon(entry)
        assert await desk.services.operations.unfinished() == []

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert _customers(simulator) == []


async def test_a_refusal_is_final_and_recorded(tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def use(desk: Desk, _: Heard) -> None:
        preview = await desk.services.customers.preview_create(CustomerFields(name="x", email="not-an-address"))
        with pytest.raises(Refused):
            await desk.services.operations.perform(preview.operation)
        newest = (await desk.services.operations.newest())[0]
        assert newest.state is State.REFUSED
        assert "email_invalid" in newest.error
        entry = (await desk.services.audit.newest())[0]
        assert (entry["result"], entry["operator"]) == ("refused", "tester")

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_another_desks_operation_is_never_sent(tmp_path: Path) -> None:
    simulator = empty_simulator()
    kept: list[Operation] = []

    async def plan_it(desk: Desk, _: Heard) -> None:
        kept.append(await _create(desk))

    async def try_it(desk: Desk, _: Heard) -> None:
        assert desk.services.guard.arm("Acme KK")
        with pytest.raises(NotAllowed) as raised:
            await desk.services.operations.perform(kept[0])
        assert raised.value.code == "other_desk"

    with in_process(simulator) as route:
        await with_desk(route, plan_it, tmp_path)
        await with_desk(route, try_it, tmp_path, key=LIVE_KEY, mode=Mode.LIVE)
    assert not [line for line in simulator.requests if line[0] == "POST"]


async def test_live_is_view_only_until_the_name_is_typed(tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def use(desk: Desk, _: Heard) -> None:
        guard = desk.services.guard
        with pytest.raises(NotAllowed) as raised:
            await desk.services.operations.perform(await _create(desk))
        assert raised.value.code == "view_only"
        assert not guard.arm("acme")
        assert guard.view_only
        assert guard.arm(" Acme  KK ")
        assert 0 < guard.remaining <= 15 * 60
        await desk.services.operations.perform(await _create(desk))
        guard.disarm()
        assert guard.view_only

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path, key=LIVE_KEY, mode=Mode.LIVE)
    assert simulator.grants[LIVE_KEY].state.count("customer") == 1
    assert _customers(simulator) == []


async def test_arming_ends_by_itself() -> None:
    from billing_desk.domain.operation import Place
    from billing_desk.services.guard import ARMED_SECONDS, Guard

    now = [100.0]
    guard = Guard(Place("acct_1", Mode.LIVE, "p"), "Acme", lambda: now[0])
    assert guard.arm("Acme")
    now[0] += ARMED_SECONDS + 1
    assert guard.view_only
