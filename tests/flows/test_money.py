"""Money with the customer on the phone: B4, B6, B7, C4, C8, F9."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.customers.charge import OTHER, ChargeDialog
from billing_desk.ui.customers.pay_overdue import PayOverdueDialog
from billing_desk.ui.customers.payments import CaptureDialog, RefundDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, owes, press
from .operator_fixture import at_desk, writes
from .shared import until_listed


async def _charge(operator: Operator, amount: str, *, way: str, card: str = "", source: str = "") -> ChargeDialog:
    await press(operator, "Charge")
    dialog = await operator.dialog(ChargeDialog)
    dialog.currency.setCurrentIndex(max(0, dialog.currency.findData("jpy")))
    if card or source:
        dialog.card.setCurrentIndex(dialog.card.findData(card or OTHER))
    dialog.way.setCurrentIndex(dialog.way.findData(way))
    operator.enter(dialog.amount, amount)
    operator.enter(dialog.description, "Fee")
    if source:
        operator.enter(dialog.source, source)
    operator.click(dialog.primary)
    return dialog


async def _charges(stripe: StripeSide, customer: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await stripe.call("get", "/v1/charges", customer=customer))["data"]
    return found


async def test_a_chosen_card_or_the_default_which_is_named(qapp: QApplication, tmp_path: Path) -> None:
    """B4."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        default = await add_card(operator, stripe)
        other = await add_card(operator, stripe, "pm_card_mastercard", default=False)
        dialog = await _charge(operator, "700", way="payment")
        assert "(default)" in dialog.card.currentText()
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "Visa *4242" in said
        assert "off_session=true" in preview._request.toPlainText()
        operator.click(preview.primary)
        await until(lambda: "¥700 was charged to Ito Aoi" in operator.notice)
        await operator.gone(dialog)
        dialog = await _charge(operator, "800", way="payment", card=other)
        await operator.confirm()
        await operator.gone(dialog)
        found = await _charges(stripe, operator.page.detail.id)
        assert [(c["amount"], c["payment_method"]) for c in found] == [(800, other), (700, default)]
        await until(lambda: "¥800" in operator.text() and "Mastercard *4444" in operator.text())
        dialog = await _charge(operator, "900", way="invoice", card=other)
        await operator.confirm()
        await operator.gone(dialog)
        assert (await _charges(stripe, found[0]["customer"]))[0]["payment_method"] == other


