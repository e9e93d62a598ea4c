"""Subscribing a customer through the window: bills before sending, setup fees, alignment, and what can go wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.writes.new_subscription import FeeWay, Start
from billing_desk.ui.subscriptions.new import NewSubscriptionDialog
from billing_desk.ui.writing.payment_page import PaymentPageDialog
from billing_desk.ui.writing.pick_customer import PickCustomerDialog
from billing_desk.ui.writing.preview import PreviewDialog
from billing_desk.ui.writing.settle import CollectDialog

from ..driver import Operator
from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk, writes
from .subscribing import bills, form, invoices_of, only_subscription, price

LEAST_CHARGE = 50
"""Yen; Stripe carries a smaller invoice over to the next one."""


def _preview_text(preview: PreviewDialog) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in preview.findChildren(QLabel))


def changes(simulator: Any) -> list[str]:
    """The addresses of what the program wrote; a preview changes nothing."""
    return [path for path, _ in writes(simulator) if path != "/v1/invoices/create_preview"]


async def _subscribed(operator: Operator, dialog: NewSubscriptionDialog) -> PreviewDialog:
    operator.click(dialog.primary)
    return await operator.dialog(PreviewDialog)


async def _done(operator: Operator, dialog: NewSubscriptionDialog) -> None:
    operator.click(dialog.primary)
    await operator.confirm()
    await operator.gone(dialog)


async def test_a_customer_is_subscribed_after_the_bills_were_seen(qapp: QApplication, tmp_path: Path) -> None:
    """C3: the previewed bill is the one that is charged, once."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        basic = await price(operator, stripe, 980)
        dialog = await form(operator, basic)
        dialog.items.lines[0].quantity.setValue(3)
        assert "¥2,940 today; ¥2,940 on" in await bills(dialog)
        preview = await _subscribed(operator, dialog)
        assert "Subscribe Ito Aoi, charge ¥2,940" in preview.primary.text()
        assert "¥35,280" in _preview_text(preview), "the first year"
        assert changes(simulator) == [], "nothing is sent before it is confirmed"
        await operator.confirm()
        await operator.gone(dialog)
        made = await only_subscription(stripe, customer)
        assert (made["status"], made["items"]["data"][0]["quantity"]) == ("active", 3)
        assert await invoices_of(stripe, customer) == [(2_940, "paid")]
        assert "Subscribed." in operator.notice
        await until(lambda: "Basic monthly" in operator.text())


async def test_the_same_product_twice_is_said(qapp: QApplication, tmp_path: Path) -> None:
    """F10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        basic = await price(operator, stripe, 980)
        await _done(operator, await form(operator, basic))
        dialog = await form(operator, basic)
        preview = await _subscribed(operator, dialog)
        assert "already has a subscription of Product of Basic monthly" in _preview_text(preview)
        await operator.leave(preview)
        await operator.leave(dialog)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (FeeWay.NEXT, [(5_100, "paid")]),
        (FeeWay.INVOICE, [(100, "paid"), (5_000, "paid")]),
        (FeeWay.CHARGE, [(100, "paid")]),
    ],
)
async def test_a_setup_fee_is_collected_as_chosen(
    qapp: QApplication, tmp_path: Path, way: FeeWay, expected: list[tuple[int, str]]
) -> None:
    """C4, C5, C6: ¥100 and a fee of ¥5,000."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        small = await price(operator, stripe, 100)
        dialog = await form(operator, small)
        dialog.fee.way.setCurrentIndex(dialog.fee.way.findData(way))
        operator.enter(dialog.fee.amount, "5,000")
        if way is FeeWay.NEXT:
            assert "¥5,100 today; ¥100 on" in await bills(dialog)
        preview = await _subscribed(operator, dialog)
        assert "charge ¥5,100" in preview.primary.text()
        await operator.confirm()
        await operator.gone(dialog)
        assert await invoices_of(stripe, customer) == expected
        charges = (await stripe.call("get", "/v1/charges", customer=customer))["data"]
        assert sum(charge["amount"] for charge in charges) == 5_100
        made = await only_subscription(stripe, customer)
        if way is FeeWay.INVOICE:
            rows = (await stripe.call("get", "/v1/invoices", customer=customer))["data"]
            assert [row["parent"]["subscription_details"]["subscription"] for row in rows] == [made["id"]] * 2


