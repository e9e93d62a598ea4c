"""Customers with the customer on the phone: duplicates (F10), the balance, the end, and one created anew."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication

from billing_desk.domain.writes.action import Action
from billing_desk.domain.writes.operation import OperationState
from billing_desk.services.customers.timeline import Happening
from billing_desk.ui.customers.balance import BalanceDialog
from billing_desk.ui.customers.compare import CompareDialog
from billing_desk.ui.customers.form import CustomerForm
from billing_desk.ui.customers.tax_ids import TaxIdsDialog
from billing_desk.ui.writing.preview import PreviewDialog

from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk, writes


async def test_duplicates_are_flagged_compared_and_merged_in_one_operation(qapp: QApplication, tmp_path: Path) -> None:
    """F10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        keep = operator.page.detail.id
        await add_card(operator, stripe)
        other, subscription = await stripe.subscriber("AOI@example.jp", "twice-plan")
        await stripe.call("post", f"/v1/customers/{other}", **{"metadata[crm_id]": "C-7"})
        charge = (await stripe.call("get", "/v1/charges", customer=other))["data"][0]
        await operator.services.queries.refresh("customer", other)
        await operator.services.queries.refresh("subscription", subscription)
        await until(lambda: "Possible duplicate of Subscriber: same email" in operator.text())
        await press(operator, "Compare")
        dialog = await operator.dialog(CompareDialog)
        await until(lambda: dialog.cancel.count() == 2 and dialog.refund.count() == 2)
        said = [item.text() for row in range(dialog.table.rowCount()) if (item := dialog.table.item(row, 2))]
        assert "AOI@example.jp" in said
        assert "crm_id = C-7" in said
        operator.click(dialog.primary)
        await until(lambda: "Nothing to change" in dialog.problem.text())
        dialog.metadata.setChecked(True)
        dialog.cancel.setCurrentIndex(1)
        dialog.refund.setCurrentIndex(1)
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert preview.primary.text() == "Merge and refund ¥980 · Ito Aoi"
        assert preview._request.toPlainText().count("Idempotency-Key") == 3
        operator.click(preview.primary)
        await operator.gone(dialog)
        assert (await stripe.call("get", f"/v1/customers/{keep}"))["metadata"] == {"crm_id": "C-7"}
        assert (await stripe.call("get", f"/v1/subscriptions/{subscription}"))["cancel_at_period_end"]
        assert (await stripe.call("get", f"/v1/charges/{charge['id']}"))["refunded"]
        assert len({key for _, key in writes(simulator)}) == 3


async def test_a_number_that_many_have_flags_nobody(qapp: QApplication, tmp_path: Path) -> None:
    """F10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        first = operator.page.detail.id
        customer = await stripe.call("get", f"/v1/customers/{first}")
        duplicates = operator.services.duplicates
        for number in range(5):
            other = await stripe.customer(name=f"Colleague {number}", phone="+81 3 5550 1234")
            await operator.services.queries.refresh("customer", other)
            twins = await duplicates.of(customer)
            assert [twin.reasons for twin in twins] == ([("phone",)] * (number + 1) if number < 3 else [])


async def test_a_second_subscription_to_a_product_is_flagged(qapp: QApplication, tmp_path: Path) -> None:
    """F10."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer, first = await stripe.subscriber("twice@example.jp", "same-plan")
        second = await stripe.call("post", "/v1/subscriptions", customer=customer, **{"items[0][plan]": "same-plan"})
        operator.services.refresh()
        for id_ in (first, second["id"]):
            await operator.services.queries.refresh("subscription", id_)
        await operator.services.queries.refresh("customer", customer)
        operator.window.open_object("customer", customer)
        await until(lambda: "More than one active subscription to" in operator.text())


async def test_goodwill_credit_is_given_seen_and_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await press(operator, "Adjust balance")
        dialog = await operator.dialog(BalanceDialog)
        for amount, text in (("0", "x"), ("-5", "x"), ("x", "x"), ("500", "")):
            operator.enter(dialog.amount, amount)
            operator.enter(dialog.description, text)
            operator.click(dialog.primary)
            assert dialog._amount.problem or dialog._description.problem
        dialog.currency.setCurrentIndex(dialog.currency.findData("jpy"))
        operator.enter(dialog.description, "Goodwill")
        operator.click(dialog.primary)
        await operator.confirm()
        await operator.gone(dialog)
        assert (await stripe.call("get", f"/v1/customers/{customer}"))["balance"] == -500
        await until(lambda: "¥500 credit" in operator.text() and "Goodwill" in operator.text())
        operator.click(operator.window.notices.undo)
        await operator.confirm()
        await until(lambda: "Change undone." in operator.notice)
        assert (await stripe.call("get", f"/v1/customers/{customer}"))["balance"] == 0


