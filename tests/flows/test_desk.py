"""The desk over time: resumed reading, damaged files, a killed program, a second start, the practice account."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from billing_desk.desk import Desk
from billing_desk.domain.customer import CustomerFields
from billing_desk.domain.errors import Unopenable
from billing_desk.services.sync import Phase
from billing_desk.simulator.billing.test_cards import BY_NAME
from billing_desk.simulator.demo_account import DEMO_KEY
from billing_desk.simulator.faults import Fault
from billing_desk.simulator.keys import Grant
from billing_desk.simulator.resources.payment_methods import new_method
from billing_desk.store.database import Damaged, Database
from billing_desk.store.journal import Entry
from billing_desk.store.lasting import LASTING
from billing_desk.store.mirror import Mirror
from billing_desk.store.query import Query
from billing_desk.ui.report import ReportWindow
from billing_desk.ui.text import Wording
from billing_desk.ui.usage.detail import UsageChart
from billing_desk.vault import SessionVault

from ..driver import seated
from ..support import DATABASE_KEY, TEST_KEY, Heard, empty_simulator, in_process, on_loopback, plan, until, with_desk

HERE = Path(__file__).resolve().parent.parent.parent


async def test_f15_the_practice_account_lives(qapp: QApplication, tmp_path: Path) -> None:
    """Six tabs with a living account: 250 customers, 2,000 invoices, every status, usage day by day."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        assert len(await operator.rows("customer")) == 250
        assert len(await operator.rows("invoice")) == 2_000
        for status in ("paid", "open", "void", "draft", "uncollectible", "overdue"):
            assert await operator.rows("invoice", f"status:{status}"), status
        for status in ("active", "trialing", "past_due", "canceled", "paused", "unpaid", "incomplete", "ending"):
            assert await operator.rows("subscription", f"status:{status}"), status
        for currency in ("jpy", "usd", "eur", "kwd"):
            assert await operator.rows("customer", f"currency:{currency}"), currency
        for funding in ("credit", "debit", "prepaid", "unknown"):
            assert await operator.rows("card", f"funding:{funding}"), funding
        for interval in ("day", "week", "month", "year"):
            assert await operator.rows("price", f"interval:{interval}"), interval
        assert {"basic-monthly", "basic-yearly"} <= set(await operator.rows("price"))
        assert len(await operator.rows("meter")) == 3
        meter = operator.page.model.ids[0]
        operator.page.select(meter)
        chart: Any = await until(lambda: operator.page.detail.findChild(UsageChart))
        await until(lambda: "in 90 days" in chart.note.text())
        box = chart.findChild(QComboBox)
        assert box.count() == 250
        await operator.rows("invoice", "status:overdue currency:jpy")
        wording = Wording("en", "Asia/Tokyo")
        total = sum([m.amount for m in await operator.services.reading.totals(operator.page.model.query)])
        await until(lambda: wording.number(total) in operator.page.footer_text)
    assert not list(tmp_path.rglob("*.db")), "the practice account leaves nothing on the disk"


async def test_the_practice_account_is_the_same_every_time(qapp: QApplication, tmp_path: Path) -> None:
    seen = []
    for name in ("a", "b"):
        async with seated(qapp, tmp_path / name, demo=True) as operator:
            seen.append((sorted(await operator.rows("customer")), sorted(await operator.rows("invoice"))))
    assert seen[0] == seen[1]


async def test_a_damaged_mirror_is_rebuilt_and_the_journal_kept(qapp: QApplication, tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def write(desk: Desk, _: Heard) -> None:
        preview = await desk.services.customers.preview_create(CustomerFields(name="kept", email="kept@example.jp"))
        await desk.services.operations.perform(preview.operation)

    async def look(desk: Desk, heard: Heard) -> None:
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT)
        assert len(await desk.services.customers.find(email="kept@example.jp") or {}) > 0
        assert [entry.operation.verb for entry in await desk.services.operations.newest()] == ["customer.create"]
        assert await desk.services.audit.first_broken() is None
        assert desk.set_aside is None

    with in_process(simulator) as route:
        await with_desk(route, write, tmp_path)
        mirror = next(tmp_path.glob("mirror-*.db"))
        mirror.write_bytes(os.urandom(20_000))
        await with_desk(route, look, tmp_path)


