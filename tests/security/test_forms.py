"""A form changes what a person changed, and nothing that it was filled in with and did not show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from billing_desk.domain.objects.customer import Address, CustomerFields, update_params
from billing_desk.domain.objects.tax_id import TaxId, read_lines
from billing_desk.domain.text.card_number_guard import luhn
from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.settings.settings_dialog import SettingsDialog
from billing_desk.ui.widgets.fields import TextArea, TextField
from billing_desk.ui.widgets.metadata_editor import MetadataEditor
from billing_desk.ui.writing.preview import PreviewDialog

from ..flows.operator_fixture import at_desk
from ..support import until

NUMBER = "4000001234567899"


def test_the_number_of_these_tests_looks_like_a_card() -> None:
    assert luhn(NUMBER)


async def test_b_metadata_with_a_card_like_number_is_kept_and_only_the_changed_line_is_sent(
    qapp: QApplication, tmp_path: Path
) -> None:
    """One in ten random numbers of sixteen digits passes the check sum; keys and values of any form stay."""
    held = {"order": NUMBER, "a=b": "c = d", "  spaced ": "  kept  ", "lines": "one\ntwo", "crm": "7"}
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await stripe.call(
            "post", f"/v1/customers/{customer}", **{f"metadata[{key}]": text for key, text in held.items()}
        )
        await operator.services.customers.refresh(customer)
        operator.window.commands.edit_customer()
        form = await operator.dialog(CustomerForm)
        assert form.metadata.value_of("order").text() == NUMBER, "it is shown"
        assert not form.has_typed()
        operator.enter(form.metadata.value_of("crm"), "8")
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview._preview.operation.steps[0].request.params == {"metadata": {"crm": "8"}}
        await operator.confirm()
        await operator.gone(form)
        stored = (await stripe.call("get", f"/v1/customers/{customer}"))["metadata"]
        assert stored == {**held, "crm": "8"}


async def test_what_is_wrong_comes_into_sight(qapp: QApplication, tmp_path: Path) -> None:
    """In a form longer than its window, from whichever end it was left; and the line that is meant has the cursor."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        held = {f"metadata[the_same_long_beginning_{number}]": "value " * 20 for number in range(22)}
        await stripe.call("post", f"/v1/customers/{customer}", **held)
        await operator.services.customers.refresh(customer)
        operator.window.commands.edit_customer()
        form = await operator.dialog(CustomerForm)
        assert "Edit " in form.windowTitle()
        name = form.metadata.add_line()
        operator.enter(form.metadata.added()[0][1], "lonely value")
        form.field("name").setFocus()
        operator.click(form.primary)
        await until(lambda: form.focusWidget() is name and not name.visibleRegion().isEmpty())
        assert form.metadata.problem == "Enter a key for the value “lonely value”."
        operator.enter(name, "bad[key]")
        operator.enter(form.field("email"), "no address")
        operator.click(form.primary)
        await until(lambda: form.focusWidget() is form.field("email"))
        assert not form.field("email").visibleRegion().isEmpty()
        await operator.leave(form)


