"""Error messages of the forms for plans, coupons and promotion codes."""

from __future__ import annotations

from collections.abc import Mapping

from ..text import translate


def plan_problem(field: str, code: str, values: Mapping[str, str]) -> str:
    """ "" for an error that is not of this form."""
    known: dict[tuple[str, str], str] = {
        ("name_id", "empty"): translate("Plans", "Enter an ID, such as basic-monthly."),
        ("name_id", "bad_id"): translate("Plans", "Use letters, digits, hyphens, underscores, and periods."),
        ("name", "too_long"): translate("Plans", "Use up to 40 characters."),
        ("name_id", "too_long"): translate("Plans", "Use up to 200 characters."),
        ("name_id", "taken"): translate("Plans", "There is a plan with this ID already."),
        ("name_id", "key_taken"): translate("Plans", "Another price has this key. Check the box to move it here."),
        ("product", "empty"): translate("Plans", "Enter the product's name."),
        ("amount", "empty"): translate("Plans", "Enter a price. It can be 0."),
        ("packs", "too_small"): translate("Plans", "A package has at least 2 units."),
        ("options", "own_currency"): translate("Plans", "The price has an amount in this currency already."),
        ("tiers", "empty"): translate("Tiers", "Enter at least one tier."),
        ("tiers", "too_many"): translate("Tiers", "Use up to 100 tiers."),
        ("tiers", "not_growing"): translate("Tiers", "Each tier must end after the one before it."),
        ("tiers", "ends"): translate("Tiers", "The last tier has no end, and all others have one."),
        ("tiers", "no_amount"): translate("Tiers", "Each tier needs a price per unit or a flat fee. It can be 0."),
        ("price", "price_not_deleted"): translate("Plans", "Stripe cannot delete prices. Archive it instead."),
        ("percent", "not_in_range"): translate("Coupons", "Enter a percentage above 0, up to 100."),
        ("amount", "not_in_range"): translate("Coupons", "Enter an amount greater than zero."),
        ("months", "not_in_range"): translate("Coupons", "Enter a number of months."),
        ("redeem_by", "in_the_past"): translate("Coupons", "The date must be in the future."),
        ("redeem_by", "over_five_years"): translate("Coupons", "The date can be at most five years ahead."),
        ("code", "bad_code"): translate("Coupons", "Use letters, digits, and hyphens."),
        ("coupon_id", "bad_id"): translate("Coupons", "Use letters, digits, hyphens, and underscores."),
    }
    if (field, code) in known:
        return known[field, code]
    if code == "over_limit":
        return translate("Plans", "Stripe accepts at most {limit}.").format(**values)
    return descriptor_problem(code) if field == "descriptor" else ""


def descriptor_problem(code: str) -> str:
    """Why a statement descriptor is refused; "" for no error."""
    return {
        "too_long": translate("Plans", "Use up to 22 characters."),
        "bad_character": translate("Plans", "These characters are not allowed: < > \\ \" '"),
        "no_letter": translate("Plans", "Use at least one Latin letter. Stripe removes all other scripts."),
    }.get(code, "")
