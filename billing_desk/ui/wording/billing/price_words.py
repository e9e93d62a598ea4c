"""Prices in words: amount, interval, tiers, packs."""

from __future__ import annotations

from decimal import Decimal

from ....domain.catalog.plan import Price, Tier
from ....domain.money import Money
from .. import words
from ..text import Wording, joined, translate


def price_text(price: Price, wording: Wording) -> str:
    """Amount and interval, such as `¥980 monthly`, or `¥2 per unit, billed monthly` for metered prices."""
    amount = _amount_text(price, wording)
    every = words.interval(price.interval, price.interval_count)
    if price.is_metered:
        return translate("Prices", "{amount} per unit used, {every}").format(amount=amount, every=every)
    return f"{amount} {every}"


def _amount_text(price: Price, wording: Wording) -> str:
    if price.tiered:
        kinds = {
            "graduated": translate("Prices", "Graduated tiers"),
            "volume": translate("Prices", "Volume tiers"),
        }
        kind: str = kinds.get(price.tiers_mode, translate("Prices", "Tiered"))
        return f"{kind}: {tier_text(price.tiers[0], price, wording)}…" if price.tiers else kind
    if price.unit_amount is None:
        return translate("Prices", "Amount not known in {currency}").format(currency=price.currency.upper())
    amount = unit_text(price.unit_amount, price.currency, wording)
    if price.packs:
        return translate("Prices", "{amount} per {count} units").format(
            amount=amount, count=wording.number(price.packs.size)
        )
    return amount


def unit_text(amount: Decimal, currency: str, wording: Wording) -> str:
    """An amount that may have a fraction of the minor unit."""
    return wording.money(Money(0, currency)) if amount == 0 else wording.unit_price(amount, currency)


def tier_text(tier: Tier, price: Price, wording: Wording) -> str:
    """What a tier costs, such as `¥500 flat + ¥30 per unit`; a part that is not set is left out."""
    parts = []
    if tier.flat is not None:
        parts.append(translate("Prices", "{amount} flat").format(amount=unit_text(tier.flat, price.currency, wording)))
    if tier.unit is not None:
        parts.append(
            translate("Prices", "{amount} per unit").format(amount=unit_text(tier.unit, price.currency, wording))
        )
    return joined(parts, " + ") or translate("Prices", "free")


def tier_rows(price: Price, wording: Wording) -> list[tuple[str, str]]:
    """Each tier: which units, and what they cost."""
    rows, start = [], 1
    for tier in price.tiers:
        if tier.up_to is None:
            units = translate("Prices", "{first} and more").format(first=wording.number(start))
        else:
            units = translate("Prices", "{first} to {last}").format(
                first=wording.number(start), last=wording.number(tier.up_to)
            )
            start = tier.up_to + 1
        rows.append((units, tier_text(tier, price, wording)))
    return rows


def price_name(price: Price, product: str) -> str:
    """For a list to choose from: product, plan, amount and interval are told apart."""
    return joined((product, price.nickname or price.id), " · ")


def scheme(kind: str) -> str:
    """How the amount depends on the quantity."""
    return {
        "per_unit": translate("Prices", "Per unit"),
        "package": translate("Prices", "Package"),
        "graduated": translate("Prices", "Graduated"),
        "volume": translate("Prices", "Volume"),
        "tiered": translate("Prices", "Tiered"),
    }.get(kind, kind)


def tax_behavior(kind: str) -> str:
    return {
        "inclusive": translate("Prices", "Inclusive"),
        "exclusive": translate("Prices", "Exclusive"),
        "unspecified": translate("Prices", "Unspecified"),
    }.get(kind, kind)
