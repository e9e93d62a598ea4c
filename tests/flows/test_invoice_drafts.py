"""Draft invoices: made, changed, copied, sent, through the window; and what Stripe forbids meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel

from billing_desk.domain.invoices.lines import lines_of
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.invoices.draft import EMAIL, DraftDialog
from billing_desk.ui.invoices.draft_lines import UNIT
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk, writes
from .test_invoice_life import billed


async def _drafts(stripe: StripeSide, customer: str) -> list[dict[str, Any]]:
    found = (await stripe.call("get", "/v1/invoices", customer=customer, status="draft"))["data"]
    return list(found)


def said(dialog: PreviewDialog) -> str:
    """Everything that the preview says."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


async def _form(operator: Operator, key: str = "I") -> DraftDialog:
    await operator.key(key)
    return await operator.dialog(DraftDialog)


async def _save(operator: Operator, dialog: DraftDialog, notice: str) -> None:
    operator.click(dialog.primary)
    await operator.confirm()
    await operator.gone(dialog)
    await until(lambda: notice in operator.notice)


async def test_an_invoice_is_drafted_with_lines_tax_and_a_due_date(qapp: QApplication, tmp_path: Path) -> None:
    """C10, F4: amounts, a price, a tax rate, a period, and pending items; by keyboard from the customer's page."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        rate = await stripe.call(
            "post", "/v1/tax_rates", display_name="消費税", percentage="10", inclusive="false", country="JP"
        )
        single = await stripe.call(
            "post", "/v1/prices", currency="jpy", unit_amount="300", **{"product_data[name]": "Label"}
        )
        await stripe.call(
            "post", "/v1/invoiceitems", customer=customer, amount="700", currency="jpy", description="Waits"
        )
        await operator.services.queries.refresh("price", str(single["id"]))
        dialog = await _form(operator)
        dialog.currency.setCurrentIndex(dialog.currency.findData("jpy"))
        operator.click(dialog.primary)
        assert dialog._lines.isVisible(), "a draft needs a line"
        (line,) = dialog.lines.lines
        operator.enter(line.description, "Installation")
        operator.enter(line.amount, "5,000")
        operator.enter(line.period, "2026-12")
        line.rate.setCurrentIndex(line.rate.findData(rate["id"]))
        operator.click(dialog.lines.more)
        other = dialog.lines.lines[1]
        other.item.setCurrentIndex(other.item.findData(str(single["id"])))
        other.quantity.setValue(3)
        dialog.way.setCurrentIndex(dialog.way.findData(EMAIL))
        operator.enter(dialog.due, "2020-01-01")
        operator.click(dialog.primary)
        assert "past" in dialog._due.problem
        assert [path for path, _ in writes(simulator) if "invoices" in path] == []
        operator.enter(dialog.due, "14")
        operator.enter(dialog.memo, "Thank you")
        dialog.fields.setPlainText("PO: 4711\nDepartment")
        operator.click(dialog.primary)
        assert "colon" in dialog._fields.problem
        dialog.fields.setPlainText("PO: 4711")
        assert "¥700" in dialog.pending.text()
        dialog.pending.setChecked(True)
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "Nothing is charged" in said(preview)
        await operator.confirm()
        await operator.gone(dialog)
        (draft,) = await _drafts(stripe, customer)
        assert (draft["subtotal"], draft["total"], draft["status"]) == (6_600, 7_100, "draft")
        assert sorted(each.amount.amount for each in lines_of(draft)) == [700, 900, 5_000]
        assert (draft["collection_method"], draft["description"]) == ("send_invoice", "Thank you")
        assert draft["custom_fields"] == [{"name": "PO", "value": "4711"}]
        installed = next(each for each in draft["lines"]["data"] if each["description"] == "Installation")
        assert installed["period"]["end"] - installed["period"]["start"] == 31 * 86_400 - 1, "Stripe's end is inclusive"
        final = await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize")
        assert round((final["due_date"] - final["status_transitions"]["finalized_at"]) / 86_400) == 14


async def test_a_draft_is_changed_line_by_line(qapp: QApplication, tmp_path: Path) -> None:
    """C10, F4: a line keeps its id when it is changed; one is removed, one is added; and nothing else is sent."""
    async with billed(qapp, tmp_path, "draft") as s:
        item = {"customer": s.customer, "invoice": s.id, "currency": "jpy"}
        await s.stripe.call("post", "/v1/invoiceitems", amount="100", description="Gone", **item)
        await s.show()
        before = {line["description"]: line["id"] for line in (await s.now())["lines"]["data"]}
        await press(s.operator, "Edit")
        dialog = await s.operator.dialog(DraftDialog)
        lines = {editor.description.text(): editor for editor in dialog.lines.lines}
        s.operator.enter(lines["Setup"].amount, "4,000")
        s.operator.click(lines["Gone"].remove)
        s.operator.click(dialog.lines.more)
        s.operator.enter(dialog.lines.lines[-1].description, "Delivery")
        s.operator.enter(dialog.lines.lines[-1].amount, "-300")
        await _save(s.operator, dialog, "Draft saved.")
        after = {line["description"]: (line["id"], line["amount"]) for line in (await s.now())["lines"]["data"]}
        assert after["Setup"] == (before["Setup"], 4_000)
        assert after["Delivery"][1] == -300
        assert set(after) == {"Setup", "Delivery"}
        paths = [path.rpartition("/")[2] for path, _ in writes(s.simulator) if path.startswith("/v1/invoices/")]
        assert paths == ["update_lines", "remove_lines", "add_lines"]


async def test_a_draft_that_finalizes_itself_meanwhile_is_not_changed(qapp: QApplication, tmp_path: Path) -> None:
    """C10: refused before sending, with the new state; what was typed stays."""
    async with billed(qapp, tmp_path, "draft") as s:
        await press(s.operator, "Edit")
        dialog = await s.operator.dialog(DraftDialog)
        s.operator.enter(dialog.memo, "Typed for a long time")
        await s.stripe.call("post", f"/v1/invoices/{s.id}/finalize")
        sent = len(writes(s.simulator))
        s.operator.click(dialog.primary)
        await until(lambda: "finalized already" in dialog.problem.text())
        assert dialog.isVisible()
        assert dialog.memo.text() == "Typed for a long time"
        assert len(writes(s.simulator)) == sent
        await s.operator.leave(dialog)


async def test_a_copy_is_a_draft_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    """C10: the same lines, with another number and due date."""
    async with billed(qapp, tmp_path, "paid") as s:
        await press(s.operator, "Duplicate")
        dialog = await s.operator.dialog(DraftDialog)
        s.operator.enter(dialog.lines.lines[0].amount, "6,000")
        await _save(s.operator, dialog, "Draft created.")
        (draft,) = await _drafts(s.stripe, s.customer)
        assert (draft["total"], [line.description for line in lines_of(draft)]) == (6_000, ["Setup"])
        assert (await s.now())["total"] == 5_000


async def test_an_invoice_is_sent_and_sent_again(qapp: QApplication, tmp_path: Path) -> None:
    """C10: only with a due date and an address; a test account says that no email goes out."""
    async with billed(qapp, tmp_path, "open", collection_method="send_invoice", days_until_due="30") as s:
        for _ in range(2):
            s.operator.window.notices.dismiss()
            await press(s.operator, "Send")
            preview = await s.operator.dialog(PreviewDialog)
            assert "sends no email" in said(preview)
            await s.operator.confirm()
            await until(lambda: not s.operator.window.notices.isHidden() and "Invoice sent." in s.operator.notice)
        events = (await s.stripe.call("get", "/v1/events", type="invoice.sent"))["data"]
        assert [event["data"]["object"]["id"] for event in events] == [s.id, s.id]


async def test_a_draft_without_the_permission_or_the_network(qapp: QApplication, tmp_path: Path) -> None:
    """E1, D4: nothing typed is lost, and there is one draft in the end, also if the first answer is lost."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        dialog = await _form(operator)
        (line,) = dialog.lines.lines
        operator.enter(line.description, "Work")
        operator.enter(line.amount, "800")
        simulator.faults.add(Fault("GET /v1/customers/", "permission", times=None))
        operator.click(dialog.primary)
        await until(lambda: "permission" in dialog.problem.text())
        simulator.faults.clear()
        assert (line.description.text(), line.amount.text()) == ("Work", "800")
        simulator.faults.add(Fault("POST /v1/invoices$", "drop_after", times=1))
        await _save(operator, dialog, "Draft created.")
        (draft,) = await _drafts(stripe, customer)
        assert draft["total"] == 800


