"""Amounts in minor units. Stripe's amounts are integers with an exponent for each currency; floats are never used."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

# Stripe docs: currencies. ISK and UGX are sent multiplied by 100 although they have no minor unit in use.
ZERO_DECIMALS = frozenset(
    ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]
)
THREE_DECIMALS = frozenset(["bhd", "jod", "kwd", "omr", "tnd"])
LARGEST = 999_999_999_999
"""Minor units: Stripe accepts at most twelve digits in any currency."""
OFFERED = ("jpy", "usd", "eur", "gbp")
"""The default for a customer who has no currency yet."""
_WHOLE = frozenset(["isk", "ugx"])
_GROUPED = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d*)?")


class AmountError(ValueError):
    """The text is not a valid amount of its currency. `reason` is `not_a_number`, `too_precise`, `too_large` or
    `not_payable`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, order=True)
class Money:
    """`amount` in minor units of `currency` (lower-case ISO code)."""

    amount: int
    currency: str

    @property
    def exponent(self) -> int:
        return exponent(self.currency)

    @property
    def major(self) -> Decimal:
        return Decimal(self.amount).scaleb(-self.exponent)


def exponent(currency: str) -> int:
    """The number of decimal places in Stripe's integer."""
    code = currency.lower()
    return 0 if code in ZERO_DECIMALS else 3 if code in THREE_DECIMALS else 2


def shown_digits(currency: str) -> int:
    """The number of decimal places shown to the operator."""
    return 0 if currency.lower() in _WHOLE else exponent(currency)


def parse(text: str, currency: str) -> Money:
    """The typed amount in minor units. Raises AmountError. Full-width digits and commas that group thousands are
    accepted; a comma as decimal sign is not, because it would multiply the amount by 100."""
    plain = unicodedata.normalize("NFKC", "".join(text.split()))
    if "," in plain:
        if not _GROUPED.fullmatch(plain):
            raise AmountError("not_a_number")
        plain = plain.replace(",", "")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise AmountError("not_a_number") from None
    if not value.is_finite():
        raise AmountError("not_a_number")
    minor = value.scaleb(exponent(currency))
    if minor != minor.to_integral_value():
        raise AmountError("too_precise")
    if abs(minor) > LARGEST:
        raise AmountError("too_large")
    amount = int(minor)
    # Three-decimal amounts must end in 0, ISK and UGX amounts in 00 (Stripe docs: currencies).
    if (exponent(currency) == 3 and amount % 10) or (currency.lower() in _WHOLE and amount % 100):
        raise AmountError("not_payable")
    return Money(amount, currency.lower())


def totals(amounts: list[Money]) -> list[Money]:
    """One sum per currency, by currency code."""
    sums: dict[str, int] = {}
    for money in amounts:
        sums[money.currency] = sums.get(money.currency, 0) + money.amount
    return [Money(amount, currency) for currency, amount in sorted(sums.items())]
