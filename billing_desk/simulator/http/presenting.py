"""Output form of objects: truncated line lists, and fields that are shown only when expanded."""

from __future__ import annotations

from typing import Any

from ..billing.invoices.invoicing import INVOICE_ITEMS_PAGE
from ..resources.billing.invoice_payments import hidden_payments
from ..resources.core.customers import hidden_lists
from ..resources.payments.checkout import items_of
from ..state.state import State
from ..state.table import Json


def presented(body: Json) -> Json:
    """The output form of an object or list: at most ten entries of a list inside it; deleted customers shortened."""
    kind = body.get("object")
    if kind in ("list", "search_result"):
        return {**body, "data": [presented(each) if isinstance(each, dict) else each for each in body["data"]]}
    if kind == "customer" and body.get("deleted"):
        return {name: body[name] for name in ("id", "object", "deleted")}
    name = {"invoice": "lines", "credit_note": "lines", "subscription": "items"}.get(str(kind), "")
    if name in body and len(body[name]["data"]) > INVOICE_ITEMS_PAGE:
        return {**body, name: {**body[name], "data": body[name]["data"][:INVOICE_ITEMS_PAGE], "has_more": True}}
    return body


def hidden_field(state: State, obj: Json, name: str) -> Any:
    """The value of a field that is shown only when expanded. Raises KeyError for any other field."""
    kind = obj.get("object")
    if kind == "customer" and name in ("sources", "subscriptions", "tax_ids"):
        return hidden_lists(state, obj, name)
    if kind == "customer" and name in ("cash_balance", "tax", "invoice_credit_balance"):
        return {} if name == "invoice_credit_balance" else None
    if kind == "invoice" and name in ("payments", "confirmation_secret"):
        return hidden_payments(state, obj) if name == "payments" else _secret(state, obj)
    if kind in ("price", "plan") and name in ("tiers", "currency_options"):
        return state.hidden_of(obj["id"]).get(name)
    if kind == "coupon" and name == "applies_to":
        products = state.hidden_of(obj["id"]).get("products")
        return {"products": products} if products else None
    if kind == "charge" and name == "refunds":
        rows, page = state.of("refund", "charge", obj["id"])[::-1], INVOICE_ITEMS_PAGE
        url = f"/v1/charges/{obj['id']}/refunds"
        return {"object": "list", "data": rows[:page], "has_more": len(rows) > page, "url": url}
    if kind == "checkout.session" and name == "line_items":
        url = f"/v1/checkout/sessions/{obj['id']}/line_items"
        return {"object": "list", "data": items_of(state, obj), "has_more": False, "url": url}
    raise KeyError(name)


def _secret(state: State, invoice: Json) -> Json | None:
    for payment in state.of("invoice_payment", "invoice", invoice["id"]):
        if payment["is_default"] and payment["status"] == "open":
            intent = state.get("payment_intent", payment["payment"]["payment_intent"])
            return {"client_secret": intent["client_secret"], "type": "payment_intent"}
    return None
