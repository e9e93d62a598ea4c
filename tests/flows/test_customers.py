"""Customers through the window: what is typed, found and seen; F13, F14."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.window.palette import Palette
from billing_desk.ui.writing.preview import PreviewDialog

from ..support import NO_INVOICES_KEY, until
from .operator_fixture import at_desk, writes
from .shared import until_listed


async def test_nothing_changed_asks_for_nothing(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        form = await operator.edit()
        await until(lambda: "Nothing to change" in form.problem.text())
        await operator.leave(form)
        assert writes(simulator) == []


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("email", "nobody", "valid email"),
        ("phone", "1" * 21, "up to 20"),
        ("country", "Japan", "two-letter country code"),
        ("preferred_locales", "nihongo desu", "not a language"),
        ("metadata", "a =", "has no value"),
        ("metadata", "a[b] = 1", "is not a valid key"),
        ("metadata", "a = 1\na = 2", "appears twice"),
    ],
)
async def test_bad_input_is_said_at_its_field(
    qapp: QApplication, tmp_path: Path, field: str, text: str, said: str
) -> None:
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        form = await operator.edit(**{field: text})
        assert said in (form.metadata.problem if field == "metadata" else form._rows[field].problem)
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
                assert field.text() == "" or field.text() == form._original(name)
                assert "card number" in row.problem
                field.undo()
                assert "4242" not in field.text()
        for name, part in zip(("line1", "line2", "city", "postal_code"), number.split(), strict=True):
            QTest.keyClicks(form.field(name), part)
        for name in ("line1", "line2", "city", "postal_code"):
            assert form._text(name) == ""
            assert "card number" in form._rows[name].problem
        for part in number.split():
            QTest.keyClicks(form.metadata.add_line(), f"part {part[-1]}")
            QTest.keyClicks(form.metadata.added()[-1][1], part)
        assert [value.text() for _, value in form.metadata.added()] == [""] * 4
        assert "card number" in form.metadata.problem
        await operator.leave(form)
        await operator.key("Ctrl+K")
        palette = await operator.dialog(Palette)
        QTest.keyClicks(palette.field, number.replace(" ", ""))
        assert palette.field.text() == ""
        await operator.leave(palette)
        QApplication.clipboard().setText(number)
        operator.page.filter.field.paste()
        assert operator.page.filter.text == ""
        QApplication.clipboard().clear()
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert b"4242424242424242" not in path.read_bytes().replace(b" ", b"")


async def test_a_whole_job_by_keyboard_alone(qapp: QApplication, tmp_path: Path) -> None:
    """F13."""
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
    monkeypatch.setattr("billing_desk.services.sync.sync.POLL_SECONDS", 0.1)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await stripe.call("post", f"/v1/customers/{customer}", name="Changed Elsewhere")
        await until(lambda: "Changed Elsewhere" in operator.text())
        other = await stripe.customer(name="New Elsewhere", email="else@example.jp")
        await until_listed(operator, "customer", other)
        await stripe.call("delete", f"/v1/customers/{other}")
        await until(lambda: other not in operator.shown)


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
        await until(lambda: "created<tomorrow" in operator.page.problem.text)
        operator.page.table.selectAll()
        await until(lambda: not operator.page.jobs.busy)
        assert await operator.rows("customer", "aoi")


async def test_the_keyboard_is_on_the_table_and_space_gathers_rows(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        ids = [await stripe.customer(name=f"Row {number}") for number in range(3)]
        operator.services.refresh()
        for id_ in ids:
            await until_listed(operator, "customer", id_)
        table = operator.page.table
        operator.window.activateWindow()
        await until(table.hasFocus)
        table.selectRow(0)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Space):
            QTest.keyClick(table, key)
        ids = operator.shown
        assert operator.selected == [ids[0], ids[2]]
        await until(lambda: "2 selected" in operator.page.footer_text)
        operator.window.commands.choose_mode("test")
        assert operator.selected == [ids[0], ids[2]], "the mode that is open stays open as it is"


async def test_the_same_window_in_japanese(qapp: QApplication, tmp_path: Path) -> None:
    """F14."""
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


async def test_metadata_is_counted_while_it_is_typed_and_fifty_keys_are_written(
    qapp: QApplication, tmp_path: Path
) -> None:
    """The program's own entries give way to the customer's."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        operator.window.commands.new_customer()
        form = await operator.dialog(CustomerForm)
        assert form.metadata.count == "1 of 50 entries, 1 of them by this program."
        for number in range(50):
            form.metadata.add_line().setText(f"key {number}")
            form.metadata.added()[-1][1].setText("value")
        assert form.metadata.count == "50 of 50 entries. Entries of this program that have no room are left out."
        extra = form.metadata.add_line()
        extra.setText("one too many")
        assert form.metadata.problem == "Use up to 50 entries."
        extra.setText("")
        assert form.metadata.problem == ""
        operator.enter(form.field("email"), "fifty@example.jp")
        operator.click(form.primary)
        await operator.confirm()
        await operator.gone(form)
        [made] = await stripe.customers("fifty@example.jp")
        assert set(made["metadata"]) == {f"key {number}" for number in range(50)}
        await until(lambda: made["id"] in operator.text())
        form = await operator.edit(name="Renamed")
        await operator.confirm()
        await operator.gone(form)
        [renamed] = await stripe.customers("fifty@example.jp")
        assert (renamed["name"], len(renamed["metadata"])) == ("Renamed", 50)
