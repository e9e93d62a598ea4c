"""What the mirror keeps of subscriptions, invoices, their payments, and meters."""

from __future__ import annotations

from ..domain.invoice import subscription_of
from ..domain.subscription import items_of, next_bill, standing
from .noun import CREATED, CUSTOMER_NAME, Json, Noun, Values, id_of, joined, metadata_values


def _subscription(obj: Json) -> Values:
    items = items_of(obj)
    first = items[0] if items else None
    amounts = [item.price.unit_amount * item.quantity for item in items if item.price.unit_amount is not None]
    return {
        "customer": id_of(obj.get("customer")),
        "standing": standing(obj),
        "price": first.price.id if first else None,
        "quantity": first.quantity if first else None,
        "items": len(items),
        "amount": int(sum(amounts)),
        "currency": obj.get("currency") or (first.price.currency if first else None),
        "next_bill": next_bill(obj),
        "trial_end": obj.get("trial_end"),
    }


_PRICE_NAME = (
    "SELECT coalesce(p.name || ' · ', '') || coalesce(r.nickname, r.id) FROM price r "
    "LEFT JOIN product p ON p.id = r.product WHERE r.id = t.price"
)
SUBSCRIPTION = Noun(
    "subscription",
    {
        "customer": "TEXT",
        "standing": "TEXT",
        "price": "TEXT",
        "quantity": "INTEGER",
        "items": "INTEGER",
        "amount": "INTEGER",
        "currency": "TEXT",
        "next_bill": "INTEGER",
        "trial_end": "INTEGER",
    },
    _subscription,
    lambda o: [o.get("description"), *(i.price.nickname or i.price.id for i in items_of(o)), *metadata_values(o)],
    lambda o: ", ".join(i.price.nickname or i.price.id for i in items_of(o)) or str(o.get("id")),
    joined={"customer_name": CUSTOMER_NAME, "price_name": _PRICE_NAME},
    fields={
        "status": ("word", "t.standing"),
        "price": ("word", "t.price"),
        "currency": ("word", "t.currency"),
        "amount": ("money", "t.amount"),
        "next": ("date", "t.next_bill"),
        "trial_end": ("date", "t.trial_end"),
        "customer": ("text", f"({CUSTOMER_NAME})"),
        **CREATED,
    },
    money="amount",
)


def _invoice(obj: Json) -> Values:
    return {
        "customer": id_of(obj.get("customer")),
        "number": obj.get("number"),
        "status": obj.get("status"),
        "currency": obj.get("currency"),
        "total": obj.get("total") or 0,
        "remaining": obj.get("amount_remaining") or 0,
        "due": obj.get("due_date"),
        "subscription": subscription_of(obj),
        "attempted": int(bool(obj.get("attempted"))),
        "attempts": obj.get("attempt_count") or 0,
        "next_attempt": obj.get("next_payment_attempt"),
    }


_OVERDUE = "t.status = 'open' AND (t.due < account_now() OR (t.due IS NULL AND t.attempted))"
_INVOICE_STANDING = f"CASE WHEN {_OVERDUE} THEN 'overdue' ELSE t.status END"
INVOICE = Noun(
    "invoice",
    {
        "customer": "TEXT",
        "number": "TEXT",
        "status": "TEXT",
        "currency": "TEXT",
        "total": "INTEGER",
        "remaining": "INTEGER",
        "due": "INTEGER",
        "subscription": "TEXT",
        "attempted": "INTEGER",
        "attempts": "INTEGER",
        "next_attempt": "INTEGER",
    },
    _invoice,
    lambda o: [
        o.get("number"),
        o.get("customer_name"),
        o.get("customer_email"),
        o.get("description"),
        subscription_of(o),
        *metadata_values(o),
    ],
    lambda o: joined(o.get("number") or o.get("id"), o.get("customer_name") or o.get("customer_email")),
    joined={"customer_name": CUSTOMER_NAME, "standing": f"SELECT {_INVOICE_STANDING}"},
    fields={
        "status": ("word", f"({_INVOICE_STANDING})"),
        "number": ("text", "t.number"),
        "currency": ("word", "t.currency"),
        "total": ("money", "t.total"),
        "remaining": ("money", "t.remaining"),
        "due": ("date", "t.due"),
        "customer": ("text", f"({CUSTOMER_NAME})"),
        **CREATED,
    },
    money="total",
)

PAYMENT = Noun(
    "invoice_payment",
    {"invoice": "TEXT", "status": "TEXT"},
    lambda o: {"invoice": id_of(o.get("invoice")), "status": o.get("status")},
    lambda _: [],
    lambda o: str(o.get("id")),
)

METER = Noun(
    "meter",
    {"display_name": "TEXT", "event_name": "TEXT", "status": "TEXT", "formula": "TEXT"},
    lambda o: {
        "display_name": o.get("display_name"),
        "event_name": o.get("event_name"),
        "status": o.get("status"),
        "formula": (o.get("default_aggregation") or {}).get("formula"),
    },
    lambda o: [o.get("display_name"), o.get("event_name")],
    lambda o: str(o.get("display_name") or o.get("id")),
    fields={
        "status": ("word", "t.status"),
        "event": ("text", "t.event_name"),
        **CREATED,
    },
)
