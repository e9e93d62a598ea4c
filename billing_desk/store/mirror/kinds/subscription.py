"""The mirror's entity for subscriptions."""

from __future__ import annotations

from ....domain.json_object import Json, id_of
from ....domain.objects.subscription import (
    amount_per_period,
    currency_of,
    ends_on,
    interval_of,
    item_revenue,
    items_of,
    monthly_revenue,
    next_bill,
    standing,
)
from ..entity import CREATED, LIVE_STANDINGS, OWNER_COLUMNS, Entity, Values, clock_of, metadata_values


def _subscription(obj: Json) -> Values:
    items = items_of(obj)
    first = items[0] if items else None
    amount, monthly, interval = amount_per_period(items), monthly_revenue(obj), interval_of(items)
    return {
        "customer": id_of(obj.get("customer")),
        "standing": standing(obj),
        "price": first.price.id if first else None,
        "quantity": first.quantity if first else None,
        "items": len(items),
        "amount": amount.amount if amount else None,
        "interval": interval[0] if interval else None,
        "interval_count": interval[1] if interval else None,
        "monthly": monthly.amount if monthly else 0,
        "currency": currency_of(obj) or None,
        "next_bill": next_bill(obj),
        "ends": ends_on(obj),
        "collects": "email" if obj.get("collection_method") == "send_invoice" else "card",
        "schedule": id_of(obj.get("schedule")),
        "trial_end": obj.get("trial_end"),
        "test_clock": clock_of(obj),
        "default_card": id_of(obj.get("default_payment_method")) or id_of(obj.get("default_source")),
    }


def _items(obj: Json) -> list[Values]:
    currency = currency_of(obj) or None
    return [
        {
            "price": item.price.id,
            "product": item.price.product,
            "quantity": None if item.price.is_metered else item.quantity,
            "monthly": item_revenue(obj, item),
            "currency": currency,
        }
        for item in items_of(obj)
    ]


PRICE_NAME = (
    "SELECT coalesce(p.name || ' · ', '') || coalesce(r.nickname, r.id) FROM price r "
    "LEFT JOIN product p ON p.id = r.product WHERE r.id = t.price"
)
_ARCHIVED = (
    f"t.standing IN {LIVE_STANDINGS} AND EXISTS (SELECT 1 FROM subscription_parts i JOIN price r ON r.id = i.price "
    "WHERE i.row = t.row AND NOT r.active)"
)
_TWICE = (
    f"t.standing IN {LIVE_STANDINGS} AND EXISTS (SELECT 1 FROM subscription_parts i JOIN subscription s "
    f"ON s.customer = t.customer AND s.row != t.row AND s.deleted = 0 AND s.standing IN {LIVE_STANDINGS} "
    "JOIN subscription_parts o ON o.row = s.row AND o.product = i.product WHERE i.row = t.row AND i.product != '')"
)
_UNPAID = "FROM invoice i WHERE i.subscription = t.id AND i.deleted = 0 AND i.status = 'open' AND i.remaining > 0"
_CARD_OF = "coalesce(t.default_card, (SELECT c.default_card FROM customer c WHERE c.id = t.customer))"
_COLLECTING = {
    "owed": f"SELECT sum(i.remaining) {_UNPAID}",
    "owed_since": f"SELECT min(coalesce(i.due, i.created)) {_UNPAID}",
    "attempts": f"SELECT max(i.attempts) {_UNPAID}",
    "retry": f"SELECT min(i.next_attempt) {_UNPAID}",
    "why": f"SELECT nullif(r.code, '') FROM results r WHERE r.card = {_CARD_OF}",
    "contacted": f"SELECT d.contacted FROM card d WHERE d.id = {_CARD_OF}",
    "pays_with": "SELECT d.brand || ' ·' || coalesce(d.last4, '') || ' ·' || coalesce(d.expiry, '') FROM card d "
    f"WHERE d.id = {_CARD_OF} AND d.deleted = 0 AND d.state = 'attached'",
}
"""The past-due worklist (C8): what is open, since when, how often Stripe tried, why it failed, and with what it is
paid: brand, last digits and expiry (year and month), NULL if with nothing."""
_SUBSCRIPTION_FILTERS = "standing, currency, amount, monthly, price"
SUBSCRIPTION = Entity(
    "subscription",
    {
        **OWNER_COLUMNS,
        "standing": "TEXT",
        "price": "TEXT",
        "quantity": "INTEGER",
        "items": "INTEGER",
        "amount": "INTEGER",
        "interval": "TEXT",
        "interval_count": "INTEGER",
        "monthly": "INTEGER",
        "currency": "TEXT",
        "next_bill": "INTEGER",
        "ends": "INTEGER",
        "collects": "TEXT",
        "schedule": "TEXT",
        "trial_end": "INTEGER",
        "test_clock": "TEXT",
        "default_card": "TEXT",
    },
    _subscription,
    lambda o: [o.get("description"), *(i.price.nickname or i.price.id for i in items_of(o)), *metadata_values(o)],
    lambda o: ", ".join(i.price.nickname or i.price.id for i in items_of(o)) or str(o.get("id")),
    joined={"price_name": PRICE_NAME, **_COLLECTING},
    fields={
        "status": ("word", "t.standing"),
        "price": ("part", "price"),
        "product": ("part", "product"),
        "paused": ("flag", "(t.standing IN ('paused', 'collection_paused'))"),
        "owed": ("money", f"CAST(({_COLLECTING['owed']}) AS INTEGER)"),
        "archived": ("flag", f"({_ARCHIVED})"),
        "twice": ("flag", f"({_TWICE})"),
        "scheduled": ("flag", "(t.schedule IS NOT NULL)"),
        "currency": ("word", "t.currency"),
        "amount": ("money", "t.amount"),
        "monthly": ("money", "t.monthly"),
        "interval": ("word", "t.interval"),
        "next": ("date", "t.next_bill"),
        "trial_end": ("date", "t.trial_end"),
        "ends": ("date", "t.ends"),
        "collects": ("word", "t.collects"),
        **{name: ("moved", name) for name in ("new", "expanded", "contracted", "churned")},
        "customer": ("text", "t.customer_name"),
        "clock": ("code", "t.test_clock"),
        **CREATED,
    },
    sums={"monthly": "t.monthly"},
    status="t.standing",
    indexes={
        "customer_name": f"customer_name COLLATE NOCASE, {_SUBSCRIPTION_FILTERS}",
        "standing": "standing, row, currency, amount, monthly, price, trial_end",
        "price": "price, row, standing, currency, amount, monthly",
        "quantity": f"quantity, {_SUBSCRIPTION_FILTERS}",
        "amount": "amount, row, standing, currency, monthly, price",
        "monthly": "monthly, row, standing, currency, amount, price",
        "currency": "currency, row, amount, monthly, standing, price",
        "next_bill": f"next_bill, {_SUBSCRIPTION_FILTERS}",
        "trial_end": f"trial_end, {_SUBSCRIPTION_FILTERS}",
        "ends": f"ends, {_SUBSCRIPTION_FILTERS}",
    },
    gathered={
        "price_name": "LEFT JOIN (SELECT r.id, coalesce(p.name || ' · ', '') || coalesce(r.nickname, r.id) AS value "
        "FROM price r LEFT JOIN product p ON p.id = r.product) g ON g.id = t.price"
    },
    texts={"customer": "name"},
    depends=frozenset({"price", "product", "invoice", "card"}),
    parts={"price": "TEXT", "product": "TEXT", "quantity": "INTEGER", "monthly": "INTEGER", "currency": "TEXT"},
    extract_parts=_items,
)
