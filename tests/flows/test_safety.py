"""Writes that cannot go wrong, through the window: F1, F4, F5, F6, F11."""

from __future__ import annotations

import asyncio
import csv
import gc
import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from billing_desk.commands.verify import run as verify
from billing_desk.desk import DeskPlan
from billing_desk.domain.writes.bulk import RowState
from billing_desk.domain.writes.operation import OperationState
from billing_desk.gateway import stripe_gateway
from billing_desk.gateway.client import Connection
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.widgets.base_dialog import Question
from billing_desk.ui.window.locked import Locked
from billing_desk.ui.writing.bulk_dialog import BulkDialog
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import TEST_KEY, until
from .operator_fixture import at_desk, writes


def _press(operator: Operator, text: str) -> None:
    """A button of the detail, by what stands on it."""
    found = [b for b in operator.page.detail.findChildren(QPushButton) if b.text().startswith(text)]
    assert found, operator.text()
    operator.click(found[0])


async def _give_card(operator: Operator, stripe: StripeSide, card: str = "pm_card_visa") -> str:
    customer = str(operator.page.detail.id)
    method = await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=customer)
    default = {"invoice_settings[default_payment_method]": method["id"]}
    await stripe.call("post", f"/v1/customers/{customer}", **default)
    await operator.services.customers.refresh(customer)
    return customer


async def _charge(operator: Operator, amount: str, what: str) -> PreviewDialog:
    _press(operator, "Charge")
    dialog = await operator.dialog(ChargeDialog)
    dialog.currency.setCurrentIndex(max(0, dialog.currency.findData("jpy")))
    operator.enter(dialog.amount, amount)
    operator.enter(dialog.description, what)
    operator.click(dialog.primary)
    return await operator.dialog(PreviewDialog)


async def test_a_charge_shows_money_and_every_request_before_it_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    """F4."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = await _give_card(operator, stripe)
        preview = await _charge(operator, "5,000", "Setup fee")
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "¥5,000" in said
        assert "Visa *4242" in said
        assert preview.primary.text() == "Charge ¥5,000 to Ito Aoi"
        operator.enter(preview.reason, "agreed by phone")
        curl = preview._request.toPlainText()
        assert curl.count("Idempotency-Key") == 4
        assert "/v1/invoices/$STEP1_id/pay" in curl
        preview.language.setCurrentIndex(1)
        python = preview._request.toPlainText()
        compile(python, "preview", "exec")
        assert "step1.data['id']" in python
        assert TEST_KEY not in curl + python
        assert writes(simulator) == []
        operator.click(preview.primary)
        await until(lambda: "was charged" in operator.notice)
        assert all(key in curl for _, key in writes(simulator))
        paid = (await stripe.call("get", "/v1/invoices", customer=customer))["data"]
        assert [(invoice["status"], invoice["total"]) for invoice in paid] == [("paid", 5_000)]


async def test_a_declined_step_is_gone_on_with_or_undone_in_activity(qapp: QApplication, tmp_path: Path) -> None:
    """F5."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = await _give_card(operator, stripe, "pm_card_chargeCustomerFail")
        preview = await _charge(operator, "700", "Fee")
        operator.click(preview.primary)
        await until(lambda: "3 of 4 steps were done" in operator.notice)
        assert "declined" in operator.notice
        await until(lambda: operator.top(ChargeDialog) is None)  # the rest is settled in Activity
        await _give_card(operator, stripe)
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        tab = panel.operations
        await until(lambda: tab.go_on.isEnabled() and tab.undo.isEnabled())
        assert tab.steps.rowCount() == 4
        assert "card_declined" in tab.steps.item(3, 2).text()  # type: ignore[union-attr]
        operator.click(tab.go_on)
        again = await operator.dialog(PreviewDialog)
        operator.click(again.primary)
        await until(lambda: "remaining steps are done" in operator.notice)
        found = (await stripe.call("get", "/v1/invoices", customer=customer))["data"]
        assert [invoice["status"] for invoice in found] == ["paid"]
        await operator.leave(panel)


