"""The rest of a customer's page: notes, usage, and the page where a bank's question is answered (C8, F3, F9)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from billing_desk.domain.changes import Change, ChangeKind
from billing_desk.services import polling
from billing_desk.simulator.server import Simulator
from billing_desk.ui.customers.charge import ChargeDialog
from billing_desk.ui.customers.notes import NoteDialog
from billing_desk.ui.writing.bulk_dialog import BulkDialog
from billing_desk.ui.writing.payment_page import PaymentPageDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, owes, press
from .operator_fixture import at_desk, writes


async def _metadata(stripe: StripeSide, customer: str) -> dict[str, str]:
    found: dict[str, str] = (await stripe.call("get", f"/v1/customers/{customer}"))["metadata"]
    return found


async def test_notes_are_written_seen_by_colleagues_and_removed(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await operator.key("M")
        dialog = await operator.dialog(NoteDialog)
        operator.click(dialog.primary)
        assert "Enter a note" in dialog._text.problem
        operator.enter(dialog.text, "x" * 501)
        operator.click(dialog.primary)
        assert "501 characters" in dialog._text.problem
        operator.enter(dialog.text, "Calls on Mondays\nspeaks 日本語")
        operator.click(dialog.primary)
        await operator.confirm()
        await operator.gone(dialog)
        kept = await _metadata(stripe, customer)
        assert list(kept.values()) == ["Calls on Mondays\nspeaks 日本語"]
        await until(lambda: "Calls on Mondays" in operator.text())
        assert "bd_note" not in operator.text(), "a note is no metadata to whoever reads it"
        form = await operator.edit(metadata="crm = 7")
        await operator.confirm()
        await operator.gone(form)
        assert await _metadata(stripe, customer) == {**kept, "crm": "7"}, "an edit keeps the notes"
        await press(operator, "Remove…")
        await operator.confirm()
        await until(lambda: "Note removed" in operator.notice)
        assert await _metadata(stripe, customer) == {"crm": "7"}
        operator.click(operator.window.notices.undo)
        await operator.confirm()
        await until(lambda: "Change undone." in operator.notice)
        assert await _metadata(stripe, customer) == {**kept, "crm": "7"}


async def test_a_note_has_no_room_beside_fifty_keys(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        await stripe.call("post", f"/v1/customers/{customer}", **{f"metadata[k{n}]": "v" for n in range(50)})
        await operator.key("M")
        dialog = await operator.dialog(NoteDialog)
        operator.enter(dialog.text, "one more")
        operator.click(dialog.primary)
        await until(lambda: "up to 50 metadata keys" in dialog.problem.text())
        assert writes(simulator) == []
        await operator.leave(dialog)


def _usage_reads(simulator: Simulator) -> int:
    return sum("event_summaries" in path for _, path, _ in simulator.requests)


async def test_what_the_customer_uses_stands_on_the_page(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        meter = await stripe.call(
            "post",
            "/v1/billing/meters",
            **{"display_name": "API calls", "event_name": "calls", "default_aggregation[formula]": "sum"},
        )
        product = await stripe.call("post", "/v1/products", name="API")
        recurring = {
            "recurring[interval]": "month",
            "recurring[usage_type]": "metered",
            "recurring[meter]": meter["id"],
        }
        price = await stripe.call(
            "post", "/v1/prices", product=product["id"], currency="jpy", unit_amount="2", **recurring
        )
        await add_card(operator, stripe)
        await stripe.call("post", "/v1/subscriptions", customer=customer, **{"items[0][price]": price["id"]})
        payload = {"payload[stripe_customer_id]": customer, "payload[value]": "1234"}
        await stripe.call("post", "/v1/billing/meter_events", event_name="calls", **payload)
        operator.services.refresh()
        await until(lambda: "1,234 in the last 30 days, 0 in the previous 30" in operator.text())
        assert _usage_reads(simulator) == 1
        other = await stripe.customer(name="Between", email="between@example.jp")
        card = (await stripe.call("post", "/v1/payment_methods/pm_card_visa/attach", customer=other))["id"]
        second = {"items[0][price]": price["id"], "default_payment_method": card}
        made = await stripe.call("post", "/v1/subscriptions", customer=other, **second)
        await operator.services.queries.refresh("customer", other)
        await operator.services.queries.refresh("subscription", made["id"])
        for reads, shown in ((2, other), (3, customer)):
            operator.window.open_object("customer", shown)
            await until(lambda shown=shown: shown in operator.text())  # type: ignore[misc]
            await until(lambda reads=reads: _usage_reads(simulator) >= reads)  # type: ignore[misc]
            await asyncio.sleep(0.6)
            assert _usage_reads(simulator) == reads, "once a showing"
        assert writes(simulator) == []


async def _charge(operator: Operator, way: str) -> ChargeDialog:
    await operator.key("C")
    dialog = await operator.dialog(ChargeDialog)
    dialog.currency.setCurrentIndex(max(0, dialog.currency.findData("jpy")))
    dialog.way.setCurrentIndex(dialog.way.findData(way))
    operator.enter(dialog.amount, "3000")
    operator.enter(dialog.description, "Fee")
    operator.click(dialog.primary)
    return dialog


async def _pays(operator: Operator, stripe: StripeSide) -> dict[str, Any]:
    """The customer on the page; the invoice afterwards."""
    page = await operator.dialog(PaymentPageDialog)
    assert "¥3,000" in "\n".join(label.text() for label in page.findChildren(type(page.problem)))
    url = page.page.link.text()
    assert httpx.post(url, data={"card": "pm_card_authenticationRequired"}).status_code == 200
    await until(lambda: "was paid." in page.page.state.text())
    assert "was paid." in operator.notice
    await operator.leave(page)
    found: dict[str, Any] = await stripe.call("get", f"/v1/invoices/{url.rpartition('/')[2]}")
    return found


@pytest.mark.parametrize("way", ["invoice", "payment", "page"])
async def test_where_the_bank_wants_3d_secure_the_customer_gets_a_page(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """C8, F9."""
    monkeypatch.setattr(polling, "LOOK_EVERY", 0.05)
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe, "pm_card_authenticationRequired")
        dialog = await _charge(operator, way)
        await operator.confirm()
        if way == "payment":
            await until(lambda: dialog.way.currentData() == "page")
            assert "requires the customer to authenticate with 3D Secure" in dialog.problem.text()
            operator.click(dialog.primary)
            await operator.confirm()
        paid = await _pays(operator, stripe)
        assert (paid["status"], paid["amount_paid"]) == ("paid", 3_000)
        charges = (await stripe.call("get", "/v1/charges", customer=paid["customer"]))["data"]
        assert [charge["amount"] for charge in charges if charge["paid"]] == [3_000], "paid once"


async def test_the_page_of_an_open_invoice_is_offered_where_the_failure_stands(
    qapp: QApplication, tmp_path: Path
) -> None:
    """C8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        await add_card(operator, stripe, "pm_card_authenticationRequired")
        invoice = (await owes(operator, stripe, 500))[0]
        await operator.services.customers.refresh(operator.page.detail.id)
        operator.services.changes.publish(Change(ChangeKind.OPERATION))
        await press(operator, "Payment page")
        page = await operator.dialog(PaymentPageDialog)
        assert invoice in page.page.link.text()
        await operator.leave(page)
        operator.window.open_object("invoice", invoice)
        await press(operator, "Payment page")
        page = await operator.dialog(PaymentPageDialog)
        await operator.leave(page)


