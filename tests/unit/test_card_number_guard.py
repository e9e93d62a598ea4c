"""Card numbers are found however they are written; ids, phones and amounts are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing_desk.domain.objects.tax_id import is_corporate_number
from billing_desk.domain.text.card_number_guard import has_card_number, luhn
from billing_desk.logs import redact

VISA = "4242" * 4


@pytest.mark.parametrize(
    "text",
    [
        VISA,
        "4242 4242 4242 4242",
        "4242-4242-4242-4242",
        "４２４２ ４２４２ ４２４２ ４２４２",
        "card: 378282246310005.",
        "3566 0020 2036 0505",
        "6011111111111117 exp 12/30",
        "4242.4242.4242.4242",
        "+4242424242424242",
        "4242 4242 4242 4242 12/27",
        "4242424242424242 12/27 123",
        "4242424242424242 123",
        "1 4242 4242 4242 4242",
        "500 4242424242424242",
        "378282246310005 12/27",
    ],
)
def test_finds(text: str) -> None:
    assert has_card_number(text)
    assert "4242" not in redact(f"x {text} y") or "[card number]" in redact(f"x {text} y")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4242424242424241",
        "+81 3 5550 1234",
        "+442071838750123",
        "cus_4242424242424242",
        "in_1OAXsKAPJYkqHRznBJEn1J2Y",
        "1795219200",
        "2026-11-21 2026-11-22",
        "¥4,242,424,242",
        "1234567890123456",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert not has_card_number(text)


@given(st.integers(0, 10**12 - 1))
def test_a_japanese_corporate_number_is_none_and_every_other_of_thirteen_digits_is(rest: int) -> None:
    """The check digit of the tax agency's own number, 7000012050002, comes out as it is published."""
    assert is_corporate_number("7000012050002")
    twelve = f"{rest:012d}"
    for first in "456":
        digits = first + twelve
        own = is_corporate_number(digits)
        assert has_card_number(digits) == (luhn(digits) and not own)
        assert has_card_number(f"{digits[:4]} {digits[4:8]} {digits[8:]}") == luhn(digits), "grouped as a card is"
        assert not (own and is_corporate_number(("4" if first != "4" else "5") + twelve))


@given(st.integers(10**14, 10**15 - 1), st.sampled_from(["", " ", "-"]), st.text("abc ,.:", max_size=5))
def test_any_visa_number_in_any_grouping(digits: int, separator: str, around: str) -> None:
    body = "4" + str(digits)[1:]
    number = next(body + str(check) for check in range(10) if luhn(body + str(check)))
    grouped = separator.join(number[place : place + 4] for place in range(0, len(number), 4))
    prefix = around + " " if around else ""
    assert has_card_number(f"{prefix}{grouped} {around}")
