"""The mirror's entity for invoices."""

from __future__ import annotations

from itertools import pairwise

from ....domain.invoices.actions import balance_back
from ....domain.invoices.checks import Check
from ....domain.invoices.lines import first_period, first_price, sum_of_lines
from ....domain.invoices.review import review_of
from ....domain.invoices.tax import added_tax, discount_of, tax_of, taxes_of
from ....domain.json_object import Json, id_of
from ....domain.objects.invoice import (
    PaidBy,
    charged_of,
    count_paid,
    overdue_from,
    overdue_since,
    paid_by,
    remaining_of,
    state,
    subscription_of,
    sum_paid,
)
from ....domain.objects.subscription import own_card
from ..entity import CREATED, OWNER_COLUMNS, Entity, Values, clock_of, joined, metadata_values
from .subscription import PRICE_NAME


def _invoice(obj: Json) -> Values:
    moved = obj.get("status_transitions") or {}
    settled = {kind: money.amount for kind, money in paid_by(obj)}
    return {
        "customer": id_of(obj.get("customer")),
        "number": obj.get("number"),
        "status": state(obj),
        "currency": obj.get("currency"),
        "subtotal": obj.get("subtotal") or 0,
        "tax": tax_of(obj).amount,
        "total": obj.get("total") or 0,
        "paid": obj.get("amount_paid") or 0,
        "remaining": remaining_of(obj).amount,
        "charged": charged_of(obj).amount,
        "due": obj.get("due_date"),
        "overdue_from": overdue_from(obj),
        "overdue_since": overdue_since(obj),
        "finalized": moved.get("finalized_at"),
        "paid_at": moved.get("paid_at"),
        "collects": "email" if obj.get("collection_method") == "send_invoice" else "card",
        "reason": obj.get("billing_reason"),
        "price": first_price(obj),
        "own_card": own_card(obj),
        "added": added_tax(obj).amount,
        "off": discount_of(obj).amount,
        "lines": sum_of_lines(obj),
        "period": first_period(obj),
        "payments": count_paid(obj),
        "outside": settled.get(PaidBy.OUT_OF_BAND, 0),
        "credit": settled.get(PaidBy.CREDIT, 0),
        "carried": settled.get(PaidBy.CARRIED_OVER, 0),
        "moved": balance_back(obj).amount,
        "noted": obj.get("pre_payment_credit_notes_amount") or 0,
        "noted_after": obj.get("post_payment_credit_notes_amount") or 0,
        "owed": obj.get("amount_remaining") or 0,
        "paid_sum": sum_paid(obj),
        "period_end": obj.get("period_end"),
        "review": str(review_of(obj.get("metadata")).mark),
        "reviewer": review_of(obj.get("metadata")).reviewer or None,
        "subscription": subscription_of(obj),
        "attempts": obj.get("attempt_count") or 0,
        "next_attempt": obj.get("next_payment_attempt"),
        "test_clock": clock_of(obj),
    }


def _taxes(obj: Json) -> list[Values]:
    return [
        {
            "rate": part.rate,
            "included": int(part.inclusive),
            "base": part.base.amount if part.base else 0,
            "tax": part.amount.amount,
            "currency": part.amount.currency,
        }
        for part in taxes_of(obj)
    ]


