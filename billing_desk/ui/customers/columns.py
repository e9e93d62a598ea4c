"""The columns of the customers table."""

from __future__ import annotations

from ...domain.json_object import Json
from ..tables.column import Column, count, currency, day, identity, money, plain
from ..wording.text import Wording, translate
from ..wording.words import Pill
from ..wording.words import card as card_words


def _state(row: Json) -> Pill | None:
    if row.get("deleted"):
        return translate("Customers", "Deleted"), "neutral"
    return (translate("Customers", "Delinquent"), "bad") if row.get("delinquent") else None


def _state_text(row: Json, _: Wording) -> str:
    state = _state(row)
    return state[0] if state else ""


def _card(row: Json, _: Wording) -> str:
    brand, _sep, last4 = str(row.get("card") or "").partition(" ·")
    return card_words(brand, last4) if brand else ""


COLUMNS = [
    plain("name", lambda: translate("Customers", "Name"), 170),
    plain("email", lambda: translate("Customers", "Email"), 215),
    Column("delinquent", lambda: translate("Customers", "Status"), _state_text, 100, pill=_state),
    money("overdue", lambda: translate("Customers", "Overdue"), 95, priority=1),
    count("subscriptions", lambda: translate("Customers", "Subscriptions"), 100, priority=3),
    Column("card", lambda: translate("Customers", "Default card"), _card, 140),
    money("balance", lambda: translate("Customers", "Balance"), 90),
    currency(),
    plain("country", lambda: translate("Customers", "Country"), 75, shown=False),
    plain("phone", lambda: translate("Customers", "Phone"), 130, shown=False),
    day("created", lambda: translate("Customers", "Created")),
    plain("test_clock", lambda: translate("Tables", "Test clock"), 150, shown=False),
    identity(),
]
