"""A closed month as XLSX: typed numbers, and formulas that check that every sum is that of its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.invoices.month_close import PARTS, ClosingRow, Figure, MonthClose, parts_of
from ...domain.money import Money
from ...store.files.atomic_write import written
from .texts import leaving

BANK = ("gross", "refunds", "disputes", "fees", "other", "net", "paid_out", "left", "stated")


@dataclass(frozen=True)
class MonthWords:
    """The texts of the file. `about` says what it is about; the others name figures, reasons, tax rates and columns."""

    about: Sequence[tuple[str, str]]
    figure: Callable[[Figure], str]
    reason: Callable[[Any], str]
    rate: Callable[[str], str]
    bank: Callable[[str], str]
    column: Callable[[str], str]
    status: Callable[[str], str]


def write_month(close: MonthClose, words: MonthWords, zone: ZoneInfo, path: Path) -> None:
    """Raises OSError."""
    import xlsxwriter  # imported late: only XLSX exports need it

    with written(path) as file:
        book = xlsxwriter.Workbook(file, {"strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"})
        _Book(book, words, zone).write(close)
        book.close()


@dataclass
class _Book:
    book: Any
    words: MonthWords
    zone: ZoneInfo
    formats: dict[int, Any] = field(default_factory=dict)

    def write(self, close: MonthClose) -> None:
        self.bold = self.book.add_format({"bold": True})
        summary = self.book.add_worksheet("Summary")
        self._invoices(close.rows)
        self._summary(summary, close)
        self._taxes(close)
        self._bank(close)
        self._differences(close)

    def _amount(self, sheet: Any, row: int, place: int, money: Money, formula: str = "") -> None:
        digits = money.exponent
        if digits not in self.formats:
            shape = "#,##0" + ("." + "0" * digits if digits else "")
            self.formats[digits] = self.book.add_format({"num_format": shape})
        # Spreadsheets use binary fractions; amounts of up to 15 digits are still exact.
        value = float(money.major)
        if formula:
            sheet.write_formula(row, place, formula, self.formats[digits], value)
        else:
            sheet.write_number(row, place, value, self.formats[digits])

    def _titles(self, sheet: Any, row: int, titles: Sequence[str]) -> None:
        for place, title in enumerate(titles):
            sheet.write_string(row, place, title, self.bold)

    def _invoices(self, rows: Sequence[ClosingRow]) -> None:
        """One line each; the last column checks that the parts are the total."""
        sheet = self.book.add_worksheet("Invoices")
        sheet.freeze_panes(1, 0)
        names = [self.words.column(name) for name in ("number", "id", "customer", "currency", "status", "date")]
        figures = [self.words.figure(figure) for figure in Figure]
        self._titles(sheet, 0, [*names, *figures, self.words.column("difference")])
        sheet.set_column(0, 2, 24)
        sheet.set_column(5, 6 + len(Figure), 16)
        for number, row in enumerate(rows, 1):
            texts = (row.number, row.id, row.customer, row.currency.upper(), self.words.status(row.status))
            for place, text in enumerate(texts):
                sheet.write_string(number, place, leaving(text))
            sheet.write_datetime(number, 5, _day(row.at, self.zone))
            parts = {Figure.INVOICED: row.total, **parts_of(row)}
            for place, figure in enumerate(Figure, 6):
                self._amount(sheet, number, place, Money(parts.get(figure, 0), row.currency))
            last = 6 + len(Figure)
            total, first, end = _cell(number, 6), _cell(number, 7), _cell(number, last - 1)
            rest = row.total - sum(amount for figure, amount in parts.items() if figure is not Figure.INVOICED)
            self._amount(sheet, number, last, Money(rest, row.currency), f"=ROUND({total}-SUM({first}:{end}),4)")

    def _summary(self, sheet: Any, close: MonthClose) -> None:
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 3, 20)
        line = 0
        for name, value in self.words.about:
            sheet.write_string(line, 0, name, self.bold)
            sheet.write_string(line, 1, leaving(value))
            line += 1
        last = len(close.rows) + 1
        for each in close.currencies:
            line += 1
            titles = (each.currency.upper(), self.words.column("amount"), self.words.column("rows"))
            self._titles(sheet, line, (*titles, self.words.column("difference")))
            first = line + 1
            for place, figure in enumerate(Figure, 6):
                line += 1
                money = Money(each.figures.get(figure, 0), each.currency)
                sheet.write_string(line, 0, self.words.figure(figure))
                self._amount(sheet, line, 1, money)
                column, codes = _span(place, last), _span(3, last)
                self._amount(sheet, line, 2, money, f'=SUMIFS({column},{codes},"{each.currency.upper()}")')
                zero = Money(0, each.currency)
                self._amount(sheet, line, 3, zero, f"=ROUND({_cell(line, 1)}-{_cell(line, 2)},4)")
            line += 1
            sheet.write_string(line, 0, self.words.column("ties"), self.bold)
            parts = f"SUM({_cell(first + 1, 1)}:{_cell(first + len(PARTS), 1)})"
            self._amount(sheet, line, 1, Money(each.difference, each.currency), f"=ROUND({_cell(first, 1)}-{parts},4)")
            for name, amount in (("after", each.after), ("refunded", close.refunded.get(each.currency, 0))):
                line += 1
                sheet.write_string(line, 0, self.words.column(name))
                self._amount(sheet, line, 1, Money(amount, each.currency))
            line += 1

    def _taxes(self, close: MonthClose) -> None:
        sheet = self.book.add_worksheet("Tax")
        sheet.set_column(0, 4, 20)
        self._titles(sheet, 0, [self.words.column(name) for name in ("rate", "currency", "base", "tax", "count")])
        for number, tax in enumerate(close.taxes, 1):
            sheet.write_string(number, 0, leaving(self.words.rate(tax.rate)))
            sheet.write_string(number, 1, tax.currency.upper())
            self._amount(sheet, number, 2, Money(tax.base, tax.currency))
            self._amount(sheet, number, 3, Money(tax.tax, tax.currency))
            sheet.write_number(number, 4, tax.count)

    def _bank(self, close: MonthClose) -> None:
        sheet = self.book.add_worksheet("Bank")
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 12, 18)
        self._titles(sheet, 0, ["", *(each.currency.upper() for each in close.bank)])
        for line, name in enumerate(BANK, 1):
            sheet.write_string(line, 0, self.words.bank(name))
            for place, each in enumerate(close.bank, 1):
                formula = ""
                if name == "net":
                    formula = f"=SUM({_cell(1, place)}:{_cell(5, place)})"
                elif name == "left":
                    formula = f"=ROUND({_cell(6, place)}-{_cell(7, place)},4)"
                self._amount(sheet, line, place, Money(getattr(each, name), each.currency), formula)

    def _differences(self, close: MonthClose) -> None:
        sheet = self.book.add_worksheet("Differences")
        sheet.set_column(0, 1, 30)
        sheet.set_column(2, 2, 70)
        self._titles(sheet, 0, [self.words.column(name) for name in ("number", "id", "reason", "amount")])
        for number, each in enumerate(close.differences, 1):
            for place, text in enumerate((each.number, each.id, self.words.reason(each.reason))):
                sheet.write_string(number, place, leaving(text))
            self._amount(sheet, number, 3, Money(each.amount, each.currency))


def _day(seconds: int, zone: ZoneInfo) -> datetime:
    return local(seconds, zone).replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)


def _letters(place: int) -> str:
    """A, B, … Z, AA: the name of a column."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cell(row: int, place: int) -> str:
    return f"{_letters(place)}{row + 1}"


def _span(place: int, last: int) -> str:
    letters = _letters(place)
    return f"Invoices!${letters}$2:${letters}${max(last, 2)}"