async def test_a_page_that_breaks_while_open_is_told(qapp: QApplication, tmp_path: Path) -> None:
    """One flipped page: the desk says so once it is reached, so that the program can rebuild the mirror."""
    simulator = empty_simulator()
    with in_process(simulator) as route:

        async def fill(desk: Desk, _: Heard) -> None:
            many = [{"id": f"cus_{n}", "object": "customer", "created": n, "name": "x" * 200} for n in range(800)]
            await desk._mirror.put(many, 1.0)

        await with_desk(route, fill, tmp_path)
        mirror = next(tmp_path.glob("mirror-*.db"))
        content = bytearray(mirror.read_bytes())
        content[len(content) // 2 : len(content) // 2 + 4096 * 20] = os.urandom(4096 * 20)
        mirror.write_bytes(bytes(content))

        async def read(desk: Desk, heard: Heard) -> None:
            async def everything() -> None:
                for number in range(800):
                    await desk.services.reading.get("customer", f"cus_{number}")

            with pytest.raises(Damaged):
                await everything()
            assert heard.damaged == 1

        await with_desk(route, read, tmp_path)


async def test_a_damaged_journal_is_set_aside_never_deleted(qapp: QApplication, tmp_path: Path) -> None:
    with in_process(empty_simulator()) as route:

        async def nothing(desk: Desk, _: Heard) -> None: ...

        await with_desk(route, nothing, tmp_path)
        journal = next(tmp_path.glob("journal-*.db"))
        broken = os.urandom(8_000)
        for path in tmp_path.glob("journal-*"):
            path.unlink()
        journal.write_bytes(broken)

        async def look(desk: Desk, _: Heard) -> None:
            assert desk.set_aside is not None
            assert desk.set_aside.read_bytes() == broken
            assert await desk.services.operations.newest() == []

        await with_desk(route, look, tmp_path)


async def test_what_was_deleted_while_the_program_slept_disappears(qapp: QApplication, tmp_path: Path) -> None:
    simulator = empty_simulator()

    async def lists(desk: Desk, heard: Heard, count: int) -> None:
        """Read everything again, until the mirror holds so many customers."""
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT)
        desk.services.refresh()
        async with asyncio.timeout(15):
            while len(await desk.services.reading.ids(Query("customer"))) != count:
                await asyncio.sleep(0.02)

    with in_process(simulator) as route:

        async def make(desk: Desk, heard: Heard) -> str:
            preview = await desk.services.customers.preview_create(CustomerFields(email="gone@example.jp"))
            made = await desk.services.operations.perform(preview.operation)
            await lists(desk, heard, 1)
            return str(made["id"])

        id_ = await with_desk(route, make, tmp_path)
        # No event tells of this one: only reading the whole list again can notice.
        state = simulator.grants[TEST_KEY].state
        state.replace("customer", {"id": id_, "object": "customer", "deleted": True, "created": 1})
        await with_desk(route, lambda desk, heard: lists(desk, heard, 0), tmp_path)


async def test_a_journal_of_a_newer_version_is_left_alone(qapp: QApplication, tmp_path: Path) -> None:
    with in_process(empty_simulator()) as route:

        async def nothing(desk: Desk, _: Heard) -> None: ...

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

        async def write(desk: Desk, _: Heard) -> None:
            preview = await desk.services.customers.preview_create(CustomerFields(email="kept@example.jp"))
            await desk.services.operations.perform(preview.operation)

        await with_desk(route, write, tmp_path)
        journal = next(tmp_path.glob("journal-*.db"))
        content = bytearray(journal.read_bytes())
        for place in range(4096 + 100, len(content), 4096):
            content[place] ^= 0xFF
        journal.write_bytes(bytes(content))

        async def look(desk: Desk, heard: Heard) -> None:
            assert desk.set_aside is not None
            preview = await desk.services.customers.preview_create(CustomerFields(email="next@example.jp"))
            await desk.services.operations.perform(preview.operation)

        await with_desk(route, look, tmp_path)


async def test_detached_cards_and_changes_without_events_are_noticed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator = empty_simulator()
    grant = simulator.grants[TEST_KEY]
    simulator.grants[TEST_KEY] = Grant(grant.state, frozenset({"rak_event_read"}))
    monkeypatch.setattr("billing_desk.services.sync.REFILL_WITHOUT_EVENTS", 0.2)
    monkeypatch.setattr("billing_desk.services.sync.POLL_SECONDS", 0.1)

    async def use(desk: Desk, heard: Heard) -> None:
        preview = await desk.services.customers.preview_create(CustomerFields(email="card@example.jp"))
        made = await desk.services.operations.perform(preview.operation)
        method = new_method(grant.state, BY_NAME["visa"], expiry=(1, 2031))
        method["customer"] = made["id"]
        desk.start()

        async def cards(count: int) -> None:
            async with asyncio.timeout(15):
                while len(await desk.services.reading.ids(Query("card"))) != count:
                    await asyncio.sleep(0.02)

        await cards(1)
        method["customer"] = None
        await cards(0)
        assert heard.statuses[-1].missing["event"] == "rak_event_read"

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_an_unforeseen_error_does_not_end_the_reading(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [RuntimeError("on purpose")]
    original = Mirror.set_progress

    async def sometimes(self: Any, name: str, value: str) -> None:
        if broken:
            raise broken.pop()
        await original(self, name, value)

    monkeypatch.setattr(Mirror, "set_progress", sometimes)
    with in_process(empty_simulator()) as route:
        heard = Heard()
        desk = Desk(plan(route, tmp_path), heard.upward())
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT)
        await desk.close()
        assert [str(error) for error in heard.unexpected] == ["on purpose"]


