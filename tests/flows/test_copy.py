"""The local files over time: damaged, of a newer version, stale; and a reading that troubles interrupt."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.errors import Unopenable
from billing_desk.domain.list_query import Query
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.billing.payments.test_cards import BY_NAME
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.resources.payments.payment_methods import new_method
from billing_desk.simulator.state.faults import Fault
from billing_desk.store.durable.durable import LASTING
from billing_desk.store.files.database import Damaged, Database
from billing_desk.store.mirror.mirror import Mirror

from ..support import DATABASE_KEY, TEST_KEY, RecordedCallbacks, empty_simulator, in_process, plan, until, with_desk


async def test_a_damaged_mirror_is_rebuilt_and_the_journal_kept(qapp: QApplication, tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def write(desk: Desk, _: RecordedCallbacks) -> None:
        preview = await desk.services.customers.preview_create(CustomerFields(name="kept", email="kept@example.jp"))
        await desk.services.performer.perform(preview.operation)

    async def look(desk: Desk, heard: RecordedCallbacks) -> None:
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT)
        assert len(await desk.services.find_or_create.find(email="kept@example.jp") or {}) > 0
        assert [entry.operation.action for entry in await desk.services.log.newest()] == ["customer.create"]
        assert await desk.services.audit.first_broken() is None
        assert desk.set_aside is None

    with in_process(simulator) as route:
        await with_desk(route, write, tmp_path)
        mirror = next(tmp_path.glob("mirror-*.db"))
        mirror.write_bytes(os.urandom(20_000))
        await with_desk(route, look, tmp_path)


async def test_a_page_that_breaks_while_open_is_told(qapp: QApplication, tmp_path: Path) -> None:
    """Broken pages: the desk says so once it is reached, so that the program can rebuild the mirror."""
    simulator = empty_simulator()
    with in_process(simulator) as route:

        async def fill(desk: Desk, _: RecordedCallbacks) -> None:
            many = [{"id": f"cus_{n}", "object": "customer", "created": n, "name": "x" * 200} for n in range(1_600)]
            await desk._mirror.put(many, 1.0)

        await with_desk(route, fill, tmp_path)
        mirror = next(tmp_path.glob("mirror-*.db"))
        content = bytearray(mirror.read_bytes())
        first, last = len(content) // 2 // 4096 * 4096, len(content) // 4096 * 4096
        content[first:last] = os.urandom(last - first)
        mirror.write_bytes(bytes(content))

        async def read(desk: Desk, heard: RecordedCallbacks) -> None:
            async def everything() -> None:
                for number in range(1_600):
                    await desk.services.queries.get("customer", f"cus_{number}")

            with pytest.raises(Damaged):
                await everything()
            assert heard.damaged == 1

        await with_desk(route, read, tmp_path)


async def test_a_damaged_journal_is_set_aside_never_deleted(qapp: QApplication, tmp_path: Path) -> None:
    with in_process(empty_simulator()) as route:

        async def nothing(desk: Desk, _: RecordedCallbacks) -> None: ...

        await with_desk(route, nothing, tmp_path)
        journal = next(tmp_path.glob("journal-*.db"))
        broken = os.urandom(8_000)
        for path in tmp_path.glob("journal-*"):
            path.unlink()
        journal.write_bytes(broken)

        async def look(desk: Desk, _: RecordedCallbacks) -> None:
            assert desk.set_aside is not None
            assert desk.set_aside.read_bytes() == broken
            assert await desk.services.log.newest() == []

        await with_desk(route, look, tmp_path)


async def test_what_was_deleted_while_the_program_slept_disappears(qapp: QApplication, tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def lists(desk: Desk, heard: RecordedCallbacks, count: int) -> None:
        """Read everything again, until the mirror holds so many customers."""
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT)
        desk.services.refresh()
        async with asyncio.timeout(15):
            while len(await desk.services.queries.ids(Query("customer"))) != count:
                await asyncio.sleep(0.02)

    with in_process(simulator) as route:

        async def make(desk: Desk, heard: RecordedCallbacks) -> str:
            preview = await desk.services.customers.preview_create(CustomerFields(email="gone@example.jp"))
            made = await desk.services.performer.perform(preview.operation)
            await lists(desk, heard, 1)
            return str(made["id"])

        id_ = await with_desk(route, make, tmp_path)
        # No event tells of this one: only reading the whole list again can notice.
        state = simulator.grants[TEST_KEY].state
        state.replace("customer", {"id": id_, "object": "customer", "deleted": True, "created": 1})
        await with_desk(route, lambda desk, heard: lists(desk, heard, 0), tmp_path)


async def test_a_journal_of_a_newer_version_is_left_alone(qapp: QApplication, tmp_path: Path) -> None:
    with in_process(empty_simulator()) as route:

        async def nothing(desk: Desk, _: RecordedCallbacks) -> None: ...

        await with_desk(route, nothing, tmp_path)
        journal = next(tmp_path.glob("journal-*.db"))
        database = Database(journal, DATABASE_KEY, LASTING, durable=True)
        await database.write(lambda connection: connection.pragma("user_version", 99) and None)
        database.close()
        with pytest.raises(Unopenable) as raised:
            await with_desk(route, nothing, tmp_path)
        assert raised.value.code == "newer_version"
        assert journal.exists()
        assert not list(tmp_path.glob("*.damaged-*"))


async def test_a_journal_with_a_broken_page_is_set_aside_at_the_start(qapp: QApplication, tmp_path: Path) -> None:
    with in_process(empty_simulator()) as route:

        async def write(desk: Desk, _: RecordedCallbacks) -> None:
            preview = await desk.services.customers.preview_create(CustomerFields(email="kept@example.jp"))
            await desk.services.performer.perform(preview.operation)

        await with_desk(route, write, tmp_path)
        journal = next(tmp_path.glob("journal-*.db"))
        content = bytearray(journal.read_bytes())
        for place in range(4096 + 100, len(content), 4096):
            content[place] ^= 0xFF
        journal.write_bytes(bytes(content))

        async def look(desk: Desk, heard: RecordedCallbacks) -> None:
            assert desk.set_aside is not None
            preview = await desk.services.customers.preview_create(CustomerFields(email="next@example.jp"))
            await desk.services.performer.perform(preview.operation)

        await with_desk(route, look, tmp_path)


async def test_detached_cards_and_changes_without_events_are_noticed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator = empty_simulator()
    grant = simulator.grants[TEST_KEY]
    simulator.grants[TEST_KEY] = Grant(grant.state, frozenset({"rak_event_read"}))
    monkeypatch.setattr("billing_desk.services.sync.sync.REFILL_WITHOUT_EVENTS", 0.2)
    monkeypatch.setattr("billing_desk.services.sync.sync.POLL_SECONDS", 0.1)

    async def use(desk: Desk, heard: RecordedCallbacks) -> None:
        preview = await desk.services.customers.preview_create(CustomerFields(email="card@example.jp"))
        made = await desk.services.performer.perform(preview.operation)
        method = new_method(grant.state, BY_NAME["visa"], expiry=(1, 2031))
        method["customer"] = made["id"]
        grant.state.changed("payment_method", method)
        desk.start()

        async def cards(count: int) -> None:
            async with asyncio.timeout(15):
                while len(await desk.services.queries.ids(Query("card"))) != count:
                    await asyncio.sleep(0.02)

        await cards(1)
        method["customer"] = None
        grant.state.changed("payment_method", method)
        await cards(0)
        assert heard.statuses[-1].missing["event"] == "rak_event_read"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_an_unforeseen_error_does_not_end_the_reading(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [RuntimeError("on purpose")]
    original = Mirror.set_progress

    async def sometimes(self: Any, values: dict[str, str], **options: str) -> None:
        if broken:
            raise broken.pop()
        await original(self, values, **options)

    monkeypatch.setattr(Mirror, "set_progress", sometimes)
    with in_process(empty_simulator()) as route:
        heard = RecordedCallbacks()
        desk = Desk(plan(route, tmp_path), heard.callbacks())
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT)
        await desk.close()
        assert [str(error) for error in heard.unexpected] == ["on purpose"]


async def test_reading_goes_on_where_a_429_storm_stopped_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("billing_desk.gateway.stripe_gateway.delay", lambda *_: 0.0)
    monkeypatch.setattr("billing_desk.gateway.pace.LEAST_SHARE", 1.0)
    stopped: list[int] = []

    def soon(failures: int) -> float:
        stopped.append(failures)
        return 0.1

    monkeypatch.setattr("billing_desk.services.sync.sync.pause_after", soon)
    simulator = empty_simulator()
    simulator.faults.add(Fault("GET /v1/(customers|invoices)", "status", times=20, status=429))

    async def use(desk: Desk, heard: RecordedCallbacks) -> None:
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT, 40)
        assert Phase.OFFLINE not in {status.phase for status in heard.statuses}
        assert stopped

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)
