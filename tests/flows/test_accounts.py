"""Accounts, keys and modes: A3, E7, E9, F1 – what is refused, with the reason, and nothing saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from billing_desk.domain.errors import KeyRejected
from billing_desk.domain.writes.operation import Mode
from billing_desk.gateway.client import Connection
from billing_desk.gateway.route import Route
from billing_desk.simulator.http.loopback import LoopbackServer
from billing_desk.simulator.server import Simulator
from billing_desk.ui.accounts.arm import ArmDialog
from billing_desk.ui.accounts.key_form import KeyForm
from billing_desk.ui.accounts.manage import AccountsDialog
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.vault import SessionVault, VaultTrouble

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import (
    ACCOUNT,
    HIDDEN_LIVE_KEY,
    LIVE_KEY,
    NO_INVOICES_KEY,
    OTHER_KEY,
    REVOKED_KEY,
    TEST_KEY,
    empty_simulator,
    until,
)


@pytest.fixture
def simulator() -> Simulator:
    return empty_simulator()


@pytest.fixture
def address(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The simulator's address; what would go to Stripe itself is handed to the simulator too."""
    server = LoopbackServer(simulator)
    stripe = Route(address="http://practice.invalid", transport=server.transport())

    def diverted(key: str, asked: Route, *, live: bool = False) -> Any:
        return Connection(key, stripe if asked.address is None else asked, live=live)

    try:
        monkeypatch.setattr("billing_desk.services.accounts.Connection", diverted)
        monkeypatch.setattr("billing_desk.desk.Connection", diverted)
        yield server.url
    finally:
        server.stop()


async def _try_key(operator: Operator, key: str, mode: Mode, address: str = "") -> str:
    """What the form says about this key; empty when it was accepted."""
    operator.window.commands.add_account()
    form = await operator.dialog(KeyForm)
    form._mode.setCurrentIndex(form._mode.findData(mode))
    form.key.setText(key)
    operator.enter(form.address, address) if mode is Mode.TEST else None
    operator.click(form.confirm)
    said: str = await until(lambda: _said(form))
    if said != "accepted":
        await operator.leave(form)
    return said.replace("accepted", "")


def _said(form: KeyForm) -> str:
    try:
        return form.problem or ("" if form.isVisible() else "accepted")
    except RuntimeError:
        return "accepted"


@pytest.mark.parametrize(
    ("key", "mode", "said"),
    [
        ("pk_test_publishable000000", Mode.TEST, "publishable key"),
        ("whsec_abcdefgh", Mode.TEST, "webhook signing secret"),
        ("hello", Mode.TEST, "not a Stripe API key"),
        ("", Mode.TEST, "not a Stripe API key"),
        (LIVE_KEY, Mode.TEST, "is a live key"),
        (TEST_KEY, Mode.LIVE, "is a test key"),
        (REVOKED_KEY, Mode.TEST, "revoked"),
        (HIDDEN_LIVE_KEY, Mode.TEST, "belongs to the other mode"),
        ("sk_test_nobody0knows0this", Mode.TEST, "does not accept this key"),
        ("rk_live_nobody0knows0this", Mode.LIVE, "does not accept this key"),
    ],
)
async def test_a_key_that_does_not_fit_is_refused_and_nothing_is_saved(
    qapp: QApplication, tmp_path: Path, address: str, key: str, mode: Mode, said: str
) -> None:
    vault = SessionVault()
    async with seated(qapp, tmp_path, vault=vault) as operator:
        assert said in await _try_key(operator, key, mode, address)
        assert operator.app.accounts.all() == []
        assert vault._held == {}
        assert operator.window.desk is None


@pytest.mark.parametrize("outside", ["https://api.stripe.com", "http://10.0.0.1:80", "http://example.com", "x"])
async def test_only_a_loopback_address_may_be_set(qapp: QApplication, tmp_path: Path, outside: str) -> None:
    async with seated(qapp, tmp_path) as operator:
        assert "address on this computer" in await _try_key(operator, TEST_KEY, Mode.TEST, outside)
        assert operator.app.accounts.all() == []


async def test_no_network_is_said_and_nothing_saved(qapp: QApplication, tmp_path: Path) -> None:
    async with seated(qapp, tmp_path) as operator:
        assert "Could not reach Stripe" in await _try_key(operator, TEST_KEY, Mode.TEST, "http://127.0.0.1:9")
        assert operator.app.accounts.all() == []


