"""The mirror's entities for products, prices and meters."""

from __future__ import annotations

from ....domain.catalog.plan import Price, price_of
from ....domain.json_object import Json, id_of
from ..entity import CREATED, LIVE_STANDINGS, Entity, Values, metadata_values

_SUBSCRIBED = f"s.deleted = 0 AND s.standing IN {LIVE_STANDINGS}"


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
        "scheme": _scheme(price),
        "meter": price.meter or None,
        "trial_days": price.trial_days or None,
        "lookup_key": price.lookup_key or None,
        "tax_behavior": price.tax_behavior or None,
    }


def _scheme(price: Price) -> str:
    """How the amount depends on the quantity: per_unit, package, graduated or volume."""
    return price.tiers_mode or "tiered" if price.tiered else "package" if price.packs else "per_unit"


_SOLD = "FROM subscription_parts i JOIN subscription s ON s.row = i.row"
_PRODUCT_NAME = "SELECT p.name FROM product p WHERE p.id = t.product"
PRICE = Entity(
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
        "scheme": "TEXT",
        "meter": "TEXT",
        "trial_days": "INTEGER",
        "lookup_key": "TEXT",
        "tax_behavior": "TEXT",
    },
    _price,
    lambda o: [o.get("nickname"), o.get("lookup_key"), id_of(o.get("product")), *metadata_values(o)],
    lambda o: str(o.get("nickname") or o.get("id")),
    joined={
        "product_name": _PRODUCT_NAME,
        "subscribers": f"SELECT count(*) {_SOLD} WHERE i.price = t.id AND {_SUBSCRIBED}",
        "revenue": f"SELECT sum(i.monthly) {_SOLD} WHERE i.price = t.id AND i.currency = t.currency AND {_SUBSCRIBED}",
        "meter_name": "SELECT m.display_name FROM meter m WHERE m.id = t.meter",
    },
    fields={
        "product": ("text", f"({_PRODUCT_NAME})"),
        "currency": ("word", "t.currency"),
        "interval": ("word", "t.interval"),
        "usage": ("word", "t.usage_type"),
        "active": ("flag", "t.active"),
        "scheme": ("word", "t.scheme"),
        "meter": ("code", "t.meter"),
        "key": ("code", "t.lookup_key"),
        "amount": ("money", "t.amount"),
        **CREATED,
    },
    gathered={
        "product_name": "LEFT JOIN (SELECT p.id, p.name COLLATE NOCASE AS value FROM product p) g ON g.id = t.product",
        "subscribers": f"LEFT JOIN (SELECT i.price AS id, count(*) AS value {_SOLD} WHERE {_SUBSCRIBED} GROUP BY 1) g "
        "ON g.id = t.id",
        "revenue": "LEFT JOIN (SELECT i.price AS id, i.currency AS money, sum(i.monthly) AS value "
        f"{_SOLD} WHERE {_SUBSCRIBED} GROUP BY 1, 2) g ON g.id = t.id AND g.money = t.currency",
    },
    depends=frozenset({"product", "subscription", "meter"}),
)

PRODUCT = Entity(
    "product",
    {"name": "TEXT", "active": "INTEGER"},
    lambda o: {"name": o.get("name"), "active": int(bool(o.get("active", True)))},
    lambda o: [o.get("name"), o.get("description")],
    lambda o: str(o.get("name") or o.get("id")),
)

_RECENT = "p.meter = t.id AND p.at > account_now() - 2592000"
_METERED = f"{_SOLD} JOIN price r ON r.id = i.price WHERE r.meter = t.id AND r.deleted = 0 AND {_SUBSCRIBED}"
_SILENT = (
    f"SELECT count(DISTINCT s.customer) {_METERED} AND NOT EXISTS (SELECT 1 FROM usage_points u WHERE u.meter = t.id "
    "AND u.customer = s.customer AND u.value != 0 AND u.at > account_now() - 604800)"
)
"""Customers whom it bills, without usage in the last seven days as far as it was read."""
METER = Entity(
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
    joined={
        "errors": f"SELECT coalesce(sum(p.count), 0) FROM problems p WHERE {_RECENT}",
        "errors_today": "SELECT coalesce(sum(p.count), 0) FROM problems p WHERE p.meter = t.id "
        "AND p.at > account_now() - 86400",
        "last_usage": "SELECT max(u.at) FROM usage_points u WHERE u.meter = t.id AND u.value != 0",
        "prices": "SELECT count(*) FROM price r WHERE r.meter = t.id AND r.active AND r.deleted = 0",
        "billed": f"SELECT count(DISTINCT s.row) {_METERED}",
        "silent": _SILENT,
        "last_error": f"SELECT max(p.at) FROM problems p WHERE {_RECENT}",
    },
    fields={
        "status": ("word", "t.status"),
        "event": ("text", "t.event_name"),
        "silent": ("number", f"({_SILENT})"),
        "errors": ("number", f"(SELECT coalesce(sum(p.count), 0) FROM problems p WHERE {_RECENT})"),
        **CREATED,
    },
)
