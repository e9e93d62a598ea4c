"""A plan or price that is to be created (C1), and what Stripe would refuse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ..billing_cycle import MOST
from ..field_errors import FieldError
from ..money import exponent
from .plan import Packs, Price, Tier

LONGEST_DESCRIPTOR, LONGEST_KEY, LONGEST_TRIAL, MOST_TIERS = 22, 200, 730, 100
"""Characters, characters, days, tiers, decimal places (Stripe API: products, prices)."""
_NOT_IN_DESCRIPTOR = re.compile(r"[<>\\\"']")
_PLAN_ID = re.compile(r"[A-Za-z0-9_\-.]{1,200}")


class Scheme(StrEnum):
    """How the amount depends on the quantity."""

    PER_UNIT = "per_unit"
    PACKAGE = "package"
    GRADUATED = "graduated"
    VOLUME = "volume"

    @property
    def is_tiered(self) -> bool:
        return self in (Scheme.GRADUATED, Scheme.VOLUME)


@dataclass(frozen=True)
class NewProduct:
    """`id` is that of an existing product; else one is created with the other fields."""

    id: str = ""
    name: str = ""
    descriptor: str = ""


@dataclass(frozen=True)
class NewPrice:
    """`as_plan`: through Stripe's older API, with `name_id` as its id; else `name_id` is the lookup key ("": none).
    `amount` is in minor units, possibly with a fraction; None: tiered. `options` are amounts in other currencies.
    `transfer`: take the lookup key from the price that has it."""

    as_plan: bool
    name_id: str
    product: NewProduct
    nickname: str
    currency: str
    amount: Decimal | None
    interval: str = "month"
    count: int = 1
    scheme: Scheme = Scheme.PER_UNIT
    packs: Packs | None = None
    tiers: tuple[Tier, ...] = ()
    meter: str = ""
    trial_days: int = 0
    tax_behavior: str = "unspecified"
    options: Mapping[str, Decimal] = field(default_factory=dict)
    transfer: bool = False

    @property
    def as_price(self) -> Price:
        """As it will be charged, for the calculator."""
        return Price(
            self.name_id,
            self.product.id,
            self.nickname,
            self.currency,
            None if self.scheme.is_tiered else self.amount,
            self.interval,
            self.count,
            "metered" if self.meter else "licensed",
            active=True,
            tiered=self.scheme.is_tiered,
            tiers_mode=str(self.scheme) if self.scheme.is_tiered else "",
            tiers=self.tiers,
            packs=self.packs if self.scheme is Scheme.PACKAGE else None,
        )


def descriptor_error(text: str) -> str:
    """Why Stripe refuses a statement descriptor (too_long, bad_character, no_letter); "" if it does not."""
    if len(text) > LONGEST_DESCRIPTOR:
        return "too_long"
    if _NOT_IN_DESCRIPTOR.search(text):
        return "bad_character"
    kept = "".join(character for character in text if character.isascii())
    return "no_letter" if text and not any(character.isalpha() for character in kept) else ""


def price_errors(new: NewPrice) -> list[FieldError]:
    """What Stripe would refuse, as far as it can be known."""
    found: list[FieldError] = []
    if new.as_plan and not _PLAN_ID.fullmatch(new.name_id):
        found.append(FieldError("name_id", "bad_id" if new.name_id else "empty"))
    elif len(new.name_id) > LONGEST_KEY:
        found.append(FieldError("name_id", "too_long"))
    if not new.product.id and not new.product.name:
        found.append(FieldError("product", "empty"))
    if code := descriptor_error(new.product.descriptor):
        found.append(FieldError("descriptor", code))
    if new.interval not in MOST or not 1 <= new.count <= MOST[new.interval]:
        found.append(FieldError("count", "over_limit", {"limit": str(MOST.get(new.interval, 0))}))
    if not 0 <= new.trial_days <= LONGEST_TRIAL:
        found.append(FieldError("trial_days", "over_limit", {"limit": str(LONGEST_TRIAL)}))
    if new.scheme.is_tiered:
        found += [FieldError("tiers", code) for code in tier_errors(new.tiers)]
    elif new.amount is None:
        found.append(FieldError("amount", "empty"))
    if new.scheme is Scheme.PACKAGE and (new.packs is None or new.packs.size < 2):
        found.append(FieldError("packs", "too_small"))
    if new.currency in new.options:
        found.append(FieldError("options", "own_currency"))
    return found


def tier_errors(tiers: tuple[Tier, ...]) -> list[str]:
    """What is wrong with tiers (empty, too_many, not_growing, ends, no_amount)."""
    if not tiers:
        return ["empty"]
    found = ["too_many"] if len(tiers) > MOST_TIERS else []
    ends = [tier.up_to for tier in tiers]
    if ends[-1] is not None or None in ends[:-1]:
        found.append("ends")
    known = [end for end in ends if end is not None]
    if known != sorted(set(known)) or any(end < 1 for end in known):
        found.append("not_growing")
    if any(tier.unit is None and tier.flat is None for tier in tiers):
        found.append("no_amount")
    return found


def amount_fields(amount: Decimal, name: str = "unit_amount") -> dict[str, Any]:
    """Stripe's parameter for an amount: an integer, or decimal text if it has a fraction of the minor unit."""
    if amount == amount.to_integral_value():
        return {name: int(amount)}
    return {f"{name}_decimal": format(amount.normalize(), "f")}


def minor(major: Decimal, currency: str) -> Decimal:
    """Major units as minor units, which may have a fraction."""
    return major.scaleb(exponent(currency))
