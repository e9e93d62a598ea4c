"""An unpaid invoice is settled in one guided operation: another card, or a new one from the customer (C3, C8)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication, QLabel

from billing_desk.services import polling
from billing_desk.ui.customers.pay_overdue import PayOverdueDialog
from billing_desk.ui.writing.add_card import AddCardDialog
from billing_desk.ui.writing.settle import NEW_CARD, PAGE, CollectDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, owes, press
from .operator_fixture import at_desk, writes


async def _invoice(stripe: StripeSide, id_: str) -> dict[str, Any]:
    return dict(await stripe.call("get", f"/v1/invoices/{id_}"))


async def _open(operator: Operator, id_: str) -> CollectDialog:
    operator.window.open_object("invoice", id_)
    await until(lambda: operator.page.detail._painted == id_)
    await press(operator, "Pay with another card")
    return await operator.dialog(CollectDialog)


async def _ask_for_card(operator: Operator, *, enters: bool) -> None:
    """By a page, on which the customer enters a card or not; then the dialog is closed."""
    adding = await operator.dialog(AddCardDialog)
    operator.click(adding.primary)
    await operator.confirm()
    await until(lambda: adding.has_page)
    if enters:
        httpx.post(adding.url, data={"card": "pm_card_mastercard"})
        await until(lambda: "Waiting" not in adding.page.state.text())
    await operator.leave(adding)


async def test_an_overdue_invoice_is_paid_with_a_card_that_the_customer_adds_meanwhile(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C8: declined, card link, watched, paid; and nothing is charged before its own preview."""
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        (id_,) = await owes(operator, stripe, 5_000)
        dialog = await _open(operator, id_)
        assert "is not paid" in " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert dialog.way.findData("cancel") < 0
        dialog.way.setCurrentIndex(dialog.way.findData(NEW_CARD))
        operator.click(dialog.primary)
        await _ask_for_card(operator, enters=True)
        again = await operator.dialog(CollectDialog)
        assert "4444" in again.way.currentText(), "the new card is chosen"
        assert not [path for path, _ in writes(simulator) if path.endswith("/pay")]
        operator.click(again.primary)
        await operator.confirm()
        await operator.gone(again)
        assert (await _invoice(stripe, id_))["status"] == "paid"
        assert len([path for path, _ in writes(simulator) if path.endswith("/pay")]) == 1


async def test_without_a_new_card_nothing_more_is_asked(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        (id_,) = await owes(operator, stripe, 5_000)
        dialog = await _open(operator, id_)
        dialog.way.setCurrentIndex(dialog.way.findData(NEW_CARD))
        operator.click(dialog.primary)
        await _ask_for_card(operator, enters=False)
        await operator.gone(dialog)
        assert not [each for each in operator.window.findChildren(CollectDialog) if each.isVisible()]
        assert not [path for path, _ in writes(simulator) if path.endswith("/pay")]
        assert (await _invoice(stripe, id_))["status"] == "open"


async def test_a_declined_card_is_said_and_another_is_chosen(qapp: QApplication, tmp_path: Path) -> None:
    """C8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        bad = await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        good = await add_card(operator, stripe, default=False)
        (id_,) = await owes(operator, stripe, 5_000)
        dialog = await _open(operator, id_)
        assert dialog.way.findData(PAGE) >= 0
        dialog.way.setCurrentIndex(dialog.way.findData(bad))
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: "declined" in dialog.problem.text().lower() and dialog.primary.isEnabled())
        dialog.way.setCurrentIndex(dialog.way.findData(good))
        operator.click(dialog.primary)
        await operator.confirm()
        await operator.gone(dialog)
        assert (await _invoice(stripe, id_))["status"] == "paid"


async def test_all_overdue_invoices_are_paid_with_the_new_card(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C8, from the customer."""
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        ids = await owes(operator, stripe, 1_000, 2_000)
        await operator.key("P")
        dialog = await operator.dialog(PayOverdueDialog)
        dialog.card.setCurrentIndex(dialog.card.findData(NEW_CARD))
        operator.click(dialog.primary)
        await _ask_for_card(operator, enters=True)
        await until(lambda: "4444" in dialog.card.currentText())
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: "2 of 2 invoices paid" in operator.notice)
        assert {(await _invoice(stripe, id_))["status"] for id_ in ids} == {"paid"}
        await operator.leave(dialog)
