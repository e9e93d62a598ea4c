"""Reads numbers and amounts that the operator types. What could be read in two ways is refused, never guessed."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from .money import LARGEST, WHOLE, Money, exponent

_SYMBOLS = {
    "jpy": ("¥", "円", "JP¥"),
    "cny": ("¥", "元", "CN¥"),
    "usd": ("$", "US$"),
    "cad": ("$", "CA$"),
    "aud": ("$", "A$"),
    "nzd": ("$", "NZ$"),
    "hkd": ("$", "HK$"),
    "sgd": ("$", "S$"),
    "mxn": ("$", "MX$"),
    "twd": ("$", "NT$"),
    "eur": ("€",),
    "gbp": ("£",),
    "krw": ("₩", "원"),
    "inr": ("₹",),
    "vnd": ("₫",),
    "ils": ("₪",),
    "php": ("₱",),
    "thb": ("฿",),
    "brl": ("R$",),
    "chf": ("CHF",),
    "sek": ("kr",),
    "nok": ("kr",),
    "dkk": ("kr",),
    "isk": ("kr",),
}
_NUMBER = re.compile(r"([-+]?)([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d*)(?:\.(\d+))?", re.ASCII)
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}", re.ASCII)
_SPACES = re.compile(r"\s+")
_MINUS = str.maketrans({"\u2212": "-"})
_THOUSANDS = 3


class AmountError(ValueError):
    """The text is not a valid amount. `reason` is `not_a_number`, `two_ways` (a point or comma that could group
    thousands or separate decimals), `other_currency`, `too_precise`, `too_large` or `not_payable`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def number(text: str) -> Decimal:
    """A plain number: digits, optionally grouped by commas or spaces, and a decimal point. Full-width characters are
    read as their ordinary ones. No exponents and no underscores. Raises AmountError."""
    plain = _plain(text)
    match = _NUMBER.fullmatch(plain)
    if match is None or not (match[2] or match[3]):
        raise AmountError("not_a_number")
    sign, whole, fraction = match[1], match[2].replace(",", "").replace(" ", ""), match[3] or ""
    return Decimal(f"{sign}{whole or '0'}.{fraction or '0'}")


def number_without_currency(text: str) -> Decimal:
    """As `number`; refuses `5.000`, which is 5 in one notation and 5,000 in another. Raises AmountError."""
    if _could_group(_plain(text)):
        raise AmountError("two_ways")
    return number(text)


def parse(text: str, currency: str) -> Money:
    """The typed amount in minor units; the currency's own symbol or code may stand before or after it. Raises
    AmountError."""
    plain = _without_symbol(_plain(text), currency.lower())
    places = exponent(currency)
    if places != _THOUSANDS and _could_group(plain):
        raise AmountError("two_ways")
    if places == _THOUSANDS and _GROUPED.fullmatch(plain):
        raise AmountError("two_ways")
    value = number(plain)
    if "." in plain and not places:
        raise AmountError("too_precise")
    sign, digits, power = value.as_tuple()
    written = "".join(map(str, digits)).rjust(1, "0")
    shift = places + int(power)  # in integers, because a Decimal rounds beyond 28 digits
    minor, rest = (int(written) * 10**shift, "") if shift >= 0 else (int(written[:shift] or "0"), written[shift:])
    if rest.strip("0"):
        raise AmountError("too_precise")
    if minor > LARGEST:
        raise AmountError("too_large")
    amount = -minor if sign else minor
    # Three-decimal amounts must end in 0, ISK and UGX amounts in 00 (Stripe docs: currencies).
    if (places == _THOUSANDS and amount % 10) or (currency.lower() in WHOLE and amount % 100):
        raise AmountError("not_payable")
    return Money(amount, currency.lower())


def _plain(text: str) -> str:
    """Raises AmountError for digits that are not digits of a number, such as a superscript."""
    if any(unicodedata.category(character) == "No" for character in text):
        raise AmountError("not_a_number")
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_MINUS)).strip()


def _could_group(plain: str) -> bool:
    """Whether a single point is followed by three digits, as thousands are grouped in many countries."""
    whole, point, fraction = plain.lstrip("+-").partition(".")
    return bool(point) and len(fraction) == _THOUSANDS and whole.strip("0") != "" and "," not in whole


def _without_symbol(plain: str, currency: str) -> str:
    """The text without the currency's symbol or code. Raises AmountError `other_currency` for a different one."""
    sign, rest = (plain[:1], plain[1:].lstrip()) if plain[:1] in ("-", "+") else ("", plain)
    own = sorted((currency, *(symbol.casefold() for symbol in _SYMBOLS.get(currency, ()))), key=len, reverse=True)
    for symbol in own:
        folded = rest.casefold()
        if folded.startswith(symbol):
            rest = rest[len(symbol) :].lstrip()
            break
        if folded.endswith(symbol):
            rest = rest[: -len(symbol)].rstrip()
            break
    else:
        if _names_a_currency(rest):
            raise AmountError("other_currency")
    if not sign and rest[:1] in ("-", "+"):
        return rest
    return sign + rest


def _names_a_currency(text: str) -> bool:
    letters = "".join(character for character in text if unicodedata.category(character) in ("Sc", "Lu", "Ll", "Lo"))
    known = {*_SYMBOLS, *(symbol.casefold() for symbols in _SYMBOLS.values() for symbol in symbols)}
    return letters.casefold() in known
