"""The payments of invoices."""

from __future__ import annotations

from typing import Any

from ...billing.invoices import collecting
from ...call import Call, listed
from ...errors import missing_parameter, refused
from ...state.packed import Packed
from ...state.table import Json
from .. import endpoints_of, reads


def attach_payment(call: Call) -> Json:
    """Attach an existing PaymentIntent to an open invoice, and apply it if it has succeeded."""
    invoice, state = call.state.get("invoice", call.ids["id"]), call.state
    if invoice["status"] != "open":
        raise refused(f"Payments can only be attached to open invoices; this one is {invoice['status']}.")
    if not call.params.get("payment_intent"):
        raise missing_parameter("payment_intent")
    intent = state.get("payment_intent", call.params["payment_intent"], "payment_intent")
    if intent["customer"] not in (None, invoice["customer"]) or intent["currency"] != invoice["currency"]:
        raise refused("The PaymentIntent belongs to another customer or has another currency.", None, "payment_intent")
    if any(p["payment"]["payment_intent"] == intent["id"] for p in state.all("invoice_payment")):
        raise refused("This PaymentIntent is already attached to an invoice.", None, "payment_intent")
    payment = collecting.new_payment(call, invoice, intent, default=False)
    if intent["status"] == "succeeded":
        payment["amount_requested"] = intent["amount"]
        collecting.received(call, invoice, payment)
        with call.changing(invoice, None):
            invoice["amount_overpaid"] = max(0, invoice["amount_paid"] - invoice["amount_due"])
    return invoice


def list_payments(call: Call) -> Json:
    wanted = call.params.get("payment", {}).get("payment_intent")

    def test(payment: Json | Packed) -> bool:
        return wanted is None or payment["payment"]["payment_intent"] == wanted

    return listed(call, "invoice_payment", "/v1/invoice_payments", "invoice", "status", test=test)


def hidden_payments(call_state: Any, invoice: Json) -> Json:
    """`invoice.payments`, shown only when expanded."""
    table = call_state.table("invoice_payment")  # do not unpack rows: a list page may contain a hundred of these
    rows = [table.peek(id_) for id_ in reversed(table.by("invoice", invoice["id"]))]
    url = f"/v1/invoice_payments?invoice={invoice['id']}"
    return {"object": "list", "data": rows[:10], "has_more": len(rows) > 10, "url": url}


endpoints = endpoints_of(
    "invoice",
    {
        "POST /v1/invoices/{id}/attach_payment": attach_payment,
        "GET /v1/invoice_payments": list_payments,
        "GET /v1/invoice_payments/{id}": reads("invoice_payment"),
    },
)
