"""Webhooks through the window: created with the secret once, edited, switched, replaced, deleted; the receiver."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from billing_desk.domain.access.watching import ReceiverSettings
from billing_desk.domain.events.endpoint import BILLING_EVENTS, Style
from billing_desk.simulator.http.signing import signature
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.activity.receiver_row import ReceiverSecretDialog
from billing_desk.ui.activity.webhook_form import RollDialog, WebhookForm
from billing_desk.ui.activity.webhook_secret import SecretDialog
from billing_desk.ui.activity.webhooks_tab import WebhooksTab
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault

from ..driver import Operator
from ..support import until
from .operator_fixture import at_desk, writes
from .test_events import cells

SECRET = "whsec_" + "a1B2" * 8


async def webhooks_of(operator: Operator) -> tuple[ActivityPanel, WebhooksTab]:
    await operator.key("Ctrl+J")
    panel = await operator.dialog(ActivityPanel)
    panel.open_tab(panel.webhooks)
    await until(lambda: panel.webhooks._listed is not None)
    return panel, panel.webhooks


async def confirmed(operator: Operator) -> PreviewDialog:
    preview = await operator.dialog(PreviewDialog)
    operator.click(preview.primary)
    await operator.gone(preview)
    return preview


async def created(operator: Operator, tab: WebhooksTab, url: str, style: Style = Style.ENDPOINT) -> str:
    """The secret that is shown."""
    operator.click(tab.new)
    form = await operator.dialog(WebhookForm)
    operator.enter(form.url, url)
    operator.enter(form.name, "Backend")
    form.style_.setCurrentIndex(form.style_.findData(style))
    operator.click(form.primary)
    await confirmed(operator)
    dialog = await operator.dialog(SecretDialog)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password, "in no picture of the screen"
    secret = dialog.field.text()
    dialog.reject()
    await operator.gone(dialog)
    return secret


@pytest.mark.parametrize("style", list(Style))
async def test_a_webhook_is_created_and_its_secret_kept_in_the_keyring_alone(
    qapp: QApplication, tmp_path: Path, style: Style
) -> None:
    """E11."""
    vault = SessionVault()

    async with at_desk(qapp, tmp_path, vault=vault) as (operator, stripe, simulator):
        _panel, tab = await webhooks_of(operator)
        secret = await created(operator, tab, "https://example.jp/hooks", style)
        assert secret.startswith("whsec_")
        held = json.loads(await vault.get(f"webhooks {operator.services.guard.identity.account} test") or "{}")
        (id_,) = held
        assert held[id_] == secret
        await until(lambda: cells(tab.table, 0) == ["https://example.jp/hooks"])
        assert cells(tab.table, 5) == ["In keyring"]
        state = simulator.states()[0]
        kind = "v2.core.event_destination" if style.is_destination else "webhook_endpoint"
        made = state.get(kind, id_)
        assert set(made["enabled_events"]) == {f"v1.{n}" if style is Style.THIN else n for n in BILLING_EVENTS}
        entries = await operator.services.log.newest()
        steps = await operator.services.log.steps(entries[0].operation.id)
        assert secret not in repr(entries)
        assert secret not in repr(steps)
        assert all(secret.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
        assert len(writes(simulator)) == 1
        assert await stripe.customers("nobody@example.jp") == []


async def test_a_secret_survives_a_window_that_is_closed_in_mid_flight(qapp: QApplication, tmp_path: Path) -> None:
    """E11, F5: the answer is kept as it arrives; nothing waits for a dialog."""
    vault = SessionVault()

    async with at_desk(qapp, tmp_path, vault=vault) as (operator, _stripe, simulator):
        _panel, tab = await webhooks_of(operator)
        simulator.faults.add(Fault("POST /v1/webhook_endpoints", "delay", seconds=0.5))
        operator.click(tab.new)
        form = await operator.dialog(WebhookForm)
        operator.enter(form.url, "https://example.jp/hooks")
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        operator.click(preview.primary)
        await until(lambda: writes(simulator))
        account = operator.services.guard.identity.account
        operator.app.open_demo()
        await until(lambda: "whsec_" in vault._held.get(f"webhooks {account} test", ""))


async def test_bad_input_is_said_at_the_field(qapp: QApplication, tmp_path: Path) -> None:
    """E11."""
    async with at_desk(qapp, tmp_path) as (operator, _stripe, simulator):
        _panel, tab = await webhooks_of(operator)
        operator.click(tab.new)
        form = await operator.dialog(WebhookForm)
        for field, text, said in (
            ("url", "example.jp", "whole address"),
            ("url", "https://user:pw@example.jp/x", "user name or password"),
            ("types", "invoice paid", "One event type a line"),
            ("types", "", "at least one"),
        ):
            operator.enter(form.url, "https://example.jp/hooks")
            form.types.setPlainText("invoice.paid")
            target: Any = getattr(form, field)
            target.setPlainText(text) if field == "types" else operator.enter(target, text)
            operator.click(form.primary)
            await until(lambda field=field, said=said: said in form.rows[field].problem)  # type: ignore[misc]
        form.done(0)
        assert writes(simulator) == []


async def test_a_webhook_is_edited_switched_rolled_and_deleted(qapp: QApplication, tmp_path: Path) -> None:
    """E11."""
    async with at_desk(qapp, tmp_path) as (operator, _stripe, simulator):
        _panel, tab = await webhooks_of(operator)
        first = await created(operator, tab, "https://example.jp/hooks")
        state = simulator.states()[0]
        await until(lambda: tab.chosen)
        assert tab.chosen is not None
        old = tab.chosen.id
        operator.click(tab.edit)
        form = await operator.dialog(WebhookForm)
        form.types.setPlainText("invoice.paid\ninvoice.payment_failed")
        operator.click(form.primary)
        await confirmed(operator)
        await until(lambda: cells(tab.table, 2) == ["2 event types"])
        QTest.keyClick(tab.switch, Qt.Key.Key_Space)
        await confirmed(operator)
        await until(lambda: cells(tab.table, 1) == ["Disabled"])
        operator.click(tab.switch)
        await confirmed(operator)
        await until(lambda: cells(tab.table, 1) == ["Enabled"])
        operator.click(tab.roll)
        dialog = await operator.dialog(RollDialog)
        dialog.disable.click()
        operator.click(dialog.primary)
        await confirmed(operator)
        shown = await operator.dialog(SecretDialog)
        assert shown.field.text() not in ("", first)
        shown.reject()
        await until(lambda: sorted(cells(tab.table, 1)) == ["Disabled", "Enabled"])
        assert state.get("webhook_endpoint", old)["status"] == "disabled"
        tab.table.selectRow(cells(tab.table, 1).index("Disabled"))
        operator.click(tab.delete)
        preview = await operator.dialog(PreviewDialog)
        operator.click(preview.primary)
        await operator.gone(preview)
        await until(lambda: cells(tab.table, 1) == ["Enabled"])
        assert state.table("webhook_endpoint").get(old) is None


async def test_a_key_that_may_not_read_webhooks_is_told_so(qapp: QApplication, tmp_path: Path) -> None:
    """E11: a missing permission."""
    async with at_desk(qapp, tmp_path) as (operator, _stripe, simulator):
        simulator.faults.add(Fault("GET /v1/webhook_endpoints", "permission", times=None))
        _panel, tab = await webhooks_of(operator)
        await until(lambda: "permission" in tab.trouble.text())


async def test_a_webhook_that_fails_is_on_the_worklist(qapp: QApplication, tmp_path: Path) -> None:
    """E11, C10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        _endpoint(simulator)
        await stripe.customer(email="new@example.jp")
        simulator.advance(1_200)
        poller = operator.app.desks.current._sync._sync._following  # type: ignore[union-attr]
        poller._looks = 0  # the next look includes deliveries
        panel, tab = await webhooks_of(operator)
        panel.open_tab(panel.attention)
        await until(lambda: "Webhook failing" in cells(panel.attention.table, 0), 20)
        panel.attention.table.selectRow(cells(panel.attention.table, 0).index("Webhook failing"))
        operator.click(panel.attention.open)
        assert panel.tabs.currentWidget() is tab
        await until(lambda: "were not delivered" in tab.delivery.text())
        assert "customer.created" in tab.delivery.text()


