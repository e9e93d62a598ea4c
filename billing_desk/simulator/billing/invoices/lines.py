"""Creates invoice lines and invoice items from prices, and lines from invoice items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ...spec import blank
from ...state.state import State
from ...state.table import Json
from ...state.templates import UNSET
from ..metering.pricing import full_amount, portions

Period = tuple[int, int]


@dataclass(frozen=True)
class Source:
    """The origin of a line: a subscription item or an invoice item."""

    subscription: str | None = None
    item: str | None = None
    invoice_item: str | None = None
    proration: bool = False
    credited: Json | None = None

    def parent(self) -> Json:
        details: Json = {
            "proration": self.proration,
            "proration_details": {"credited_items": self.credited},
            "subscription": self.subscription,
        }
        if self.item and not self.invoice_item:
            details |= {"invoice_item": None, "subscription_item": self.item}
            return {
                "invoice_item_details": None,
                "subscription_item_details": details,
                "type": "subscription_item_details",
            }
        details["invoice_item"] = self.invoice_item
        return {"invoice_item_details": details, "subscription_item_details": None, "type": "invoice_item_details"}


@dataclass(frozen=True)
class Terms:
    """The discounts, tax rates and metadata of a line."""

    discountable: bool = True
    discounts: list[str] = field(default_factory=list)
    tax_rates: list[str] = field(default_factory=list)
    metadata: Json = field(default_factory=dict)


def new_line(state: State, amount: int, currency: str, description: str | None, period: Period, **values: Any) -> Json:
    """A line. `amount` in minor units; `values` may hold `source`, `terms`, `price`, `unit` and `quantity`."""
    source: Source = values.get("source") or Source(invoice_item=state.new_id("ii_1", 23))
    terms: Terms = values.get("terms") or Terms()
    price, quantity = values.get("price"), values.get("quantity", 1)
    line = {
        **blank("line_item"),
        "id": state.new_id("il_1", 23),
        "amount": amount,
        "currency": currency,
        "description": description,
        "discount_amounts": [],
        "discountable": terms.discountable,
        "discounts": list(terms.discounts),
        "livemode": state.livemode,
        "metadata": dict(terms.metadata),
        "parent": source.parent(),
        "period": {"start": period[0], "end": period[1]},
        "pretax_credit_amounts": [],
        "pricing": _pricing(price, values.get("unit")),
        "quantity": quantity,
        "quantity_decimal": str(quantity),
        "subscription": source.subscription,
        "subtotal": amount,
        "taxes": [],
    }
    if terms.tax_rates:
        state.secrets_of(line["id"])["tax_rates"] = list(terms.tax_rates)
    return line


def _pricing(price: Json | None, unit: str | None) -> Json | None:
    if price is None:
        return None
    product = price["product"]
    return {
        "price_details": {"price": price["id"], "product": product},
        "type": "price_details",
        "unit_amount_decimal": unit if unit is not None else price["unit_amount_decimal"],
    }


def tiers_of(state: State, price: Json) -> list[Json]:
    hidden = state.hidden_of(price["id"])
    option = (hidden.get("currency_options") or {}).get(price["currency"]) or {}
    found: list[Json] = option.get("tiers") or hidden.get("tiers", [])
    return found


def is_sold_in(state: State, price: Json, currency: str) -> bool:
    """Whether the price has an amount in this currency."""
    return price["currency"] == currency or currency in (state.hidden_of(price["id"]).get("currency_options") or {})


def price_in(state: State, price: Json, currency: str) -> Json:
    """The price as it is charged in this currency."""
    if price["currency"] == currency:
        return price
    option = (state.hidden_of(price["id"]).get("currency_options") or {})[currency]
    amounts = {name: option.get(name) for name in ("unit_amount", "unit_amount_decimal")}
    return {**price, "currency": currency, **amounts}


def item_price(state: State, item: Json) -> Json:
    """The price of a subscription item in its subscription's currency."""
    subscription = state.table("subscription").peek(item["subscription"])
    return price_in(state, item["price"], subscription["currency"]) if subscription is not None else item["price"]


