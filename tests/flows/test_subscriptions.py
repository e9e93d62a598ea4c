"""Changing, scheduling, ending, pausing and re-arranging a subscription through the window."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from billing_desk.domain.writes.new_subscription import FeeWay
from billing_desk.domain.writes.subscription_change import When
from billing_desk.services.subscriptions.pausing import Hold
from billing_desk.simulator.server import Simulator
from billing_desk.ui.subscriptions.change import ChangeDialog
from billing_desk.ui.subscriptions.end_dialogs import CancelDialog, PauseDialog
from billing_desk.ui.subscriptions.term_dialogs import DiscountDialog, FeeDialog, MethodDialog, TrialDialog
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.ui.writing.settle import CollectDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk
from .subscribing import invoices_of, only_subscription, price

DAY = 86_400


@dataclass
class Subscribed:
    """An operator who looks at the subscription of Ito Aoi: `basic` for ¥1,000 a month; `pro` costs ¥3,000."""

    operator: Operator
    stripe: StripeSide
    simulator: Simulator
    customer: str
    id: str
    basic: str
    pro: str

    async def now(self) -> dict[str, Any]:
        return await only_subscription(self.stripe, self.customer)

    async def invoices(self) -> list[tuple[int, str]]:
        return await invoices_of(self.stripe, self.customer)

    async def show(self) -> None:
        await self.operator.services.subscriptions.refresh(self.id)
        self.operator.window.open_object("subscription", self.id)
        await until(lambda: self.operator.page.detail._painted == self.id)

    async def open(self, text: str, kind: Any) -> Any:
        await press(self.operator, text)
        return await self.operator.dialog(kind)

    async def confirm(self, dialog: Any) -> None:
        await until(dialog.primary.isEnabled)
        self.operator.click(dialog.primary)
        await self.operator.confirm()
        await self.operator.gone(dialog)

    async def undo(self) -> None:
        await until(lambda: not self.operator.window.notices.undo.isHidden())
        self.operator.click(self.operator.window.notices.undo)
        await self.operator.confirm()
        await until(lambda: "Change undone." in self.operator.notice)


@asynccontextmanager
async def subscribed(qapp: QApplication, folder: Path, **fields: str) -> AsyncIterator[Subscribed]:
    async with at_desk(qapp, folder) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        basic = await price(operator, stripe, 1_000, "Basic monthly")
        pro = await price(operator, stripe, 3_000, "Pro monthly")
        made = await stripe.call(
            "post", "/v1/subscriptions", **{"customer": customer, "items[0][price]": basic, **fields}
        )
        found = Subscribed(operator, stripe, simulator, customer, str(made["id"]), basic, pro)
        await found.show()
        yield found


def _texts(dialog: Any) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


async def _to_pro(s: Subscribed, when: When, plan: str = "") -> ChangeDialog:
    dialog: ChangeDialog = await s.open("Change", ChangeDialog)
    combo = dialog.items.lines[0].plan
    combo.setCurrentIndex(combo.findData(plan or s.pro))
    await until(lambda: "Say:" in dialog.say.text())
    dialog.choose(when)
    return dialog


@pytest.mark.parametrize("when", [When.NOW, When.NEXT, When.NONE])
async def test_a_plan_is_changed_as_it_was_previewed(qapp: QApplication, tmp_path: Path, when: When) -> None:
    """F4, C3: every way shows its money beside the others, and what was shown is what is billed."""
    async with subscribed(qapp, tmp_path) as s:
        s.simulator.advance(10 * DAY)
        dialog = await _to_pro(s, when)
        choice = dialog._grid._choices[when]
        assert (choice.credit is not None) == (when is not When.NONE)
        assert dialog._grid._choices[When.RENEWAL].next is not None
        assert choice.today is not None
        assert choice.next is not None
        if when is When.NOW:
            assert choice.today.amount > 0
        else:
            assert choice.today.amount == 0
            assert "Nothing today" in dialog.say.text()
        await s.confirm(dialog)
        item = (await s.now())["items"]["data"][0]
        assert item["price"]["id"] == s.pro
        if when is When.NOW:
            assert (await s.invoices())[-1] == (choice.today.amount, "paid")
        s.simulator.advance(item["current_period_end"] - int(s.simulator.states()[0].now()) + 7_300)
        assert (await s.invoices())[-1] == (choice.next.amount, "paid")


async def test_a_change_is_taken_back_from_its_notice(qapp: QApplication, tmp_path: Path) -> None:
    """F5."""
    async with subscribed(qapp, tmp_path) as s:
        dialog = await _to_pro(s, When.NEXT)
        await s.confirm(dialog)
        await s.undo()
        assert (await s.now())["items"]["data"][0]["price"]["id"] == s.basic


async def test_a_change_waits_for_the_renewal_and_can_be_canceled_before(qapp: QApplication, tmp_path: Path) -> None:
    """C11: shown with its date, canceled, planned again, and billed as it was previewed."""
    async with subscribed(qapp, tmp_path) as s:
        dialog = await _to_pro(s, When.RENEWAL)
        await s.confirm(dialog)
        now = await s.now()
        assert now["items"]["data"][0]["price"]["id"] == s.basic
        assert now["schedule"]
        await s.show()
        await until(lambda: "Changes to Pro monthly on" in s.operator.text())
        change = await s.open("Change", ChangeDialog)
        assert change.when is When.RENEWAL, "a managed subscription is changed through its schedule"
        await s.operator.leave(change)
        await press(s.operator, "Cancel planned change")
        await s.operator.confirm()
        await until(lambda: "planned change was canceled" in s.operator.notice)
        assert (await s.now())["schedule"] is None
        await s.show()
        dialog = await _to_pro(s, When.RENEWAL)
        expected = dialog._grid._choices[When.RENEWAL].next
        await s.confirm(dialog)
        end = now["items"]["data"][0]["current_period_end"]
        s.simulator.advance(end - int(s.simulator.states()[0].now()) + 7_300)
        assert expected is not None
        assert await s.invoices() == [(1_000, "paid"), (expected.amount, "paid")]


async def test_a_planned_change_can_be_another_one(qapp: QApplication, tmp_path: Path) -> None:
    """C11: of a subscription that has a schedule already."""
    async with subscribed(qapp, tmp_path) as s:
        await s.confirm(await _to_pro(s, When.RENEWAL))
        yearly = await price(s.operator, s.stripe, 30_000, "Pro yearly", **{"recurring[interval]": "year"})
        await s.show()
        dialog = await _to_pro(s, When.RENEWAL, yearly)
        assert dialog._grid._choices[When.NOW].refusal == "managed"
        await s.confirm(dialog)
        now = await s.now()
        s.simulator.advance(now["items"]["data"][0]["current_period_end"] - int(s.simulator.states()[0].now()) + 7_300)
        assert (await s.invoices())[-1] == (30_000, "paid")


async def test_a_declined_change_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """F9, C3."""
    async with subscribed(qapp, tmp_path) as s:
        bad = await s.stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=s.customer)
        await s.stripe.call("post", f"/v1/subscriptions/{s.id}", default_payment_method=bad["id"])
        await s.show()
        dialog = await _to_pro(s, When.NOW)
        await until(dialog.primary.isEnabled)
        s.operator.click(dialog.primary)
        await s.operator.confirm()
        await until(lambda: "declined" in dialog.problem.text().lower() or dialog.problem.text())
        assert (await s.now())["items"]["data"][0]["price"]["id"] == s.basic
        assert dialog.isVisible(), "what was typed is not lost"
        await s.operator.leave(dialog)


async def test_a_plan_is_changed_with_few_keys(qapp: QApplication, tmp_path: Path) -> None:
    """F13: from the selected subscription to the preview in at most eight keys."""
    async with subscribed(qapp, tmp_path) as s:
        keys = 0
        await s.operator.key("U")
        keys += 1
        dialog: ChangeDialog = await s.operator.dialog(ChangeDialog)
        field = dialog.items.lines[0].plan.lineEdit()
        assert field is not None
        field.setFocus()
        field.selectAll()
        for letter in "pro":
            QTest.keyClicks(field, letter)
            keys += 1
        await until(lambda: dialog.items.edits[0].price == s.pro)
        await until(dialog.primary.isEnabled)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        keys += 1
        await s.operator.dialog(PreviewDialog)
        assert keys <= 8
        preview = await s.operator.dialog(PreviewDialog)
        await s.operator.leave(preview)
        await s.operator.leave(dialog)


async def test_canceled_now_with_the_unused_time_credited(qapp: QApplication, tmp_path: Path) -> None:
    """C3: the credit is Stripe's."""
    async with subscribed(qapp, tmp_path) as s:
        s.simulator.advance(15 * DAY)
        dialog: CancelDialog = await s.open("Cancel", CancelDialog)
        dialog.when.setCurrentIndex(dialog.when.findData("now"))
        dialog.unused.setCurrentIndex(dialog.unused.findData("credit"))
        dialog.feedback.setCurrentIndex(dialog.feedback.findData("unused"))
        s.operator.enter(dialog.comment, "moves away")
        shown = dialog._offer.unused.amount
        assert 400 < shown < 600
        await s.confirm(dialog)
        now = await s.now()
        assert (now["status"], now["cancellation_details"]["feedback"]) == ("canceled", "unused")
        assert (await s.stripe.call("get", f"/v1/customers/{s.customer}"))["balance"] == -shown


