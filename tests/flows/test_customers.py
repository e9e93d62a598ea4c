"""Customers through the window: A1, F2, F3, F4, F5, F11, F13, and everything that can go wrong on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from billing_desk.domain.operation import State
from billing_desk.gateway import calls
from billing_desk.services.sync import Phase
from billing_desk.simulator.faults import Fault
from billing_desk.simulator.server import Simulator
from billing_desk.ui.activity.panel import ActivityPanel
from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.customers.page import CustomersPage
from billing_desk.ui.palette import Palette
from billing_desk.ui.preview import PreviewDialog
from billing_desk.vault import SessionVault

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import NO_INVOICES_KEY, READ_ONLY_KEY, TEST_KEY, empty_simulator, on_loopback, until
from .shared import until_listed


@asynccontextmanager
async def at_desk(
    qapp: QApplication, folder: Path, *, key: str = TEST_KEY, lang: str = "en", vault: Any = None
) -> AsyncIterator[tuple[Operator, StripeSide, Simulator]]:
    """An operator at a test desk with one customer, Ito Aoi."""
    simulator = empty_simulator()
    with on_loopback(simulator) as route:
        stripe = StripeSide(route.address or "", TEST_KEY)
        await stripe.customer(name="Ito Aoi", email="aoi@example.jp", phone="+81 3 5550 1234")
        async with seated(qapp, folder, lang=lang, vault=vault) as operator:
            await operator.add_account(key, route.address)
            await until(lambda: operator.page.model.ids)
            await until(lambda: "aoi@example.jp" in operator.text())
            yield operator, stripe, simulator


def writes(simulator: Simulator) -> list[tuple[str, str]]:
    """(path, idempotency key) of every write that came from the program: the test's own have no key."""
    return [(path, key) for method, path, key in simulator.requests if method == "POST" and key]


async def test_f4_f11_the_preview_is_what_is_sent_and_the_reason_is_kept(qapp: QApplication, tmp_path: Path) -> None:
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


async def test_nothing_changed_asks_for_nothing(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        form = await operator.edit()
        await until(lambda: "Nothing was changed" in form.problem.text())
        await operator.leave(form)
        assert writes(simulator) == []


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("email", "nobody", "not an e-mail"),
        ("phone", "1" * 21, "At most 20"),
        ("country", "Japan", "two capital letters"),
        ("preferred_locales", "nihongo desu", "not a language"),
        ("metadata", "no equals sign", "key = value"),
        ("metadata", "a = 1\na = 2", "there twice"),
    ],
)
async def test_bad_input_is_said_at_its_field(
    qapp: QApplication, tmp_path: Path, field: str, text: str, said: str
) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        form = await operator.edit(**{field: text})
        assert said in form._rows[field].problem
        assert operator.top(PreviewDialog) is None
        await operator.leave(form)
        assert writes(simulator) == []


async def test_a_card_number_is_stopped_in_every_field(qapp: QApplication, tmp_path: Path) -> None:
    number = "4242 4242 4242 4242"
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        form = await operator.edit()
        for name, row in form._rows.items():
            if name != "tax_exempt":
                field = form.field(name)
                QApplication.clipboard().setText(number)
                field.selectAll()
                field.paste()
                text = field.toPlainText() if hasattr(field, "toPlainText") else field.text()
                assert text == ""
                assert "card number" in row.problem
                field.undo()
                assert "4242" not in (field.toPlainText() if hasattr(field, "toPlainText") else field.text())
        await operator.leave(form)
        await operator.key("Ctrl+K")
        palette = await operator.dialog(Palette)
        QTest.keyClicks(palette.field, number.replace(" ", ""))
        assert palette.field.text() == ""
        palette.reject()
        await operator.gone(palette)
        QApplication.clipboard().setText(number)
        operator.page.filter.field.paste()
        assert operator.page.filter.text == ""
        QApplication.clipboard().clear()
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert b"4242424242424242" not in path.read_bytes().replace(b" ", b"")