async def test_undo_stands_in_the_notice(qapp: QApplication, tmp_path: Path) -> None:
    """F5."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await operator.edit(name="Wrong Name")
        await operator.confirm()
        await operator.gone(form)
        await until(lambda: not operator.window.notices.undo.isHidden())
        operator.click(operator.window.notices.undo)
        preview = await operator.dialog(PreviewDialog)
        assert preview._preview.operation.undoes
        operator.click(preview.primary)
        await until(lambda: "Change undone." in operator.notice)
        assert [c["name"] for c in await stripe.customers("aoi@example.jp")] == ["Ito Aoi"]
        assert len({key for _, key in writes(simulator)}) == 2


async def test_what_changed_meanwhile_is_seen_before_it_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    """F4."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await operator.edit(name="New Name")
        preview = await operator.dialog(PreviewDialog)
        await stripe.call("post", f"/v1/customers/{operator.page.detail.id}", description="changed elsewhere")
        operator.click(preview.primary)
        await until(lambda: "changed in Stripe in the meantime" in preview.problem.text())
        assert writes(simulator) == []
        await until(preview.primary.isEnabled)
        operator.click(preview.primary)
        await operator.gone(form)
        stored = (await stripe.customers("aoi@example.jp"))[0]
        assert (stored["name"], stored["description"]) == ("New Name", "changed elsewhere")


async def test_many_customers_are_changed_with_a_dry_list_and_a_result_for_each(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F6."""
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        for number in range(6):
            await stripe.customer(name=f"Many {number}", email=f"many{number}@example.jp")
        await stripe.customer(name="Tagged", email="tagged@example.jp", **{"metadata[tags]": "vip"})
        operator.services.refresh()
        await until_count(operator, 8)
        await operator.key("Ctrl+Shift+M")
        dialog = await operator.dialog(BulkDialog)
        QTest.keyClicks(dialog.focusWidget(), "vip")
        await until(lambda: "7 customers will be changed" in dialog.summary.text())
        assert "no change needed: 1" in dialog.summary.text()
        simulator.faults.add(Fault("POST /v1/customers", "status", times=1, status=402))
        operator.enter(dialog.reason, "launch guests")
        operator.enter(dialog.ticket, "T-5")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: "6 changed, 1 skipped, 1 failed" in operator.notice)
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        panel.tabs.setCurrentWidget(panel.bulk)
        await until(lambda: panel.bulk.retry.isEnabled() and panel.bulk.rows.rowCount() == 8)
        states = [panel.bulk.rows.item(row, 2).text() for row in range(8)]  # type: ignore[union-attr]
        assert sorted(state.split(":")[0] for state in states) == ["Changed"] * 6 + ["Failed", "Skipped"]
        operator.click(panel.bulk.retry)
        await until(lambda: "7 changed, 1 skipped, 0 failed" in operator.notice)
        tagged = [c["metadata"].get("tags") for c in (await stripe.call("get", "/v1/customers"))["data"]]
        assert tagged == ["vip"] * 8
        keys = {key for _, key in writes(simulator)}
        assert len(keys) == 7, "the refused one did not run"
        assert len([key for key in keys if key.endswith("-1-0")]) == 1, "only the failed one was sent again"
        entries = await operator.services.audit.newest()
        assert {(e["reason"], e["ticket"]) for e in entries if e["bulk"]} == {("launch guests", "T-5")}
        await operator.leave(panel)


async def until_count(operator: Operator, count: int) -> None:
    async with asyncio.timeout(20):
        while len(await operator.rows("customer")) != count:
            await asyncio.sleep(0.05)


async def test_a_bulk_stopped_or_cut_off_goes_on_without_a_repeated_row(qapp: QApplication, tmp_path: Path) -> None:
    """F6."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, simulator):
        for number in range(40):
            await stripe.customer(name=f"Many {number}", email=f"many{number}@example.jp")
        operator.services.refresh()
        await until_count(operator, 41)
        simulator.faults.add(Fault("POST /v1/customers", "delay", times=None, seconds=0.15))
        assert len(operator.selected) <= 1, "one row that was chosen alone does not stand for those that came later"
        operator.window.commands.change_many()
        dialog = await operator.dialog(BulkDialog)
        operator.enter(dialog.value, "late")
        await until(dialog.primary.isEnabled)
        operator.click(dialog.primary)
        await until(lambda: len(writes(simulator)) > 8)
        for run in operator.services.bulk.running.values():
            run.stop()
        await until(lambda: "remaining" in operator.notice)
        before = len(writes(simulator))
        assert before < 41
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        panel.tabs.setCurrentWidget(panel.bulk)
        await until(panel.bulk.go_on.isEnabled)
        operator.click(panel.bulk.go_on)
        await until(lambda: len(writes(simulator)) > before + 3)
        operator.window.close()  # in the middle
        asked = await operator.dialog(Question)
        said = "".join(label.text() for label in asked.findChildren(QLabel))
        assert "of 41 rows are done" in said
        assert "Activity" in said
        asked.reject()
        await operator.gone(asked)
        assert operator.services.bulk.running, "it goes on"
        operator.window.close()
        asked = await operator.dialog(Question)
        assert asked.primary is not None
        operator.click(asked.primary)
        await operator.app.ended
        simulator.faults.clear()
        async with seated(qapp, tmp_path, vault=vault) as again:
            await again.current()
            await until(lambda: "interrupted" in again.notice)
            bulk = (await again.services.bulk.unfinished())[0]
            run = await again.services.bulk.run(bulk)
            assert run.counts[RowState.DONE] == 41
            assert await again.services.log.unfinished() == []
        stored = (await stripe.call("get", "/v1/customers", limit="100"))["data"]
        assert [c["metadata"] for c in stored] == [{"tags": "late"}] * 41
        state = simulator.grants[TEST_KEY].state
        changed = [e for e in state.all("event") if e["type"] == "customer.updated"]
        assert len(changed) == 41, "no row was changed twice"


async def test_locking_hides_the_desk_and_forgets_the_key(qapp: QApplication, tmp_path: Path) -> None:
    """F1."""
    vault = SessionVault()
    vault.durable = True
    others = _holders()  # of other tests in this process
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, _, __):
        reads: list[str] = []
        get = vault.get

        async def counted(name: str) -> str | None:
            reads.append(name)
            return await get(name)

        vault.get = counted  # type: ignore[method-assign]
        await operator.key("Ctrl+L")
        await until(lambda: operator.window.findChildren(Locked))
        assert operator.window.desk is None
        assert operator.window.windowTitle() == "Billing Desk"
        await until(lambda: operator.app.desks.current is None)
        texts = "\n".join(b.text() for b in operator.window.findChildren(QPushButton))
        assert "aoi@example.jp" not in texts
        await until(lambda: not [each for each in _holders() if not any(each is old for old in others)])
        locked = operator.window.findChildren(Locked)[0]
        operator.click(locked.unlock)
        await operator.current()
        await until(lambda: operator.shown)
        assert f"test key {operator.app.accounts.all()[0].id}" in reads, "the keyring was asked again"
        operator.app._idle.idle.emit()
        await until(lambda: operator.app.desks.current is None)
        assert operator.window.desk is None, "unused for long enough, it locks by itself"
        operator.app.unlock()
        await operator.current()