async def test_settings_that_cannot_be_used_come_into_sight(qapp: QApplication, tmp_path: Path) -> None:
    """Safety above and network below are both said."""
    async with at_desk(qapp, tmp_path) as (operator, _, __):
        operator.window.commands.show_settings()
        dialog = await operator.dialog(SettingsDialog)
        dialog.resize(620, 300)
        operator.enter(dialog.network.ca_file, "/nowhere.pem")
        operator.click(next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save"))
        await until(lambda: dialog.focusWidget() is dialog.network.ca_file)
        assert not dialog.network.ca_file.visibleRegion().isEmpty()
        operator.enter(dialog.safety.one_write, "much")
        operator.click(next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save"))
        await until(lambda: dialog.focusWidget() is dialog.safety.one_write)
        assert not dialog.safety.one_write.visibleRegion().isEmpty()
        await operator.leave(dialog)


async def test_a_line_is_removed_and_kept_again_by_keyboard(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await stripe.call("post", f"/v1/customers/{customer}", **{"metadata[a]": "1", "metadata[b]": NUMBER})
        await operator.services.customers.refresh(customer)
        operator.window.commands.edit_customer()
        form = await operator.dialog(CustomerForm)
        for _ in range(3):  # remove, keep, remove
            form.metadata.remover_of("b").setFocus()
            QTest.keyClick(form.metadata.remover_of("b"), Qt.Key.Key_Space)
        form.metadata.add.setFocus()
        QTest.keyClick(form.metadata.add, Qt.Key.Key_Space)
        QTest.keyClicks(form.focusWidget(), "new")
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(form.focusWidget(), "value")
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview._preview.operation.steps[0].request.params == {"metadata": {"b": "", "new": "value"}}
        await operator.leave(preview)
        await operator.leave(form)


async def test_fields_that_were_not_touched_stay_letter_by_letter(qapp: QApplication, tmp_path: Path) -> None:
    """Spaces around, line ends, half a table of controls, a number in the name, a status newer than this program."""
    odd = {
        "name": f"  Ito\nAoi {NUMBER} ",
        "description": "\ttabbed\r\n\u202e",
        "phone": " 03-1234 ",
        "preferred_locales": ["xx-weird-LOCALE1", ""],
        "tax_exempt": "partly",
        "address": {"line1": " 1 ", "city": "\u3000", "country": "Japan", "postal_code": NUMBER[:12]},
        "metadata": {"k": "v" * 600},
    }
    async with at_desk(qapp, tmp_path) as (operator, _, simulator):
        customer = str(operator.page.detail.id)
        state = next(iter(simulator.grants.values())).state
        stored = state.table("customer").get(customer)
        assert stored is not None
        stored.update(odd)
        state.changed("customer", stored)
        await operator.services.customers.refresh(customer)
        form = await operator.edit()
        await until(lambda: "Nothing to change" in form.problem.text())
        operator.enter(form.field("email"), "only@example.jp")
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview._preview.operation.steps[0].request.params == {"email": "only@example.jp"}
        await operator.leave(preview)
        await operator.leave(form)


@given(st.dictionaries(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=20), max_size=5))
@settings(max_examples=300, deadline=None)
def test_any_metadata_comes_back_as_it_was(qapp: QApplication, held: dict[str, str]) -> None:
    editor = MetadataEditor(held)
    found, problems = editor.read()
    assert found == held
    assert problems == []
    editor.deleteLater()


def test_what_the_program_fills_in_is_not_guarded_as_typed(qapp: QApplication) -> None:
    for field in (TextField(f"kept {NUMBER}"), TextArea(f"kept {NUMBER}")):
        stops: list[bool] = []
        field.stopped.connect(lambda stops=stops: stops.append(True))
        assert NUMBER in _text(field)
        _put_at_end(field, " and more")
        assert _text(field) == f"kept {NUMBER} and more", "what was there does not stop what is typed beside it"
        assert stops == []
        _put_at_end(field, " 4242424242424242")
        assert _text(field) == f"kept {NUMBER}", "a new number is taken out, what was filled in comes back"
        assert stops == [True]
        field.deleteLater()


def _text(field: Any) -> str:
    return str(field.toPlainText() if isinstance(field, TextArea) else field.text())


def _put_at_end(field: Any, text: str) -> None:
    if isinstance(field, TextArea):
        cursor = field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        field.setTextCursor(cursor)
    else:
        field.setCursorPosition(len(field.text()))
    QTest.keyClicks(field, text)


@pytest.mark.parametrize("line", ["xx_new 12", "eu_vat ＤＥ１２３４５６７８９", "odd", "jp_cn 1 2"])
def test_tax_ids_that_were_not_touched_are_what_they_were(line: str) -> None:
    type_, _, value = line.partition(" ")
    held = TaxId(type_, value, "txi_1")
    assert read_lines(f"{held.line}\njp_cn 1234567891234", [held]) == [held, TaxId("jp_cn", "1234567891234")]


def test_an_address_of_a_form_is_sent_whole_only_when_it_was_changed() -> None:
    before = CustomerFields(address=Address(line1=" x ", city="\n"), name="a")
    assert update_params(before, CustomerFields(address=Address(line1=" x ", city="\n"), name="b")) == {"name": "b"}