def full_amount_of(state: State, price: Json, quantity: int) -> int:
    return full_amount(price, tiers_of(state, price), quantity)


def price_name(state: State, price: Json) -> str:
    product = state.table("product").peek(price["product"])
    return str(product["name"]) if product is not None else price["nickname"] or price["id"]


def item_terms(item: Json) -> Terms:
    rates = [rate["id"] for rate in item["tax_rates"] or []]
    return Terms(discounts=list(item["discounts"]), tax_rates=rates, metadata=dict(item["metadata"]))


def item_lines(state: State, item: Json, quantity: int, period: Period, *, free: str | None = None) -> list[Json]:
    """The lines of one subscription item for one period; `free`: the amount is 0, for this reason."""
    price, name = item_price(state, item), price_name(state, item["price"])
    source = Source(item["subscription"], item["id"])
    terms = item_terms(item)
    if free is not None:
        text = f"{free} {name}"
        return [
            new_line(
                state,
                0,
                price["currency"],
                text,
                period,
                source=source,
                terms=terms,
                price=price,
                unit="0",
                quantity=quantity,
            )
        ]
    return [
        new_line(
            state,
            part.amount,
            price["currency"],
            _text(name, part.quantity, price, part.note),
            period,
            source=source,
            terms=terms,
            price=price,
            unit=part.unit,
            quantity=part.quantity,
        )
        for part in portions(price, tiers_of(state, price), quantity)
    ]


def _text(name: str, quantity: int, price: Json, note: str) -> str:
    recurring = price["recurring"]
    every = f" / {recurring['interval']}" if recurring else ""
    return f"{quantity} × {name}{every}" + (f" ({note})" if note else "")


def new_invoice_item(state: State, customer: Json, amount: int, currency: str, period: Period, **values: Any) -> Json:
    """An invoice item: pending, or for the draft with the id `invoice`."""
    subscription, item = values.pop("subscription", None), values.pop("subscription_item", None)
    price = values.pop("price", None)
    tax_rates = values.pop("tax_rates", [])
    quantity = values.pop("quantity", 1)
    unit = values.pop("unit", None)
    credited = values.pop("credited", None)
    proration = values.get("proration", False)
    made = state.new(
        "invoiceitem",
        state.new_id("ii_1", 23),
        amount=amount,
        currency=currency,
        customer=customer["id"],
        date=state.now_of(customer),
        discountable=values.pop("discountable", not proration),
        discounts=values.pop("discounts", []),
        net_amount=amount,
        period={"start": period[0], "end": period[1]},
        pricing=_pricing(price, unit),
        proration_details={"discount_amounts": []} if proration else None,
        quantity=quantity,
        quantity_decimal=str(quantity),
        tax_rates=[state.get("tax_rate", rate) for rate in tax_rates],
        test_clock=customer["test_clock"],
        parent=_item_parent(subscription, item),
        **{name: value for name, value in values.items() if value is not UNSET},
    )
    state.secrets_of(made["id"]).update(subscription=subscription, item=item, price=price, unit=unit, credited=credited)
    return made


def _item_parent(subscription: str | None, item: str | None) -> Json | None:
    if subscription is None:
        return None
    details: Json = {"subscription": subscription}
    if item:
        details["subscription_item"] = item
    return {"subscription_details": details, "type": "subscription_details"}


def line_from_item(state: State, item: Json) -> Json:
    """The invoice line of an invoice item."""
    hidden = state.hidden_of(item["id"])
    rates = [rate["id"] for rate in item["tax_rates"] or []]
    return new_line(
        state,
        item["amount"],
        item["currency"],
        item["description"],
        (item["period"]["start"], item["period"]["end"]),
        source=Source(
            hidden.get("subscription"), hidden.get("item"), item["id"], item["proration"], hidden.get("credited")
        ),
        terms=Terms(item["discountable"], list(item["discounts"] or []), rates, dict(item["metadata"])),
        price=hidden.get("price"),
        unit=hidden.get("unit"),
        quantity=item["quantity"],
    )