async def test_a_fee_with_the_next_invoice_waits_for_the_end_of_the_trial(qapp: QApplication, tmp_path: Path) -> None:
    """C6: nothing is charged during the trial, and then one invoice has both."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        small = await price(operator, stripe, 100)
        dialog = await form(operator, small)
        operator.enter(dialog.start.trial, "14")
        dialog.fee.way.setCurrentIndex(dialog.fee.way.findData(FeeWay.NEXT))
        operator.enter(dialog.fee.amount, "5000")
        await until(lambda: "Nothing today; ¥5,100 on" in dialog.bills.say.text())
        await _done(operator, dialog)
        assert await invoices_of(stripe, customer) == [(0, "paid")]
        simulator.advance(14 * 86_400 + 7_300)
        assert await invoices_of(stripe, customer) == [(0, "paid"), (5_100, "paid")]


@pytest.mark.parametrize(("start", "today"), [(Start.FREE_UNTIL, 0), (Start.PART_NOW, None), (Start.ANCHOR, 0)])
async def test_billing_is_aligned_to_the_first_of_the_month_in_tokyo(
    qapp: QApplication, tmp_path: Path, start: Start, today: int | None
) -> None:
    """C7: the exact instant is shown before, and it is what Stripe does."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        monthly = await price(operator, stripe, 3_000)
        dialog = await form(operator, monthly)
        dialog.start.start.setCurrentIndex(dialog.start.start.findData(start))
        dialog.start.zone.setCurrentIndex(dialog.start.zone.findData("Asia/Tokyo"))
        assert "00:00 Asia/Tokyo =" in dialog.start.exact.text()
        assert "15:00 UTC" in dialog.start.exact.text()
        said = await bills(dialog)
        if "natural billing date" in said:
            # The next 1st in Tokyo can be more than a month away for Stripe, which counts in UTC; the form says so.
            assert start is not Start.FREE_UNTIL
            assert is_first_in_tokyo_and_last_in_utc(simulator_now(simulator))
            assert changes(simulator) == []
            return
        await _done(operator, dialog)
        made = await only_subscription(stripe, customer)
        end = made["items"]["data"][0]["current_period_end"]
        local = datetime.fromtimestamp(end, UTC).astimezone(ZoneInfo("Asia/Tokyo"))
        assert (local.day, local.hour, local.minute) == (1, 0, 0)
        assert made["status"] == ("trialing" if start is Start.FREE_UNTIL else "active")
        (first,) = await invoices_of(stripe, customer)
        if today == 0:
            assert first[0] == 0
            assert "Nothing today; ¥3,000 on" in said
        else:
            assert 0 < first[0] <= 3_000
            shown = int(said.partition("¥")[2].partition(" ")[0].replace(",", ""))
            if first[0] < LEAST_CHARGE:
                # On a month's last day: Stripe charges the part with the next invoice, and the sentence says so.
                assert "Nothing today" in said
                shown -= 3_000
            assert abs(shown - first[0]) <= 0.04 * first[0] + 1, "as close as Stripe's preview can be on a last day"
        simulator.advance(end - simulator_now(simulator) + 7_300)
        assert (await invoices_of(stripe, customer))[-1] == (3_000, "paid")
        after = (await only_subscription(stripe, customer))["items"]["data"][0]["current_period_end"]
        later = datetime.fromtimestamp(after, UTC).astimezone(ZoneInfo("Asia/Tokyo"))
        assert (later.day, later.hour) == (1, 0)


def is_first_in_tokyo_and_last_in_utc(now: int) -> bool:
    """From 15:00 UTC on a month's last day."""
    there, here = datetime.fromtimestamp(now, UTC), datetime.fromtimestamp(now, ZoneInfo("Asia/Tokyo"))
    return here.day == 1 and there.month != here.month


def simulator_now(simulator: Any) -> int:
    return int(simulator.states()[0].now())


async def test_a_declined_first_payment_is_settled_from_the_same_place(qapp: QApplication, tmp_path: Path) -> None:
    """C3: another card, or canceled again."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        good = await add_card(operator, stripe, default=False)
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        basic = await price(operator, stripe, 980)
        await _done(operator, await form(operator, basic))
        collecting = await operator.dialog(CollectDialog)
        assert (await only_subscription(stripe, customer))["status"] == "incomplete"
        assert "is not paid" in _labels(collecting)
        collecting.way.setCurrentIndex(collecting.way.findData(good))
        operator.click(collecting.primary)
        await operator.confirm()
        await operator.gone(collecting)
        assert (await only_subscription(stripe, customer))["status"] == "active"
        assert await invoices_of(stripe, customer) == [(980, "paid")]


def _labels(dialog: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


async def test_without_a_card_a_page_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    """C3, C2: no card number enters the program."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        basic = await price(operator, stripe, 980)
        dialog = await form(operator, basic)
        assert dialog.sends_page, "the first choice that is possible"
        preview = await _subscribed(operator, dialog)
        assert "charge nothing now" in preview.primary.text()
        await operator.confirm()
        page = await operator.dialog(PaymentPageDialog)
        assert "/invoices/in_" in page.page.link.text()
        await operator.leave(page)
        made = await only_subscription(stripe, customer)
        assert (made["status"], made["payment_settings"]["save_default_payment_method"]) == (
            "incomplete",
            "on_subscription",
        )


