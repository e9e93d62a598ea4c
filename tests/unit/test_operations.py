"""Writes that cannot go wrong (F5): under every fault the effect is there exactly once, or not and that is said."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from billing_desk.desk import Desk
from billing_desk.domain.errors import Conflict, NotAllowed, Refused
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import DeskIdentity, Mode, Operation, OperationState
from billing_desk.domain.writes.safety_limits import SafetyLimits
from billing_desk.gateway import stripe_gateway
from billing_desk.services.writes.guard import Guard
from billing_desk.services.writes.step_executor import Unsettled
from billing_desk.simulator.state.faults import Fault

from ..support import LIVE_KEY, TEST_KEY, RecordedCallbacks, empty_simulator, in_process, until, with_desk
from .writes import create, customers


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)


async def test_the_journal_is_on_disk_before_the_first_byte_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator = empty_simulator()
    seen: list[tuple[OperationState, int | None]] = []

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        operation = await create(desk)
        original = stripe_gateway.StripeGateway._attempt

        async def spy(gateway: Any, request: Any, key: Any, attempt: int) -> Any:
            if request.is_write:
                entries = await desk.services.log.unfinished()
                seen.extend((entry.state, entry.first_sent) for entry in entries)
            return await original(gateway, request, key, attempt)

        monkeypatch.setattr(stripe_gateway.StripeGateway, "_attempt", spy)
        await desk.services.performer.perform(operation)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(seen) == 1
    assert seen[0][0] is OperationState.SENDING
    assert seen[0][1] is not None


async def test_a_cancelled_caller_does_not_undo_or_lose_the_write(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "delay", seconds=0.2))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        operation = await create(desk)
        task = asyncio.ensure_future(desk.services.performer.perform(operation))
        await until(lambda: simulator.faults._faults[0].hits)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(lambda: customers(simulator))

    async def later(desk: Desk, _: RecordedCallbacks) -> None:
        entries = await desk.services.log.newest()
        assert [entry.state for entry in entries] == [OperationState.DONE]

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
        await with_desk(route, later, tmp_path)
    assert len(customers(simulator)) == 1


async def test_a_second_click_is_refused_while_the_first_is_open(tmp_path: Path) -> None:
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "drop_after", times=None))
    simulator.faults.add(Fault("GET", "drop_before", times=None))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        with pytest.raises(Unsettled):
            await desk.services.performer.perform(await create(desk))
        with pytest.raises(Conflict) as raised:
            await desk.services.performer.perform(await create(desk))
        assert raised.value.code == "already_open"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(customers(simulator)) == 1


async def test_the_same_write_twice_at_once_is_sent_once(tmp_path: Path) -> None:
    """Two clicks before the first has even left: the second is refused, it does not wait its turn and go too."""
    simulator = empty_simulator()
    simulator.faults.add(Fault("POST", "delay", seconds=0.1))

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        twice = [desk.services.performer.perform(await create(desk)) for _ in range(2)]
        first, second = await asyncio.gather(*twice, return_exceptions=True)
        assert isinstance(first, dict)
        assert isinstance(second, Conflict)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert len(customers(simulator)) == 1


async def test_deleted_and_created_anew_under_another_name(tmp_path: Path) -> None:
    """A1: The key of the external id was used for other fields and its customer is gone: the next one gets its own."""
    simulator = empty_simulator()

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        service = desk.services.find_or_create
        for name in ("First", "Second", "Third"):
            fields = CustomerFields(name=name, email="again@example.jp")
            operation = service.preview(fields, "ext-1").operation
            made = await service.perform(operation, fields, "ext-1")
            assert made["name"] == name
            state = simulator.grants[TEST_KEY].state
            gone = {"id": made["id"], "object": "customer", "deleted": True, "created": made["created"]}
            state.replace("customer", gone)

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
    assert simulator.grants[TEST_KEY].state.count("customer") == 3


async def test_a_refusal_is_final_and_recorded(tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        preview = await desk.services.customers.preview_create(CustomerFields(name="x", email="not-an-address"))
        with pytest.raises(Refused):
            await desk.services.performer.perform(preview.operation)
        newest = (await desk.services.log.newest())[0]
        assert newest.state is OperationState.REFUSED
        assert "email_invalid" in newest.error
        entry = (await desk.services.audit.newest())[0]
        assert (entry["result"], entry["operator"]) == ("refused", "tester")

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_another_desks_operation_is_never_sent(tmp_path: Path) -> None:
    simulator = empty_simulator()
    kept: list[Operation] = []

    async def plan_it(desk: Desk, _: RecordedCallbacks) -> None:
        kept.append(await create(desk))

    async def try_it(desk: Desk, _: RecordedCallbacks) -> None:
        assert desk.services.guard.arm("Acme KK")
        with pytest.raises(NotAllowed) as raised:
            await desk.services.performer.perform(kept[0])
        assert raised.value.code == "other_desk"

    with in_process(simulator) as route:
        await with_desk(route, plan_it, tmp_path)
        await with_desk(route, try_it, tmp_path, key=LIVE_KEY, mode=Mode.LIVE)
    assert not [line for line in simulator.requests if line[0] == "POST"]


async def test_live_is_view_only_until_the_name_is_typed(tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        guard = desk.services.guard
        with pytest.raises(NotAllowed) as raised:
            await desk.services.performer.perform(await create(desk))
        assert raised.value.code == "view_only"
        assert not guard.arm("acme")
        assert guard.view_only
        assert guard.arm(" Acme  KK ")
        assert 0 < guard.remaining <= 15 * 60
        await desk.services.performer.perform(await create(desk))
        guard.disarm()
        assert guard.view_only

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path, key=LIVE_KEY, mode=Mode.LIVE)
    assert simulator.grants[LIVE_KEY].state.count("customer") == 1
    assert customers(simulator) == []


async def test_arming_ends_by_itself() -> None:
    now, rules = [100.0], [SafetyLimits(armed_for=120)]
    guard = Guard(DeskIdentity("acct_1", Mode.LIVE, "p"), "Acme", lambda: now[0], lambda: rules[0])
    assert guard.arm("Acme")
    now[0] += 119
    assert guard.remaining == 1
    now[0] += 2
    assert guard.view_only
