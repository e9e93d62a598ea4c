"""Twelve phone calls, with the keyboard alone, from the customer's email to the end (F13). Prints what each took."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from billing_desk.services import polling
from billing_desk.simulator.server import Simulator
from billing_desk.ui.customers.balance import BalanceDialog
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.customers.compare import CompareDialog
from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.customers.pay_overdue import PayOverdueDialog
from billing_desk.ui.customers.payments import RefundDialog
from billing_desk.ui.window.palette import Palette
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, owes
from .operator_fixture import at_desk, writes

EMAIL = "aoi@example.jp"


@dataclass
class Phone:
    """Hands on the keyboard. `keys` counts what was pressed after the email was typed; text counts by its letters."""

    operator: Operator
    simulator: Simulator
    keys: int = 0
    asked: int = 0

    async def press(self, *names: str) -> None:
        for name in names:
            combination = QKeySequence(name)[0]  # type: ignore[index]
            top = [d for d in self.operator.window.findChildren(QDialog) if d.isVisible()]
            window = top[-1] if top else self.operator.window
            window.activateWindow()  # keys go to the window in front, which a new dialog becomes in a moment
            await until(window.isActiveWindow)
            target = (window.focusWidget() or window) if top else window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            self.keys += 1
            await asyncio.sleep(0)

    async def type(self, text: str) -> None:
        top = [d for d in self.operator.window.findChildren(QDialog) if d.isVisible()]
        QTest.keyClicks(top[-1].focusWidget(), text)
        self.keys += len(text)

    async def confirm(self) -> None:
        """The preview: read, and Ctrl+Enter."""
        preview = await self.operator.dialog(PreviewDialog)
        await self.press("Ctrl+Return")
        await self.operator.gone(preview)


@asynccontextmanager
async def call(qapp: QApplication, folder: Path, *, card: str = "") -> AsyncIterator[tuple[Phone, StripeSide]]:
    """The customer has said the email, and it was typed."""
    async with at_desk(qapp, folder) as (operator, stripe, simulator):
        if card:
            await add_card(operator, stripe, card)
        phone = Phone(operator, simulator)
        yield phone, stripe
        took = len(simulator.requests) - phone.asked
        print(f"\n{phone.keys:3} keys, {len(writes(simulator))} writes, {took} requests")


async def _answered(phone: Phone) -> None:
    operator = phone.operator
    await operator.key("Ctrl+K")
    palette = await operator.dialog(Palette)
    QTest.keyClicks(palette.field, EMAIL)
    await until(lambda: palette.list.count() > 0)
    phone.asked = len(phone.simulator.requests)
    phone.keys = 0
    await phone.press("Return")
    await operator.gone(palette)
    await until(lambda: EMAIL in operator.text())


async def test_1_the_card_has_expired_pay_now_with_another(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path, card="pm_card_chargeCustomerFail") as (phone, stripe):
        invoices = await owes(phone.operator, stripe, 1_000, 2_000)
        await add_card(phone.operator, stripe, default=False)
        await _answered(phone)
        await phone.press("P")
        dialog = await phone.operator.dialog(PayOverdueDialog)
        while "*4242" not in dialog.card.currentText():
            await phone.press("Down")
        await phone.press("Ctrl+Return")
        await phone.confirm()
        await until(lambda: "2 of 2 invoices paid" in phone.operator.notice)
        await phone.press("Esc")
        await phone.operator.gone(dialog)
        assert phone.keys <= 12
        assert {(await stripe.call("get", f"/v1/invoices/{id_}"))["status"] for id_ in invoices} == {"paid"}


async def test_2_send_me_a_link_for_a_new_card(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with call(qapp, tmp_path) as (phone, _):
        await _answered(phone)
        await phone.press("A")
        dialog = await phone.operator.dialog(AddCardDialog)
        await phone.press("Ctrl+Return")
        await phone.confirm()
        await until(lambda: dialog.has_page)
        await phone.press("Tab", "Space")
        assert QApplication.clipboard().text() == dialog.url
        QApplication.clipboard().clear()
        await phone.press("Esc")
        await phone.operator.gone(dialog)
        assert phone.keys <= 12


async def test_3_i_was_promised_a_credit(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path) as (phone, stripe):
        await _answered(phone)
        await phone.press("G")
        dialog = await phone.operator.dialog(BalanceDialog)
        await phone.type("500")
        await phone.press("Tab", "Tab")
        await phone.type("Late")
        assert dialog.description.text() == "Late"
        await phone.press("Ctrl+Return")
        await phone.confirm()
        await phone.operator.gone(dialog)
        assert (await stripe.customers(EMAIL))[0]["balance"] == -500


async def test_4_charge_me_the_fee_now(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path, card="pm_card_visa") as (phone, stripe):
        await _answered(phone)
        await phone.press("C")
        dialog = await phone.operator.dialog(ChargeDialog)
        await phone.type("700")
        await phone.press("Tab", "Tab", "Tab", "Tab")
        await phone.type("Fee")
        assert dialog.description.text() == "Fee"
        await phone.press("Ctrl+Return")
        await phone.confirm()
        await phone.operator.gone(dialog)
        customer = (await stripe.customers(EMAIL))[0]["id"]
        assert [c["amount"] for c in (await stripe.call("get", "/v1/charges", customer=customer))["data"]] == [700]


async def test_5_my_name_is_written_wrongly(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path) as (phone, stripe):
        await _answered(phone)
        await phone.press("E")
        form = await phone.operator.dialog(CustomerForm)
        await phone.press("Ctrl+A")
        await phone.type("Ito Aoy")
        await phone.press("Ctrl+Return")
        await phone.confirm()
        await phone.operator.gone(form)
        assert (await stripe.customers(EMAIL))[0]["name"] == "Ito Aoy"


async def test_6_that_was_wrong_take_it_back(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path) as (phone, stripe):
        form = await phone.operator.edit(name="Wrong")
        await phone.operator.confirm()
        await phone.operator.gone(form)
        await until(lambda: not phone.operator.window.notices.undo.isHidden())
        await phone.press("Ctrl+Z")
        await phone.confirm()
        await until(lambda: "Change undone." in phone.operator.notice)
        assert phone.keys == 2
        assert (await stripe.customers(EMAIL))[0]["name"] == "Ito Aoi"


async def test_7_you_charged_me_twice(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path, card="pm_card_visa") as (phone, stripe):
        customer = str(phone.operator.page.detail.id)
        method = (await stripe.customers(EMAIL))[0]["invoice_settings"]["default_payment_method"]
        fields = {"amount": "900", "currency": "jpy", "customer": customer, "payment_method": method}
        for _ in range(2):
            await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **fields)
        await phone.operator.services.customers.refresh(customer)
        await _answered(phone)
        await phone.press("R")
        dialog = await phone.operator.dialog(RefundDialog)
        await phone.press("Tab", "Down", "Ctrl+Return")
        await phone.confirm()
        await phone.operator.gone(dialog)
        charges = (await stripe.call("get", "/v1/charges", customer=customer))["data"]
        assert [charge["refunded"] for charge in charges] == [True, False]
        assert phone.keys <= 12


async def test_8_am_i_there_twice(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path) as (phone, stripe):
        other = await stripe.customer(email=EMAIL.upper(), name="Aoi", **{"metadata[crm]": "7"})
        await phone.operator.services.queries.refresh("customer", other)
        keep = str(phone.operator.page.detail.id)
        await phone.press("D")
        dialog = await phone.operator.dialog(CompareDialog)
        await until(lambda: dialog.cancel.count() == 1)
        while not dialog.metadata.hasFocus():
            await phone.press("Tab")
        await phone.press("Space", "Ctrl+Return")
        await phone.confirm()
        await phone.operator.gone(dialog)
        assert (await stripe.call("get", f"/v1/customers/{keep}"))["metadata"] == {"crm": "7"}


async def test_9_why_was_my_payment_declined(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path, card="pm_card_chargeCustomerFail") as (phone, stripe):
        await owes(phone.operator, stripe, 1_000)
        await _answered(phone)
        await until(lambda: "¥1,000 failed on" in phone.operator.text())
        assert "contact the bank" in phone.operator.text()
        assert phone.keys == 1


async def test_10_i_am_new_here(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path) as (phone, stripe):
        await phone.press("N")
        form = await phone.operator.dialog(CustomerForm)
        await phone.type("Mori Jun")
        await phone.press("Tab")
        await phone.type("jun@example.jp")
        await phone.press("Ctrl+Return")
        await phone.confirm()
        await phone.operator.gone(form)
        assert [c["name"] for c in await stripe.customers("jun@example.jp")] == ["Mori Jun"]


async def test_11_please_send_everything_to_another_address(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path) as (phone, stripe):
        await _answered(phone)
        await phone.press("E")
        form = await phone.operator.dialog(CustomerForm)
        await phone.press("Tab", "Ctrl+A")
        await phone.type("b@example.jp")
        await phone.press("Ctrl+Return")
        preview = await phone.operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "Invoices and receipts will be sent to the new address" in said
        await phone.confirm()
        await phone.operator.gone(form)
        assert len(await stripe.customers("b@example.jp")) == 1


async def test_12_which_card_do_you_have_of_mine(qapp: QApplication, tmp_path: Path) -> None:
    async with call(qapp, tmp_path, card="pm_card_visa") as (phone, _):
        await _answered(phone)
        await until(lambda: "Visa *4242  12/2034" in phone.operator.text())
        assert phone.keys == 1
