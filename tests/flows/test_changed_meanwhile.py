"""What fresh eyes found at the window (F1, F4, F5, F6), each as the trouble that it made."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.domain.writes.bulk import Edit, EditKind
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.accounts.key_form import KeyForm
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.widgets import base_dialog
from billing_desk.ui.widgets.job_area import JobLine
from billing_desk.ui.window.idle import GAP, IdleWatch
from billing_desk.ui.window.locked import Locked
from billing_desk.ui.writing.bulk_dialog import BulkDialog
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk, writes


async def _with_card(operator: Operator, stripe: StripeSide) -> str:
    customer = operator.page.detail.id
    method = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
    default = {"invoice_settings[default_payment_method]": method["id"]}
    await stripe.call("post", f"/v1/customers/{customer}", **default)
    await operator.services.customers.refresh(customer)
    return customer


async def _bulk_running(operator: Operator, stripe: StripeSide) -> None:
    for number in range(12):
        await stripe.customer(name=f"Many {number}", email=f"many{number}@example.jp")
    operator.services.refresh()
    async with asyncio.timeout(20):
        while len(await operator.rows("customer")) < 13:
            await asyncio.sleep(0.05)
    numbers = await operator.services.queries.numbers(operator.page.model.query)
    dry = await operator.services.bulk.dry(Edit(EditKind.ADD_TAG, value="x"), numbers)
    operator.page.context.run_bulk(await operator.services.bulk.begin(dry, "", ""))
    await until(lambda: operator.services.bulk.running)


async def test_a_locked_desk_stays_locked_while_a_bulk_ends(qapp: QApplication, tmp_path: Path) -> None:
    """F1."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, simulator):
        simulator.faults.add(Fault("POST /v1/customers/", "delay", times=None, seconds=0.4))
        await _bulk_running(operator, stripe)
        operator.window.commands.add_account()
        form = await operator.dialog(KeyForm)
        form.key.setText("rk_live_typed0but0not0sent")
        services = operator.services
        operator.app.lock()
        locked = operator.window.findChildren(Locked)[0]
        assert "cleared from memory" not in locked.text.text(), "not before they are"
        assert operator.top(KeyForm) is None, "nothing stands over the lock"
        operator.app.choose(operator.app.choices)
        operator.app.accounts_changed()
        await asyncio.sleep(0.1)
        assert operator.window.desk is None
        await until(lambda: not services.bulk.running)
        await until(lambda: "cleared from memory" in locked.text.text())
        assert operator.app.desks.current is None
        simulator.faults.clear()
        operator.app.unlock()
        await operator.current()