async def test_canceled_now_with_a_refund(qapp: QApplication, tmp_path: Path) -> None:
    """C3: two steps; the refund is of the last payment."""
    async with subscribed(qapp, tmp_path) as s:
        await s.operator.services.customers.refresh(s.customer)
        await s.show()
        dialog: CancelDialog = await s.open("Cancel", CancelDialog)
        dialog.when.setCurrentIndex(dialog.when.findData("now"))
        dialog.unused.setCurrentIndex(dialog.unused.findData("refund"))
        s.operator.enter(dialog.refund, "2,000")
        s.operator.click(dialog.primary)
        await until(lambda: "refundable" in dialog.problem.text())
        s.operator.enter(dialog.refund, "600")
        await s.confirm(dialog)
        assert (await s.now())["status"] == "canceled"
        refunds = (await s.stripe.call("get", "/v1/refunds"))["data"]
        assert [refund["amount"] for refund in refunds] == [600]


async def test_canceled_on_a_date_and_kept_after_all(qapp: QApplication, tmp_path: Path) -> None:
    """C3."""
    async with subscribed(qapp, tmp_path) as s:
        dialog: CancelDialog = await s.open("Cancel", CancelDialog)
        dialog.when.setCurrentIndex(dialog.when.findData("date"))
        s.operator.enter(dialog.date, "2020-01-01")
        s.operator.click(dialog.primary)
        await until(lambda: "future" in dialog._date.problem)
        s.operator.enter(dialog.date, "today+10")
        await s.confirm(dialog)
        now = await s.now()
        assert now["cancel_at"]
        assert not now["cancel_at_period_end"]
        await s.show()
        await until(lambda: "Ends on" in s.operator.text())
        assert "Next invoice" not in s.operator.text()
        await press(s.operator, "Don't cancel")
        await s.operator.confirm()
        await until(lambda: "will not be canceled" in s.operator.notice)
        assert (await s.now())["cancel_at"] is None


