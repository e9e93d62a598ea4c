"""What was acted on stays on the screen with its result; the next customer is never slid under the hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.customers.form import CustomerForm

from ..support import until
from .actions import add_card, owes, press
from .operator_fixture import at_desk


async def test_a_paid_invoice_stays_though_it_left_the_filter(qapp: QApplication, tmp_path: Path) -> None:
    """G8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        await owes(operator, stripe, 700, 700, 700)
        await add_card(operator, stripe)
        paid, *others = await operator.rows("invoice", "status:overdue")
        operator.page.select(paid)
        await until(lambda: operator.page.table.current_id == paid)
        await press(operator, "Pay ¥700")
        await operator.confirm()
        await until(lambda: "¥700 was charged" in operator.notice)
        await until(lambda: paid not in operator.shown)
        assert operator.page.detail.id == paid
        await until(lambda: "Remaining\n¥0" in operator.text())
        assert not operator.page.table.current_number, "no other row took its place"
        await until(operator.page.strip.isVisible)
        operator.page.table.setFocus()
        assert not operator.page.table.current_number, "the focus alone selects nothing"
        assert operator.page.detail.id == paid
        QTest.keyClick(operator.page.table, Qt.Key.Key_J)
        await until(lambda: operator.page.detail.id == others[0])
        assert operator.page.strip.isHidden()


async def test_a_customer_action_acts_on_the_customer_on_the_screen(qapp: QApplication, tmp_path: Path) -> None:
    """G9: on every tab, not for whoever the Customers tab showed last."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        shown_before = operator.page.detail.id
        customer, subscription = await stripe.subscriber("mori@example.jp", "monthly")
        operator.services.refresh()
        operator.window.commands.go_to_tab("subscription")
        await until(lambda: subscription in operator.shown)
        operator.page.select(subscription)
        await until(lambda: operator.page.detail.id == subscription)
        for name, kind in (("charge", ChargeDialog), ("edit", CustomerForm)):
            operator.window.commands.customer_action(name)
            form = await operator.dialog(kind)
            assert form.whom is not None
            assert form.whom.name == "Subscriber"
            await operator.leave(form)
        operator.window.commands.go_to_tab("price")
        await until(lambda: operator.shown)
        operator.page.select(operator.shown[0])
        await until(lambda: operator.page.detail.id)
        operator.window.commands.customer_action("charge")
        await until(lambda: "Select a customer first" in operator.notice)
        assert operator.top(ChargeDialog) is None
        assert customer != shown_before


async def test_a_filter_that_hides_what_is_shown_says_so(qapp: QApplication, tmp_path: Path) -> None:
    """G8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await stripe.customer(name="Mori Ren", email="ren@example.jp")
        operator.services.refresh()
        await until(lambda: len(operator.shown) == 2)
        await operator.rows("customer", "Mori")
        assert operator.page.detail.id == customer
        await until(operator.page.strip.isVisible)
        operator.page._clear_filter()
        await until(operator.page.strip.isHidden)
        await until(lambda: operator.page.table.current_id == customer)
