"""The practice account's metered subscriptions: some customers pay for API calls, some for storage too."""

from __future__ import annotations

from ..billing.subscriptions import subscribing
from ..call import Call
from ..state.state import State
from ..state.table import Json

DAY = 86_400
_PRICES = (("metered-api-calls", 24, 11), ("metered-storage-gb", 9, 5))
"""Price, customers, and days since they subscribed: all are in their first period, so that nothing is billed yet."""


def add_metered_subscriptions(state: State, today: int, customers: list[Json]) -> None:
    """Of customers with a card who are billed in yen or in no currency yet."""
    able = [customer for customer in customers if customer["currency"] == "jpy" and _has_card(customer)]
    for price, count, days in _PRICES:
        for customer in able[3::7][:count]:
            with state.at(today - days * DAY + 32_400):
                params = {"customer": customer["id"], "items": [{"price": price}]}
                subscribing.create(Call(state, params, {}))


def _has_card(customer: Json) -> bool:
    settings = customer["invoice_settings"] or {}
    return bool(settings.get("default_payment_method") or customer["default_source"])
