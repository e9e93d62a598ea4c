"""Writes through the window: A1, F2, F4, F5, F10, F11, and everything that can go wrong on the way."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.domain.writes.operation import OperationState
from billing_desk.gateway import stripe_gateway
from billing_desk.services.sync.status import Phase
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.customers.page import CustomersPage
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault

from ..driver import seated
from ..stripe_side import StripeSide
from ..support import READ_ONLY_KEY, TEST_KEY, empty_simulator, on_loopback, until
from .operator_fixture import at_desk, writes
from .shared import until_listed


async def test_the_preview_is_what_is_sent_and_the_reason_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    """F4, F11."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await operator.edit(email="new@example.jp", line1="1-2-3", metadata="crm = 7\ntier = gold")
        preview = await operator.dialog(PreviewDialog)
        curl = preview._request.toPlainText()
        assert "-d email=new@example.jp" in curl
        assert "metadata[crm]=7" in curl
        assert TEST_KEY not in curl
        assert writes(simulator) == []
        await operator.confirm("asked by phone", "T-77")
        await operator.gone(form)
        path, key = writes(simulator)[0]
        assert f"Idempotency-Key: {key}" in curl
        assert path in curl
        stored = (await stripe.customers("new@example.jp"))[0]
        assert stored["address"]["line1"] == "1-2-3"
        assert stored["metadata"] == {"crm": "7", "tier": "gold"}
        entry = (await operator.services.audit.newest())[0]
        assert (entry["reason"], entry["ticket"], entry["result"]) == ("asked by phone", "T-77", "done")
        assert ["email", "aoi@example.jp", "new@example.jp"] in entry["changes"]