async def test_test_and_live_are_two_desks_of_one_account(
    qapp: QApplication, tmp_path: Path, address: str, simulator: Simulator
) -> None:
    """A3, F1: the other key alone switches; the keys must belong together; live opens view-only until armed."""
    async with seated(qapp, tmp_path) as operator:
        assert await _try_key(operator, TEST_KEY, Mode.TEST) == ""
        await operator.current()
        book = operator.app.accounts
        assert [account.name for account in book.all()] == ["Acme KK"]
        operator.window.commands.show_accounts()
        dialog = await operator.dialog(AccountsDialog)
        add = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add key…")
        operator.click(add)
        form = await operator.dialog(KeyForm)
        form.key.setText("rk_live_another0accounts0")
        operator.click(form.confirm)
        await until(lambda: form.problem)
        form.key.setText(LIVE_KEY)
        operator.click(form.confirm)
        await operator.gone(form)
        await until(lambda: not dialog._jobs.busy)
        dialog.accept()
        await until(lambda: not operator.app.desks._tasks.count)
        await operator.current()
        operator.window.commands.choose_mode("live")
        await until(lambda: operator.window.desk and operator.services.identity.mode is Mode.LIVE)
        await operator.current()
        assert "Live" in operator.window.windowTitle()
        assert "view only" in operator.window.top.chip.text()
        await operator.new(email="live@example.jp")
        await operator.confirm()
        form_ = operator.top(QDialog)
        assert form_ is not None
        await until(lambda: "view-only" in form_.problem.text())  # type: ignore[attr-defined]
        assert simulator.grants[LIVE_KEY].state.count("customer") == 0
        await operator.leave(form_)
        operator.window.commands.arm()
        arm = await operator.dialog(ArmDialog)
        operator.enter(arm.name, "Acme")
        operator.click(arm.primary)
        assert operator.services.guard.view_only
        operator.enter(arm.name, "Acme KK")
        operator.click(arm.primary)
        await operator.gone(arm)
        assert not operator.services.guard.view_only
        made = await operator.new(email="live@example.jp")
        await operator.confirm()
        await operator.gone(made)
        assert simulator.grants[LIVE_KEY].state.count("customer") == 1
        assert simulator.grants[TEST_KEY].state.count("customer") == 0


async def test_money_in_live_asks_for_the_amount_and_sleep_ends_the_arming(
    qapp: QApplication, tmp_path: Path, address: str, simulator: Simulator
) -> None:
    """F1."""
    live = StripeSide(address, LIVE_KEY)
    customer = await live.customer(name="Live Customer", email="live@example.jp")
    made = simulator.grants[LIVE_KEY].state
    async with seated(qapp, tmp_path) as operator:
        assert await _try_key(operator, LIVE_KEY, Mode.LIVE) == ""
        await operator.current()
        operator.window.top._tick.stop()  # the chip tells at once, not with the next second
        operator.window.commands.arm()
        arm = await operator.dialog(ArmDialog)
        assert arm.primary.text() == "Allow for 15 minutes"
        operator.enter(arm.name, "Acme KK")
        operator.click(arm.primary)
        await operator.gone(arm)
        await until(lambda: operator.window.top.chip.text() in ("LIVE · 15:00", "LIVE · 14:59"))
        assert await operator.rows("customer") == [customer]
        await until(lambda: operator.page.detail.findChildren(QPushButton, "charge"))
        operator.click(operator.page.detail.findChildren(QPushButton, "charge")[0])
        dialog = await operator.dialog(ChargeDialog)
        operator.enter(dialog.amount, "12,345")
        operator.enter(dialog.description, "Fee")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert not preview.primary.isEnabled(), "nothing is typed yet"
        operator.enter(preview.typed, "12346")
        assert not preview.primary.isEnabled()
        operator.enter(preview.typed, "12345")
        assert preview.primary.isEnabled()
        operator.app._idle.slept.emit()
        await until(lambda: operator.window.desk is None)
        assert made.count("invoice") == 0, "what was open is gone, and nothing was sent"
        operator.app.unlock()
        await operator.current()
        assert operator.services.guard.view_only


async def test_a_mode_asked_for_is_not_undone_by_a_key_that_was_just_kept(
    qapp: QApplication, tmp_path: Path, address: str
) -> None:
    """A3: The desk is opened anew after a change of keys; somebody may have chosen another mode just before."""
    async with seated(qapp, tmp_path) as operator:
        assert await _try_key(operator, TEST_KEY, Mode.TEST) == ""
        await operator.current()
        await operator.app.accounts.put_key(ACCOUNT, LIVE_KEY, Mode.LIVE, None)
        operator.window.commands.choose_mode("live")
        operator.app.accounts_changed()
        desks = operator.app.desks
        await until(lambda: not desks._tasks.count)
        assert desks.current is not None
        assert desks.current.plan.mode is Mode.LIVE
        await operator.current()