async def test_a_customer_is_deleted_knowingly_and_created_anew_not_revived(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer, subscription = await stripe.subscriber("end@example.jp", "end-plan")
        operator.services.refresh()
        await operator.services.customers.refresh(customer)
        await operator.services.queries.refresh("subscription", subscription)
        operator.window.open_object("customer", customer)
        await until(lambda: "end@example.jp" in operator.text() and "end-plan" in operator.text())
        await press(operator, "Delete")
        preview = await operator.dialog(PreviewDialog)
        said = "\n".join(label.text() for label in preview.findChildren(type(preview.problem)))
        assert "1 subscription is canceled immediately" in said
        assert "1 card is removed permanently" in said
        operator.click(preview.primary)
        await until(lambda: "was deleted" in operator.notice)
        assert (await stripe.call("get", f"/v1/customers/{customer}"))["deleted"]
        await until(lambda: "was deleted in Stripe" in operator.text())
        await press(operator, "Create again")
        form = await operator.dialog(CustomerForm)
        assert form.field("email").text() == "end@example.jp"
        operator.click(form.primary)
        await operator.confirm()
        await operator.gone(form)
        assert [c["id"] != customer for c in await stripe.customers("end@example.jp")] == [True]


async def test_the_timeline_has_everything_in_one_order(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer, subscription = await stripe.subscriber("line@example.jp", "line-plan")
        bad = await stripe.call("post", "/v1/payment_methods/pm_card_chargeCustomerFail/attach", customer=customer)
        fields = {"amount": "700", "currency": "jpy", "customer": customer, "payment_method": bad["id"]}
        with pytest.raises(httpx.HTTPStatusError, match="402"):
            await stripe.call("post", "/v1/payment_intents", confirm="true", off_session="true", **fields)
        operator.services.refresh()
        for invoice in (await stripe.call("get", "/v1/invoices", customer=customer))["data"]:
            await operator.services.queries.refresh("invoice", invoice["id"])
        await operator.services.queries.refresh("subscription", subscription)
        await operator.services.customers.refresh(customer)
        operator.window.open_object("customer", customer)
        await until(lambda: "Payment failed: The bank declined" in operator.text())
        form = await operator.edit(name="Renamed")
        await operator.confirm()
        await operator.gone(form)
        await until(lambda: "Update customer: Done" in operator.text())
        seen = await operator.services.customers.overview(customer)
        moments = await operator.services.timeline.of(seen)
        codes = [moment.code for moment in moments if moment.entry is None]
        wanted = {"customer_created", "subscribed", "invoice_of_period", "payment_made", "payment_failed"}
        assert wanted == set(codes)
        done = [(m.code, m.entry.operation.action, m.entry.state) for m in moments if m.entry is not None]
        assert done == [(Happening.OPERATION, Action.CUSTOMER_UPDATE, OperationState.DONE)]
        assert [moment.at for moment in moments] == sorted((moment.at for moment in moments), reverse=True)


async def test_tax_ids_are_added_and_removed_in_one_operation(qapp: QApplication, tmp_path: Path) -> None:
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = operator.page.detail.id
        await stripe.call("post", f"/v1/customers/{customer}/tax_ids", type="eu_vat", value="DE123456789")
        await operator.services.customers.refresh(customer)
        await until(lambda: "eu_vat DE123456789" in operator.text())
        await press(operator, "Tax IDs")
        dialog = await operator.dialog(TaxIdsDialog)
        for text in ("DE123456789", "eu_vat", "EU VAT DE1", "4242 4242 4242 4242"):
            dialog.lines.selectAll()
            dialog.lines.insertPlainText(text)
            if text.startswith("4242"):
                assert dialog.lines.toPlainText() == "eu_vat DE123456789", "a card number was taken out"
                assert "card number" in dialog._lines.problem
            operator.click(dialog.primary)
            await until(lambda: dialog._lines.problem or dialog.problem.text() or "None" in operator.notice)
            await until(dialog.primary.isEnabled)
        dialog.lines.selectAll()
        dialog.lines.insertPlainText("jp_cn １２３４５６７８９１２３４")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert len(preview._preview.operation.steps) == 2
        operator.click(preview.primary)
        await operator.gone(dialog)
        held = (await stripe.call("get", f"/v1/customers/{customer}/tax_ids"))["data"]
        assert [(one["type"], one["value"]) for one in held] == [("jp_cn", "1234567891234")]
        await until(lambda: "jp_cn 1234567891234" in operator.text())