async def test_only_the_page_of_the_invoice_that_failed_is_offered(qapp: QApplication, tmp_path: Path) -> None:
    """C8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        card = await add_card(operator, stripe, "pm_card_authenticationRequired")
        failed = (await owes(operator, stripe, 500))[0]
        other = await stripe.call("post", "/v1/invoices", customer=customer, auto_advance="false")
        item = {"customer": customer, "invoice": other["id"], "amount": "50000", "currency": "jpy"}
        await stripe.call("post", "/v1/invoiceitems", **item)
        await stripe.call("post", f"/v1/invoices/{other['id']}/finalize", auto_advance="false")
        await operator.services.queries.refresh("invoice", other["id"])
        await operator.services.customers.refresh(customer)
        operator.services.changes.publish(Change(ChangeKind.OPERATION))
        await press(operator, "Payment page")
        page = await operator.dialog(PaymentPageDialog)
        assert failed in page.page.link.text()
        await operator.leave(page)
        alone = {"amount": "700", "currency": "jpy", "customer": customer, "payment_method": card}
        with pytest.raises(httpx.HTTPStatusError, match="402"):
            await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **alone)
        await operator.services.customers.refresh(customer)
        operator.services.changes.publish(Change(ChangeKind.OPERATION))
        await until(lambda: "¥700 failed on" in operator.text())
        assert "Payment page" not in operator.text(), "a payment alone has no invoice"


async def test_an_invoice_that_the_credit_pays_needs_no_page(qapp: QApplication, tmp_path: Path) -> None:
    """C8."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        credit = {"amount": "-5000", "currency": "jpy"}
        await stripe.call("post", f"/v1/customers/{customer}/balance_transactions", **credit)
        dialog = await _charge(operator, "page")
        await operator.confirm()
        await operator.gone(dialog)
        await until(lambda: "credit balance. Nothing is left to pay" in operator.notice)
        assert operator.top(PaymentPageDialog) is None


