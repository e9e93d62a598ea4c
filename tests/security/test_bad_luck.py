"""Bad luck: a full disk at each write, a power cut at each sync, a clock set back, a keyring that fails at any call."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import apsw
import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.errors import DeskError, DiskFull
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.writes.operation import Operation, OperationState, Preview
from billing_desk.gateway.server_time import ServerTime
from billing_desk.services.writes.step_executor import Unsettled
from billing_desk.store.durable.audit import Audit
from billing_desk.store.durable.durable import LASTING
from billing_desk.store.durable.journal import Journal
from billing_desk.store.files.database import Database
from billing_desk.vault import VaultTrouble

from ..driver import seated
from ..support import (
    ACCOUNT,
    DATABASE_KEY,
    TEST_KEY,
    RecordedCallbacks,
    empty_simulator,
    in_process,
    on_loopback,
    until,
    with_desk,
)
from ..unit.writes import create
from .test_keyring import LastingVault

HERE = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("write", range(8))
async def test_a_disk_that_is_full_at_the_nth_write_loses_and_doubles_nothing(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: int
) -> None:
    """The change is made once or not at all, and afterwards it is known which."""
    simulator, count = empty_simulator(), [0]
    transaction = Database._transaction

    def full(self: Database, connection: Any, work: Any) -> Any:
        if self._durable and self._path:
            count[0] += 1
            if count[0] == write + 1:
                raise DiskFull(str(self._path))
        return transaction(self, connection, work)

    async def try_it(desk: Desk, _: RecordedCallbacks) -> None:
        operation = await create(desk)
        monkeypatch.setattr(Database, "_transaction", full)
        try:
            await desk.services.performer.perform(operation)
        except (DeskError, Unsettled):
            pass
        finally:
            monkeypatch.undo()

    async def settle(desk: Desk, _: RecordedCallbacks) -> None:
        for entry in await desk.services.log.unfinished():
            await desk.services.performer.resume(entry)
        entries = await desk.services.log.newest()
        made = simulator.grants[TEST_KEY].state.count("customer")
        done = [entry for entry in entries if entry.state is OperationState.DONE]
        assert made == len(done) <= 1
        assert await desk.services.audit.first_broken() is None

    with in_process(simulator) as route:
        await with_desk(route, try_it, tmp_path)
        await with_desk(route, settle, tmp_path)


_WRITER = """
import asyncio, os, sys
from pathlib import Path
from billing_desk.domain.writes.action import Action
from billing_desk.domain.writes.operation import DeskIdentity, Mode, Operation, OperationState, Step
from billing_desk.domain.writes.request import Request
from billing_desk.services.writes.settlement import Settlement
from billing_desk.domain.changes import Changes
from billing_desk.domain.writes.safety_limits import Actor
from billing_desk.store.files.database import Database
from billing_desk.store.durable.journal import Journal
from billing_desk.store.durable.durable import LASTING
async def write():
    database = Database(Path(sys.argv[1]), sys.argv[2], LASTING, durable=True)
    journal = Journal(database)
    settlement = Settlement(journal, Changes(), lambda: Actor("a", "b"), lambda: 1)
    for number in range(1000):
        steps = (Step(Request("post", "/v1/charges", {"n": f"{os.getpid()} {number}"}), "k"),)
        identity = DeskIdentity("acct_1", Mode.TEST, "p")
        operation = Operation(f"{os.getpid()} {number}", identity, Action.PAYMENT_CHARGE, steps)
        print("begin", operation.id, flush=True)
        await journal.begin(operation, "v", 1, sending=True)
        print("sent", operation.id, flush=True)
        await settlement.settle(operation, OperationState.DONE)
        print("done", operation.id, flush=True)
