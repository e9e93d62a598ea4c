"""Rounds exact amounts to whole minor units; half a unit is rounded away from zero."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def rounded(value: Decimal | Fraction | int) -> int:
    if isinstance(value, Fraction):
        whole, rest = divmod(abs(value.numerator), value.denominator)
        amount = whole + (2 * rest >= value.denominator)
        return amount if value >= 0 else -amount
    return int(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP))


def shared(amount: int, weights: Sequence[int]) -> list[int]:
    """Split an amount in proportion to `weights`; the parts add up to it exactly, unless all weights are 0."""
    total = sum(weights)
    if total == 0:
        return [0] * len(weights)
    parts, given, passed = [], 0, 0
    for weight in weights:
        passed += weight
        upto = rounded(Fraction(amount * passed, total))
        parts.append(upto - given)
        given = upto
    return parts