async def test_one_box_finds_id_email_name_last4_number_and_amount(qapp: QApplication, tmp_path: Path) -> None:
    """F3."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        card = await add_card(operator, stripe, "pm_card_chargeCustomerFail")
        invoice = (await owes(operator, stripe, 1_980))[0]
        number = (await stripe.call("get", f"/v1/invoices/{invoice}"))["number"]
        for typed, found in (
            (customer, customer),
            ("aoi@example", customer),
            ("ito ao", customer),
            ("0341", card),
            (number, invoice),
            ("1,980", invoice),
            ("¥1980", invoice),
        ):
            operator.window.commands.go_to_tab("price")
            await operator.find(typed)
            await until(lambda found=found: operator.page.detail.id == found)  # type: ignore[misc]
        assert await operator.services.search.find("1234567890123456") == [], "more digits than any amount has"


async def test_a_note_and_links_for_many_by_keyboard_alone(qapp: QApplication, tmp_path: Path) -> None:
    """F13."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = operator.page.detail.id
        await add_card(operator, stripe)
        await operator.key("M")
        note = await operator.dialog(NoteDialog)
        QTest.keyClicks(note.focusWidget(), "by hand")
        QTest.keyClick(note, Qt.Key.Key_Escape)
        asked = await until(lambda: [d for d in note.findChildren(QDialog) if d.isVisible()])
        QTest.keyClick(asked[0], Qt.Key.Key_Escape)
        await operator.gone(asked[0])
        assert note.text.toPlainText() == "by hand", "nothing typed is lost by a stray Esc"
        note.activateWindow()
        await until(note.isActiveWindow)
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        preview = await operator.dialog(PreviewDialog)
        preview.activateWindow()
        await until(preview.isActiveWindow)  # its shortcut works from then on
        QTest.keyClick(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await operator.gone(note)
        assert list((await _metadata(stripe, customer)).values()) == ["by hand"]
        await operator.key("Ctrl+2")
        await until(lambda: operator.page.shows_rows)
        await operator.key("Ctrl+Shift+M")
        bulk = await operator.dialog(BulkDialog)
        await until(bulk.primary.isEnabled)
        assert bulk.kind.hasFocus()
        QTest.keyClick(bulk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: "1 created" in operator.notice)
        assert [path for path, _ in writes(simulator)][-1] == "/v1/checkout/sessions"