async def test_a_key_of_another_account_is_refused(qapp: QApplication, tmp_path: Path, address: str) -> None:
    async with seated(qapp, tmp_path) as operator:
        assert await _try_key(operator, TEST_KEY, Mode.TEST, address) == ""
        await operator.current()
        operator.window.commands.show_accounts()
        dialog = await operator.dialog(AccountsDialog)
        operator.click(next(b for b in dialog.findChildren(QPushButton) if b.text() == "Replace key…"))
        form = await operator.dialog(KeyForm)
        form.key.setText(OTHER_KEY)
        operator.enter(form.address, address)
        operator.click(form.confirm)
        assert "another Stripe account" in await until(lambda: form.problem)
        assert operator.app.accounts.all()[0].keys[Mode.TEST].shown.endswith(TEST_KEY[-4:])
        await operator.leave(form)
        dialog.accept()


async def test_keys_are_replaced_deleted_and_never_in_a_file(
    qapp: QApplication, tmp_path: Path, address: str, simulator: Simulator
) -> None:
    """E9."""
    vault = SessionVault()
    async with seated(qapp, tmp_path, vault=vault) as operator:
        assert await _try_key(operator, TEST_KEY, Mode.TEST) == ""
        await operator.current()
        operator.app.accounts.rename(ACCOUNT, "Acme Tokyo")
        assert operator.app.accounts.all()[0].name == "Acme Tokyo"
        with pytest.raises(KeyRejected) as raised:
            await operator.app.accounts.put_key(ACCOUNT, NO_INVOICES_KEY, Mode.TEST, None)
        assert raised.value.code == "has_key"
        assert vault._held[f"test key {ACCOUNT}"] == TEST_KEY, "nothing is replaced unasked"
        await operator.app.accounts.put_key(ACCOUNT, NO_INVOICES_KEY, Mode.TEST, None, replacing=True)
        assert vault._held[f"test key {ACCOUNT}"] == NO_INVOICES_KEY
        await operator.app.accounts.delete_key(ACCOUNT, Mode.TEST)
        assert f"test key {ACCOUNT}" not in vault._held
        operator.app.accounts_changed()
        await until(lambda: operator.window.desk is None)
        await operator.app.accounts.remove(ACCOUNT)
        assert operator.app.accounts.all() == []
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        content = path.read_bytes()
        assert TEST_KEY.encode() not in content
        assert NO_INVOICES_KEY.encode() not in content
    assert json.loads((tmp_path / "settings.json").read_text())["accounts"] == []


@pytest.mark.parametrize("kind", ["locked", "missing", "insecure", "timeout"])
async def test_without_a_keyring_keys_last_for_this_start_only(
    qapp: QApplication, tmp_path: Path, address: str, kind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_vault() -> Any:
        raise VaultTrouble(kind)

    async with seated(qapp, tmp_path) as operator:
        monkeypatch.setattr(operator.app.accounts, "_open_vault", no_vault)
        operator.window.commands.add_account()
        form = await operator.dialog(KeyForm)
        form.key.setText(TEST_KEY)
        operator.enter(form.address, address)
        operator.click(form.confirm)
        assert await until(lambda: form.problem)
        assert not form._session.isHidden()
        form._session.setChecked(True)
        operator.click(form.confirm)
        await operator.gone(form)
        await operator.current()
        assert "memory until you quit" in operator.notice
        assert not operator.services.kept_on_disk
    assert not list((tmp_path / "accounts").glob("*.db"))


async def test_a_missing_permission_is_named_and_the_rest_works(
    qapp: QApplication, tmp_path: Path, address: str, simulator: Simulator
) -> None:
    async with seated(qapp, tmp_path) as operator:
        assert await _try_key(operator, NO_INVOICES_KEY, Mode.TEST, address) == ""
        await operator.current()
        await until(lambda: "rak_invoice_read" in operator.window.top.fresh.toolTip())
        assert operator.window.desk is not None
        assert "rak_invoice_read" in operator.window.desk._tabs.tabToolTip(4)
        assert await operator.rows("invoice") == []
        page = operator.page
        await until(lambda: "rak_invoice_read" in page.empty_text)
        assert await operator.rows("customer") == []


async def test_the_version_is_shown_and_requests_have_no_bodies(
    qapp: QApplication, tmp_path: Path, address: str
) -> None:
    """E7."""
    async with seated(qapp, tmp_path) as operator:
        assert await _try_key(operator, TEST_KEY, Mode.TEST, address) == ""
        await operator.current()
        operator.window.commands.show_activity()
        panel = await operator.dialog(ActivityPanel)
        assert "2026-10-28.endive" in panel._version.text()
        await until(lambda: panel.requests.rowCount() > 5)
        shown = [panel.requests.item(row, 2).text() for row in range(panel.requests.rowCount())]  # type: ignore[union-attr]
        assert "/v1/customers" in shown
        assert not [path for path in shown if "?" in path or "@" in path]
        await operator.leave(panel)
