"""The desk over time: the practice account, a killed program, a second start, settings, unexpected errors."""

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
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from billing_desk.desk import Desk
from billing_desk.domain.access.network import Network
from billing_desk.domain.writes.journal_entry import JournalEntry
from billing_desk.domain.writes.safety_limits import Ceilings, SafetyLimits
from billing_desk.simulator.accounts.practice import DEMO_KEY
from billing_desk.ui.settings.choices import Choices
from billing_desk.ui.settings.time_travel import TimeTravelDialog
from billing_desk.ui.startup.report import ReportWindow
from billing_desk.ui.usage.view import UsageView
from billing_desk.ui.wording.text import Wording
from billing_desk.vault import SessionVault

from ..driver import Operator, seated
from ..support import DATABASE_KEY, TEST_KEY, RecordedCallbacks, empty_simulator, on_loopback, until, with_desk

HERE = Path(__file__).resolve().parent.parent.parent


async def test_the_practice_account_lives(qapp: QApplication, tmp_path: Path) -> None:
    """F15: Six tabs with a living account: 250 customers, 2,000 invoices, every status, usage day by day."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        assert len(await operator.rows("customer")) == 250
        assert len(await operator.rows("invoice")) >= 2_000  # it lives: a period may end while this runs
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
        meter = operator.shown[0]
        operator.page.select(meter)
        view: Any = await until(lambda: operator.page.detail.findChild(UsageView))
        await until(lambda: view.overview is not None and view.overview.read_at is not None)
        assert len(view.overview.ranks) == 24
        assert all(rank.now > 0 for rank in view.overview.ranks)
        await operator.rows("invoice", "status:overdue currency:jpy")
        wording = Wording("en", "Asia/Tokyo")
        totals = await operator.services.queries.totals(operator.page.model.query)
        assert {total.name for total in totals} == {"total", "remaining"}
        assert all(total.statuses == ("overdue",) for total in totals)
        await until(lambda: all(wording.money(total.money) in operator.page.footer_text for total in totals))
    assert not list(tmp_path.rglob("*.db")), "the practice account leaves nothing on the disk"


async def test_the_practice_account_is_the_same_every_time(qapp: QApplication, tmp_path: Path) -> None:
    seen = []
    for name in ("a", "b"):
        async with seated(qapp, tmp_path / name, demo=True) as operator:
            seen.append((sorted(await operator.rows("customer")), sorted(await operator.rows("invoice"))))
    assert seen[0] == seen[1]


_WRITE_AND_DIE = """
import asyncio, os, signal, sys
from pathlib import Path
sys.path.insert(0, os.getcwd())
from tests.support import RecordedCallbacks, plan
from billing_desk.desk import Desk
from billing_desk.domain.objects.customer import CustomerFields
from billing_desk.domain.errors import Unopenable
from billing_desk.gateway import stripe_gateway
from billing_desk.gateway.route import Route

async def main(address, folder, where):
    desk = Desk(plan(Route(address=address), Path(folder)), RecordedCallbacks().callbacks())
    preview = await desk.services.customers.preview_create(CustomerFields(name="killed", email="killed@example.jp"))
    attempt = stripe_gateway.StripeGateway._attempt
    async def dying(self, request, key, number):
        if request.is_write and where == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        answer = await attempt(self, request, key, number)
        if request.is_write and where == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return answer
    stripe_gateway.StripeGateway._attempt = dying
    await desk.services.performer.perform(preview.operation)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
@pytest.mark.parametrize("where", ["before", "after"])
async def test_killed_in_the_middle_of_a_write(qapp: QApplication, tmp_path: Path, where: str) -> None:
    """F5: kill -9 just before and just after the request: on the next start it is shown, resumed, and made once."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        command = [sys.executable, "-c", _WRITE_AND_DIE, route.address or "", str(tmp_path), where]
        done = await asyncio.to_thread(subprocess.run, command, cwd=HERE, capture_output=True, timeout=60, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]
        state = simulator.grants[TEST_KEY].state
        assert state.count("customer") == (1 if where == "after" else 0)

        async def settle(desk: Desk, _: RecordedCallbacks) -> list[JournalEntry]:
            for entry in await desk.services.log.unfinished():
                await desk.services.performer.resume(entry)
            return await desk.services.log.unfinished()

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
        app._crash_reports._report = app._show_report

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
        app._crash_reports._report = operator.reports.append


async def test_settings_survive_and_unreadable_ones_are_kept_beside(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{not json")
    async with seated(qapp, tmp_path, vault=SessionVault()) as operator:
        assert (tmp_path / "settings.unreadable").read_text() == "{not json"
        choices = operator.app.choices
        rules = SafetyLimits(1_200, 0, Ceilings({"jpy": 5}, {"usd": 7}, 9), note_at_stripe=True)
        chosen = Choices("ja", "Europe/Berlin", 4, "dark", "Mori", rules, Network("none"))
        assert choices.rules == SafetyLimits()
        operator.app.choose(chosen)
    async with seated(qapp, tmp_path, lang="") as operator:
        assert operator.app.choices == chosen
        assert operator.app.wording.zone_name == "Europe/Berlin"
    assert DATABASE_KEY not in (tmp_path / "settings.json").read_text()


async def test_time_moves_on_in_the_practice_account(qapp: QApplication, tmp_path: Path) -> None:
    """F15: By keyboard alone: a month goes by, what renews is billed, the table shows it; it can be stopped."""
    async with seated(qapp, tmp_path, demo=True) as operator:
        before = len(await operator.rows("invoice"))
        trialing = set(await operator.rows("subscription", "status:trialing"))
        assert operator.services.clock.ahead == 0
        await operator.key("Ctrl+T")
        dialog = await operator.dialog(TimeTravelDialog)
        QTest.keyClicks(dialog.focusWidget(), "35")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: "35 days passed" in operator.notice, 40)
        assert operator.services.clock.ahead == pytest.approx(35 * 86_400, abs=5)
        await until_count(operator, "invoice", before + 100)
        async with asyncio.timeout(30):
            while trialing & set(await operator.rows("subscription", "status:trialing")):
                await asyncio.sleep(0.05)
        await operator.key("Ctrl+T")
        dialog = await operator.dialog(TimeTravelDialog)
        dialog.days.setValue(365)
        operator.click(dialog.primary)
        await until(lambda: dialog.moved)
        dialog.reject()
        await until(lambda: "passed" in operator.notice and "35 days" not in operator.notice, 40)
        assert operator.services.clock.ahead < 35 * 86_400 + 360 * 86_400


async def until_count(operator: Operator, kind: str, least: int) -> None:
    async with asyncio.timeout(30):
        while len(await operator.rows(kind)) < least:
            await asyncio.sleep(0.05)