async def test_stripes_refusal_stands_at_the_field_and_nothing_typed_is_lost(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await operator.edit(name="Ito Aoi 2", description="x" * 350)
        preview = await operator.dialog(PreviewDialog)
        await stripe.call("delete", f"/v1/customers/{operator.page.detail.id}")
        operator.click(preview.primary)
        await until(lambda: "does not exist" in preview.problem.text())
        await operator.leave(preview)
        assert form._text("name") == "Ito Aoi 2"
        await operator.leave(form)


async def test_a_missing_write_permission_is_named(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path, key=READ_ONLY_KEY) as (operator, _, __):
        form = await operator.edit(name="X")
        await operator.confirm()
        await until(lambda: "rak_customer_write" in form.problem.text())
        await operator.leave(form)
        page = operator.page
        assert isinstance(page, CustomersPage)
        await until(lambda: not page._new.isEnabled())
        assert "rak_customer_write" in page._new.toolTip()
        await until(
            lambda: [b for b in page.detail.findChildren(QPushButton) if "Edit" in b.text() and not b.isEnabled()]
        )


async def test_a_declined_card_is_told_with_its_reason(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        simulator.faults.add(Fault("POST", "status", times=None, status=402))
        form = await operator.edit(name="X")
        await operator.confirm()
        await until(lambda: "bank declined" in form.problem.text())
        await operator.leave(form)


async def test_a_lost_answer_is_settled_in_activity_and_made_once(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F5."""
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        simulator.faults.add(Fault("POST", "drop_after", times=None))
        simulator.faults.add(Fault("GET", "drop_before", times=None))
        form = await operator.new(name="Once", email="once@example.jp")
        await operator.confirm()
        await operator.gone(form)
        assert "cannot be made twice" in operator.notice
        await until(lambda: operator.window.top.activity.text() == "1")
        simulator.faults.clear()
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        await until(panel.operations.resume.isEnabled)
        operator.click(panel.operations.resume)
        await until(lambda: "once" in operator.notice.lower())
        await operator.leave(panel)
        assert len(await stripe.customers("once@example.jp")) == 1
        assert len({key for _, key in writes(simulator)}) == 1
        await until(lambda: operator.window.top.activity.text() == "")


async def test_the_window_closed_in_mid_flight_loses_no_write(qapp: QApplication, tmp_path: Path) -> None:
    """F5: Closing ends within three seconds; the write is finished, or waits in the journal for the next start."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, simulator):
        address = stripe.address
        slow = simulator.faults.add(Fault("POST", "delay", seconds=0.5))
        await operator.new(name="Mid", email="mid@example.jp")
        await operator.confirm()
        await until(lambda: slow.hits)
        began = asyncio.get_running_loop().time()
        operator.window.close()
        await operator.app.ended
        assert asyncio.get_running_loop().time() - began < 3
        assert len(await stripe.customers("mid@example.jp")) == 1
        async with seated(qapp, tmp_path, vault=vault) as again:
            await again.current()
            newest = await again.services.log.newest()
            assert [(e.operation.action, e.state) for e in newest] == [("customer.create", OperationState.DONE)]
        assert address == stripe.address


async def test_a_write_that_never_ends_waits_in_the_journal(qapp: QApplication, tmp_path: Path) -> None:
    """F5."""
    vault = SessionVault()
    vault.durable = True
    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, simulator):
        slow = simulator.faults.add(Fault("POST", "delay", seconds=20))
        await operator.new(name="Slow", email="slow@example.jp")
        await operator.confirm()
        await until(lambda: slow.hits)
        began = asyncio.get_running_loop().time()
        operator.window.close()
        await operator.app.ended
        assert asyncio.get_running_loop().time() - began < 3.5
        simulator.faults.clear()
        async with seated(qapp, tmp_path, vault=vault) as again:
            await again.current()
            await until(lambda: "interrupted" in again.notice)
            entry = (await again.services.log.unfinished())[0]
            await again.services.performer.resume(entry)
        assert len(await stripe.customers("slow@example.jp")) == 1


async def test_without_network_the_copy_is_read_and_one_notice_said(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F2."""
    monkeypatch.setattr(stripe_gateway, "delay", lambda *_: 0.0)
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        simulator.faults.add(Fault(".", "drop_before", times=None))
        operator.services.refresh()
        desk = operator.app.desks.current
        assert desk is not None
        await until(lambda: desk.status.phase is Phase.OFFLINE)
        await until(lambda: "Offline, as of" in operator.window.top.fresh.text())
        assert "Could not reach Stripe" in operator.notice
        assert len(await operator.rows("customer", "aoi")) == 1
        await until(lambda: "aoi@example.jp" in operator.text())
        form = await operator.new(name="X")
        await operator.confirm()
        await operator.gone(form)
        assert "unknown whether" in operator.notice
        simulator.faults.clear()
        await until(lambda: desk.status.phase is Phase.CURRENT, 40)
        for entry in await operator.services.log.unfinished():
            await operator.services.performer.abandon(entry)


async def test_two_operators_at_once_make_one_customer(qapp: QApplication, tmp_path: Path) -> None:
    """A1: Each has their own program and journal; the key derives from the external id."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        stripe = StripeSide(route.address or "", TEST_KEY)
        async with seated(qapp, tmp_path / "a") as first, seated(qapp, tmp_path / "b") as second:
            for operator in (first, second):
                await operator.add_account(TEST_KEY, route.address)
            simulator.faults.add(Fault("GET /v1/customers$", "delay", times=2, seconds=0.3))
            await asyncio.gather(
                first.find_or_create(email="both@example.jp", external="user-9", name="Both"),
                second.find_or_create(email="both@example.jp", external="user-9", name="Both"),
            )
        assert len(await stripe.customers("both@example.jp")) == 1


async def test_an_email_in_use_is_warned_of(qapp: QApplication, tmp_path: Path) -> None:
    """F10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await operator.new(email="aoi@example.jp")
        preview = await operator.dialog(PreviewDialog)
        assert preview._preview.warnings[0].code == "email_in_use"
        await operator.leave(preview)
        await operator.leave(form)
        other = await stripe.customer(name="Other", email="other@example.jp")
        operator.services.refresh()
        await until_listed(operator, "customer", other)
        operator.page.select(other)
        form = await operator.edit(email="aoi@example.jp")
        preview = await operator.dialog(PreviewDialog)
        assert "email_in_use" in {warning.code for warning in preview._preview.warnings}
        await operator.leave(preview)
        await operator.leave(form)
