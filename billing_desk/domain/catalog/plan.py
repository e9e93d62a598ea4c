"""Prices and plans. A plan is a recurring price in Stripe's older API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any


@dataclass(frozen=True)
class Tier:
    """`up_to` is the last unit of the tier, None: no end. `unit` and `flat` are in minor units, None: not charged."""

    up_to: int | None
    unit: Decimal | None
    flat: Decimal | None


@dataclass(frozen=True)
class Packs:
    """Units are sold in packs of `size` (Stripe's `transform_quantity`)."""

    size: int
    round_up: bool

    def count(self, quantity: int) -> int:
        rounding = ROUND_CEILING if self.round_up else ROUND_FLOOR
        return int((Decimal(quantity) / self.size).to_integral_value(rounding))


@dataclass(frozen=True)
class Price:
    """`unit_amount` is in minor units, possibly with a fraction; None: tiered, or not known in this currency. `tiers`
    are empty if Stripe did not send them. `interval` is "" for one-off prices. `options` are the amounts in other
    currencies as Stripe sent them, by currency."""

    id: str
    product: str
    nickname: str
    currency: str
    unit_amount: Decimal | None
    interval: str
    interval_count: int
    usage_type: str
    active: bool
    meter: str = ""
    tiered: bool = False
    tiers_mode: str = ""
    tiers: tuple[Tier, ...] = ()
    packs: Packs | None = None
    lookup_key: str = ""
    tax_behavior: str = ""
    trial_days: int = 0
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def is_metered(self) -> bool:
        return self.usage_type == "metered"

    @property
    def currencies(self) -> tuple[str, ...]:
        """Every currency in which it can be charged, its own first."""
        return self.currency, *sorted(set(self.options) - {self.currency})

    def in_currency(self, currency: str) -> Price:
        """The price as it is charged in `currency`. If that amount is not known, it has no amount: it is never the
        number of another currency."""
        if currency in ("", self.currency):
            return self
        option = self.options.get(currency) or {}
        return replace(self, currency=currency, unit_amount=_amount(option), tiers=_tiers(option))


def price_of(obj: Mapping[str, Any]) -> Price:
    """From a price or a plan."""
    recurring = obj if obj.get("object") == "plan" else obj.get("recurring") or {}
    product = obj.get("product")
    transform = obj.get("transform_quantity") or obj.get("transform_usage") or {}
    return Price(
        id=str(obj.get("id", "")),
        product=str(product.get("id") if isinstance(product, Mapping) else product or ""),
        nickname=str(obj.get("nickname") or ""),
        currency=str(obj.get("currency") or ""),
        unit_amount=_amount(obj),
        interval=str(recurring.get("interval") or ""),
        interval_count=int(recurring.get("interval_count") or 1),
        usage_type=str(recurring.get("usage_type") or "licensed"),
        active=bool(obj.get("active", True)),
        meter=str(recurring.get("meter") or ""),
        tiered=obj.get("billing_scheme") == "tiered",
        tiers_mode=str(obj.get("tiers_mode") or ""),
        tiers=_tiers(obj),
        packs=Packs(int(transform["divide_by"]), transform.get("round") == "up")
        if transform.get("divide_by")
        else None,
        lookup_key=str(obj.get("lookup_key") or ""),
        tax_behavior=str(obj.get("tax_behavior") or ""),
        trial_days=int(recurring.get("trial_period_days") or 0),
        options=dict(obj.get("currency_options") or {}),
    )


def _amount(obj: Mapping[str, Any]) -> Decimal | None:
    names = ("unit_amount_decimal", "amount_decimal", "unit_amount", "amount")
    return next((Decimal(str(obj[name])) for name in names if obj.get(name) is not None), None)


def _tiers(obj: Mapping[str, Any]) -> tuple[Tier, ...]:
    return tuple(
        Tier(
            None if tier.get("up_to") in (None, "inf") else int(tier["up_to"]), _part(tier, "unit"), _part(tier, "flat")
        )
        for tier in obj.get("tiers") or ()
    )


def _part(tier: Mapping[str, Any], name: str) -> Decimal | None:
    names = (f"{name}_amount_decimal", f"{name}_amount")
    return next((Decimal(str(tier[each])) for each in names if tier.get(each) is not None), None)


def is_sold_in_other_ways(price: Mapping[str, Any]) -> bool:
    """Whether it has tiers or amounts in other currencies, which Stripe does not send with a subscription."""
    return bool(price.get("tiers") or price.get("currency_options"))
