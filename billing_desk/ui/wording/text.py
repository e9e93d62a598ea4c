"""Formats money, dates and numbers for one language and one time zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_datetime, format_time
from babel.numbers import format_currency, format_decimal
from PySide6.QtCore import QCoreApplication

from ...domain.billing_dates import local
from ...domain.money import Money, shown_digits
from ...domain.text.display_text import isolated


class Sentence(str):
    """A translated text with placeholders. Values from outside cannot reorder the rest of the text."""

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        """Text values are put on one line and isolated (G3)."""
        return super().format(*map(_isolated, args), **{name: _isolated(value) for name, value in values.items()})


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """Joins texts from outside so that none reorders the others (G3). Empty texts are left out."""
    return between.join(isolated(part) for part in parts if part)


def sentences(parts: Iterable[str]) -> str:
    """Joins sentences, in Japanese without spaces between them."""
    said = ""
    for part in parts:
        said += part if not said or said.endswith("。") else f" {part}"
    return said


def from_to(before: str, after: str) -> str:
    """A change as text; a dash for an empty value."""
    return joined((before or "–", after or "–"), " → ")


def _isolated(value: object) -> object:
    return isolated(value) if isinstance(value, str) else value


def translate(context: str, text: str, comment: str = "", n: int = -1) -> Sentence:
    """`translate("Context", "English text")`; the translation tools find calls by this name."""
    return Sentence(QCoreApplication.translate(context, text, comment, n))


class Wording:
    """Formats for one language ("en" or "ja") and one time zone. `year_begins` is the fiscal year's first month."""

    def __init__(self, language: str, zone: str, year_begins: int = 1) -> None:
        self.language, self.year_begins = language, year_begins
        self.zone = ZoneInfo(zone)
        self.zone_name = zone
        self._locale = Locale.parse(language)

    def money(self, money: Money) -> str:
        """With the currency's symbol, and as many decimal places as show it without rounding."""
        return self._currency(money.major, money.currency, money.shown_digits)

    def unit_price(self, minor: Decimal, currency: str) -> str:
        """A price with a fraction of the minor unit, with as many digits as it needs."""
        digits = shown_digits(currency)
        major = minor.scaleb(-Money(0, currency).exponent)
        places = max(digits, -int(major.normalize().as_tuple().exponent or 0))
        return self._currency(major, currency, places)

    def _currency(self, value: Decimal, currency: str, digits: int) -> str:
        pattern = f"¤#,##0.{'0' * digits}" if digits else "¤#,##0"
        code = currency.upper()
        spaced = pattern if len(self._symbol(code)) == 1 or "$" in self._symbol(code) else pattern.replace("¤", "¤ ")
        return str(format_currency(value, code, format=spaced, locale=self._locale, currency_digits=False))

    def _symbol(self, code: str) -> str:
        return str(self._locale.currency_symbols.get(code, code))

    def currency_name(self, code: str) -> str:
        return str(self._locale.currencies.get(code.upper(), code.upper()))

    def number(self, value: int | float | Decimal) -> str:
        return format_decimal(value, locale=self._locale)

    def _at(self, seconds: int) -> datetime:
        return local(int(seconds), self.zone)

    def day(self, seconds: int | None) -> str:
        """The calendar day in the chosen zone; "" for None."""
        return "" if seconds is None else self._at(seconds).strftime("%Y-%m-%d")

    def days(self, first: int | None, last: int | None) -> str:
        """Two days in the chosen zone."""
        return f"{self.day(first)} – {self.day(last)}"

    def month_name(self, month: int) -> str:
        """The name of a month, 1 to 12."""
        return str(self._locale.months["stand-alone"]["wide"][month])

    def today(self) -> date:
        """The current calendar day in the chosen zone."""
        return datetime.now(self.zone).date()

    def clock(self, seconds: float) -> str:
        """Hours and minutes with the zone's short name."""
        at = self._at(int(seconds))
        return f"{format_time(at, 'HH:mm', tzinfo=self.zone, locale=self._locale)} {at.tzname()}"

    def moment(self, seconds: int | None) -> str:
        """Day and minute in the chosen zone; "" for None."""
        return "" if seconds is None else self._at(seconds).strftime("%Y-%m-%d %H:%M")

    def exact(self, seconds: int | None) -> str:
        """For a tooltip: to the second, in the chosen zone and in UTC."""
        if seconds is None:
            return ""
        here = format_datetime(self._at(seconds), "yyyy-MM-dd HH:mm:ss", tzinfo=self.zone, locale=self._locale)
        utc = local(int(seconds), ZoneInfo("UTC")).strftime("%Y-%m-%d %H:%M:%S")
        return f"{here} {self.zone_name}\n{utc} UTC"
