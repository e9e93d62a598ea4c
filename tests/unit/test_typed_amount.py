"""Typed amounts: what is accepted, what is refused, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.money import Money, exponent, shown_digits
from billing_desk.domain.typed_amount import AmountError, number, parse

CURRENCIES = st.sampled_from(["jpy", "usd", "eur", "kwd", "isk", "bhd", "krw", "ugx"])


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("980", "jpy", 980),
        ("1,200", "jpy", 1_200),
        ("１２００", "jpy", 1_200),
        ("¥5000", "jpy", 5_000),
        ("￥5,000", "jpy", 5_000),
        ("5,000円", "jpy", 5_000),
        ("JPY 5000", "jpy", 5_000),
        ("-¥300", "jpy", -300),
        ("¥-300", "jpy", -300),
        ("\u2212300", "jpy", -300),
        ("12.34", "usd", 1_234),
        ("$1,234.50", "usd", 123_450),
        ("1 234.50", "usd", 123_450),
        ("US$ 5", "usd", 500),
        ("5 usd", "usd", 500),
        (".5", "usd", 50),
        ("0.500", "kwd", 500),
        ("€5", "eur", 500),
        ("-5", "eur", -500),
        ("1.230", "kwd", 1_230),
        ("5,000.000", "kwd", 5_000_000),
        ("100", "isk", 10_000),
    ],
)
def test_accepts_grouped_digits_and_the_own_symbol(text: str, currency: str, amount: int) -> None:
    assert parse(text, currency) == Money(amount, currency)


@pytest.mark.parametrize(
    ("text", "currency", "reason"),
    [
        ("", "jpy", "not_a_number"),
        ("abc", "usd", "not_a_number"),
        ("NaN", "usd", "not_a_number"),
        ("Infinity", "usd", "not_a_number"),
        ("1e3", "jpy", "not_a_number"),
        ("1E3", "usd", "not_a_number"),
        ("1e-2", "usd", "not_a_number"),
        ("1_000", "jpy", "not_a_number"),
        ("1,00", "usd", "not_a_number"),
        ("1,2345", "jpy", "not_a_number"),
        ("12 34", "jpy", "not_a_number"),
        ("1 000,50", "eur", "not_a_number"),
        ("5.", "usd", "not_a_number"),
        ("0,500", "usd", "not_a_number"),
        ("0 500", "usd", "not_a_number"),
        ("10\u00b2", "usd", "not_a_number"),
        ("\u2460", "usd", "not_a_number"),
        ("100.0000000000000000000000000001", "usd", "too_precise"),
        ("123456789012345678901234567890", "usd", "too_large"),
        ("0x10", "jpy", "not_a_number"),
        ("--5", "usd", "not_a_number"),
        ("5.000", "usd", "two_ways"),
        ("5.000", "jpy", "two_ways"),
        ("12.345", "eur", "two_ways"),
        ("1.234", "usd", "two_ways"),
        ("5,000", "kwd", "two_ways"),
        ("$5", "jpy", "other_currency"),
        ("¥5", "usd", "other_currency"),
        ("eur 5", "usd", "other_currency"),
        ("9.8", "jpy", "too_precise"),
        ("9.0", "jpy", "too_precise"),
        ("0.001", "usd", "too_precise"),
        ("1.234", "kwd", "not_payable"),
        ("1.50", "isk", "not_payable"),
    ],
)
def test_refuses_what_is_no_amount_or_could_be_two(text: str, currency: str, reason: str) -> None:
    with pytest.raises(AmountError) as error:
        parse(text, currency)
    assert error.value.reason == reason


@given(st.integers(0, 10**9), CURRENCIES, st.booleans())
def test_a_shown_amount_can_be_typed_again(units: int, currency: str, grouped: bool) -> None:
    step = {3: 10, 2: 1, 0: 1}[exponent(currency)] * (100 if shown_digits(currency) != exponent(currency) else 1)
    money = Money(units * step, currency)
    text = f"{money.major:,}" if grouped and money.exponent != 3 else str(money.major)
    assert parse(text, currency) == money


@given(st.text(alphabet="0123456789.,-+eE_ ¥$", max_size=12), CURRENCIES)
def test_never_reads_more_digits_than_were_typed(text: str, currency: str) -> None:
    try:
        found = parse(text, currency)
    except AmountError:
        return
    typed = "".join(character for character in text if character.isdigit()).lstrip("0")
    assert str(abs(found.amount)).strip("0") == typed.strip("0")


def test_numbers_keep_their_decimals() -> None:
    assert str(number("1,234.50")) == "1234.50"