asyncio.run(write())
"""


async def test_a_power_cut_at_any_moment_leaves_what_was_said_to_be_written(qapp: QApplication, tmp_path: Path) -> None:
    """Killed after each number of lines: what was "sent" is in the journal, what was "done" is in the log, no more."""
    path = tmp_path / "journal.db"
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    said: set[tuple[str, str]] = set()
    for lines in range(1, 16):
        command = [sys.executable, "-c", _WRITER, str(path), DATABASE_KEY]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(lines):
                word, _, id_ = writer.stdout.readline().strip().partition(" ")
                said.add((word, id_))
            writer.send_signal(signal.SIGKILL)
            for line in writer.stdout:  # what it said before the signal arrived
                word, _, id_ = line.strip().partition(" ")
                said.add((word, id_))
        await _holds(path, said)


async def _holds(path: Path, said: set[tuple[str, str]]) -> None:
    database = Database(path, DATABASE_KEY, LASTING, durable=True, check=True)
    journal, audit = Journal(database), Audit(database)
    assert await audit.first_broken() is None
    for word, id_ in said:
        entry = await journal.entry(id_)
        if word != "begin":
            assert entry is not None, f"{id_} was sent and is not known"
        if word == "done":
            assert entry is not None
            assert entry.state is OperationState.DONE
    database.close()


def test_the_journal_is_synced_with_every_write() -> None:
    """What a kill cannot show: the file asks the system to write through."""
    database = Database(None, DATABASE_KEY, LASTING, durable=True)
    connection: apsw.Connection = database._write_lane.connection
    assert connection.pragma("synchronous") == 2
    database.close()


async def _create(desk: Desk, email: str) -> Operation:
    preview: Preview = await desk.services.customers.preview_create(CustomerFields(email=email))
    return preview.operation


async def test_a_clock_set_back_a_day_orders_nothing_wrongly(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stripe's time goes on by the monotonic clock; changes are made, counted and settled as before."""
    simulator, real = empty_simulator(), time.time

    async def use(desk: Desk, _: RecordedCallbacks) -> None:
        await desk.services.performer.perform(await _create(desk, "first@example.jp"))
        before = desk.services.writer._planner.now()
        monkeypatch.setattr("time.time", lambda: real() - 86_400)
        assert desk.services.writer._planner.now() >= before
        await desk.services.performer.perform(await _create(desk, "second@example.jp"))
        entries = await desk.services.log.newest()
        assert [entry.state for entry in entries] == [OperationState.DONE, OperationState.DONE]
        assert entries[0].made >= entries[1].made
        assert await desk.services.audit.first_broken() is None
        monkeypatch.undo()

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


def test_a_session_that_begins_with_a_clock_a_day_behind_is_not_before_the_last_one() -> None:
    now = ServerTime()
    now.not_before(1_000_000.0)
    assert now.now(5.0, 1_000_000.0 - 86_400) >= 1_000_000.0
    now.heard(1_000_100, 6.0)
    assert now.now(7.0, 1_000_000.0 - 86_400) >= 1_000_100


@pytest.mark.parametrize("kind", ["locked", "missing", "timeout", "failed"])
@pytest.mark.parametrize("call", range(4))
async def test_a_keyring_that_fails_at_the_nth_call_is_said_and_nothing_is_lost(
    qapp: QApplication, tmp_path: Path, kind: Any, call: int
) -> None:
    """At the start of a desk: why there is none, and the next try opens it with all that was there."""

    class Failing(LastingVault):
        left = -1

        async def get(self, name: str) -> str | None:
            if self.left == 0:
                self.left = -1
                raise VaultTrouble(kind)
            self.left -= 1
            return await super().get(name)

    vault = Failing()
    with on_loopback(empty_simulator()) as route:
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await operator.add_account(TEST_KEY, route.address)
            await operator.new(email="kept@example.jp")
            await operator.confirm()
            await until(
                lambda: operator.services.audit_anchoring._kept and operator.services.audit_anchoring._kept.count == 1
            )
        keys = dict(vault._held)
        vault.left = call
        async with seated(qapp, tmp_path, vault=vault) as operator:
            await until(lambda: operator.window.desk is not None or _offers(operator))
            if operator.window.desk is None:
                operator.click(operator.window._page.again)  # type: ignore[union-attr]
            await until(lambda: operator.window.desk is not None)
            await operator.current()
            assert len(await operator.services.log.newest()) == 1
        assert {name: text for name, text in vault._held.items() if name in keys} == keys


def _offers(operator: Any) -> bool:
    page = operator.window._page
    return hasattr(page, "again") and not page.again.isHidden()


async def test_a_slow_keyring_does_not_hold_up_the_window(qapp: QApplication, tmp_path: Path) -> None:
    class Slow(LastingVault):
        async def get(self, name: str) -> str | None:
            await asyncio.sleep(0.2)
            return await super().get(name)

    with on_loopback(empty_simulator()) as route:
        async with seated(qapp, tmp_path, vault=Slow()) as operator:
            await operator.add_account(TEST_KEY, route.address)
            turns = 0
            operator.app.open_desk(operator.app.accounts.all()[0].id, "test")
            began = time.monotonic()
            while time.monotonic() - began < 0.4:
                await asyncio.sleep(0)
                turns += 1
            assert turns > 50, "the loop turned meanwhile"
            await until(lambda: not operator.app.desks._tasks.count)
            await operator.current()
            assert operator.app.accounts.all()[0].id != ACCOUNT
