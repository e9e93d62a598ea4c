"""The checks of invoices: each finds what was planted, and leaves a clean account alone."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.invoices.checks import CLOSE, Check, Facts, check_all
from billing_desk.domain.invoices.review import Mark, Review, review_metadata, review_of

DAY, START = 86_400, 1_700_000_000
MONTH = 30 * DAY


def invoice(place: int, customer: int = 0, **fields: object) -> Facts:
    """One of a monthly row of ¥1,100 with ¥100 tax, paid by card."""
    at = START + place * MONTH
    values: dict[str, object] = {
        "id": f"in_{customer}_{place}",
        "customer": f"cus_{customer}",
        "currency": "jpy",
        "status": "paid",
        "created": at,
        "finalized": at,
        "due": None,
        "number": f"C{customer}-{place + 1:04d}",
        "total": 1_100,
        "tax": 100,
        "added": 100,
        "off": 0,
        "lines": 1_000,
        "period": at,
        "subscription": f"sub_{customer}",
        "charged": 1_100,
        "payments": 1,
        "usual": "jpy",
    }
    return Facts(**{**values, **fields})  # type: ignore[arg-type]


def found(*invoices: Facts) -> set[tuple[str, Check]]:
    return set(check_all(invoices))


YEAR = [invoice(number) for number in range(12)]


def test_a_year_of_equal_invoices_is_clean() -> None:
    assert found(*YEAR) == set()


@pytest.mark.parametrize(
    ("planted", "check"),
    [
        ({"lines": 999}, Check.SUMS),
        ({"off": 50}, Check.SUMS),
        ({"total": -5, "lines": -5, "tax": 0, "added": 0, "charged": 0}, Check.NOT_POSITIVE),
        ({"total": 0, "lines": 5, "off": 4, "tax": 0, "added": -1, "charged": 0}, Check.NOT_POSITIVE),
        ({"total": 9_000, "lines": 8_900}, Check.UNUSUAL),
        ({"tax": 0, "added": 0, "lines": 1_100}, Check.NO_TAX),
        ({"currency": "usd"}, Check.CURRENCY),
        ({"due": START}, Check.DUE_PAST),
        ({"number": "C0-0099"}, Check.GAP),
        ({"payments": 0}, Check.NO_PAYMENT),
        ({"period": START + 10 * MONTH}, Check.TWICE),
    ],
)
def test_each_check_finds_what_was_planted(planted: dict[str, Any], check: Check) -> None:
    odd = invoice(11)._replace(**planted)
    assert (odd.id, check) in found(*YEAR[:11], odd)
    assert {id_ for id_, _ in found(*YEAR[:11], odd)} == {odd.id}


def test_what_is_explained_is_not_marked() -> None:
    """A trial's invoice over nothing, a full discount, an unread list of payments, a missing number when not all
    invoices are here, and a void invoice whose number is used."""
    trial = invoice(0, total=0, lines=0, tax=0, added=0, charged=0, payments=0)
    free = invoice(1, total=0, lines=1_000, off=1_000, tax=0, added=0, charged=0, payments=0)
    unread = invoice(2, payments=None)
    assert found(trial, free, unread) == set()
    assert set(check_all([YEAR[0], YEAR[2]], whole=False)) == set()
    assert found(YEAR[0], YEAR[1]._replace(status="void", total=-9), YEAR[2]) == set()


def test_two_without_a_period_bill_the_same_only_if_made_shortly_after_each_other() -> None:
    first = invoice(0, period=None, subscription="")
    soon = invoice(1, period=None, subscription="", created=first.created + CLOSE)
    late = invoice(2, period=None, subscription="", created=soon.created + CLOSE + 1)
    assert found(first, soon, late) == {(soon.id, Check.TWICE)}


def test_few_earlier_invoices_do_not_tell_what_is_usual() -> None:
    assert found(*YEAR[:3], invoice(3, total=99_000, lines=98_900)) == set()


@given(st.integers(1, 40), st.integers(0, 10**6))
def test_a_clean_account_has_few_marks(customers: int, seed: int) -> None:
    """Customers with a plan that they sometimes change, and one-time invoices without a period."""
    drawn = random.Random(seed)
    account = []
    for customer in range(customers):
        price = drawn.choice((980, 2_000, 4_800))
        for number in range(drawn.randrange(1, 24)):
            account.append(invoice(number, customer, total=price + 100, lines=price, charged=price + 100))
    marks = Counter(check for _, check in check_all(account))
    assert marks == {}


@given(st.text(max_size=20), st.sampled_from(list(Mark)), st.integers(0, 4_000_000_000))
def test_a_review_is_read_back_as_it_was_written(text: str, mark: Mark, at: int) -> None:
    review = Review(mark, text, text, at)
    written = {key: value for key, value in review_metadata(review).items() if value}
    assert review_of(written) == review
    assert review_of({"bd_review": "great", "bd_review_at": "１２"}) == Review()