OVERDUE = "t.status = 'open' AND t.overdue_from < account_now()"
_INVOICE_CARD = (
    "coalesce(t.own_card, (SELECT s.default_card FROM subscription s WHERE s.id = t.subscription), "
    "(SELECT c.default_card FROM customer c WHERE c.id = t.customer))"
)
_OPEN = f"t.status = 'open' AND NOT coalesce({OVERDUE}, 0)"
_INVOICE_STANDING = f"CASE WHEN {OVERDUE} THEN 'overdue' ELSE t.status END"
_INVOICE_FILTERS = "status, currency, overdue_from, total, remaining"
_STATUSES = ("draft", "open", "paid", "processing", "uncollectible", "void")
_BETWEEN = [f"> '{low}' AND status < '{high}'" for low, high in pairwise(_STATUSES)]
_RANGES = ["IS NULL", f"< '{_STATUSES[0]}'", *_BETWEEN, f"> '{_STATUSES[-1]}'"]
# All other statuses, as ranges, because these use the index; NOT IN would scan every row.
_OTHERS = "t.row IN ({})".format(
    " UNION ALL ".join(f"SELECT row FROM invoice WHERE deleted = 0 AND status {range_}" for range_ in _RANGES)
)
INVOICE = Entity(
    "invoice",
    {
        **OWNER_COLUMNS,
        "number": "TEXT",
        "status": "TEXT",
        "currency": "TEXT",
        "subtotal": "INTEGER",
        "tax": "INTEGER",
        "total": "INTEGER",
        "paid": "INTEGER",
        "remaining": "INTEGER",
        "charged": "INTEGER",
        "due": "INTEGER",
        "overdue_from": "INTEGER",
        "overdue_since": "INTEGER",
        "finalized": "INTEGER",
        "paid_at": "INTEGER",
        "collects": "TEXT",
        "reason": "TEXT",
        "price": "TEXT",
        "own_card": "TEXT",
        "added": "INTEGER",
        "off": "INTEGER",
        "lines": "INTEGER",
        "period": "INTEGER",
        "payments": "INTEGER",
        "outside": "INTEGER",
        "credit": "INTEGER",
        "carried": "INTEGER",
        "moved": "INTEGER",
        "noted": "INTEGER",
        "noted_after": "INTEGER",
        "owed": "INTEGER",
        "paid_sum": "INTEGER",
        "period_end": "INTEGER",
        "review": "TEXT",
        "reviewer": "TEXT",
        "subscription": "TEXT",
        "attempts": "INTEGER",
        "next_attempt": "INTEGER",
        "test_clock": "TEXT",
    },
    _invoice,
    lambda o: [
        o.get("number"),
        o.get("customer_name"),
        o.get("customer_email"),
        o.get("description"),
        *metadata_values(o),
    ],
    lambda o: joined(o.get("number") or o.get("id"), o.get("customer_name") or o.get("customer_email")),
    joined={
        "standing": f"SELECT {_INVOICE_STANDING}",
        "price_name": PRICE_NAME,
        "checks": "SELECT group_concat(k.rule, ' ') FROM checks k WHERE k.invoice = t.id",
        "overdue_days": f"CASE WHEN {OVERDUE} THEN max(0, (account_now() - t.overdue_since) / 86400) END",
        "why": "CASE WHEN t.status = 'open' AND t.attempts > 0 THEN (SELECT nullif(r.code, '') FROM results r "
        f"WHERE r.card = {_INVOICE_CARD}) END",
    },
    fields={
        "status": ("word", "t.status"),
        "number": ("text", "t.number"),
        "currency": ("word", "t.currency"),
        "total": ("money", "t.total"),
        "remaining": ("money", "t.remaining"),
        "charged": ("money", "t.charged"),
        "due": ("date", "t.due"),
        "finalized": ("date", "t.finalized"),
        "paid_at": ("date", "t.paid_at"),
        "subtotal": ("money", "t.subtotal"),
        "tax": ("money", "t.tax"),
        "paid": ("money", "t.paid"),
        "late": ("number", f"(CASE WHEN {OVERDUE} THEN max(0, (account_now() - t.overdue_since) / 86400) END)"),
        "attempts": ("number", "t.attempts"),
        "collects": ("word", "t.collects"),
        "reason": ("word", "t.reason"),
        "review": ("word", "t.review"),
        "reviewer": ("text", "t.reviewer"),
        "check": ("word", "(SELECT 'any' FROM checks k WHERE k.invoice = t.id)"),
        "price": ("code", "t.price"),
        "subscription": ("code", "t.subscription"),
        "customer": ("text", "t.customer_name"),
        "clock": ("code", "t.test_clock"),
        **CREATED,
    },
    sums={"total": "t.total", "remaining": "t.remaining"},
    status=_INVOICE_STANDING,
    indexes={
        "customer_name": f"customer_name COLLATE NOCASE, {_INVOICE_FILTERS}",
        "number": f"number COLLATE NOCASE, {_INVOICE_FILTERS}",
        "status": "status, row, currency, overdue_from, total, remaining",
        "currency": "currency, row, total, remaining, status, overdue_from",
        "total": f"total, {_INVOICE_FILTERS}",
        "remaining": f"remaining, {_INVOICE_FILTERS}",
        "due": "due, row, status, currency, overdue_from, total, remaining",
        "attempts": f"attempts, row, {_INVOICE_FILTERS}",
        "next_attempt": f"next_attempt, row, {_INVOICE_FILTERS}",
        "finalized": "finalized, row, status, currency, overdue_from, total, remaining",
        "paid_at": "paid_at, row, status, currency, overdue_from, total, remaining",
        **{
            name: f"{name}, row, {_INVOICE_FILTERS}"
            for name in ("subtotal", "tax", "paid", "collects", "reason", "reviewer")
        },
        "review": "review, row, status, currency, overdue_from, total, remaining",
        "subscription": "subscription, row",
        "test_clock": "test_clock, row",
    },
    depends=frozenset({"price", "product", "card", "checks"}),
    senses={
        "status:overdue": OVERDUE,
        "status:open": _OPEN,
        "check:any": "t.id IN (SELECT k.invoice FROM checks k)",
        **{f"check:{rule}": f"t.id IN (SELECT k.invoice FROM checks k WHERE k.rule = '{rule}')" for rule in Check},
    },
    texts={"number": "text", "customer": "name"},
    parts={"rate": "TEXT", "included": "INTEGER", "base": "INTEGER", "tax": "INTEGER", "currency": "TEXT"},
    extract_parts=_taxes,
    ranks={
        "standing": (
            "t.status = 'draft'",
            _OPEN,
            OVERDUE,
            "t.status = 'processing'",
            "t.status = 'paid'",
            "t.status = 'uncollectible'",
            "t.status = 'void'",
            _OTHERS,
        )
    },
)