def _endpoint(simulator: Simulator) -> None:
    """One at an address of this computer where nobody listens."""
    state = simulator.states()[0]
    made = state.new(
        "webhook_endpoint",
        state.new_id("we_1", 23),
        enabled_events=["*"],
        status="enabled",
        url="http://127.0.0.1:9/nobody",
    )
    state.secrets_of(made["id"])["secret"] = SECRET


async def test_the_receiver_takes_what_is_signed_and_tells_a_key_from_a_secret(
    qapp: QApplication, tmp_path: Path
) -> None:
    """E11: off by default; a wrong secret and an API key are told apart."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _simulator):
        _panel, tab = await webhooks_of(operator)
        assert "is off" in tab.receiver.said.text()
        settings = operator.app.settings
        settings.save(replace(settings.value, receiver=ReceiverSettings(enabled=True, port=0)))
        operator.app.desks.receive()
        await until(lambda: "Receiving on http://localhost:" in tab.receiver.said.text())
        operator.click(tab.receiver.secret)
        dialog = await operator.dialog(ReceiverSecretDialog)
        operator.enter(dialog.field, "sk_test_1234567890abcdef")
        operator.click(dialog.primary)
        await until(lambda: "This is an API key" in dialog.row.problem)
        operator.enter(dialog.field, SECRET)
        operator.click(dialog.primary)
        await operator.gone(dialog)
        await stripe.customer(email="new@example.jp", name="Mori")
        newest = (await stripe.call("get", "/v1/events", limit="1"))["data"][0]
        payload = json.dumps(newest).encode()
        port = operator.services.receiver.state.address.rpartition(":")[2]
        async with httpx.AsyncClient(trust_env=False) as client:
            for secret, status in ((SECRET, 200), ("whsec_" + "x" * 32, 400)):
                headers = {"Stripe-Signature": signature(secret, payload, int(time.time()))}
                answer = await client.post(f"http://127.0.0.1:{port}", content=payload, headers=headers)
                assert answer.status_code == status
        await until(lambda: "1 received." in tab.receiver.said.text())
        assert "signed with another secret 1" in tab.receiver.said.text()