async def test_an_invoice_by_email_needs_no_card(qapp: QApplication, tmp_path: Path) -> None:
    """C3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        basic = await price(operator, stripe, 980)
        dialog = await form(operator, basic)
        dialog.pay_by.setCurrentIndex(dialog.pay_by.count() - 1)
        dialog.due_days.setValue(14)
        await _done(operator, dialog)
        made = await only_subscription(stripe, customer)
        assert (made["collection_method"], made["days_until_due"], made["status"]) == ("send_invoice", 14, "active")


async def test_a_promotion_code_takes_off_what_was_shown(qapp: QApplication, tmp_path: Path) -> None:
    """C12, C3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        basic = await price(operator, stripe, 1_000)
        once = await stripe.call("post", "/v1/coupons", percent_off="25", duration="once")
        await stripe.call(
            "post",
            "/v1/promotion_codes",
            **{"promotion[type]": "coupon", "promotion[coupon]": once["id"], "code": "HELLO"},
        )
        dialog = await form(operator, basic)
        operator.enter(dialog.discount, "hello")
        await until(lambda: "¥750 today; ¥1,000 on" in dialog.bills.say.text())
        await _done(operator, dialog)
        simulator.advance(32 * 86_400)
        assert [total for total, _ in await invoices_of(stripe, customer)] == [750, 1_000]


async def test_what_is_wrong_is_said_at_the_field_before_anything_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    """C3: unknown and expired codes, a trial in the past, an archived price, no plan."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await add_card(operator, stripe)
        basic = await price(operator, stripe, 980)
        dialog = await form(operator)
        operator.click(dialog.primary)
        assert "Choose a plan" in dialog._items.problem
        dialog.items.lines[0].plan.setCurrentIndex(dialog.items.lines[0].plan.findData(basic))
        operator.enter(dialog.discount, "NOBODY")
        operator.click(dialog.primary)
        await until(lambda: "no such promotion code" in dialog._discount.problem)
        operator.enter(dialog.discount, "")
        operator.enter(dialog.start.trial, "2020-01-01")
        operator.click(dialog.primary)
        await until(lambda: "must end in the future" in dialog.start._trial.problem)
        operator.enter(dialog.start.trial, "soon")
        operator.click(dialog.primary)
        assert "number of days" in dialog.start._trial.problem
        operator.enter(dialog.start.trial, "")
        operator.enter(dialog.fee.amount, "")
        await stripe.call("post", f"/v1/prices/{basic}", active="false")
        await operator.services.queries.refresh("price", basic)
        operator.click(dialog.primary)
        await until(lambda: "archived" in dialog._items.problem)
        assert changes(simulator) == []
        await operator.leave(dialog)


async def test_from_the_tab_the_customer_is_chosen_first(qapp: QApplication, tmp_path: Path) -> None:
    """C3: by keyboard."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        basic = await price(operator, stripe, 980)
        operator.window.commands.go_to_tab("subscription")
        page: Any = operator.page
        operator.click(page._new)
        picker = await operator.dialog(PickCustomerDialog)
        operator.enter(picker.field, "aoi")
        await until(lambda: picker.chosen == customer)
        await until(picker.primary.isEnabled)
        operator.click(picker.primary)
        dialog = await operator.dialog(NewSubscriptionDialog)
        assert dialog.whom is not None
        assert dialog.whom.name == "Ito Aoi"
        dialog.items.lines[0].plan.setCurrentIndex(dialog.items.lines[0].plan.findData(basic))
        await _done(operator, dialog)
        made = await only_subscription(stripe, customer)
        await operator.services.queries.refresh("subscription", made["id"])
        operator.window.open_object("subscription", str(made["id"]))
        await press(operator, "Cancel")
        await until(lambda: operator.top(PreviewDialog) is None)


async def test_a_customer_is_subscribed_with_few_keys(qapp: QApplication, tmp_path: Path) -> None:
    """C3: from the customer's page to the preview in at most fifteen keys."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        await price(operator, stripe, 980, "Basic monthly")
        pro = await price(operator, stripe, 2_980, "Pro monthly")
        await operator.key("S")
        keys = 1
        dialog = await operator.dialog(NewSubscriptionDialog)
        await until(lambda: dialog.focusWidget() is dialog.items.lines[0].plan)
        field = dialog.items.lines[0].plan.lineEdit()
        assert field is not None
        field.selectAll()
        for letter in "pro m":
            QTest.keyClicks(field, letter)
            keys += 1
        await until(lambda: [edit.price for edit in dialog.items.edits] == [pro])
        await until(dialog.primary.isEnabled)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        keys += 1
        preview = await operator.dialog(PreviewDialog)
        assert keys <= 15
        await operator.leave(preview)
