"""What an event says about an object, by the object's type: amount, name, why, when."""

from __future__ import annotations

from typing import Any

from ..json_object import Json, id_of
from ..objects.card import label_of
from ..objects.decline import failure_of_charge
from ..objects.payment_method import method_of
from ..text.card_number_guard import masked

LONGEST = 300
"""Characters of a text that are kept."""
_METHODS = ("payment_method", "card", "source", "bank_account")


def facts_of(type_: str, obj: Json, before: Json) -> dict[str, Any]:
    """The fields of `EventRecord` for an event of a known API version, by their names. Raises STRANGE."""
    kind = str(obj.get("object"))
    facts = {
        "name": text_of(obj.get("customer_name") or obj.get("name") or obj.get("customer_email") or obj.get("email")),
        "currency": text_of(obj.get("currency")).lower(),
        "status": text_of(obj.get("status")),
        "payment": id_of(obj.get("charge")) or id_of(obj.get("payment_intent")) or "",
    }
    read = _READ.get("method" if kind in _METHODS else kind)
    return facts | (read(type_, obj, before) if read else {})


def _charge(type_: str, obj: Json, before: Json) -> dict[str, Any]:
    amount, failure = obj.get("amount"), failure_of_charge(obj)
    if type_ == "charge.refunded":
        amount = int(obj["amount_refunded"]) - int(before.get("amount_refunded") or 0)
    elif type_ == "charge.captured":
        amount = obj.get("amount_captured")
    billed = obj.get("billing_details") or {}
    return {
        "amount": _whole(amount),
        "code": text_of(failure.code if failure else ""),
        "name": text_of(billed.get("name")),
        "payment": "",
    }


def _intent(_: str, obj: Json, __: Json) -> dict[str, Any]:
    error = obj.get("last_payment_error") or {}
    return {"amount": _whole(obj.get("amount")), "code": text_of(error.get("decline_code") or error.get("code"))}


def _invoice(type_: str, obj: Json, _: Json) -> dict[str, Any]:
    moment = obj.get("next_payment_attempt") if type_ == "invoice.payment_failed" else obj.get("due_date")
    error = obj.get("last_finalization_error") or {}
    return {
        "amount": _whole(obj.get("amount_remaining") if type_ in _ABOUT_REST else obj.get("total")),
        "label": text_of(obj.get("number")),
        "moment": _whole(moment),
        "code": text_of(error.get("code")),
    }


_ABOUT_REST = ("invoice.payment_failed", "invoice.overdue", "invoice.will_be_due", "invoice.payment_action_required")


def _dispute(_: str, obj: Json, __: Json) -> dict[str, Any]:
    due = (obj.get("evidence_details") or {}).get("due_by")
    return {"amount": _whole(obj.get("amount")), "code": text_of(obj.get("reason")), "moment": _whole(due)}


def _review(_: str, obj: Json, __: Json) -> dict[str, Any]:
    reason = obj.get("closed_reason") or obj.get("reason")
    return {"code": text_of(reason), "status": "open" if obj.get("open") else "closed"}


def _subscription(type_: str, obj: Json, _: Json) -> dict[str, Any]:
    moment = obj.get("trial_end") if type_.endswith("trial_will_end") else obj.get("cancel_at")
    return {"moment": _whole(moment), "code": text_of((obj.get("cancellation_details") or {}).get("reason"))}


def _method(_: str, obj: Json, __: Json) -> dict[str, Any]:
    return {"label": label_of(obj) or method_of(obj).label, "name": ""}


def _price(_: str, obj: Json, __: Json) -> dict[str, Any]:
    amount = obj.get("unit_amount", obj.get("amount"))
    return {"label": text_of(obj.get("nickname") or obj.get("lookup_key")), "amount": _whole(amount)}


def _named(_: str, obj: Json, __: Json) -> dict[str, Any]:
    label = obj.get("display_name") or obj.get("code") or obj.get("name") or obj.get("description")
    return {"label": text_of(label), "amount": _whole(obj.get("amount")), "name": ""}


def _credit_note(_: str, obj: Json, __: Json) -> dict[str, Any]:
    return {"amount": _whole(obj.get("total")), "label": text_of(obj.get("number")), "code": text_of(obj.get("reason"))}


def _refund(_: str, obj: Json, __: Json) -> dict[str, Any]:
    return {"amount": _whole(obj.get("amount")), "code": text_of(obj.get("failure_reason"))}


def _paid(_: str, obj: Json, __: Json) -> dict[str, Any]:
    return {"amount": _whole(obj.get("amount_paid")), "label": text_of(id_of(obj.get("invoice")))}


_READ = {
    "charge": _charge,
    "payment_intent": _intent,
    "invoice": _invoice,
    "invoice_payment": _paid,
    "dispute": _dispute,
    "review": _review,
    "subscription": _subscription,
    "method": _method,
    "price": _price,
    "plan": _price,
    "product": _named,
    "coupon": _named,
    "promotion_code": _named,
    "tax_rate": _named,
    "invoiceitem": _named,
    "billing.meter": _named,
    "credit_note": _credit_note,
    "refund": _refund,
}


def text_of(value: Any) -> str:
    return masked(value[:LONGEST]) if isinstance(value, str) else ""


def _whole(value: Any) -> int | None:
    usable = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62
    return value if usable else None