_WRITE_AND_DIE = """
import asyncio, os, signal, sys
from pathlib import Path
sys.path.insert(0, os.getcwd())
from tests.support import Heard, plan
from billing_desk.desk import Desk
from billing_desk.domain.customer import CustomerFields
from billing_desk.domain.errors import Unopenable
from billing_desk.gateway import calls
from billing_desk.gateway.client import Route

async def main(address, folder, where):
    desk = Desk(plan(Route(address=address), Path(folder)), Heard().upward())
    preview = await desk.services.customers.preview_create(CustomerFields(name="killed", email="killed@example.jp"))
    attempt = calls.Door._attempt
    async def dying(self, request, key, number):
        if request.is_write and where == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        answer = await attempt(self, request, key, number)
        if request.is_write and where == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return answer
    calls.Door._attempt = dying
    await desk.services.operations.perform(preview.operation)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
@pytest.mark.parametrize("where", ["before", "after"])
async def test_f5_killed_in_the_middle_of_a_write(qapp: QApplication, tmp_path: Path, where: str) -> None:
    """kill -9 just before and just after the request: on the next start it is shown, resumed, and made once."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        command = [sys.executable, "-c", _WRITE_AND_DIE, route.address or "", str(tmp_path), where]
        done = await asyncio.to_thread(subprocess.run, command, cwd=HERE, capture_output=True, timeout=60, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]
        state = simulator.grants[TEST_KEY].state
        assert state.count("customer") == (1 if where == "after" else 0)

        async def settle(desk: Desk, _: Heard) -> list[Entry]:
            for entry in await desk.services.operations.unfinished():
                await desk.services.operations.resume(entry)
            return await desk.services.operations.unfinished()

        assert await with_desk(route, settle, tmp_path) == []
        assert state.count("customer") == 1


def _start(folder: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen", "BILLING_DESK_SAY_READY": "1"}
    command = [sys.executable, "-m", "billing_desk", "--data", str(folder), *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_second_start_brings_the_first_window_forward(tmp_path: Path) -> None:
    first = _start(tmp_path, "--demo")
    try:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "ready"
        began = time.monotonic()
        second = _start(tmp_path, "--demo")
        assert second.wait(20) == 0
        assert time.monotonic() - began < 15
        assert first.poll() is None
    finally:
        first.terminate()
        first.wait(10)
        assert first.stdout is not None
        first.stdout.close()
    if second.stdout:
        second.stdout.close()


async def test_an_unexpected_error_opens_one_report_and_the_program_goes_on(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with seated(qapp, tmp_path, demo=True) as operator:
        app = operator.app
        app._arrivals._report = app._show_report

        async def broken() -> None:
            raise RuntimeError(f"something about {DEMO_KEY}")

        app.window.jobs.start(broken())
        report = await operator.dialog(ReportWindow)
        assert "RuntimeError" in report.details.toPlainText()
        assert DEMO_KEY not in report.details.toPlainText()
        report.accept()
        await operator.gone(report)
        assert len(await operator.rows("customer", "delinquent:yes")) > 5
        caplog.clear()
        app._arrivals._report = operator.reports.append


async def test_reading_goes_on_where_a_429_storm_stopped_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("billing_desk.gateway.calls.delay", lambda *_: 0.0)
    simulator = empty_simulator()
    simulator.faults.add(Fault("GET /v1/(customers|invoices)", "status", times=20, status=429))

    async def use(desk: Desk, heard: Heard) -> None:
        desk.start()
        await until(lambda: heard.phase is Phase.CURRENT, 40)
        assert Phase.OFFLINE not in {status.phase for status in heard.statuses}

    with in_process(simulator) as route:
        await with_desk(route, use, tmp_path)


async def test_settings_survive_and_unreadable_ones_are_kept_beside(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{not json")
    async with seated(qapp, tmp_path, vault=SessionVault()) as operator:
        assert (tmp_path / "settings.unreadable").read_text() == "{not json"
        choices = operator.app.choices
        operator.app.choose(type(choices)("ja", "Europe/Berlin", "dark", "Mori"))
    async with seated(qapp, tmp_path, lang="") as operator:
        assert operator.app.choices == type(choices)("ja", "Europe/Berlin", "dark", "Mori")
        assert operator.app.wording.zone_name == "Europe/Berlin"
    assert DATABASE_KEY not in (tmp_path / "settings.json").read_text()
