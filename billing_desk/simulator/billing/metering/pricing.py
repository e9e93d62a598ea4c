"""The amount for a quantity of a price: per unit, transformed, graduated or by volume."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ...state.table import Json
from .money import rounded


@dataclass(frozen=True)
class Portion:
    """A part of a quantity at one unit price; `amount` in minor units."""

    amount: int
    unit: str
    quantity: int
    note: str = ""


def portions(price: Json, tiers: list[Json], quantity: int) -> list[Portion]:
    """The portions that make up the charge for `quantity` units. `tiers` are those of a tiered price."""
    if price["billing_scheme"] == "tiered":
        return _graduated(tiers, quantity) if price["tiers_mode"] == "graduated" else _volume(tiers, quantity)
    unit = price["unit_amount_decimal"] or "0"
    units = transformed(quantity, price.get("transform_quantity"))
    return [Portion(rounded(Decimal(unit) * units), unit, quantity)]


def transformed(quantity: int, rule: Json | None) -> int:
    if not rule:
        return quantity
    packs = Decimal(quantity) / rule["divide_by"]
    return int(packs.to_integral_value(ROUND_CEILING if rule["round"] == "up" else ROUND_FLOOR))


def full_amount(price: Json, tiers: list[Json], quantity: int) -> int:
    return sum(portion.amount for portion in portions(price, tiers, quantity))


def _graduated(tiers: list[Json], quantity: int) -> list[Portion]:
    found: list[Portion] = []
    start = 0
    for number, tier in enumerate(tiers):
        end = tier["up_to"]
        inside = max(0, (quantity if end is None else min(quantity, end)) - start)
        if inside or (number == 0):
            word = f"First {end}" if number == 0 and end else f"Next {end - start}" if end else f"{start + 1} and above"
            found += _of_tier(tier, inside, word)
        if end is None or quantity <= end:
            break
        start = end
    return found


def _volume(tiers: list[Json], quantity: int) -> list[Portion]:
    for tier in tiers:
        if tier["up_to"] is None or quantity <= tier["up_to"]:
            return _of_tier(tier, quantity, "")
    return []


def _of_tier(tier: Json, quantity: int, note: str) -> list[Portion]:
    unit = tier["unit_amount_decimal"] or "0"
    found = [Portion(rounded(Decimal(unit) * quantity), unit, quantity, note)]
    if tier["flat_amount_decimal"] not in (None, "0"):
        flat = tier["flat_amount_decimal"]
        found.append(Portion(rounded(Decimal(flat)), flat, 1, f"{note} flat fee".strip()))
    return found