@pytest.mark.parametrize("how", list(Hold))
async def test_paused_in_every_way_and_resumed(qapp: QApplication, tmp_path: Path, how: Hold) -> None:
    """C3: what happens to invoices is said, and resuming is offered first."""
    async with subscribed(qapp, tmp_path) as s:
        dialog: PauseDialog = await s.open("Pause", PauseDialog)
        dialog.how.setCurrentIndex(dialog.how.findData(how))
        await s.confirm(dialog)
        now = await s.now()
        if how is Hold.ALL:
            assert now["status"] == "paused"
        else:
            assert now["pause_collection"]["behavior"] == how
        await s.show()
        await press(s.operator, "Resume")
        await s.operator.confirm()
        await until(lambda: "Resumed." in s.operator.notice)
        now = await s.now()
        assert (now["status"], now["pause_collection"]) == ("active", None)


async def test_a_trial_is_extended_and_ended(qapp: QApplication, tmp_path: Path) -> None:
    """C3: with what happens without a card; ending it shows what is charged."""
    async with subscribed(qapp, tmp_path, trial_period_days="5") as s:
        dialog: TrialDialog = await s.open("Trial", TrialDialog)
        s.operator.enter(dialog.until, "2019-12-31")
        s.operator.click(dialog.primary)
        await until(lambda: "future" in dialog._until.problem)
        s.operator.enter(dialog.until, "today+20")
        dialog.missing.setCurrentIndex(dialog.missing.findData("pause"))
        await s.confirm(dialog)
        now = await s.now()
        assert now["trial_end"] > int(s.simulator.states()[0].now()) + 19 * DAY
        assert now["trial_settings"]["end_behavior"]["missing_payment_method"] == "pause"
        await s.show()
        dialog = await s.open("Trial", TrialDialog)
        dialog.way.setCurrentIndex(dialog.way.findData("now"))
        s.operator.click(dialog.primary)
        preview = await s.operator.dialog(PreviewDialog)
        assert "¥1,000" in _texts(preview)
        await s.operator.confirm()
        await s.operator.gone(dialog)
        assert (await s.now())["status"] == "active"
        assert (await s.invoices())[-1] == (1_000, "paid")


async def test_a_discount_is_given_replaced_and_removed(qapp: QApplication, tmp_path: Path) -> None:
    """C12."""
    async with subscribed(qapp, tmp_path) as s:
        for id_, percent in (("TEN", "10"), ("HALF", "50")):
            await s.stripe.call("post", "/v1/coupons", id=id_, percent_off=percent, duration="forever")
        for id_ in ("TEN", "HALF"):
            dialog: DiscountDialog = await s.open("Discount", DiscountDialog)
            s.operator.enter(dialog.typed, id_)
            await s.confirm(dialog)
            now = await s.now()
            assert len(now["discounts"]) == 1
            await s.show()
        upcoming = await s.stripe.call("post", "/v1/invoices/create_preview", subscription=s.id)
        assert upcoming["total"] == 500
        dialog = await s.open("Discount", DiscountDialog)
        dialog.way.setCurrentIndex(dialog.way.findData("remove"))
        await s.confirm(dialog)
        assert (await s.now())["discounts"] == []
        await s.undo()
        assert len((await s.now())["discounts"]) == 1