async def test_a_charge_needs_a_description_of_a_length_that_stripe_takes(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        await press(operator, "Charge")
        dialog = await operator.dialog(ChargeDialog)
        operator.enter(dialog.amount, "700")
        for text, problem in (("", "Enter a description."), ("x" * 501, "Enter at most 500 characters.")):
            operator.enter(dialog.description, text)
            operator.click(dialog.primary)
            assert dialog._description.problem == problem
            assert operator.top(PreviewDialog) is None
        operator.enter(dialog.description, "x" * 500)
        operator.click(dialog.primary)
        await operator.leave(await operator.dialog(PreviewDialog))
        await operator.leave(dialog)


async def test_the_same_amount_twice_is_asked_about(qapp: QApplication, tmp_path: Path) -> None:
    """B4."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        dialog = await _charge(operator, "700", way="payment")
        await operator.confirm()
        await operator.gone(dialog)
        dialog = await _charge(operator, "700", way="payment")
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "was already paid" in said
        await operator.leave(preview)
        dialog.reject()


async def test_a_source_is_charged_without_attaching_and_a_token_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    """B6, B7."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        source = await stripe.call("post", "/v1/sources", type="card", token="tok_visa", usage="single_use")
        dialog = await _charge(operator, "700", way="payment", source="tok_visa")
        assert "token together with a customer" in dialog._source.problem
        assert writes(simulator) == []
        operator.enter(dialog.source, source["id"])
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "can be charged once" in said
        assert "/v1/charges" in preview._request.toPlainText()
        operator.click(preview.primary)
        await operator.gone(dialog)
        stored = await stripe.call("get", f"/v1/sources/{source['id']}")
        assert (stored["status"], stored["customer"]) == ("consumed", None)
        dialog = await _charge(operator, "700", way="payment", source=source["id"])
        await until(lambda: "cannot be charged" in dialog.problem.text())
        await operator.leave(dialog)


async def test_why_it_failed_and_whether_trying_again_can_work(qapp: QApplication, tmp_path: Path) -> None:
    """F9."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        dialog = await _charge(operator, "700", way="payment")
        await operator.confirm()
        await until(lambda: "The bank declined" in dialog.problem.text())
        assert "contact the bank" in dialog.problem.text()
        assert dialog.isVisible(), "what was typed is kept"
        await operator.leave(dialog)
        await until(lambda: "¥700 failed on" in operator.text())
        assert "Failed" in operator.text()


async def test_refunds_in_full_and_in_part_and_never_more(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        charging = await _charge(operator, "700", way="payment")
        await operator.confirm()
        await operator.gone(charging)
        await press(operator, "Refund")
        dialog = await operator.dialog(RefundDialog)
        assert dialog.amount.text() == "700"
        for text in ("701", "0", "12.5", "-1", "x"):
            operator.enter(dialog.amount, text)
            operator.click(dialog.primary)
            assert dialog._amount.problem
            assert operator.top(PreviewDialog) is None
        operator.enter(dialog.amount, "200")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview.primary.text() == "Refund ¥200 · Ito Aoi"
        operator.click(preview.primary)
        await until(lambda: "Refunded ¥200" in operator.notice)
        await until(lambda: "Partially refunded" in operator.text())
        await press(operator, "Refund…")
        dialog = await operator.dialog(RefundDialog)
        assert dialog.amount.text() == "500", "what is left"
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: "Refunded ¥500" in operator.notice)
        charge = (await _charges(stripe, operator.page.detail.id))[0]
        assert (charge["amount_refunded"], charge["refunded"]) == (700, True)


async def _authorized(operator: Operator, stripe: StripeSide, amount: int, way: str = "intent") -> None:
    """A payment that is not captured: of a PaymentIntent, or a charge of the legacy API."""
    customer = str(operator.page.detail.id)
    fields = {"amount": str(amount), "currency": "jpy", "customer": customer}
    if way == "intent":
        method = await add_card(operator, stripe)
        intent = {"payment_method": method, "confirm": "true", "capture_method": "manual"}
        await stripe.call("post", "/v1/payment_intents", **fields, **intent)
    else:
        await stripe.call("post", f"/v1/customers/{customer}/sources", source="tok_visa")
        await stripe.call("post", "/v1/charges", capture="false", **fields)
    await operator.services.payments.refresh(customer)
    await operator.services.customers.refresh(customer)
    await until(lambda: "Authorized" in operator.text())


@pytest.mark.parametrize("way", ["intent", "charge"])
async def test_an_authorized_payment_is_captured_in_part(qapp: QApplication, tmp_path: Path, way: str) -> None:
    """G2: it is not paid before; the rest is released, and is no refund by us."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await _authorized(operator, stripe, 900, way)
        assert not [b for b in operator.page.detail.findChildren(QPushButton) if b.text() == "Refund…"]
        await press(operator, "Capture…")
        dialog = await operator.dialog(CaptureDialog)
        for text in ("901", "0", "12.5", "-1", "x"):
            operator.enter(dialog.amount, text)
            operator.click(dialog.primary)
            assert dialog._amount.problem
        operator.enter(dialog.amount, "600")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        said = " ".join(label.text() for label in preview.findChildren(QLabel))
        assert "¥300 more was authorized; it is released." in said
        simulator.faults.add(Fault("POST .*/capture", "drop_after", times=1))
        await operator.confirm()
        await operator.gone(dialog)
        (charge,) = await _charges(stripe, operator.page.detail.id)
        assert (charge["captured"], charge["amount_captured"]) == (True, 600)
        await until(lambda: "Authorized" not in operator.text())
        assert "¥600" in operator.text()


@pytest.mark.parametrize("way", ["intent", "charge"])
async def test_an_authorized_payment_is_released(qapp: QApplication, tmp_path: Path, way: str) -> None:
    """G2: nothing is charged; and not twice, if it was captured elsewhere meanwhile."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await _authorized(operator, stripe, 900, way)
        (held,) = await _charges(stripe, operator.page.detail.id)
        preview = await operator.services.payments.preview_release(str(operator.page.detail.id), held["id"])
        assert bool(preview.operation.send_before) is (way == "charge"), "a late refund would give back what was paid"
        await press(operator, "Release…")
        await operator.confirm()
        await until(lambda: "Released ¥900. Nothing was charged." in operator.notice)
        (charge,) = await _charges(stripe, operator.page.detail.id)
        assert (charge["captured"], charge["refunded"]) == (False, True)
        await until(lambda: "Authorized" not in operator.text())
        assert len([path for path, _ in writes(simulator)]) == 1


async def test_a_payment_that_was_captured_meanwhile_is_not_released(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await _authorized(operator, stripe, 900)
        (charge,) = await _charges(stripe, operator.page.detail.id)
        await stripe.call("post", f"/v1/payment_intents/{charge['payment_intent']}/capture")
        await press(operator, "Release…")
        await until(lambda: "is not authorized any more" in operator.notice)
        assert writes(simulator) == []


async def test_an_invoice_shows_what_was_refunded_of_it(qapp: QApplication, tmp_path: Path) -> None:
    """G2: the refund of the payment, in the words and the amount of the customer's page."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        charging = await _charge(operator, "700", way="invoice")
        await operator.confirm()
        await operator.gone(charging)
        await press(operator, "Refund")
        dialog = await operator.dialog(RefundDialog)
        operator.enter(dialog.amount, "200")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "Refunded now" in [label.text() for label in preview.findChildren(QLabel)]
        await operator.confirm()
        await operator.gone(dialog)
        [invoice] = await operator.rows("invoice")
        operator.page.select(invoice)
        await until(lambda: "Refunded\n¥200" in operator.text())


async def test_everything_overdue_is_paid_with_a_result_for_each(qapp: QApplication, tmp_path: Path) -> None:
    """C8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        invoices = await owes(operator, stripe, 1_000, 2_000, 3_000)
        good = await add_card(operator, stripe, "pm_card_visa", default=False)
        await until(lambda: "¥6,000" in operator.text())
        await press(operator, "Pay ¥")
        dialog = await operator.dialog(PayOverdueDialog)
        dialog.card.setCurrentIndex(dialog.card.findData(good))
        simulator.faults.add(Fault(f"POST /v1/invoices/{invoices[1]}/pay", "status", times=9, status=400))
        sent = len(writes(simulator))
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview.primary.text() == "Collect ¥6,000 from Ito Aoi"
        assert len(writes(simulator)) == sent, "nothing is sent before the preview was confirmed"
        await operator.confirm("new card on the phone")
        await until(lambda: "2 of 3 invoices paid" in operator.notice)
        said = [dialog.list.item(row, 3).text() for row in range(3)]  # type: ignore[union-attr]
        assert sorted(text == "paid" for text in said) == [False, True, True]
        assert any("Stripe rejected" in text for text in said)
        await operator.leave(dialog)
        statuses = [(await stripe.call("get", f"/v1/invoices/{id_}"))["status"] for id_ in invoices]
        assert statuses == ["paid", "open", "paid"]
        reasons = {e["reason"] for e in await operator.services.audit.newest() if e["verb"] == "invoice.pay"}
        assert reasons == {"new card on the phone"}


async def test_a_renewal_that_failed_is_settled_and_the_cycle_does_not_move(qapp: QApplication, tmp_path: Path) -> None:
    """C8: On a test clock, so that a month passes."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        now, month = int(time.time()), 31 * 86_400 + 7_200
        clock = await stripe.call("post", "/v1/test_helpers/test_clocks", frozen_time=str(now))
        customer = await stripe.customer(name="Monthly", email="monthly@example.jp", test_clock=clock["id"])
        product = (await stripe.call("post", "/v1/products", name="Plan"))["id"]
        price = {"currency": "jpy", "unit_amount": "980", "product": product, "recurring[interval]": "month"}
        plan = (await stripe.call("post", "/v1/prices", **price))["id"]
        for card in ("pm_card_visa", "pm_card_chargeCustomerFail"):
            made = await stripe.call("post", f"/v1/payment_methods/{card}/attach", customer=customer)
            default = {"invoice_settings[default_payment_method]": made["id"]}
            await stripe.call("post", f"/v1/customers/{customer}", **default)
            if card == "pm_card_visa":
                good = made["id"]
                subscription = await stripe.call(
                    "post", "/v1/subscriptions", customer=customer, **{"items[0][price]": plan}
                )
        address = f"/v1/test_helpers/test_clocks/{clock['id']}/advance"
        await stripe.call("post", address, frozen_time=str(now + month))
        before = await stripe.call("get", f"/v1/subscriptions/{subscription['id']}")
        assert before["status"] == "past_due"
        operator.services.refresh()
        await until_listed(operator, "customer", customer)
        operator.window.open_object("customer", customer)
        await until(lambda: "Stripe retries automatically on" in operator.text())
        assert "¥980 failed on" in operator.text()
        await press(operator, "Pay ¥")
        dialog = await operator.dialog(PayOverdueDialog)
        dialog.card.setCurrentIndex(dialog.card.findData(good))
        operator.click(dialog.primary)
        await operator.confirm()
        await until(lambda: "1 of 1 invoices paid" in operator.notice)
        await operator.leave(dialog)
        after = await stripe.call("get", f"/v1/subscriptions/{subscription['id']}")
        assert after["status"] == "active"
        periods = [each["items"]["data"][0]["current_period_end"] for each in (before, after)]
        assert periods[0] == periods[1]
        assert after["billing_cycle_anchor"] == before["billing_cycle_anchor"]


async def test_what_was_paid_is_read_at_stripe_when_a_page_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    """Also where the row is selected a moment later, which must not cut the reading off."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = await stripe.customer(email="paid@example.jp", name="Paid Elsewhere")
        operator.services.refresh()
        async with asyncio.timeout(20):
            while customer not in await operator.rows("customer"):
                await asyncio.sleep(0.05)
        operator.page.table.selectRow(1)
        operator.window.commands.go_to_tab("invoice")
        card = await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=customer)
        fields = {"amount": "4321", "currency": "jpy", "customer": customer, "payment_method": card["id"]}
        await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **fields)
        other = next(id_ for id_ in await operator.rows("customer") if id_ != customer)
        operator.window.open_object("customer", other)
        await until(lambda: other in operator.text())
        operator.window.open_object("customer", customer)
        await until(lambda: "¥4,321" in operator.text(), 5)


@pytest.mark.parametrize(
    ("balance", "amount", "button", "said", "detail"),
    [
        (
            -5000,
            "300",
            "charge nothing",
            "¥300 was paid from the credit balance. Nothing was charged.",
            "From credit balance",
        ),
        (-200, "300", "Charge ¥100", "¥100 was charged. ¥200 was paid from the credit balance.", "From credit balance"),
        (0, "30", "charge nothing", "¥30 is below Stripe's minimum and was carried over", "Below Stripe's minimum"),
        (1000, "300", "Charge ¥1,300", "¥1,300 was charged.", "Charged"),
    ],
)
async def test_what_paid_is_said_truly(
    qapp: QApplication, tmp_path: Path, balance: int, amount: str, button: str, said: str, detail: str
) -> None:
    """G2, G5: in the preview, the notice, and the invoice."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe)
        customer = operator.page.detail.id
        if balance:
            await stripe.call(
                "post", f"/v1/customers/{customer}/balance_transactions", amount=str(balance), currency="jpy"
            )
        await operator.services.customers.refresh(customer)
        operator.window.commands.customer_action("charge")
        form = await operator.dialog(ChargeDialog)
        operator.enter(form.amount, amount)
        operator.enter(form.description, "Small")
        form.currency.setCurrentIndex(form.currency.findData("jpy"))
        operator.click(form.primary)
        preview = await operator.dialog(PreviewDialog)
        assert button in preview.primary.text()
        await operator.confirm()
        await operator.gone(form)
        assert said in operator.notice
        (invoice,) = await operator.rows("invoice")
        operator.page.select(invoice)
        await until(lambda: detail in operator.text())
        assert (await operator.services.queries.get("invoice", invoice))["status"] == "paid"