async def test_stripes_refusal_stands_at_the_field_and_nothing_typed_is_lost(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await operator.edit(name="Ito Aoi 2", description="x" * 350)
        await operator.dialog(PreviewDialog)
        await stripe.call("delete", f"/v1/customers/{operator.page.detail.id}")
        await operator.confirm()
        await until(lambda: "no such object" in form.problem.text())
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


async def test_f5_a_lost_answer_is_settled_in_activity_and_made_once(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "delay", lambda *_: 0.0)
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
        await until(panel.resume.isEnabled)
        operator.click(panel.resume)
        await until(lambda: "once" in operator.notice.lower())
        panel.reject()
        await operator.gone(panel)
        assert len(await stripe.customers("once@example.jp")) == 1
        assert len({key for _, key in writes(simulator)}) == 1
        await until(lambda: operator.window.top.activity.text() == "")


async def test_f5_the_window_closed_in_mid_flight_loses_no_write(qapp: QApplication, tmp_path: Path) -> None:
    """Closing ends within three seconds; the write is finished, or waits in the journal for the next start."""
    vault = SessionVault()
    vault.lasting = True
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
            newest = await again.services.operations.newest()
            assert [(e.operation.verb, e.state) for e in newest] == [("customer.create", State.DONE)]
        assert address == stripe.address


async def test_f5_a_write_that_never_ends_waits_in_the_journal(qapp: QApplication, tmp_path: Path) -> None:
    vault = SessionVault()
    vault.lasting = True
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
            entry = (await again.services.operations.unfinished())[0]
            await again.services.operations.resume(entry)
        assert len(await stripe.customers("slow@example.jp")) == 1


async def test_f2_without_network_the_copy_is_read_and_one_notice_said(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "delay", lambda *_: 0.0)
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        simulator.faults.add(Fault(".", "drop_before", times=None))
        operator.services.refresh()
        desk = operator.app.desks.current
        assert desk is not None
        await until(lambda: desk.status.phase is Phase.OFFLINE)
        await until(lambda: "Offline, as of" in operator.window.top.fresh.text())
        assert "could not be reached" in operator.notice
        assert len(await operator.rows("customer", "aoi")) == 1
        await until(lambda: "aoi@example.jp" in operator.text())
        form = await operator.new(name="X")
        await operator.confirm()
        await operator.gone(form)
        assert "not known whether" in operator.notice
        simulator.faults.clear()
        await until(lambda: desk.status.phase is Phase.CURRENT, 40)
        for entry in await operator.services.operations.unfinished():
            await operator.services.operations.abandon(entry)


async def test_a1_two_operators_at_once_make_one_customer(qapp: QApplication, tmp_path: Path) -> None:
    """Each has their own program and journal; the key derives from the external id."""
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


async def test_f10_an_email_in_use_is_warned_of(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await operator.new(email="aoi@example.jp")
        preview = await operator.dialog(PreviewDialog)
        assert preview._preview.warnings[0].code == "email_in_use"
        preview.reject()
        await operator.gone(preview)
        await operator.leave(form)
        other = await stripe.customer(name="Other", email="other@example.jp")
        await until_listed(operator, "customer", other)
        operator.page.select(other)
        form = await operator.edit(email="aoi@example.jp")
        preview = await operator.dialog(PreviewDialog)
        assert "email_in_use" in {warning.code for warning in preview._preview.warnings}
        preview.reject()
        await operator.gone(preview)
        await operator.leave(form)


async def test_f13_a_whole_job_by_keyboard_alone(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await operator.find("aoi")
        await operator.key("E")
        form = await operator.dialog(CustomerForm)
        QTest.keyClicks(form.focusWidget(), "Ito Aoi Jr")  # the name is selected: typing replaces it
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        preview = await operator.dialog(PreviewDialog)
        QTest.keyClicks(preview.focusWidget(), "married")
        QTest.keyClick(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await operator.gone(form)
        assert (await stripe.customers("aoi@example.jp"))[0]["name"].endswith("Jr")
        for number, kind in enumerate(("customer", "card", "price", "subscription", "invoice", "meter"), 1):
            await operator.key(f"Ctrl+{number}")
            assert operator.window.desk is not None
            assert operator.window.desk.kind == kind
        await operator.key("Alt+Left")
        desk = operator.window.desk
        assert desk is not None
        assert desk.kind == "invoice"
        await operator.key("/")
        await until(lambda: operator.page.filter.field.hasFocus())


async def test_changes_made_elsewhere_arrive_by_themselves(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("billing_desk.services.sync.POLL_SECONDS", 0.1)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await stripe.call("post", f"/v1/customers/{customer}", name="Changed Elsewhere")
        await until(lambda: "Changed Elsewhere" in operator.text())
        other = await stripe.customer(name="New Elsewhere", email="else@example.jp")
        await until_listed(operator, "customer", other)
        await stripe.call("delete", f"/v1/customers/{other}")
        await until(lambda: other not in operator.page.model.ids)


async def test_nothing_typed_is_lost_by_a_stray_escape(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        operator.window.commands.edit_customer()
        form = await operator.dialog(CustomerForm)
        operator.enter(form.field("name"), "Half typed")
        QTest.keyClick(form, Qt.Key.Key_Escape)
        asked = await until(lambda: [d for d in form.findChildren(QDialog) if d.isVisible()])
        asked[0].reject()
        await operator.gone(asked[0])
        assert form._text("name") == "Half typed"
        await operator.leave(form)


async def test_a_filter_that_cannot_be_read_is_quoted_and_breaks_nothing(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        operator.page.filter.set_text("created<tomorrow")
        await until(lambda: "created<tomorrow" in operator.page._problem.text())
        operator.page.table.selectAll()
        operator.page._refresh_footer()
        await until(lambda: not operator.page.jobs.busy)
        assert await operator.rows("customer", "aoi")


async def test_the_keyboard_is_on_the_table_and_space_gathers_rows(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        for number in range(3):
            await until_listed(operator, "customer", await stripe.customer(name=f"Row {number}"))
        table = operator.page.table
        operator.window.activateWindow()
        await until(table.hasFocus)
        table.selectRow(0)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Space):
            QTest.keyClick(table, key)
        ids = operator.page.model.ids
        assert table.selected_ids() == [ids[0], ids[2]]
        await until(lambda: "2 selected" in operator.page.footer_text)
        operator.window.commands.choose_mode("test")
        assert table.selected_ids() == [ids[0], ids[2]], "the mode that is open stays open as it is"


async def test_f14_the_same_window_in_japanese(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path, lang="ja", key=NO_INVOICES_KEY) as (operator, _, __):
        assert operator.window.desk is not None
        tabs = operator.window.desk._tabs
        assert [tabs.tabText(n) for n in range(tabs.count())] == [
            "顧客",
            "カード",
            "プラン",
            "サブスクリプション",
            "請求書",
            "使用量",
        ]
        assert "顧客" in operator.page.table.accessibleName()
