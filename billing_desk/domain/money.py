"""Amounts in minor units. Stripe's amounts are integers with an exponent for each currency; floats are never used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

# Stripe docs: currencies. ISK and UGX are sent multiplied by 100 although they have no minor unit in use.
ZERO_DECIMALS = frozenset(
    ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]
)
THREE_DECIMALS = frozenset(["bhd", "jod", "kwd", "omr", "tnd"])
LARGEST = 999_999_999_999
"""Minor units: Stripe accepts at most twelve digits in any currency."""
OFFERED = ("jpy", "usd", "eur", "gbp")
"""The default for a customer who has no currency yet."""
_CODES = (
    "usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf "
    "chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf "
    "idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop "
    "mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd "
    "scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof "
    "xpf yer zar zmw"
)
CURRENCIES = tuple(_CODES.split())
"""Stripe's presentment currencies (Stripe docs: currencies)."""
WHOLE = frozenset(["isk", "ugx"])
"""Sent in hundredths, paid in whole units."""


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

    @property
    def shown_digits(self) -> int:
        """The number of decimal places that show the amount without rounding, so that shown amounts add up."""
        usual = shown_digits(self.currency)
        return usual if self.amount % 10 ** (self.exponent - usual) == 0 else self.exponent


def exponent(currency: str) -> int:
    """The number of decimal places in Stripe's integer."""
    code = currency.lower()
    return 0 if code in ZERO_DECIMALS else 3 if code in THREE_DECIMALS else 2


def shown_digits(currency: str) -> int:
    """The number of decimal places that an ordinary price of this currency is shown with."""
    return 0 if currency.lower() in WHOLE else exponent(currency)


def totals(amounts: Iterable[Money]) -> list[Money]:
    """One sum per currency, by currency code."""
    sums: dict[str, int] = {}
    for money in amounts:
        sums[money.currency] = sums.get(money.currency, 0) + money.amount
    return [Money(amount, currency) for currency, amount in sorted(sums.items())]
