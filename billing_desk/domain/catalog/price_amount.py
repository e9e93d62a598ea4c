"""What a quantity of a price costs: per unit, in packs, graduated or by volume (Stripe docs: tiered pricing)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ..money import Money
from .plan import Price, Tier


@dataclass(frozen=True)
class Portion:
    """A part of a quantity at one unit price. `amount` is rounded, in minor units; `flat`: a flat fee of a tier."""

    amount: int
    unit: Decimal
    quantity: int
    flat: bool = False


def rounded(value: Decimal) -> int:
    """Minor units, half up, as Stripe rounds each line."""
    return int(value.to_integral_value(ROUND_HALF_UP))


def portions(price: Price, quantity: int) -> list[Portion] | None:
    """The parts that make up the charge; None if the amount is not known."""
    if price.tiered:
        if not price.tiers:
            return None
        return _graduated(price.tiers, quantity) if price.tiers_mode == "graduated" else _volume(price.tiers, quantity)
    if price.unit_amount is None:
        return None
    units = price.packs.count(quantity) if price.packs else quantity
    return [Portion(rounded(price.unit_amount * units), price.unit_amount, quantity)]


def price_amount(price: Price, quantity: int) -> Money | None:
    """For one period, before discounts and tax; None if it is not known: Stripe sent no tiers, or no amount in this
    currency. Never 0 for what is unknown."""
    found = portions(price, quantity)
    return None if found is None else Money(sum(portion.amount for portion in found), price.currency)


def _graduated(tiers: tuple[Tier, ...], quantity: int) -> list[Portion]:
    found: list[Portion] = []
    start = 0
    for number, tier in enumerate(tiers):
        inside = max(0, (quantity if tier.up_to is None else min(quantity, tier.up_to)) - start)
        if inside or number == 0:
            found += _of_tier(tier, inside)
        if tier.up_to is None or quantity <= tier.up_to:
            break
        start = tier.up_to
    return found


def _volume(tiers: tuple[Tier, ...], quantity: int) -> list[Portion]:
    for tier in tiers:
        if tier.up_to is None or quantity <= tier.up_to:
            return _of_tier(tier, quantity)
    return []


def _of_tier(tier: Tier, quantity: int) -> list[Portion]:
    found = []
    if tier.unit is not None:
        found.append(Portion(rounded(tier.unit * quantity), tier.unit, quantity))
    if tier.flat:
        found.append(Portion(rounded(tier.flat), tier.flat, 1, flat=True))
    return found
