"""What can be done with an invoice in each of its states, through the window; and that Stripe agrees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from billing_desk.domain.invoices.actions import InvoiceAction, refusal
from billing_desk.simulator.server import Simulator
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.invoices.dialogs import CreditDialog, PaidOutsideDialog
from billing_desk.ui.invoices.upcoming import UpcomingDialog
from billing_desk.ui.tab.more_button import MoreButton
from billing_desk.ui.writing.preview import PreviewDialog

from ..driver import Operator
from ..stripe_side import StripeSide
from ..support import until
from .actions import add_card, press
from .operator_fixture import at_desk, writes

ALL = frozenset(InvoiceAction)
POSSIBLE = {
    "draft": {InvoiceAction.FINALIZE, InvoiceAction.DELETE, InvoiceAction.EDIT},
    "open": ALL - {InvoiceAction.FINALIZE, InvoiceAction.DELETE, InvoiceAction.EDIT, InvoiceAction.SEND},
    "paid": {InvoiceAction.CREDIT},
    "void": set(),
    "uncollectible": ALL
    - {
        InvoiceAction.FINALIZE,
        InvoiceAction.DELETE,
        InvoiceAction.WRITE_OFF,
        InvoiceAction.EDIT,
        InvoiceAction.SEND,
    },
}
REQUESTS: dict[InvoiceAction, tuple[str, str, dict[str, str]]] = {
    InvoiceAction.FINALIZE: ("post", "/v1/invoices/{id}/finalize", {}),
    InvoiceAction.DELETE: ("delete", "/v1/invoices/{id}", {}),
    InvoiceAction.PAY: ("post", "/v1/invoices/{id}/pay", {}),
    InvoiceAction.PAID_OUTSIDE: ("post", "/v1/invoices/{id}/pay", {"paid_out_of_band": "true"}),
    InvoiceAction.WRITE_OFF: ("post", "/v1/invoices/{id}/mark_uncollectible", {}),
    InvoiceAction.VOID: ("post", "/v1/invoices/{id}/void", {}),
    InvoiceAction.REISSUE: ("post", "/v1/invoices/{id}/void", {}),
    InvoiceAction.SEND: ("post", "/v1/invoices/{id}/send", {}),
    InvoiceAction.EDIT: (
        "post",
        "/v1/invoices/{id}/add_lines",
        {"lines[0][amount]": "5", "lines[0][description]": "x"},
    ),
}


class Billed:
    """An operator who looks at an invoice of Ito Aoi over ¥5,000."""

    def __init__(self, operator: Operator, stripe: StripeSide, simulator: Simulator, customer: str, id_: str) -> None:
        self.operator, self.stripe, self.simulator = operator, stripe, simulator
        self.customer, self.id = customer, id_

    async def now(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.stripe.call("get", f"/v1/invoices/{self.id}")
        return found

    async def show(self) -> None:
        await self.operator.services.queries.refresh("invoice", self.id)
        self.operator.window.open_object("invoice", self.id)
        await until(lambda: self.operator.page.detail._painted == self.id)

    async def done(self, notice: str) -> None:
        await self.operator.confirm()
        await until(lambda: notice in self.operator.notice)


@asynccontextmanager
async def billed(qapp: QApplication, folder: Path, status: str, **fields: str) -> AsyncIterator[Billed]:
    async with at_desk(qapp, folder) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        id_ = await invoice(stripe, customer, status, **fields)
        seen = Billed(operator, stripe, simulator, customer, id_)
        await seen.show()
        yield seen


async def invoice(stripe: StripeSide, customer: str, status: str, **fields: str) -> str:
    draft = await stripe.call("post", "/v1/invoices", customer=customer, **fields)
    item = {"customer": customer, "invoice": draft["id"], "amount": "5000", "currency": "jpy", "description": "Setup"}
    await stripe.call("post", "/v1/invoiceitems", **item)
    path = f"/v1/invoices/{draft['id']}"
    if status != "draft":
        await stripe.call("post", f"{path}/finalize")
    after = {"paid": "pay", "void": "void", "uncollectible": "mark_uncollectible"}
    if status in after:
        await stripe.call("post", f"{path}/{after[status]}")
    return str(draft["id"])


def _offered(operator: Operator) -> dict[str, bool]:
    """The actions in the detail by name, and whether each is possible."""
    detail = operator.page.detail
    found = {one.objectName(): one.isEnabled() for one in detail.findChildren(QPushButton) if one.isVisible()}
    for more in detail.findChildren(MoreButton):
        found |= {one.objectName(): one.isEnabled() for one in more.menu().actions()}
    return {name: enabled for name, enabled in found.items() if name in ALL}


BY_EMAIL = {"collection_method": "send_invoice", "days_until_due": "30"}


@pytest.mark.parametrize("how", ["by card", "by email"])
@pytest.mark.parametrize("status", sorted(POSSIBLE))
async def test_what_is_possible_in_each_state(qapp: QApplication, tmp_path: Path, status: str, how: str) -> None:
    """C10: action by status and collection method, gray with the reason or possible; and Stripe agrees on each."""
    fields = BY_EMAIL if how == "by email" else {}
    async with billed(qapp, tmp_path, status, **fields) as s:
        offered = _offered(s.operator)
        expected = POSSIBLE[status] | ({InvoiceAction.SEND} if fields and status == "open" else set())
        assert {name for name, enabled in offered.items() if enabled} == {str(one) for one in expected}
        assert set(offered) == {str(one) for one in ALL}
        for action, (method, path, params) in REQUESTS.items():
            other = await invoice(s.stripe, s.customer, status, **fields)
            held = await s.stripe.call("get", f"/v1/invoices/{other}")
            refused = False
            try:
                await s.stripe.call(method, path.format(id=other), **params)
            except httpx.HTTPStatusError:
                refused = True
            # Stripe's pay and send finalize a draft too, which here is a step of its own.
            if not (
                action in (InvoiceAction.PAY, InvoiceAction.PAID_OUTSIDE, InvoiceAction.SEND) and status == "draft"
            ):
                assert refused == bool(refusal(held, action)), action


async def test_a_draft_is_finalized(qapp: QApplication, tmp_path: Path) -> None:
    async with billed(qapp, tmp_path, "draft") as s:
        await press(s.operator, "Finalize")
        preview = await s.operator.dialog(PreviewDialog)
        assert [path for path, _ in writes(s.simulator)] == []
        assert preview.isVisible()
        await s.done("Invoice finalized.")
        assert (await s.now())["status"] == "open"


async def test_a_draft_is_deleted(qapp: QApplication, tmp_path: Path) -> None:
    async with billed(qapp, tmp_path, "draft") as s:
        await press(s.operator, "Delete draft")
        await s.done("Draft deleted.")
        with pytest.raises(httpx.HTTPStatusError, match="404"):
            await s.now()


async def test_a_transfer_is_recorded_with_its_reference(qapp: QApplication, tmp_path: Path) -> None:
    """C10: nothing is charged."""
    async with billed(qapp, tmp_path, "open") as s:
        await press(s.operator, "Paid outside Stripe")
        dialog = await s.operator.dialog(PaidOutsideDialog)
        s.operator.enter(dialog.reference, "x" * 501)
        s.operator.click(dialog.primary)
        assert dialog._reference.problem
        s.operator.enter(dialog.reference, "振込 2026-11-29 #88")
        s.operator.click(dialog.primary)
        await s.operator.confirm()
        await s.operator.gone(dialog)
        now = await s.now()
        assert (now["status"], now["amount_paid_off_stripe"]) == ("paid", 5_000)
        assert now["metadata"]["payment_reference"] == "振込 2026-11-29 #88"
        assert (await s.stripe.call("get", "/v1/charges", customer=s.customer))["data"] == []
        await until(lambda: "Paid outside Stripe" in s.operator.text() or "outside" in s.operator.text())


async def test_an_uncollectible_invoice_is_paid_after_all(qapp: QApplication, tmp_path: Path) -> None:
    """G5."""
    async with billed(qapp, tmp_path, "open") as s:
        await press(s.operator, "Mark as uncollectible")
        await s.done("Invoice marked as uncollectible.")
        assert (await s.now())["status"] == "uncollectible"
        await s.show()
        await until(lambda: "Uncollectible" in s.operator.text())
        await press(s.operator, "Pay ¥5,000")
        await s.operator.confirm()
        await until(lambda: "¥5,000 was charged" in s.operator.notice)
        assert (await s.now())["amount_paid"] == 5_000


async def test_a_credit_note_lowers_what_remains(qapp: QApplication, tmp_path: Path) -> None:
    """G5: nothing is given back, because nothing was paid."""
    async with billed(qapp, tmp_path, "open") as s:
        await press(s.operator, "Credit note")
        dialog = await s.operator.dialog(CreditDialog)
        for wrong in ("", "0", "5,001", "x"):
            s.operator.enter(dialog.amount, wrong)
            s.operator.click(dialog.primary)
            assert dialog._amount.problem, wrong
        s.operator.enter(dialog.amount, "2,000")
        assert not dialog._back.isVisible()
        dialog.reason.setCurrentIndex(dialog.reason.findData("duplicate"))
        s.operator.click(dialog.primary)
        await s.operator.confirm()
        await s.operator.gone(dialog)
        assert (await s.now())["amount_remaining"] == 3_000
        (note,) = (await s.stripe.call("get", "/v1/credit_notes", invoice=s.id))["data"]
        assert (note["amount"], note["reason"], note["pre_payment_amount"]) == (2_000, "duplicate", 2_000)
        await until(lambda: "Pay ¥3,000…" in s.operator.text())


@pytest.mark.parametrize(("back", "refunded", "balance"), [("refund_amount", 2_000, 0), ("credit_amount", 0, -2_000)])
async def test_a_credit_note_gives_back_what_was_paid(
    qapp: QApplication, tmp_path: Path, back: str, refunded: int, balance: int
) -> None:
    """G5: once, also if the answer is lost."""
    async with billed(qapp, tmp_path, "paid") as s:
        await press(s.operator, "Credit note")
        dialog = await s.operator.dialog(CreditDialog)
        s.operator.enter(dialog.amount, "2,000")
        dialog.back.setCurrentIndex(dialog.back.findData(back))
        s.simulator.faults.add(Fault("POST /v1/credit_notes", "drop_after", times=1))
        s.operator.click(dialog.primary)
        preview = await s.operator.dialog(PreviewDialog)
        assert ("¥2,000" in preview.primary.text()) is True
        await s.operator.confirm()
        await s.operator.gone(dialog)
        (note,) = (await s.stripe.call("get", "/v1/credit_notes", invoice=s.id))["data"]
        assert note["post_payment_amount"] == 2_000
        charges = (await s.stripe.call("get", "/v1/charges", customer=s.customer))["data"]
        assert sum(charge["amount_refunded"] for charge in charges) == refunded
        assert (await s.stripe.call("get", f"/v1/customers/{s.customer}"))["balance"] == balance


@pytest.mark.parametrize("status", ["open", "paid"])
async def test_lines_are_credited_with_their_tax(qapp: QApplication, tmp_path: Path, status: str) -> None:
    """G5: two of three units with 10 % tax; Stripe's own sum is what the preview shows, and what is given back."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        rate = await stripe.call("post", "/v1/tax_rates", display_name="消費税", percentage="10", inclusive="false")
        price = await stripe.call(
            "post", "/v1/prices", currency="jpy", unit_amount="333", **{"product_data[name]": "Label"}
        )
        draft = await stripe.call("post", "/v1/invoices", customer=customer)
        line = {"customer": customer, "invoice": draft["id"], "tax_rates[0]": rate["id"]}
        await stripe.call("post", "/v1/invoiceitems", quantity="3", **{"pricing[price]": price["id"]}, **line)
        await stripe.call("post", "/v1/invoiceitems", amount="5000", currency="jpy", description="Setup", **line)
        await stripe.call("post", f"/v1/invoices/{draft['id']}/{'pay' if status == 'paid' else 'finalize'}")
        seen = Billed(operator, stripe, simulator, customer, str(draft["id"]))
        await seen.show()
        await press(operator, "Credit note")
        dialog = await operator.dialog(CreditDialog)
        dialog.by.setCurrentIndex(dialog.by.findData("lines"))
        operator.click(dialog.primary)
        assert dialog.lines.problem, "no line is chosen"
        assert writes(simulator) == []
        place = next(number for number, box in enumerate(dialog.lines.boxes) if "Label" in box.text())
        dialog.lines.boxes[place].setChecked(True)
        dialog.lines.counts[place].setValue(2)
        assert dialog._back.isVisible() is (status == "paid")
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        shown = " ".join(label.text() for label in preview.findChildren(QLabel))
        assert "Label × 2" in shown
        assert "¥733" in shown, "666 and 10 %"
        await operator.confirm()
        await operator.gone(dialog)
        (note,) = (await stripe.call("get", "/v1/credit_notes", invoice=draft["id"]))["data"]
        assert (note["subtotal"], note["total"]) == (666, 733)
        (credited,) = note["lines"]["data"]
        assert (credited["quantity"], credited["taxes"][0]["amount"]) == (2, 67)
        charges = (await stripe.call("get", "/v1/charges", customer=customer))["data"]
        assert sum(charge["amount_refunded"] for charge in charges) == (733 if status == "paid" else 0)


