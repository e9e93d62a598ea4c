"""What the totals under a list contain. The footer, an export and its check use the same groups (G5, G7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .money import Money


@dataclass(frozen=True)
class Group:
    """The rows of one currency and one status. `sums` are minor units by name; `status` is "" where a list has none."""

    currency: str
    status: str
    count: int
    sums: Mapping[str, int]


@dataclass(frozen=True)
class Total:
    """The sum of one figure in one currency, and the statuses of the rows that contribute to it."""

    name: str
    money: Money
    statuses: tuple[str, ...]


def totals_of(groups: Sequence[Group]) -> list[Total]:
    """One total per figure and currency, in the order of the figures, without those to which no row contributes."""
    names = list(dict.fromkeys(name for group in groups for name in group.sums))
    found = []
    for name in names:
        for currency in sorted({group.currency for group in groups}):
            parts = [group for group in groups if group.currency == currency and group.sums[name]]
            if parts:
                amount = sum(group.sums[name] for group in parts)
                statuses = tuple(dict.fromkeys(group.status for group in parts if group.status))
                found.append(Total(name, Money(amount, currency), statuses))
    return found


def merged(groups: Sequence[Group]) -> list[Group]:
    """Groups of the same currency and status added up."""
    found: dict[tuple[str, str], Group] = {}
    for group in groups:
        key = (group.currency, group.status)
        found[key] = _added(found[key], group) if key in found else group
    return [found[key] for key in sorted(found)]


def _added(one: Group, other: Group) -> Group:
    sums = {name: one.sums[name] + amount for name, amount in other.sums.items()}
    return Group(one.currency, one.status, one.count + other.count, sums)