async def test_a_discount_of_a_subscription_that_is_not_billed_again(qapp: QApplication, tmp_path: Path) -> None:
    """C12: Stripe has no upcoming invoice and answers 404; the discount is given all the same."""
    async with subscribed(qapp, tmp_path) as s:
        await s.stripe.call("post", "/v1/coupons", id="TEN", percent_off="10", duration="forever")
        await s.stripe.call("post", f"/v1/subscriptions/{s.id}", cancel_at_period_end="true")
        await s.show()
        dialog: DiscountDialog = await s.open("Discount", DiscountDialog)
        s.operator.enter(dialog.typed, "TEN")
        await s.confirm(dialog)
        assert len((await s.now())["discounts"]) == 1


async def test_a_subscription_gets_its_own_card(qapp: QApplication, tmp_path: Path) -> None:
    """C3."""
    async with subscribed(qapp, tmp_path) as s:
        other = await s.stripe.call("post", "/v1/payment_methods/pm_card_mastercard/attach", customer=s.customer)
        await s.operator.services.customers.refresh(s.customer)
        dialog: MethodDialog = await s.open("Payment method", MethodDialog)
        dialog.method.setCurrentIndex(dialog.method.findData(other["id"]))
        await s.confirm(dialog)
        assert (await s.now())["default_payment_method"] == other["id"]
        await s.undo()
        assert (await s.now())["default_payment_method"] is None


@pytest.mark.parametrize("way", [FeeWay.INVOICE, FeeWay.NEXT, FeeWay.CHARGE])
async def test_a_fee_is_added_to_a_running_subscription(qapp: QApplication, tmp_path: Path, way: FeeWay) -> None:
    """C4, C5, C6."""
    async with subscribed(qapp, tmp_path) as s:
        dialog: FeeDialog = await s.open("Setup fee", FeeDialog)
        dialog.fee.way.setCurrentIndex(dialog.fee.way.findData(way))
        s.operator.click(dialog.primary)
        assert dialog.fee._amount.problem
        s.operator.enter(dialog.fee.amount, "5,000")
        await s.confirm(dialog)
        rows = await s.invoices()
        assert rows == ([(1_000, "paid"), (5_000, "paid")] if way is FeeWay.INVOICE else [(1_000, "paid")])
        end = (await s.now())["items"]["data"][0]["current_period_end"]
        s.simulator.advance(end - int(s.simulator.states()[0].now()) + 7_300)
        assert (await s.invoices())[-1] == ((6_000 if way is FeeWay.NEXT else 1_000), "paid")


async def test_an_old_subscription_moves_to_flexible_billing(qapp: QApplication, tmp_path: Path) -> None:
    """C3."""
    async with subscribed(qapp, tmp_path, **{"billing_mode[type]": "classic"}) as s:
        await press(s.operator, "Flexible billing")
        await s.operator.confirm()
        await until(lambda: "Billing mode changed." in s.operator.notice)
        assert (await s.now())["billing_mode"]["type"] == "flexible"


async def test_the_worklist_of_past_due_subscriptions_collects(qapp: QApplication, tmp_path: Path) -> None:
    """C8, C10: amount, reason and next retry are in the list; the cycle does not move."""
    async with subscribed(qapp, tmp_path) as s:
        good = (await s.stripe.call("get", f"/v1/customers/{s.customer}"))["invoice_settings"]["default_payment_method"]
        bad = await s.stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=s.customer)
        await s.stripe.call("post", f"/v1/subscriptions/{s.id}", default_payment_method=bad["id"])
        end = (await s.now())["items"]["data"][0]["current_period_end"]
        s.simulator.advance(end - int(s.simulator.states()[0].now()) + 7_300)
        assert (await s.now())["status"] == "past_due"
        invoice = (await s.stripe.call("get", "/v1/invoices", customer=s.customer))["data"][0]
        await s.operator.services.queries.refresh("invoice", invoice["id"])
        await s.show()
        assert await s.operator.rows("subscription", "status:past_due owed>500") == [s.id]
        row = (await s.operator.services.queries.rows_of("subscription", [s.id]))[s.id]
        assert (row["owed"], row["attempts"], row["retry"] is not None) == (1_000, 1, True)
        await s.show()
        await until(lambda: "does not move the billing cycle" in s.operator.text())
        dialog: CollectDialog = await s.open("Collect", CollectDialog)
        dialog.way.setCurrentIndex(dialog.way.findData(good))
        await s.confirm(dialog)
        now = await s.now()
        assert now["status"] == "active"
        assert now["items"]["data"][0]["current_period_start"] == end
