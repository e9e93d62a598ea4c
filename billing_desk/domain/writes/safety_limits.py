"""Ceilings for writes: money per write, money per hour and writes per hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..money import Money, exponent

HOUR = 3_600
_ONE_WRITE, _ONE_HOUR = 10_000, 50_000
"""Default ceilings in major units; multiplied by 100 for currencies without minor units."""


@dataclass(frozen=True)
class Ceilings:
    """Minor units by currency; a currency that is not listed has the default ceiling."""

    one_write: Mapping[str, int] = field(default_factory=dict)
    one_hour: Mapping[str, int] = field(default_factory=dict)
    writes_an_hour: int = 2_000

    def of_write(self, currency: str) -> int:
        return self.one_write.get(currency, default(_ONE_WRITE, currency))

    def of_hour(self, currency: str) -> int:
        return self.one_hour.get(currency, default(_ONE_HOUR, currency))


def default(major: int, currency: str) -> int:
    return major * 100 if exponent(currency) == 0 else major * int(10 ** exponent(currency))


@dataclass(frozen=True)
class Passed:
    """The ceiling that a write would exceed: `code` is one_write, one_hour or writes; `limit` is None for writes."""

    code: str
    limit: Money | None
    count: int = 0


@dataclass(frozen=True)
class Spent:
    """A write that was sent or is about to be sent: the operation's id and the money it moves."""

    operation: str
    money: tuple[Money, ...]


def passed(operation: str, money: Sequence[Money], written: Sequence[Spent], ceilings: Ceilings) -> Passed | None:
    """The ceiling that this operation would exceed together with the `written` ones of the last hour; None if none."""
    others = [spent for spent in written if spent.operation != operation]
    if len(others) >= ceilings.writes_an_hour:
        return Passed("writes", None, ceilings.writes_an_hour)
    for each in money:
        one, hour = ceilings.of_write(each.currency), ceilings.of_hour(each.currency)
        if abs(each.amount) > one:
            return Passed("one_write", Money(one, each.currency))
        moved = sum(abs(m.amount) for spent in others for m in spent.money if m.currency == each.currency)
        if moved + abs(each.amount) > hour:
            return Passed("one_hour", Money(hour, each.currency))
    return None


@dataclass(frozen=True)
class SafetyLimits:
    """Times in seconds; `lock_after` 0: never. `note_at_stripe`: reason and ticket are also written to metadata at
    Stripe. `refuse_prepaid`: prepaid cards are refused, otherwise an operator reviews them (C9); `remove_prepaid`: new
    prepaid cards are detached at once."""

    armed_for: int = 15 * 60
    lock_after: int = 10 * 60
    ceilings: Ceilings = field(default_factory=Ceilings)
    note_at_stripe: bool = False
    refuse_prepaid: bool = True
    remove_prepaid: bool = False


@dataclass(frozen=True)
class Actor:
    """Who writes: the operator name from the settings and the user name of the operating system."""

    name: str
    system_name: str
