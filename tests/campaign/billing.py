"""The campaign's writes of invoices: drafted, changed, paid outside Stripe, credited, and issued again."""

from __future__ import annotations

from dataclasses import replace

from billing_desk.desk import Desk
from billing_desk.domain.money import Money
from billing_desk.domain.writes.invoice_draft import Draft, DraftLine
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


def _draft_of(made: Json) -> Draft:
    lines = (DraftLine("Work", Money(AMOUNT, "jpy")), DraftLine("Travel", Money(50, "jpy")))
    return Draft(str(made["customer"]), "jpy", lines, memo=str(made["mark"]))


async def _draft(desk: Desk, made: Json) -> Operation:
    return (await desk.services.invoice_drafts.preview_create(_draft_of(made))).operation


async def _drafted(stripe: StripeSide, made: Json) -> int:
    """Drafts with both lines; an empty one counts for nothing yet."""
    drafts = (await stripe.call("get", "/v1/invoices", customer=made["customer"], status="draft"))["data"]
    totals = [draft["total"] for draft in drafts]
    assert len(totals) <= 1, "two drafts"
    assert totals in ([], [0], [AMOUNT + 50]), totals
    return int(totals == [AMOUNT + 50])


async def _a_draft(stripe: StripeSide, mark: str) -> Json:
    made = await payer(stripe, mark)
    draft = await stripe.call("post", "/v1/invoices", customer=made["customer"], currency="jpy")
    for text in ("Work", "Gone"):
        item = {"amount": str(AMOUNT), "currency": "jpy", "description": text}
        await stripe.call("post", "/v1/invoiceitems", customer=made["customer"], invoice=draft["id"], **item)
    return {**made, "invoice": draft["id"]}


async def _edit(desk: Desk, made: Json) -> Operation:
    """A change of the memo, of a line, the removal of one and a new one: four steps."""
    drafts = desk.services.invoice_drafts
    held = await drafts.draft(made["invoice"])
    kept = next(line for line in held.lines if line.description == "Work")
    lines = (replace(kept, amount=Money(700, "jpy")), DraftLine("New", Money(30, "jpy")))
    preview = await drafts.preview_edit(made["invoice"], replace(held, lines=lines, memo=made["mark"]))
    assert preview is not None
    return preview.operation


async def _edited(stripe: StripeSide, made: Json) -> int:
    now = await stripe.call("get", f"/v1/invoices/{made['invoice']}")
    lines = sorted((line["description"], line["amount"]) for line in now["lines"]["data"])
    assert sum(text == "New" for text, _ in lines) <= 1, "added twice"
    return int(lines == [("New", 30), ("Work", 700)] and now["description"] == made["mark"])


BILLING: dict[str, Write] = {
    "paid_outside": Write(_open, _pay_outside, _is_paid_outside),
    "credit_note": Write(_paid, _credit, _credited),
    "reissue": Write(_open, _reissue, _reissued),
    "draft": Write(payer, _draft, _drafted),
    "edit_draft": Write(_a_draft, _edit, _edited),
}
