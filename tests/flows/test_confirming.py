"""What confirms a change: nothing that was not on the screen, with a word in live mode, and always for a named
customer."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from billing_desk.domain.writes.action import Action
from billing_desk.domain.writes.least_risk import HARMLESS, least_risk
from billing_desk.domain.writes.operation import FieldChange, Mode, Risk
from billing_desk.ui.customers.balance import BalanceDialog
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.customers.notes import NoteDialog
from billing_desk.ui.customers.pay_overdue import PayOverdueDialog
from billing_desk.ui.customers.payments import RefundDialog
from billing_desk.ui.customers.tax_ids import TaxIdsDialog
from billing_desk.ui.subscriptions.change import ChangeDialog
from billing_desk.ui.subscriptions.end_dialogs import CancelDialog
from billing_desk.ui.tables.view_dialog import ViewDialog
from billing_desk.ui.widgets.base_dialog import FIRST_LOOK, Question
from billing_desk.ui.widgets.dialog import DeskDialog
from billing_desk.ui.wording.text import Wording
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.bulk_dialog import BulkDialog
from billing_desk.ui.writing.confirmation import Confirmation
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..support import until
from .actions import add_card, owes, press
from .operator_fixture import at_desk, writes

NAME = "Ito Aoi"


async def _charge_form(operator: Operator, stripe: Any) -> ChargeDialog:
    await add_card(operator, stripe)
    operator.window.commands.customer_action("charge")
    form = await operator.dialog(ChargeDialog)
    operator.enter(form.amount, "5000")
    operator.enter(form.description, "Setup")
    return form


def _press(widget: QWidget, *, again: bool) -> None:
    """Ctrl+Enter as the window system sends it, to whatever has the focus; `again`: repeated by a held key."""
    control = Qt.KeyboardModifier.ControlModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_Return, control, "\r", again)
        QApplication.sendEvent(widget, event)


@pytest.mark.first_look
@pytest.mark.parametrize("flagged", [True, False])
async def test_a_held_key_charges_nothing(qapp: QApplication, tmp_path: Path, flagged: bool) -> None:
    """F4: Ctrl+Enter held on the form for longer than the preview needs to be confirmed, also on a window system that
    does not say which presses are repeats."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await _charge_form(operator, stripe)
        before = len(writes(simulator))
        loop = asyncio.get_running_loop()
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        ends = loop.time() + FIRST_LOOK / 1_000 + 0.5
        while loop.time() < ends:
            top = operator.top(PreviewDialog) or form
            _press(QApplication.focusWidget() or top, again=flagged)
            await asyncio.sleep(0.03)
        assert operator.top(PreviewDialog) is not None
        assert len(writes(simulator)) == before, "nothing was sent"
        preview = await operator.dialog(PreviewDialog)
        await until(preview.primary.isEnabled)
        QTest.keyClick(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await operator.gone(form)
        assert len(writes(simulator)) == before + 4, "one press after a look charges once"


async def test_the_preview_takes_the_place_of_its_form(qapp: QApplication, tmp_path: Path) -> None:
    """G2: one dialog with two steps; Back leads to the form as it was filled in."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await _charge_form(operator, stripe)
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview.geometry().contains(form.geometry()), "nothing of the form is seen beside it"
        preview.move(preview.pos() + QPoint(40, 24))
        await until(lambda: preview.geometry().contains(form.geometry()))
        assert preview.close_button.text() == "Back"
        operator.click(preview.close_button)
        await operator.gone(preview)
        assert form.isVisible()
        assert (form.amount.text(), form.description.text()) == ("5000", "Setup")
        await operator.leave(form)


@pytest.mark.first_look
@pytest.mark.parametrize("pause", [0.01, 0.15, 0.4])
async def test_fast_keys_and_clicks_charge_nothing(qapp: QApplication, tmp_path: Path, pause: float) -> None:
    """F4: each press before the preview was looked at makes the operator look anew."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await _charge_form(operator, stripe)
        before = len(writes(simulator))
        for _ in range(6):
            top = operator.top(PreviewDialog) or form
            QTest.keyClick(top, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            if top is not form:
                QTest.mouseDClick(top.primary, Qt.MouseButton.LeftButton)
            await asyncio.sleep(pause)
        preview = await operator.dialog(PreviewDialog)
        assert len(writes(simulator)) == before
        await operator.leave(preview)
        await operator.leave(form)


@pytest.mark.first_look
async def test_a_run_of_clicks_charges_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """F4: also for longer than the preview needs to be confirmed."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        form = await _charge_form(operator, stripe)
        before = len(writes(simulator))
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        for _ in range(12):
            QTest.mouseClick(preview.primary, Qt.MouseButton.LeftButton)
            await asyncio.sleep(0.1)
        assert preview.isVisible()
        assert len(writes(simulator)) == before
        preview.reject()
        await operator.gone(preview)
        await operator.leave(form)


@pytest.mark.first_look
async def test_a_bulk_edit_starts_only_after_its_dry_run_was_seen(qapp: QApplication, tmp_path: Path) -> None:
    """F6."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await add_card(operator, stripe)
        await operator.rows("card")
        before = len(writes(simulator))
        operator.window.commands.change_many()
        dialog = await operator.dialog(BulkDialog)
        for _ in range(12):
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            await asyncio.sleep(0.1)
        assert dialog.isVisible()
        assert len(writes(simulator)) == before
        await until(dialog.primary.isEnabled)
        await operator.leave(dialog)


async def test_a_preview_made_anew_names_the_customer_as_now_called(qapp: QApplication, tmp_path: Path) -> None:
    """G8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await _charge_form(operator, stripe)
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        renamed = {"name": "Ono Yuki", "email": "yuki@example.jp"}
        await stripe.call("post", f"/v1/customers/{operator.page.detail.id}", **renamed)
        operator.click(preview.primary)
        await until(lambda: "changed in Stripe" in preview.problem.text())
        about = preview.findChild(QLabel, "whom")
        assert about is not None
        assert about.text() == "Ono Yuki · yuki@example.jp"
        assert "Ono Yuki" in preview.windowTitle()
        assert preview.primary.text() == "Charge ¥5,000 to Ono Yuki"
        preview.reject()
        await operator.gone(preview)
        await operator.leave(form)


@pytest.mark.first_look
async def test_a_question_is_not_answered_by_the_key_that_asked_it(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await _charge_form(operator, stripe)
        QTest.keyClick(form, Qt.Key.Key_Escape)
        asked = await operator.dialog(Question)
        confirming = asked.primary
        assert confirming is not None
        assert not confirming.isEnabled()
        QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert asked.isVisible()
        await until(confirming.isEnabled)
        QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await operator.gone(form)


async def test_typed_input_is_not_lost_by_esc(qapp: QApplication, tmp_path: Path) -> None:
    """F13."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await _charge_form(operator, stripe)
        QTest.keyClick(form, Qt.Key.Key_Escape)
        asked = await operator.dialog(Question)
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        await operator.gone(asked)
        assert form.isVisible()
        assert form.amount.text() == "5000"
        form.amount.clear()
        form.description.clear()
        QTest.keyClick(form, Qt.Key.Key_Escape)
        await operator.gone(form)


async def test_the_customer_stays_after_a_charge_with_a_link_to_the_invoice(qapp: QApplication, tmp_path: Path) -> None:
    """G8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        form = await _charge_form(operator, stripe)
        operator.click(form.primary)
        await operator.confirm()
        await operator.gone(form)
        assert operator.window.desk is not None
        assert operator.window.desk.kind == "customer"
        assert operator.page.detail.id == customer
        assert NAME in operator.notice
        said = operator.window.notices._notice
        assert said is not None
        assert said.link is not None
        assert said.link[0] == "invoice"


async def test_keys_work_in_every_dialog(qapp: QApplication, tmp_path: Path) -> None:
    """F13: Ctrl+Enter saves a view; Enter presses a focused button, once."""
    async with at_desk(qapp, tmp_path) as (operator, _, _sim):
        await operator.key("Ctrl+S")
        dialog = await operator.dialog(ViewDialog)
        operator.enter(dialog.field, "Mine")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await operator.gone(dialog)
        await until(lambda: "Mine" in [view.name for view in operator.page.filter.all_views()])
        operator.window.commands.show_activity()
        panel = await operator.dialog(DeskDialog)
        panel.close_button.setFocus()
        QTest.keyClick(panel.close_button, Qt.Key.Key_Return)
        await operator.gone(panel)


async def test_every_dialog_says_whose(qapp: QApplication, tmp_path: Path) -> None:
    """G8: dialogs of a customer, the preview, and the notice name the customer and the account."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        await owes(operator, stripe, 700)
        customer = operator.page.detail.id
        paid = await stripe.call(
            "post",
            "/v1/payment_intents",
            amount="500",
            currency="jpy",
            customer=customer,
            confirm="true",
            off_session="true",
            **{"payment_method": "pm_card_visa", "allowed_payment_method_types[0]": "card"},
        )
        assert paid["status"] == "succeeded"
        await operator.services.customers.refresh(customer)
        for action, kind in (
            ("charge", ChargeDialog),
            ("credit", BalanceDialog),
            ("tax_ids", TaxIdsDialog),
            ("note", NoteDialog),
            ("refund", RefundDialog),
            ("pay_overdue", PayOverdueDialog),
            ("add_card", AddCardDialog),
        ):
            operator.window.commands.customer_action(action)
            dialog: Any = await operator.dialog(kind)
            _says_whose(dialog)
            await operator.leave(dialog)
        operator.window.commands.customer_action("delete")
        preview = await operator.dialog(PreviewDialog)
        _says_whose(preview)
        await operator.leave(preview)


async def test_ending_a_subscription_and_its_quantity_say_whose(qapp: QApplication, tmp_path: Path) -> None:
    """G8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        price = await stripe.call(
            "post",
            "/v1/prices",
            **{"currency": "jpy", "unit_amount": "980", "recurring[interval]": "month", "product_data[name]": "Basic"},
        )
        made = await stripe.call(
            "post", "/v1/subscriptions", **{"customer": operator.page.detail.id, "items[0][price]": price["id"]}
        )
        await operator.services.queries.refresh("subscription", made["id"])
        operator.window.open_object("subscription", str(made["id"]))
        await press(operator, "Change")
        change = await operator.dialog(ChangeDialog)
        _says_whose(change)
        await operator.leave(change)
        await press(operator, "Cancel")
        cancel = await operator.dialog(CancelDialog)
        _says_whose(cancel)
        operator.click(cancel.primary)
        preview = await operator.dialog(PreviewDialog)
        _says_whose(preview)
        operator.click(preview.primary)
        await operator.gone(cancel)
        await until(lambda: NAME in operator.notice)
        entry = (await operator.services.log.newest())[0]
        assert ("customer", made["customer"]) in entry.operation.subjects
        operator.window.commands.show_activity()
        panel: Any = await operator.dialog(DeskDialog)
        await until(lambda: NAME in _row(panel.operations.table, 0))
        panel.audit.load()
        await until(lambda: NAME in _row(panel.audit.table, 0))
        await operator.leave(panel)


def _row(table: Any, row: int) -> list[str]:
    return [table.item(row, column).text() for column in range(table.columnCount()) if table.item(row, column)]


def _says_whose(dialog: DeskDialog[Any]) -> None:
    about = dialog.findChild(QLabel, "whom")
    assert about is not None, type(dialog)
    assert NAME in about.text()
    assert NAME in dialog.windowTitle()
    assert "Acme KK" in dialog.windowTitle()


@pytest.mark.parametrize("action", list(Action))
def test_live_asks_for_a_word_unless_an_action_is_harmless(qapp: QApplication, action: Action) -> None:
    """F1."""
    change = FieldChange("email", "a@example.jp", "b@example.jp")
    risk = least_risk(action, [change])
    confirmation = Confirmation(Mode.LIVE, Wording("en", "Asia/Tokyo"))
    confirmation.ask(risk)
    assert confirmation.is_given == (action in HARMLESS)
    confirmation.typed.setText("change")
    assert confirmation.is_given
    in_test = Confirmation(Mode.TEST, Wording("en", "Asia/Tokyo"))
    in_test.ask(risk)
    assert in_test.is_given


def test_a_new_name_is_not_serious_but_a_new_email_is() -> None:
    """F1."""
    assert least_risk(Action.CUSTOMER_UPDATE, [FieldChange("name", "A", "B")]) is Risk.PLAIN
    assert least_risk(Action.CUSTOMER_UPDATE, [FieldChange("email", "a", "b")]) is Risk.SERIOUS
