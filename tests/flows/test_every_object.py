"""Every Stripe-shaped object is shown as what it is, in the table, the detail and the palette's words (G1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from billing_desk.domain.json_object import Json
from billing_desk.domain.objects.payment_method import method_of
from billing_desk.ui.tab.detail_builder import LinkButton
from billing_desk.ui.wording import words

from ..driver import Operator, seated
from ..support import objects, until
from .actions import add_card
from .operator_fixture import at_desk


async def _filled(operator: Operator) -> None:
    """The objects in the mirror of a desk whose sync is paused, so that it does not look for them at Stripe."""
    assert operator.app.desks.current is not None
    operator.services.pause(True)
    mirror = operator.app.desks.current._mirror
    for name in ("customers", "payment_methods", "subscriptions", "invoices"):
        for change in await mirror.put(objects(name), 1.0):
            operator.services.changes.publish(change)


async def _shown(operator: Operator, kind: str, obj: Json) -> str:
    operator.window.open_object(kind, str(obj["id"]))
    await until(lambda: operator.page.detail._painted == obj["id"])
    text = operator.text()
    assert "cannot be displayed" not in text
    return text


async def test_every_payment_method_is_shown_as_what_it_is(qapp: QApplication, tmp_path: Path) -> None:
    """G1: in the detail, the customer's page, and the table; only cards have an expiry."""
    async with at_desk(qapp, tmp_path) as (operator, _, _sim):
        await _filled(operator)
        methods = objects("payment_methods")
        for obj in methods:
            name = words.method(method_of(obj))
            text = await _shown(operator, "card", obj)
            assert name.split("  ")[0] in text, obj["id"]
            assert ("Expires" in text) == (obj["id"] in ("pm_13x", "card_1x", "src_1x")), obj["id"]
            assert "00/0" not in text
        legacy = next(obj for obj in methods if obj["id"] == "card_1x")
        text = await _shown(operator, "card", legacy)
        assert "CVC check\npassed" in text
        assert "Address check\nfailed" in text
        customer = next(obj for obj in objects("customers") if obj["id"] == "cus_methods")
        text = await _shown(operator, "customer", customer)
        for expected in (
            "Link  pay@example.com",
            "Balance\n¥5,000 credit",
            "Overdue\n¥10,000",
            "ACH Direct Debit *6789",
            "Convenience store",
            "Some new type",
            "Bank account *6789",
        ):
            assert expected in text, expected
        gone = next(obj for obj in objects("customers") if obj["id"] == "cus_gone")
        assert "deleted in Stripe" in await _shown(operator, "customer", gone)


async def test_every_invoice_and_subscription_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    """G1, G2: states and reasons that Stripe added since have a plain name."""
    async with at_desk(qapp, tmp_path) as (operator, _, _sim):
        await _filled(operator)
        said = {
            "bank debit on its way": ("Processing", "ACH Direct Debit *6789"),
            "paid from the credit balance": ("From credit balance\n¥300", "No payments: From credit balance."),
            "below the minimum, carried over": ("not charged, carried over to the next invoice\n¥30",),
            "paid by a discount": ("No payments: Discount.",),
            "paid outside Stripe": ("Paid outside Stripe\n¥5,000",),
            "uncollectible": ("Written off\n¥5,000", "Remaining\n¥0"),
            "ISK with a fraction": ("ISK 100.50",),
            "values that Stripe added since": ("Some new status", "Some new reason"),
            "attempt failed": ("insufficient funds", "Failed"),
        }
        for obj in objects("invoices"):
            text = (await _shown(operator, "invoice", obj)).replace("\xa0", " ")
            for expected in said.get(str(obj["case"]), ()):
                assert expected in text, (obj["case"], expected, text)
            payable = (
                "open, not tried yet",
                "past its due date",
                "due later",
                "attempt failed",
                "of a deleted customer",
                "uncollectible",  # it can still be paid
            )
            may_pay = obj["case"] in (*payable, "of a deleted customer")
            assert ("Pay ¥" in text) == may_pay, obj["case"]
        for obj in objects("subscriptions"):
            text = await _shown(operator, "subscription", obj)
            if obj["case"] == "a status that Stripe added since":
                assert "Some new status" in text


async def test_an_invoice_and_its_payment_lead_to_each_other(qapp: QApplication, tmp_path: Path) -> None:
    """F3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await add_card(operator, stripe)
        invoice = await stripe.call("post", "/v1/invoices", customer=customer, auto_advance="false")
        item = {"customer": customer, "invoice": invoice["id"], "amount": "700", "currency": "jpy"}
        await stripe.call("post", "/v1/invoiceitems", **item)
        await stripe.call("post", f"/v1/invoices/{invoice['id']}/pay")
        await operator.services.queries.refresh("invoice", invoice["id"])
        await operator.services.customers.refresh(customer)
        number = (await operator.services.queries.get("invoice", invoice["id"]))["number"]

        def links(text: str) -> list[LinkButton]:
            return [link for link in operator.page.detail.findChildren(LinkButton) if link.text() == text]

        await until(lambda: len(links(number)) == 2)  # among the invoices, and below the payment
        operator.click(links(number)[1])
        await until(lambda: operator.page.detail.id == invoice["id"] and links("Visa *4242"))
        assert operator.window.desk is not None
        paid = next(link for link in operator.page.detail.findChildren(LinkButton) if ":" in link.text())
        operator.click(paid)
        await until(lambda: operator.window.desk is not None and operator.window.desk.kind == "customer")
        assert operator.page.detail.id == customer


async def test_another_object_starts_at_its_top(qapp: QApplication, tmp_path: Path) -> None:
    async with seated(qapp, tmp_path, demo=True) as operator:
        first, second, *_ = await operator.rows("customer")
        detail = operator.page.detail
        operator.page.select(first)
        await until(lambda: detail._painted == first and detail.verticalScrollBar().maximum() > 200)
        detail.verticalScrollBar().setValue(150)
        await detail._paint(first)
        assert detail.verticalScrollBar().value() == 150, "the same object stays where it is"
        operator.page.select(second)
        await until(lambda: detail._painted == second)
        assert detail.verticalScrollBar().value() == 0
        assert detail._header is not None
        assert detail._header.isVisible(), "name and actions do not scroll"


async def test_notices_leave_and_do_not_cover_the_current_row(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        form = await operator.edit(name="New Name")
        await operator.confirm()
        await operator.gone(form)
        notices = operator.window.notices
        await until(notices.isVisible)
        assert notices._leaves.isActive()
        assert notices.width() == 400
        table = operator.page.table
        row = table.visualRect(table.currentIndex())
        row.moveTopLeft(table.viewport().mapTo(operator.window._inside, row.topLeft()))
        assert not row.intersects(notices.geometry())
        notices._leaves.timeout.emit()
        assert notices.isHidden()
        assert "New Name" in notices._text.text()


@pytest.mark.qt_log_ignore("does not support", extend=True)
async def test_the_right_button_opens_the_actions_of_a_row(qapp: QApplication, tmp_path: Path) -> None:
    async with seated(qapp, tmp_path, demo=True) as operator:
        await operator.rows("invoice")
        await until(lambda: operator.page.shows_rows)
        table = operator.page.table
        at = table.visualRect(operator.page.model.index(1, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        operator.page._menu.open(at)
        (menu,) = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
        titles = [action.text() for action in menu.actions()]
        assert titles == ["Copy rows", "Copy ID", "Open customer", "Bulk edit…", "Export…", "Save PDFs…"]
        menu.actions()[2].trigger()
        menu.close()
        await until(lambda: operator.window.desk is not None and operator.window.desk.kind == "customer")
