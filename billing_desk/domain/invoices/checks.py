"""Checks that mark the invoices that deserve a look. Each is a rule with a name; none changes anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ..billing_dates import DAY

USUAL, FEWEST = 12, 4
"""How many earlier invoices of the customer tell what is usual, and how many there have to be."""
TIMES, LEAST_SHARE = 3, 20
"""An invoice is unusual beyond TIMES the median deviation, which counts at least as a LEAST_SHARE-th of the median."""
CLOSE = 3 * DAY
"""Seconds: two invoices without a period that are made within it bill the same period."""
_NUMBER = re.compile(r"(.*?)(\d{1,15})")


class Check(StrEnum):
    SUMS = "sums"
    NOT_POSITIVE = "not_positive"
    UNUSUAL = "unusual"
    TWICE = "twice"
    NO_TAX = "no_tax"
    CURRENCY = "currency"
    DUE_PAST = "due_past"
    GAP = "gap"
    NO_PAYMENT = "no_payment"


class Facts(NamedTuple):
    """What the checks read of an invoice; amounts in minor units, times in Unix seconds. `lines` is the sum of its
    lines, None if not all were read; `added` the tax on top of them; `period` when its first line's period begins, None
    without a period; `payments` how many succeeded, None if not all were read. `usual` is the customer's currency."""

    id: str
    customer: str
    currency: str
    status: str
    created: int
    finalized: int | None
    due: int | None
    number: str
    total: int
    tax: int
    added: int
    off: int
    lines: int | None
    period: int | None
    subscription: str
    charged: int
    payments: int | None
    usual: str


Found = tuple[str, Check]


def check_all(invoices: Iterable[Facts], *, whole: bool = True) -> Iterator[Found]:
    """(invoice id, check) for each mark. `whole`: all invoices of the account are here, so that a missing number is a
    gap. Void invoices are left out, except that their numbers are there."""
    of_customer: dict[str, list[Facts]] = defaultdict(list)
    numbered: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for each in invoices:
        if each.number and (match := _NUMBER.fullmatch(each.number)):
            numbered[match[1]].append((int(match[2]), each.id))
        if each.status == "void":
            continue
        of_customer[each.customer].append(each)
        yield from ((each.id, check) for check in _alone(each))
    for held in of_customer.values():
        held.sort(key=lambda each: each.created)
        yield from _unusual(held)
        yield from _twice(held)
        yield from _untaxed(held)
    if whole:
        for numbers in numbered.values():
            numbers.sort()
            yield from ((id_, Check.GAP) for (before, _), (number, id_) in pairwise(numbers) if number > before + 1)


def _alone(each: Facts) -> Iterator[Check]:
    if each.lines is not None and each.total != each.lines - each.off + each.added:
        yield Check.SUMS
    if each.total < 0 or (each.total == 0 and each.lines is not None and each.lines != each.off):
        yield Check.NOT_POSITIVE
    if each.usual and each.usual != each.currency:
        yield Check.CURRENCY
    if each.due is not None and each.due < (each.finalized or each.created):
        yield Check.DUE_PAST
    if each.status == "paid" and each.charged > 0 and each.payments == 0:
        yield Check.NO_PAYMENT


def _unusual(held: Sequence[Facts]) -> Iterator[Found]:
    """Beside the customer's earlier invoices in the same currency for the same subscription, or for none."""
    before: dict[tuple[str, str], list[int]] = defaultdict(list)
    for each in held:
        key = (each.currency, each.subscription)
        usual = before[key]
        if len(usual) >= FEWEST:
            middle = median(usual)
            deviation = median(abs(total - middle) for total in usual)
            if abs(each.total - middle) > TIMES * max(deviation, abs(middle) / LEAST_SHARE):
                yield each.id, Check.UNUSUAL
        before[key] = [*usual[1 - USUAL :], each.total]


def _twice(held: Sequence[Facts]) -> Iterator[Found]:
    """The later one of two with the same amount for the same period; without periods, made shortly after another."""
    last: dict[tuple[str, int, str, int | None], Facts] = {}
    for each in held:
        if each.total <= 0:
            continue
        key = (each.currency, each.total, each.subscription, each.period)
        other = last.get(key)
        if other is not None and (each.period is not None or each.created - other.created <= CLOSE):
            yield each.id, Check.TWICE
        last[key] = each


def _untaxed(held: Sequence[Facts]) -> Iterator[Found]:
    """Without tax where most of the customer's other invoices have it."""
    taxed = sum(each.tax > 0 for each in held)
    for each in held:
        if each.tax == 0 and each.total > 0 and taxed >= FEWEST and 2 * taxed > len(held):
            yield each.id, Check.NO_TAX