def _holders() -> list[object]:
    """What holds the key in this process."""
    gc.collect()
    return [
        each for each in gc.get_objects() if isinstance(each, DeskPlan | Connection) and TEST_KEY in str(vars(each))
    ]


async def test_the_audit_log_is_searched_exported_and_verified(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """F11."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, _, __):
        for name, reason in (("First", "asked by mail"), ("=Second", "asked by phone")):
            form = await operator.edit(name=name)
            await operator.confirm(reason, "T-8")
            await operator.gone(form)
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        panel.tabs.setCurrentWidget(panel.audit)
        await until(lambda: panel.audit.table.rowCount() == 2)
        operator.enter(panel.audit.filter, "by mail")
        await until(lambda: panel.audit.table.rowCount() == 1)
        await until(lambda: panel.audit.chain.text() == "The audit log is intact.")
        await panel.audit.write(tmp_path / "log.csv")
        rows = list(csv.reader((tmp_path / "log.csv").read_text(encoding="utf-8-sig").splitlines()))
        assert [row[0] for row in rows[1:]] == ["1", "2"], "the whole log, not only what was searched"
        await panel.audit.write(tmp_path / "log.jsonl")
        lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
        assert json.loads(lines[1]["entry"])["reason"] == "asked by phone"
        await panel.audit.write(tmp_path / "nowhere" / "log.csv")
        await until(lambda: "Cannot write the file" in operator.notice)
        await operator.leave(panel)
        assert [e.state for e in await operator.services.log.newest()] == [
            OperationState.DONE,
            OperationState.DONE,
        ]

    async def make_vault() -> Any:
        return vault

    loop = asyncio.get_running_loop()
    assert await loop.run_in_executor(None, verify, tmp_path, make_vault) == 0
    assert "whole" in capsys.readouterr().out
    await loop.run_in_executor(None, _tamper, next((tmp_path / "accounts").glob("journal-*.db")), vault)
    assert await loop.run_in_executor(None, verify, tmp_path, make_vault) == 1
    assert "entry 1 was changed" in capsys.readouterr().out


def _tamper(path: Path, vault: SessionVault) -> None:
    import apsw

    key = next(secret for name, secret in vault._held.items() if name.startswith("database "))
    connection = apsw.Connection(str(path))
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", f"raw:{key}")
    connection.execute("DROP TRIGGER audit_only_grows")
    connection.execute("UPDATE audit SET entry = replace(entry, 'by mail', 'by fax') WHERE sequence = 1")
    connection.close()
