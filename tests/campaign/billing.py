"""The campaign's writes of invoices: paid outside Stripe, credited, and issued again."""

from __future__ import annotations

from billing_desk.desk import Desk
from billing_desk.domain.money import Money
from billing_desk.domain.writes.operation import Operation
from billing_desk.services.invoices.lifecycle import Note

from ..stripe_side import StripeSide
from .preparing import AMOUNT, Json, Write, payer


async def _open(stripe: StripeSide, mark: str) -> Json:
    made = await payer(stripe, mark)
    draft = await stripe.call("post", "/v1/invoices", customer=made["customer"])
    item = {"amount": str(AMOUNT), "currency": "jpy", "description": "Work"}
    await stripe.call("post", "/v1/invoiceitems", customer=made["customer"], invoice=draft["id"], **item)
    await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize")
    return {**made, "invoice": draft["id"]}


async def _paid(stripe: StripeSide, mark: str) -> Json:
    made = await _open(stripe, mark)
    await stripe.call("post", f"/v1/invoices/{made['invoice']}/pay")
    return made


async def _pay_outside(desk: Desk, made: Json) -> Operation:
    return (await desk.services.invoice_lifecycle.preview_paid_outside(made["invoice"], made["mark"])).operation


async def _is_paid_outside(stripe: StripeSide, made: Json) -> int:
    """Paid with its reference, and nothing charged; the reference alone counts for nothing yet."""
    now = await stripe.call("get", f"/v1/invoices/{made['invoice']}")
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    assert charges == [], "charged"
    return int(now["status"] == "paid" and now["metadata"]["payment_reference"] == made["mark"])


async def _credit(desk: Desk, made: Json) -> Operation:
    note = Note(Money(300, "jpy"))
    return (await desk.services.invoice_lifecycle.preview_credit(made["invoice"], note)).operation


async def _credited(stripe: StripeSide, made: Json) -> int:
    notes = (await stripe.call("get", "/v1/credit_notes", invoice=made["invoice"]))["data"]
    charges = (await stripe.call("get", "/v1/charges", customer=made["customer"]))["data"]
    assert sum(charge["amount_refunded"] for charge in charges) == 300 * len(notes)
    return len(notes)


async def _reissue(desk: Desk, made: Json) -> Operation:
    return (await desk.services.invoice_lifecycle.preview_reissue(made["invoice"])).operation


async def _reissued(stripe: StripeSide, made: Json) -> int:
    """Void, and one draft with the line once; a part of it counts for nothing yet."""
    now = await stripe.call("get", f"/v1/invoices/{made['invoice']}")
    drafts = (await stripe.call("get", "/v1/invoices", customer=made["customer"], status="draft"))["data"]
    assert len(drafts) <= 1, "two drafts"
    assert not drafts or now["status"] == "void", "both can be paid"
    totals = [draft["total"] for draft in drafts]
    assert totals in ([], [0], [AMOUNT]), totals
    return int(totals == [AMOUNT])


BILLING: dict[str, Write] = {
    "paid_outside": Write(_open, _pay_outside, _is_paid_outside),
    "credit_note": Write(_paid, _credit, _credited),
    "reissue": Write(_open, _reissue, _reissued),
}
