"""Credit notes: reduce an unpaid invoice, or refund or credit a paid one, or settle it out of band."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from ...billing.invoices import collecting
from ...billing.invoices.invoicing import new_balance_transaction
from ...billing.metering.money import rounded, shared
from ...billing.payments import refunding
from ...billing.subscriptions.settings import merged_metadata
from ...call import Call, listed
from ...errors import ApiError, invalid, missing_parameter, refused
from ...http.wire import page
from ...spec import blank
from ...state.table import Json
from ...state.templates import plain, reject_both
from .. import endpoints_of, reads


def _build(call: Call) -> Json:
    """A validated credit note for these parameters, not yet added to the state."""
    params, state = call.params, call.state
    invoice = state.get("invoice", params["invoice"], "invoice")
    if invoice["status"] not in ("open", "paid", "uncollectible"):
        raise refused(f"You cannot issue a credit note for an invoice that is {invoice['status']}.", None, "invoice")
    reject_both(params, "amount", "lines")
    if "amount" not in params and not params.get("lines"):
        raise missing_parameter("amount")
    note_id = state.new_id("cn_1", 23)
    lines = _lines(call, invoice, params)
    added = sum(tax["amount"] for line in lines for tax in line["taxes"] if tax["tax_behavior"] == "exclusive")
    subtotal = sum(line["amount"] for line in lines)
    total = subtotal + added
    credited = sum(n["amount"] for n in state.of("credit_note", "invoice", invoice["id"]) if n["status"] == "issued")
    linked = {each.get("refund") for each in params.get("refunds") or []}
    refunded = _refunded_elsewhere(call, invoice, linked)
    most = invoice["total"] - credited - refunded
    if not 0 < total <= most:
        raise refused(
            "The sum of credit amount and existing credits and refunds "
            f"({total + credited + refunded}) cannot exceed the invoice total ({invoice['total']}).",
            None,
            "amount",
        )
    before = min(total, invoice["amount_remaining"]) if invoice["status"] != "paid" else 0
    customer = state.get("customer", invoice["customer"])
    note = {
        **blank("credit_note"),
        "id": note_id,
        "amount": total,
        "amount_shipping": 0,
        "created": state.now_of(customer),
        "currency": invoice["currency"],
        "customer": invoice["customer"],
        "discount_amount": 0,
        "effective_at": params.get("effective_at", state.now_of(customer)),
        "invoice": invoice["id"],
        "lines": {
            "object": "list",
            "data": lines,
            "has_more": False,
            "total_count": len(lines),
            "url": f"/v1/credit_notes/{note_id}/lines",
        },
        "livemode": state.livemode,
        "memo": plain(params.get("memo")),
        "metadata": plain(params.get("metadata")) or {},
        "number": f"{invoice['number']}-CN-{len(state.of('credit_note', 'invoice', invoice['id'])) + 1:02d}",
        "out_of_band_amount": params.get("out_of_band_amount"),
        "pdf": f"https://pay.stripe.com/credit_notes/{note_id}/pdf",
        "post_payment_amount": total - before,
        "pre_payment_amount": before,
        "reason": params.get("reason"),
        "status": "issued",
        "subtotal": subtotal,
        "subtotal_excluding_tax": subtotal,
        "total": total,
        "total_excluding_tax": subtotal,
        "total_taxes": [tax for line in lines for tax in line["taxes"]],
        "type": "mixed" if 0 < before < total else "pre_payment" if before else "post_payment",
    }
    _check_post_payment(params, note)
    return note


def _refunded_elsewhere(call: Call, invoice: Json, linked: set[str | None]) -> int:
    """The amount refunded without a credit note (minor units), which reduces what can be credited."""
    state, found = call.state, 0
    for payment in state.of("invoice_payment", "invoice", invoice["id"]):
        for made in state.of("refund", "payment_intent", payment["payment"]["payment_intent"] or ""):
            own = state.hidden_of(made["id"]).get("credit_note") or made["id"] in linked
            found += made["amount"] if not own and made["status"] in ("succeeded", "pending") else 0
    return found


def _lines(call: Call, invoice: Json, params: Json) -> list[Json]:
    if "amount" in params:
        amount = params["amount"]
        rows = [row for row in invoice["lines"]["data"] if row["amount"] > 0]
        parts = shared(amount, [row["amount"] for row in rows])
        return [
            _line(call, part, row["description"], invoice_line_item=row["id"])
            for part, row in zip(parts, rows, strict=True)
            if part
        ]
    return [_asked(call, invoice, given, f"lines[{at}]") for at, given in enumerate(params["lines"])]


def _asked(call: Call, invoice: Json, given: Json, param: str) -> Json:
    if given["type"] == "custom_line_item":
        quantity = given.get("quantity", 1)
        unit = given.get("unit_amount_decimal", given.get("unit_amount"))
        amount = given.get("amount") if unit is None else rounded(Decimal(unit) * quantity)
        if amount is None:
            raise missing_parameter(f"{param}[unit_amount]")
        return _line(
            call, amount, plain(given.get("description")), quantity=quantity, unit_amount=given.get("unit_amount")
        )
    row = next((line for line in invoice["lines"]["data"] if line["id"] == given.get("invoice_line_item")), None)
    if row is None:
        raise invalid(f"{param}[invoice_line_item]", "The invoice has no such line.", "resource_missing")
    quantity = given.get("quantity", row["quantity"])
    off = sum(d["amount"] for d in row["discount_amounts"])
    amount = given.get("amount")
    if amount is None:
        amount = shared(row["amount"] - off, [quantity, max(0, (row["quantity"] or 1) - quantity)])[0]
    taxes = [_part_of(tax, amount, row["amount"] - off) for tax in row["taxes"]]
    return _line(call, amount, row["description"], invoice_line_item=row["id"], quantity=quantity, taxes=taxes)


def _part_of(tax: Json, amount: int, whole: int) -> Json:
    """The tax of a part of a line."""
    share = Fraction(amount, whole) if whole else Fraction(0)
    return {**tax, "amount": rounded(tax["amount"] * share), "taxable_amount": rounded(tax["taxable_amount"] * share)}


def _line(call: Call, amount: int, description: str | None, **values: Any) -> Json:
    return {
        **blank("credit_note_line_item"),
        "id": call.state.new_id("cnli_1", 23),
        "amount": amount,
        "description": description,
        "discount_amount": 0,
        "livemode": call.state.livemode,
        "metadata": {},
        "taxes": [],
        "type": "invoice_line_item" if values.get("invoice_line_item") else "custom_line_item",
        **values,
    }


def _check_post_payment(params: Json, note: Json) -> None:
    """Raises unless refunds, balance credit and out-of-band amount add up to the post-payment amount."""
    given = sum(params.get(name) or 0 for name in ("refund_amount", "credit_amount", "out_of_band_amount"))
    given += sum(each.get("amount_refunded", 0) for each in params.get("refunds") or [])
    if given != note["post_payment_amount"]:
        raise ApiError(
            400,
            "The sum of refund amount, credit amount and out of band amount "
            f"({given}) must equal the post payment credit "
            f"amount ({note['post_payment_amount']}).",
            stored=True,
        )


def create(call: Call) -> Json:
    note = _build(call)
    invoice = call.state.get("invoice", note["invoice"])
    call.state.add("credit_note", note)
    if note["post_payment_amount"]:
        _give_back(call, invoice, note)
    with call.changing(invoice, "invoice.updated"):
        invoice["pre_payment_credit_notes_amount"] += note["pre_payment_amount"]
        invoice["post_payment_credit_notes_amount"] += note["post_payment_amount"]
        if note["pre_payment_amount"]:
            invoice["amount_remaining"] -= note["pre_payment_amount"]
    if note["pre_payment_amount"] and invoice["amount_remaining"] == 0:
        collecting.paid(call, invoice)
    call.emit("credit_note.created", note)
    return note


def _give_back(call: Call, invoice: Json, note: Json) -> None:
    params, state = call.params, call.state
    if params.get("credit_amount"):
        customer = state.get("customer", invoice["customer"])
        with call.changing(customer, "customer.updated"):
            customer["balance"] = (customer["balance"] or 0) - params["credit_amount"]
        made = new_balance_transaction(
            call,
            customer,
            -params["credit_amount"],
            invoice["currency"],
            "credit_note",
            credit_note=note["id"],
            invoice=invoice["id"],
        )
        note["customer_balance_transaction"] = made["id"]
    if params.get("refund_amount"):
        made = refunding.refund(call, _charge_of(call, invoice), params["refund_amount"], None, {})
        _note_refund(call, note, made["id"], params["refund_amount"])
    for at, each in enumerate(params.get("refunds") or []):
        made = state.get("refund", each.get("refund", ""), f"refunds[{at}][refund]")
        _note_refund(call, note, made["id"], each.get("amount_refunded", made["amount"]))


def _note_refund(call: Call, note: Json, refund: str, amount: int) -> None:
    call.state.secrets_of(refund)["credit_note"] = note["id"]
    note["refunds"].append(
        {"amount_refunded": amount, "payment_record_refund": None, "refund": refund, "type": "refund"}
    )


def _charge_of(call: Call, invoice: Json) -> Json:
    for payment in call.state.of("invoice_payment", "invoice", invoice["id"]):
        if payment["status"] == "paid":
            intent = call.state.get("payment_intent", payment["payment"]["payment_intent"])
            return call.state.get("charge", intent["latest_charge"])
    raise refused("This invoice has no payment that could be refunded.", None, "refund_amount")


def preview(call: Call) -> Json:
    return _build(call.over(call.state.fork()))


def preview_lines(call: Call) -> Json:
    paging: Json = {
        name: call.params.pop(name) for name in ("limit", "starting_after", "ending_before") if name in call.params
    }
    return page(preview(call)["lines"]["data"], paging, "/v1/credit_notes/preview/lines", "credit_note_line_item")


def update(call: Call) -> Json:
    note = call.state.get("credit_note", call.ids["id"])
    with call.changing(note, "credit_note.updated"):
        if "memo" in call.params:
            note["memo"] = plain(call.params["memo"])
        if "metadata" in call.params:
            note["metadata"] = merged_metadata(note["metadata"], call.params["metadata"])
    return note


def void(call: Call) -> Json:
    """Void a pre-payment credit note of an open invoice; its amount is due again."""
    note = call.state.get("credit_note", call.ids["id"])
    invoice = call.state.get("invoice", note["invoice"])
    if note["status"] == "void" or note["type"] != "pre_payment" or invoice["status"] != "open":
        raise refused("You can only void pre-payment credit notes of open invoices.")
    with call.changing(invoice, "invoice.updated"):
        invoice["pre_payment_credit_notes_amount"] -= note["pre_payment_amount"]
        invoice["amount_remaining"] += note["pre_payment_amount"]
    with call.changing(note, None):
        note.update(status="void", voided_at=call.state.now_of(invoice))
    call.emit("credit_note.voided", note)
    return note


def list_all(call: Call) -> Json:
    return listed(call, "credit_note", "/v1/credit_notes", "invoice", "customer")


def list_lines(call: Call) -> Json:
    note = call.state.get("credit_note", call.ids["id"])
    return page(note["lines"]["data"], call.params, note["lines"]["url"], "credit_note_line_item")


endpoints = endpoints_of(
    "credit_note",
    {
        "POST /v1/credit_notes": create,
        "GET /v1/credit_notes": list_all,
        "GET /v1/credit_notes/preview": preview,
        "GET /v1/credit_notes/preview/lines": preview_lines,
        "GET /v1/credit_notes/{id}": reads("credit_note"),
        "POST /v1/credit_notes/{id}": update,
        "POST /v1/credit_notes/{id}/void": void,
        "GET /v1/credit_notes/{id}/lines": list_lines,
    },
)
