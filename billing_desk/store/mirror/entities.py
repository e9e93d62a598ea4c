"""The mirror's entities: the columns that are filtered, sorted, summed or searched."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.json_object import Json, id_of
from ...domain.objects.card import APPROVED, card_of, checks_of, default_card_id, name_on
from ...domain.objects.payment_method import CARD as CARD_TYPE
from ...domain.objects.payment_method import details_of, method_of
from ...domain.text.emails import folded
from ...domain.writes.bulk import CONTACTED
from .entity import CREATED, LIVE_STANDINGS, OWNER_COLUMNS, Entity, Values, clock_of, joined, metadata_values
from .kinds.catalog import METER, PRICE, PRODUCT
from .kinds.invoice import INVOICE, OVERDUE
from .kinds.subscription import SUBSCRIPTION


def _customer(obj: Json) -> Values:
    address = obj.get("address") or {}
    return {
        "name": obj.get("name"),
        "email": obj.get("email"),
        "email_folded": folded(str(obj["email"])) if obj.get("email") else None,
        "phone": obj.get("phone"),
        "balance": obj.get("balance") or 0,
        "currency": obj.get("currency"),
        "delinquent": int(bool(obj.get("delinquent"))),
        "default_card": default_card_id(obj),
        "country": address.get("country"),
        "test_clock": clock_of(obj),
    }


_DEFAULT_CARD = "SELECT d.brand || coalesce(' ·' || d.last4, '') FROM card d WHERE d.id = t.default_card"
_OF_CUSTOMER = f"i.deleted = 0 AND {OVERDUE.replace('t.', 'i.')}"
_SUBSCRIBED = f"s.deleted = 0 AND s.standing IN {LIVE_STANDINGS}"
_CUSTOMER_FILTERS = "currency, delinquent, country"
CUSTOMER = Entity(
    "customer",
    {
        "name": "TEXT",
        "email": "TEXT",
        "email_folded": "TEXT",
        "phone": "TEXT",
        "balance": "INTEGER",
        "currency": "TEXT",
        "delinquent": "INTEGER",
        "default_card": "TEXT",
        "country": "TEXT",
        "test_clock": "TEXT",
    },
    _customer,
    lambda o: [o.get("name"), o.get("email"), o.get("phone"), o.get("description"), *metadata_values(o)],
    lambda o: joined(o.get("name"), o.get("email")) or str(o.get("id")),
    joined={
        "card": _DEFAULT_CARD,
        "overdue": "SELECT sum(i.remaining) FROM invoice i WHERE i.customer = t.id AND i.currency = t.currency AND "
        f"{_OF_CUSTOMER}",
        "subscriptions": f"SELECT count(*) FROM subscription s WHERE s.customer = t.id AND {_SUBSCRIBED}",
    },
    fields={
        "name": ("text", "t.name"),
        "email": ("text", "t.email"),
        "currency": ("word", "t.currency"),
        "country": ("upper", "t.country"),
        "delinquent": ("flag", "t.delinquent"),
        "balance": ("money", "t.balance"),
        "deleted": ("flag", "t.deleted"),
        "clock": ("code", "t.test_clock"),
        **CREATED,
    },
    sums={
        "credit": "CASE WHEN t.balance < 0 THEN -t.balance ELSE 0 END",
        "debit": "CASE WHEN t.balance > 0 THEN t.balance ELSE 0 END",
    },
    indexes={
        "name": f"name COLLATE NOCASE, {_CUSTOMER_FILTERS}",
        "mail": f"email COLLATE NOCASE, {_CUSTOMER_FILTERS}",
        "balance": f"balance, {_CUSTOMER_FILTERS}",
        "currency": "currency, row, delinquent, country, balance",
        "delinquent": "delinquent, row, currency, country, balance",
        "country": "country, row, currency, delinquent, balance",
        "phone": f"phone COLLATE NOCASE, {_CUSTOMER_FILTERS}",
    },
    gathered={
        "overdue": "LEFT JOIN (SELECT i.customer AS id, i.currency, sum(i.remaining) AS value FROM invoice i WHERE "
        f"{_OF_CUSTOMER} GROUP BY 1, 2) g ON g.id = t.id AND g.currency = t.currency",
        "subscriptions": "LEFT JOIN (SELECT s.customer AS id, count(*) AS value FROM subscription s WHERE "
        f"{_SUBSCRIBED} GROUP BY 1) g ON g.id = t.id",
    },
    texts={"name": "name", "email": "text"},
    depends=frozenset({"card", "invoice", "subscription"}),
)


def _card(obj: Json) -> Values:
    card, owner = card_of(obj), id_of(obj.get("customer"))
    said = obj.get("status") if obj.get("object") == "source" else None
    # Only a source has a status that says it cannot be used; others are attached to a customer or not.
    standing = said if said in ("consumed", "failed", "canceled", "pending") else "attached" if owner else "unattached"
    if card is None:
        method = method_of(obj)
        return {
            "customer": owner,
            "state": standing,
            "contacted": (obj.get("metadata") or {}).get(CONTACTED),
            "type": method.kind,
            "brand": method.called,
            "last4": method.last4 or None,
            "holder": name_on(obj) or None,
            "hint": method.hint or None,
            "country": details_of(obj).get("country"),
        }
    return {
        "customer": owner,
        "state": standing,
        "type": CARD_TYPE,
        "checks": "fail" if "fail" in checks_of(obj).values() else None,
        "contacted": (obj.get("metadata") or {}).get(CONTACTED),
        "approved": int((obj.get("metadata") or {}).get(APPROVED) == card.fingerprint != ""),
        "brand": card.brand,
        "last4": card.last4,
        "expiry": card.exp_year * 100 + card.exp_month,
        "funding": card.funding,
        "country": card.country,
        "holder": card.name,
        "fingerprint": card.fingerprint,
    }


_CARD_FILTERS = "brand, funding, expiry"
_IS_DEFAULT = "SELECT count(*) FROM customer c WHERE c.id = t.customer AND c.default_card = t.id"
_SAME_CARD = "d.fingerprint = t.fingerprint AND d.fingerprint != '' AND d.customer != t.customer AND d.deleted = 0"
_REVIEW = (
    "t.funding IN ('prepaid', 'unknown') AND t.customer IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM card d WHERE d.fingerprint = t.fingerprint AND d.approved AND d.deleted = 0)"
)
CARD = Entity(
    "card",
    {
        **OWNER_COLUMNS,
        "type": "TEXT",
        "brand": "TEXT",
        "hint": "TEXT",
        "last4": "TEXT",
        "expiry": "INTEGER",
        "funding": "TEXT",
        "country": "TEXT",
        "holder": "TEXT",
        "fingerprint": "TEXT",
        "state": "TEXT",
        "checks": "TEXT",
        "approved": "INTEGER",
        "contacted": "TEXT",
    },
    _card,
    lambda o: [v for k, v in _card(o).items() if k in ("brand", "last4", "holder", "hint")],
    lambda o: joined(method_of(o).label, _card(o).get("holder") or _card(o).get("hint")),
    joined={
        "is_default": _IS_DEFAULT,
        "used_by": f"SELECT count(*) FROM subscription s WHERE s.customer = t.customer AND {_SUBSCRIBED} AND "
        f"(s.default_card = t.id OR (s.default_card IS NULL AND ({_IS_DEFAULT})))",
        "sharing": f"SELECT count(DISTINCT d.customer) FROM card d WHERE {_SAME_CARD}",
        "last_result": "SELECT r.code FROM results r WHERE r.card = t.id",
        "review": f"SELECT {_REVIEW}",
    },
    fields={
        "type": ("word", "t.type"),
        "brand": ("word", "t.brand"),
        "last4": ("code", "t.last4"),
        "funding": ("word", "t.funding"),
        "country": ("upper", "t.country"),
        "expires": ("month", "t.expiry"),
        "customer": ("text", "t.customer_name"),
        "state": ("word", "t.state"),
        "checks": ("word", "t.checks"),
        "contacted": ("flag", "(t.contacted IS NOT NULL)"),
        "unused": ("flag", "(t.state != 'attached')"),
        "shared": ("flag", f"(EXISTS (SELECT 1 FROM card d WHERE {_SAME_CARD}))"),
        "failed": ("flag", "(EXISTS (SELECT 1 FROM results r WHERE r.card = t.id AND r.code != ''))"),
        "review": ("flag", f"({_REVIEW})"),
        "subscribed": (
            "flag",
            f"(EXISTS (SELECT 1 FROM subscription s WHERE s.customer = t.customer AND {_SUBSCRIBED}))",
        ),
        **CREATED,
    },
    indexes={
        "customer_name": f"customer_name COLLATE NOCASE, {_CARD_FILTERS}",
        "brand": "brand, row, funding, expiry",
        "last4": f"last4, {_CARD_FILTERS}",
        "expiry": "expiry, row, brand, funding",
        "funding": "funding, row, brand, expiry",
        "country": "country, row",
        "holder": f"holder COLLATE NOCASE, {_CARD_FILTERS}",
        "fingerprint": "fingerprint, customer, approved",
        "state": "state, row",
    },
    texts={"customer": "name"},
    depends=frozenset({"customer", "subscription"}),
)


ENTITIES: Mapping[str, Entity] = {
    entity.name: entity for entity in (CUSTOMER, CARD, PRICE, PRODUCT, SUBSCRIPTION, INVOICE, METER)
}

KIND_OF_OBJECT = {
    "customer": "customer",
    "payment_method": "card",
    "card": "card",
    "source": "card",
    "bank_account": "card",
    "price": "price",
    "plan": "price",
    "product": "product",
    "subscription": "subscription",
    "invoice": "invoice",
    "billing.meter": "meter",
}
"""Stripe's `object` value → entity name."""