@pytest.mark.parametrize(("units", "stated"), [(1, 366), (2, 734)])
@pytest.mark.parametrize("status", ["open", "paid"])
async def test_credited_lines_have_the_amount_that_stripe_states(
    qapp: QApplication, tmp_path: Path, status: str, units: int, stated: int
) -> None:
    """G5: Stripe rounds amount and tax of a part on their own; button, record, and refund have its amount, not ours."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        rate = await stripe.call("post", "/v1/tax_rates", display_name="消費税", percentage="10", inclusive="false")
        product = {"product_data[name]": "Label", "unit_amount_decimal": "333.34"}
        price = await stripe.call("post", "/v1/prices", currency="jpy", **product)
        draft = await stripe.call("post", "/v1/invoices", customer=customer)
        line = {"customer": customer, "invoice": draft["id"], "tax_rates[0]": rate["id"], "quantity": "3"}
        await stripe.call("post", "/v1/invoiceitems", **{"pricing[price]": price["id"]}, **line)
        await stripe.call("post", f"/v1/invoices/{draft['id']}/{'pay' if status == 'paid' else 'finalize'}")
        await Billed(operator, stripe, simulator, customer, str(draft["id"])).show()
        await press(operator, "Credit note")
        dialog = await operator.dialog(CreditDialog)
        dialog.by.setCurrentIndex(dialog.by.findData("lines"))
        dialog.lines.boxes[0].setChecked(True)
        dialog.lines.counts[0].setValue(units)
        operator.click(dialog.primary)
        preview = await operator.dialog(PreviewDialog)
        assert f"¥{stated}" in preview.primary.text()
        await operator.confirm()
        await operator.gone(dialog)
        (note,) = (await stripe.call("get", "/v1/credit_notes", invoice=draft["id"]))["data"]
        assert note["amount"] == stated
        (entry,) = [each for each in await operator.services.audit.newest(5) if each["verb"] == "invoice.credit"]
        assert f"{stated} jpy" in str(entry)


async def test_a_refund_without_a_note_is_known_to_stripe(qapp: QApplication, tmp_path: Path) -> None:
    """The preview asks Stripe; its reason is said at the amount, and nothing is written."""
    async with billed(qapp, tmp_path, "paid") as s:
        (charge,) = (await s.stripe.call("get", "/v1/charges", customer=s.customer))["data"]
        await s.stripe.call("post", "/v1/refunds", charge=charge["id"], amount="4000")
        await press(s.operator, "Credit note")
        dialog = await s.operator.dialog(CreditDialog)
        s.operator.enter(dialog.amount, "2,000")
        s.operator.click(dialog.primary)
        await until(lambda: dialog._amount.problem)
        assert writes(s.simulator) == []
        await s.operator.leave(dialog)


async def test_an_invoice_is_voided_and_issued_again(qapp: QApplication, tmp_path: Path) -> None:
    """C10: the draft has the same lines; credit that was applied is back and applies again."""
    async with billed(qapp, tmp_path, "draft", collection_method="send_invoice", days_until_due="14") as s:
        path = f"/v1/customers/{s.customer}/balance_transactions"
        await s.stripe.call("post", path, amount="-1000", currency="jpy")
        await s.stripe.call("post", f"/v1/invoices/{s.id}/finalize")
        await s.show()
        await until(lambda: "Pay ¥4,000" in s.operator.text())
        await press(s.operator, "Void and re-issue")
        preview = await s.operator.dialog(PreviewDialog)
        assert preview.isVisible()
        await s.done("Invoice voided.")
        assert (await s.now())["status"] == "void"
        rows = (await s.stripe.call("get", "/v1/invoices", customer=s.customer, status="draft"))["data"]
        (made,) = rows
        assert [(line["description"], line["amount"]) for line in made["lines"]["data"]] == [("Setup", 5_000)]
        assert (made["collection_method"], made["total"]) == ("send_invoice", 5_000)
        assert (await s.stripe.call("get", f"/v1/customers/{s.customer}"))["balance"] == -1_000


async def test_the_upcoming_invoice_of_its_subscription(qapp: QApplication, tmp_path: Path) -> None:
    """C10: in the words of an invoice, by Stripe's preview; and where there is none, it says so."""
    async with at_desk(qapp, tmp_path) as (operator, stripe, simulator):
        customer = str(operator.page.detail.id)
        await add_card(operator, stripe)
        price = {"currency": "jpy", "unit_amount": "980", "recurring[interval]": "month", "product_data[name]": "Basic"}
        made = await stripe.call("post", "/v1/prices", **price)
        items = {"items[0][price]": made["id"], "items[0][quantity]": "2"}
        subscription = await stripe.call("post", "/v1/subscriptions", customer=customer, **items)
        seen = Billed(operator, stripe, simulator, customer, str(subscription["latest_invoice"]))
        await seen.show()
        await press(operator, "Upcoming invoice")
        dialog = await operator.dialog(UpcomingDialog)
        await until(lambda: "¥1,960 is due about" in dialog.said.text())
        shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "2 × ¥980" in shown
        await operator.leave(dialog)
        await stripe.call("delete", f"/v1/subscriptions/{subscription['id']}")
        await press(operator, "Upcoming invoice")
        dialog = await operator.dialog(UpcomingDialog)
        await until(lambda: "no upcoming invoice" in dialog.said.text() or dialog.problem.text())
        assert "no upcoming invoice" in dialog.said.text(), dialog.problem.text()
        await operator.leave(dialog)
        simulator.faults.add(Fault("POST /v1/invoices/create_preview", "permission", times=None))
        await press(operator, "Upcoming invoice")
        dialog = await operator.dialog(UpcomingDialog)
        await until(lambda: "permission" in dialog.problem.text())
        await operator.leave(dialog)
        assert {path for path, _ in writes(simulator)} == {"/v1/invoices/create_preview"}, "it changes nothing"