async def test_the_invoice_explains_itself(qapp: QApplication, tmp_path: Path) -> None:
    """C10, G5: lines with quantity, discount and tax; the tax by rate as Stripe states it; its life with the credit
    note."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        rates = [
            await stripe.call("post", "/v1/tax_rates", display_name="消費税", percentage=percent, inclusive="false")
            for percent in ("10", "8")
        ]
        coupon = await stripe.call("post", "/v1/coupons", amount_off="100", currency="jpy", duration="once")
        draft = await stripe.call(
            "post", "/v1/invoices", customer=customer, currency="jpy", **{"discounts[0][coupon]": coupon["id"]}
        )
        for rate, amount, text in zip(rates, ("1100", "500"), ("Goods", "Food"), strict=True):
            item = {"amount": amount, "currency": "jpy", "description": text, "tax_rates[0]": rate["id"]}
            await stripe.call("post", "/v1/invoiceitems", customer=customer, invoice=draft["id"], **item)
        final = await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize")
        await stripe.call("post", "/v1/credit_notes", invoice=draft["id"], amount="50")
        operator.window.open_object("invoice", str(draft["id"]))
        await until(lambda: "Credit note" in operator.text() and "消費税 10 %" in operator.text())
        shown = operator.text()
        stated = {tax["tax_rate_details"]["tax_rate"]: tax for tax in final["total_taxes"]}
        for rate in rates:
            tax, name = stated[rate["id"]], f"消費税 {rate['percentage']:g} %"
            assert f"{name} on ¥{tax['taxable_amount']:,}" in shown.replace("\u2068", "").replace("\u2069", "")
            assert f"¥{tax['amount']:,}" in shown
        assert f"¥{final['total']:,}" in shown
        assert "discount" in shown
        steps = [step for step in ("Drafted", "Finalized", "Credit note") if step in shown.splitlines()]
        assert steps == ["Drafted", "Finalized", "Credit note"]


async def test_a_line_of_units_makes_its_own_price(qapp: QApplication, tmp_path: Path) -> None:
    """C10: Stripe multiplies; a negative unit price is refused before sending; the draft can be edited afterwards."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        dialog = await _form(operator)
        dialog.currency.setCurrentIndex(dialog.currency.findData("jpy"))
        (line,) = dialog.lines.lines
        line.item.setCurrentIndex(line.item.findData(UNIT))
        operator.enter(line.description, "Training hours")
        operator.enter(line.amount, "-1200")
        line.quantity.setValue(7)
        operator.click(dialog.primary)
        assert "cannot be negative" in line.problem.text()
        operator.enter(line.amount, "1,200")
        operator.click(dialog.primary)
        assert "¥8,400" in said(await operator.dialog(PreviewDialog))
        await operator.confirm()
        await operator.gone(dialog)
        (draft,) = await _drafts(stripe, customer)
        (made,) = draft["lines"]["data"]
        assert (made["amount"], made["quantity"], made["description"]) == (8_400, 7, "Training hours")
        assert made["pricing"]["price_details"]["price"].startswith("price_")
        operator.window.commands.go_to_tab("invoice")
        await operator.services.queries.refresh("invoice", str(draft["id"]))
        operator.page.select(str(draft["id"]))
        await until(lambda: "Training hours" in operator.text())
        await press(operator, "Edit…")
        dialog = await operator.dialog(DraftDialog)
        (line,) = dialog.lines.lines
        assert not dialog.has_typed()
        assert (line.item.currentData(), line.amount.text(), line.quantity.value()) == (UNIT, "1200", 7)
        line.quantity.setValue(999_999)
        assert dialog.has_typed(), "a quantity is input too"
        operator.enter(line.amount, "99,999,999")
        operator.click(dialog.primary)
        assert "more than Stripe can charge" in line.problem.text()
        operator.enter(line.amount, "1,200")
        line.quantity.setValue(8)
        operator.enter(line.period, "2026-12")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert "2026-12-01 – 2026-12-31" in said(preview), "the period is previewed, to its last day"
        await operator.confirm()
        await operator.gone(dialog)
        (draft,) = await _drafts(stripe, customer)
        assert draft["lines"]["data"][0]["amount"] == 9_600