async def test_a_paused_bulk_does_not_keep_a_locked_desk_open(qapp: QApplication, tmp_path: Path) -> None:
    """F1."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, simulator):
        simulator.faults.add(Fault("POST /v1/customers/", "delay", times=None, seconds=0.2))
        await _bulk_running(operator, stripe)
        buttons = operator.window.job_area.findChildren(QPushButton)
        pause = next(button for button in buttons if button.accessibleName() == "Pause")
        pause.click()
        assert pause.accessibleName() == "Continue"
        lines = operator.window.job_area.findChildren(JobLine)
        line = next(line for line in lines if line.text.startswith("Paused"))
        before = len(writes(simulator))
        await until(lambda: len(writes(simulator)) >= before)
        await asyncio.sleep(0.3)
        assert line.text.startswith("Paused"), "what was on its way does not talk over it"
        operator.app.lock()
        await until(lambda: operator.app.desks.current is None)
        simulator.faults.clear()
        operator.app.unlock()
        await operator.current()
        assert len(await operator.services.bulk.unfinished()) == 1


@pytest.mark.first_look
async def test_a_double_click_does_not_confirm_what_nobody_has_seen(qapp: QApplication, tmp_path: Path) -> None:
    """F4."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await operator.edit(name="New Name")
        preview = await operator.dialog(PreviewDialog)
        await stripe.call("post", f"/v1/customers/{operator.page.detail.id}", name="Theirs")
        await until(preview.primary.isEnabled)
        operator.click(preview.primary)
        await until(lambda: "changed in Stripe" in preview.problem.text())
        assert not preview.primary.isEnabled()
        for _ in range(3):
            QTest.keyClick(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            QTest.mouseClick(preview.primary, Qt.MouseButton.LeftButton)
        await asyncio.sleep(0.05)
        assert writes(simulator) == []
        assert base_dialog.FIRST_LOOK >= 500
        await until(preview.primary.isEnabled)
        operator.click(preview.primary)
        await operator.gone(form)
        assert len(writes(simulator)) == 1


async def test_a_charge_on_its_way_is_neither_closed_nor_begun_again(qapp: QApplication, tmp_path: Path) -> None:
    """F5."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = await _with_card(operator, stripe)
        simulator.faults.add(Fault("POST .*/pay", "delay", times=1, seconds=0.4))
        charge = await until(lambda: operator.page.detail.findChildren(QPushButton, "charge"))
        operator.click(charge[0])
        dialog = await operator.dialog(ChargeDialog)
        operator.enter(dialog.amount, "700")
        operator.enter(dialog.description, "Fee")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        preview = await operator.dialog(PreviewDialog)
        operator.click(preview.primary)
        await until(lambda: any(path.endswith("/finalize") for path, _ in writes(simulator)))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.isVisible()
        assert operator.top(PreviewDialog) is None
        await until(lambda: "was charged" in operator.notice)
        await operator.gone(dialog)
        found = (await stripe.call("get", "/v1/charges", customer=customer))["data"]
        assert [charge["amount"] for charge in found] == [700]


async def test_the_button_names_what_stripe_says_is_left_to_pay(qapp: QApplication, tmp_path: Path) -> None:
    """F4."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = await _with_card(operator, stripe)
        draft = await stripe.call("post", "/v1/invoices", customer=customer, auto_advance="false")
        item = {"customer": customer, "invoice": draft["id"], "amount": "5000", "currency": "jpy"}
        await stripe.call("post", "/v1/invoiceitems", **item)
        await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize", auto_advance="false")
        await operator.services.queries.refresh("invoice", draft["id"])
        await operator.rows("invoice")
        operator.page.select(draft["id"])
        await until(lambda: [b for b in operator.page.detail.findChildren(QPushButton) if b.text()[:3] == "Pay"])
        note = {"invoice": draft["id"], "amount": "2000", "reason": "order_change"}
        await stripe.call("post", "/v1/credit_notes", **note)
        await press(operator, "Pay")
        preview = await operator.dialog(PreviewDialog)
        assert preview.primary.text().startswith("Collect ¥3,000")
        await operator.leave(preview)


async def test_erasing_is_a_choice_of_its_own_and_is_seen_before(qapp: QApplication, tmp_path: Path) -> None:
    """F6."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await stripe.call("post", f"/v1/customers/{operator.page.detail.id}", description="Prefers mail")
        await operator.services.customers.refresh(operator.page.detail.id)
        operator.window.commands.change_many()
        dialog = await operator.dialog(BulkDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData(EditKind.DESCRIBE))
        await until(lambda: "Choose what to change" in dialog.summary.text())
        assert not dialog.primary.isEnabled()
        dialog.kind.setCurrentIndex(dialog.kind.findData(EditKind.UNDESCRIBE))
        await until(dialog.primary.isEnabled)
        assert [dialog.list.item(0, column).text() for column in (3, 4)] == ["Prefers mail", "–"]  # type: ignore[union-attr]
        await operator.leave(dialog)


async def test_a_preview_of_many_fields_fits_the_screen(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        form = await operator.edit(metadata="\n".join(f"key{n} = value {n}" for n in range(45)))
        preview = await operator.dialog(PreviewDialog)
        assert preview.height() <= 720
        assert preview.primary.mapTo(preview, preview.primary.rect().bottomLeft()).y() < preview.height()
        await operator.leave(preview)
        await operator.leave(form)


async def test_a_name_with_an_ampersand_is_named_and_makes_no_shortcut(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        form = await operator.new(name="AT&T Co")
        preview = await operator.dialog(PreviewDialog)
        assert preview.primary.text() == "Create AT&&T Co"
        assert preview.primary.shortcut().isEmpty()
        await operator.leave(preview)
        await operator.leave(form)


def test_sleep_is_noticed_where_the_clock_goes_on(qapp: QApplication) -> None:
    now = [0.0]
    watch = IdleWatch(qapp, lambda: 0, lambda: now[0], lambda: now[0])
    slept: list[int] = []
    watch.slept.connect(lambda: slept.append(1))
    now[0] = 2.0
    watch.look()
    assert not slept
    now[0] += GAP + 1
    watch.look()
    assert slept == [1]
    watch.stop()
