"""What the mirror keeps of each kind of object: the columns that are filtered, sorted, summed or searched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..domain.card import card_of, default_card_id
from ..domain.invoice import subscription_of
from ..domain.plan import price_of
from ..domain.subscription import items_of, next_bill, standing

Json = Mapping[str, Any]
Values = dict[str, Any]


@dataclass(frozen=True)
class Noun:
    """`columns` are stored, `joined` are SQL over other tables with `t` as this one.

    `fields` are what the filter bar knows: name → (kind, SQL expression); kinds are text, word, number, money, date
    and flag. `money` is the column that totals add up, beside `currency`.
    """

    name: str
    columns: Mapping[str, str]
    extract: Callable[[Json], Values]
    words: Callable[[Json], list[Any]]
    title: Callable[[Json], str]
    joined: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    money: str | None = None

    @property
    def of_customer(self) -> bool:
        return "customer" in self.columns

    def expression(self, column: str) -> str:
        """SQL for a column by name; raises KeyError for one that is not known."""
        if column in self.joined:
            return f"({self.joined[column]})"
        if column in ("id", *self.columns):
            return f"t.{column}"
        raise KeyError(column)


def id_of(value: Any) -> str | None:
    """The id of a reference, expanded or not."""
    if isinstance(value, Mapping):
        value = value.get("id")
    return value if isinstance(value, str) else None


def _joined(*parts: Any) -> str:
    return " – ".join(str(part) for part in parts if part)


def _metadata(obj: Json) -> list[str]:
    return [str(value) for value in (obj.get("metadata") or {}).values()]


_CUSTOMER_NAME = "SELECT coalesce(c.name, c.email, c.id) FROM customer c WHERE c.id = t.customer"
_CREATED = {"created": ("date", "t.created")}


def _customer(obj: Json) -> Values:
    address = obj.get("address") or {}
    return {
        "name": obj.get("name"),
        "email": obj.get("email"),
        "phone": obj.get("phone"),
        "balance": obj.get("balance") or 0,
        "currency": obj.get("currency"),
        "delinquent": int(bool(obj.get("delinquent"))),
        "default_card": default_card_id(obj),
        "country": address.get("country"),
    }


_DEFAULT_CARD = "SELECT d.brand || ' ·' || d.last4 FROM card d WHERE d.id = t.default_card"
_LIVE = "('active', 'trialing', 'past_due', 'unpaid', 'ending', 'collection_paused')"
CUSTOMER = Noun(
    "customer",
    {
        "name": "TEXT",
        "email": "TEXT",
        "phone": "TEXT",
        "balance": "INTEGER",
        "currency": "TEXT",
        "delinquent": "INTEGER",
        "default_card": "TEXT",
        "country": "TEXT",
    },
    _customer,
    lambda o: [o.get("name"), o.get("email"), o.get("phone"), o.get("description"), *_metadata(o)],
    lambda o: _joined(o.get("name"), o.get("email")) or str(o.get("id")),
    joined={
        "card": _DEFAULT_CARD,
        "overdue": "SELECT sum(i.remaining) FROM invoice i WHERE i.customer = t.id AND i.status = 'open' AND "
        "i.currency = t.currency AND (i.attempted OR i.due < strftime('%s', 'now') + 0)",
        "subscriptions": f"SELECT count(*) FROM subscription s WHERE s.customer = t.id AND s.standing IN {_LIVE}",
    },
    fields={
        "name": ("text", "t.name"),
        "email": ("text", "t.email"),
        "currency": ("word", "t.currency"),
        "country": ("word", "t.country"),
        "delinquent": ("flag", "t.delinquent"),
        "balance": ("money", "t.balance"),
        "deleted": ("flag", "t.deleted"),
        **_CREATED,
    },
    money="balance",
)


def _card(obj: Json) -> Values:
    card = card_of(obj)
    if card is None:
        return {"customer": id_of(obj.get("customer")), "brand": obj.get("type")}
    return {
        "customer": id_of(obj.get("customer")),
        "brand": card.brand,
        "last4": card.last4,
        "expiry": card.exp_year * 100 + card.exp_month,
        "funding": card.funding,
        "country": card.country,
        "holder": card.name,
        "fingerprint": card.fingerprint,
    }


CARD = Noun(
    "card",
    {
        "customer": "TEXT",
        "brand": "TEXT",
        "last4": "TEXT",
        "expiry": "INTEGER",
        "funding": "TEXT",
        "country": "TEXT",
        "holder": "TEXT",
        "fingerprint": "TEXT",
    },
    _card,
    lambda o: [v for k, v in _card(o).items() if k in ("brand", "last4", "holder")],
    lambda o: _joined(f"{_card(o).get('brand') or ''} ··{_card(o).get('last4') or ''}", _card(o).get("holder")),
    joined={
        "customer_name": _CUSTOMER_NAME,
        "is_default": "SELECT count(*) FROM customer c WHERE c.id = t.customer AND c.default_card = t.id",
    },
    fields={
        "brand": ("word", "t.brand"),
        "last4": ("word", "t.last4"),
        "funding": ("word", "t.funding"),
        "country": ("word", "t.country"),
        "expires": ("month", "t.expiry"),
        "customer": ("text", f"({_CUSTOMER_NAME})"),
        **_CREATED,
    },
)


def _price(obj: Json) -> Values:
    price = price_of(obj)
    return {
        "product": price.product,
        "nickname": price.nickname or None,
        "currency": price.currency,
        "amount": None if price.unit_amount is None else str(price.unit_amount),
        "interval": price.interval or None,
        "interval_count": price.interval_count,
        "usage_type": price.usage_type,
        "active": int(price.active),
    }


_PRODUCT_NAME = "SELECT p.name FROM product p WHERE p.id = t.product"
PRICE = Noun(
    "price",
    {
        "product": "TEXT",
        "nickname": "TEXT",
        "currency": "TEXT",
        "amount": "NUMERIC",
        "interval": "TEXT",
        "interval_count": "INTEGER",
        "usage_type": "TEXT",
        "active": "INTEGER",
    },
    _price,
    lambda o: [o.get("nickname"), o.get("lookup_key"), id_of(o.get("product")), *_metadata(o)],
    lambda o: str(o.get("nickname") or o.get("id")),
    joined={
        "product_name": _PRODUCT_NAME,
        "subscribers": f"SELECT count(*) FROM subscription s WHERE s.price = t.id AND s.standing IN {_LIVE}",
    },
    fields={
        "product": ("text", f"({_PRODUCT_NAME})"),
        "currency": ("word", "t.currency"),
        "interval": ("word", "t.interval"),
        "usage": ("word", "t.usage_type"),
        "active": ("flag", "t.active"),
        "amount": ("money", "t.amount"),
        **_CREATED,
    },
)

PRODUCT = Noun(
    "product",
    {"name": "TEXT", "active": "INTEGER"},
    lambda o: {"name": o.get("name"), "active": int(bool(o.get("active", True)))},
    lambda o: [o.get("name"), o.get("description")],
    lambda o: str(o.get("name") or o.get("id")),
)


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
    lambda o: [o.get("description"), *(i.price.nickname or i.price.id for i in items_of(o)), *_metadata(o)],
    lambda o: ", ".join(i.price.nickname or i.price.id for i in items_of(o)) or str(o.get("id")),
    joined={"customer_name": _CUSTOMER_NAME, "price_name": _PRICE_NAME},
    fields={
        "status": ("word", "t.standing"),
        "price": ("word", "t.price"),
        "currency": ("word", "t.currency"),
        "amount": ("money", "t.amount"),
        "next": ("date", "t.next_bill"),
        "trial_end": ("date", "t.trial_end"),
        "customer": ("text", f"({_CUSTOMER_NAME})"),
        **_CREATED,
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


_OVERDUE = "t.status = 'open' AND (t.due < strftime('%s', 'now') + 0 OR (t.due IS NULL AND t.attempted))"
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
        *_metadata(o),
    ],
    lambda o: _joined(o.get("number") or o.get("id"), o.get("customer_name") or o.get("customer_email")),
    joined={"customer_name": _CUSTOMER_NAME, "standing": f"SELECT {_INVOICE_STANDING}"},
    fields={
        "status": ("word", f"({_INVOICE_STANDING})"),
        "number": ("text", "t.number"),
        "currency": ("word", "t.currency"),
        "total": ("money", "t.total"),
        "remaining": ("money", "t.remaining"),
        "due": ("date", "t.due"),
        "customer": ("text", f"({_CUSTOMER_NAME})"),
        **_CREATED,
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
        **_CREATED,
    },
)

NOUNS: Mapping[str, Noun] = {
    noun.name: noun for noun in (CUSTOMER, CARD, PRICE, PRODUCT, SUBSCRIPTION, INVOICE, PAYMENT, METER)
}

KIND_OF_OBJECT = {
    "customer": "customer",
    "payment_method": "card",
    "card": "card",
    "source": "card",
    "price": "price",
    "plan": "price",
    "product": "product",
    "subscription": "subscription",
    "invoice": "invoice",
    "invoice_payment": "invoice_payment",
    "billing.meter": "meter",
}
"""Stripe's `object` → our noun."""
