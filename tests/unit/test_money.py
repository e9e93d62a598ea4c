"""Money: minor units, every currency's own exponent, never floats."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.money import Money, exponent, totals

CURRENCIES = st.sampled_from(["jpy", "usd", "eur", "kwd", "isk", "bhd", "krw", "ugx"])


@given(st.integers(-(10**12), 10**12), CURRENCIES)
def test_major_units_lose_nothing(amount: int, currency: str) -> None:
    money = Money(amount, currency)
    assert money.major * 10 ** exponent(currency) == amount
    assert isinstance(money.major, Decimal)


@given(st.lists(st.builds(Money, st.integers(-(10**6), 10**6), st.just("isk")), min_size=1))
def test_shown_amounts_add_up_to_the_shown_total(amounts: list[Money]) -> None:
    """G5."""
    shown = [round(money.major, money.shown_digits) for money in amounts]
    assert sum(shown) == sum(money.major for money in amounts)
    assert Money(10_050, "isk").shown_digits == 2
    assert Money(10_000, "isk").shown_digits == 0


@given(st.lists(st.builds(Money, st.integers(-1000, 1000), CURRENCIES)))
def test_totals_never_mix_currencies(amounts: list[Money]) -> None:
    found = totals(amounts)
    assert len({money.currency for money in found}) == len(found)
    for total in found:
        assert total.amount == sum(m.amount for m in amounts if m.currency == total.currency)
