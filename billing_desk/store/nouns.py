"""What the mirror keeps of each kind of object: the columns that are filtered, sorted, summed or searched."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.card import card_of, default_card_id
from ..domain.plan import price_of
from .noun import CREATED, CUSTOMER_NAME, LIVE_STANDINGS, Json, Noun, Values, id_of, joined, metadata_values
from .nouns_billing import INVOICE, METER, PAYMENT, SUBSCRIPTION


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
    lambda o: [o.get("name"), o.get("email"), o.get("phone"), o.get("description"), *metadata_values(o)],
    lambda o: joined(o.get("name"), o.get("email")) or str(o.get("id")),
    joined={
        "card": _DEFAULT_CARD,
        "overdue": "SELECT sum(i.remaining) FROM invoice i WHERE i.customer = t.id AND i.status = 'open' AND "
        "i.currency = t.currency AND (i.attempted OR i.due < account_now())",
        "subscriptions": "SELECT count(*) FROM subscription s WHERE s.customer = t.id AND "
        f"s.standing IN {LIVE_STANDINGS}",
    },
    fields={
        "name": ("text", "t.name"),
        "email": ("text", "t.email"),
        "currency": ("word", "t.currency"),
        "country": ("word", "t.country"),
        "delinquent": ("flag", "t.delinquent"),
        "balance": ("money", "t.balance"),
        "deleted": ("flag", "t.deleted"),
        **CREATED,
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
    lambda o: joined(f"{_card(o).get('brand') or ''} *{_card(o).get('last4') or ''}", _card(o).get("holder")),
    joined={
        "customer_name": CUSTOMER_NAME,
        "is_default": "SELECT count(*) FROM customer c WHERE c.id = t.customer AND c.default_card = t.id",
    },
    fields={
        "brand": ("word", "t.brand"),
        "last4": ("word", "t.last4"),
        "funding": ("word", "t.funding"),
        "country": ("word", "t.country"),
        "expires": ("month", "t.expiry"),
        "customer": ("text", f"({CUSTOMER_NAME})"),
        **CREATED,
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
    lambda o: [o.get("nickname"), o.get("lookup_key"), id_of(o.get("product")), *metadata_values(o)],
    lambda o: str(o.get("nickname") or o.get("id")),
    joined={
        "product_name": _PRODUCT_NAME,
        "subscribers": f"SELECT count(*) FROM subscription s WHERE s.price = t.id AND s.standing IN {LIVE_STANDINGS}",
    },
    fields={
        "product": ("text", f"({_PRODUCT_NAME})"),
        "currency": ("word", "t.currency"),
        "interval": ("word", "t.interval"),
        "usage": ("word", "t.usage_type"),
        "active": ("flag", "t.active"),
        "amount": ("money", "t.amount"),
        **CREATED,
    },
)

PRODUCT = Noun(
    "product",
    {"name": "TEXT", "active": "INTEGER"},
    lambda o: {"name": o.get("name"), "active": int(bool(o.get("active", True)))},
    lambda o: [o.get("name"), o.get("description")],
    lambda o: str(o.get("name") or o.get("id")),
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
