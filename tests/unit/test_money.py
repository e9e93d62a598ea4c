"""Money: minor units, every currency's own exponent, never floats."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.money import AmountError, Money, exponent, parse, shown_digits, totals

CURRENCIES = st.sampled_from(["jpy", "usd", "eur", "kwd", "isk", "bhd", "krw", "ugx"])


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("980", "jpy", 980),
        ("1,200", "jpy", 1_200),
        ("１２００", "jpy", 1_200),
        ("12.34", "usd", 1_234),
        ("-5", "eur", -500),
        ("1.230", "kwd", 1_230),
        ("100", "isk", 10_000),
    ],
)
def test_reads_what_people_type(text: str, currency: str, amount: int) -> None:
    assert parse(text, currency) == Money(amount, currency)


@pytest.mark.parametrize(
    ("text", "currency", "reason"),
    [
        ("", "jpy", "not_a_number"),
        ("abc", "usd", "not_a_number"),
        ("NaN", "usd", "not_a_number"),
        ("Infinity", "usd", "not_a_number"),
        ("9.8", "jpy", "too_precise"),
        ("1.234", "usd", "too_precise"),
        ("1.234", "kwd", "not_payable"),
        ("1.50", "isk", "not_payable"),
    ],
)
def test_refuses_what_is_no_amount(text: str, currency: str, reason: str) -> None:
    with pytest.raises(AmountError) as error:
        parse(text, currency)
    assert error.value.reason == reason


@given(st.integers(-(10**12), 10**12), CURRENCIES)
def test_major_units_lose_nothing(amount: int, currency: str) -> None:
    money = Money(amount, currency)
    assert money.major * 10 ** exponent(currency) == amount
    assert isinstance(money.major, Decimal)


@given(st.integers(0, 10**9), CURRENCIES)
def test_what_is_printed_can_be_typed_again(units: int, currency: str) -> None:
    step = {3: 10, 2: 1, 0: 1}[exponent(currency)] * (100 if shown_digits(currency) != exponent(currency) else 1)
    money = Money(units * step, currency)
    assert parse(str(money.major), currency) == money


@given(st.lists(st.builds(Money, st.integers(-1000, 1000), CURRENCIES)))
def test_totals_never_mix_currencies(amounts: list[Money]) -> None:
    found = totals(amounts)
    assert len({money.currency for money in found}) == len(found)
    for total in found:
        assert total.amount == sum(m.amount for m in amounts if m.currency == total.currency)
