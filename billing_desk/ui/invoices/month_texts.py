"""The texts of a month's closing: for the screen, for the PDF, and for the spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...domain.invoices.month_close import Changed, ClosingRow, CurrencyClose, Figure
from ...domain.money import Money
from ...services.exports.month import BANK, MonthWords
from ...services.invoices.month_end import MonthReport
from ..wording import words
from ..wording.billing import month_words
from ..wording.billing.invoice_words import tax_rate
from ..wording.text import Wording, joined, translate
from .month_pdf import Section

_NONE = ClosingRow("", "", "", "usd", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, None, 0, 0, None)


@dataclass(frozen=True)
class Tab:
    """`ids` are the invoices of its rows, if they are about invoices; `right` are the columns of numbers; `empty` is
    said without rows."""

    name: str
    titles: list[str]
    rows: list[list[str]]
    right: Sequence[int]
    empty: str
    ids: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class MonthTexts:
    """`changes` since the month was closed last; `place` is the account's name and the mode."""

    report: MonthReport
    changes: Sequence[Changed]
    wording: Wording
    place: tuple[str, str]

    def summary(self) -> str:
        """Whether it ties out, what could not be read, and whether the month was closed."""
        report, close = self.report, self.report.close
        parts: list[str] = []
        if not close.rows:
            parts.append(_no_invoices())
        elif close.ties_out:
            parts.append(translate("Month", "%n invoice(s) tie out to zero.", "", len(close.rows)))
        else:
            parts.append(translate("Month", "%n difference(s).", "", len(close.differences)))
        if not close.notes_read:
            parts.append(translate("Month", "The key may not read credit notes."))
        if not close.bank_read:
            parts.append(translate("Month", "The key may not read balance transactions and payouts."))
        if not report.is_over:
            parts.append(translate("Month", "The month is not over yet."))
        if report.earlier:
            last = report.earlier[0]
            text = translate("Month", "Closed on {day} by {name}.")
            parts.append(text.format(day=self.wording.moment(last.made), name=last.by or "–"))
        if self.changes:
            parts.append(translate("Month", "%n invoice(s) changed since.", "", len(self.changes)))
        return " ".join(parts)

    def tabs(self) -> list[Tab]:
        found = [self._figures(), self._differences(), self._taxes(), self._bank()]
        return [*found, self._changed()] if self.report.earlier else found

    def _money(self, amount: int, currency: str) -> str:
        return self.wording.money(Money(amount, currency))

    def _line(self, name: str, values: Sequence[tuple[int, str]]) -> list[str]:
        return [name, *(self._money(amount, code) for amount, code in values)]

    def _figures(self) -> Tab:
        close = self.report.close

        def line(name: str, of: dict[str, int]) -> list[str]:
            return self._line(name, [(of.get(each.currency, 0), each.currency) for each in close.currencies])

        def figure(kind: Figure, each: CurrencyClose) -> tuple[int, str]:
            return each.figures.get(kind, 0), each.currency

        rows = [
            self._line(month_words.figure(kind), [figure(kind, each) for each in close.currencies]) for kind in Figure
        ]
        rows.append(
            line(translate("Month", "Difference"), {each.currency: each.difference for each in close.currencies})
        )
        after = {each.currency: each.after for each in close.currencies}
        rows.append(line(translate("Month", "Credited after payment"), after))
        rows.append(line(translate("Month", "Refunded in this month"), dict(close.refunded)))
        titles = [translate("Month", "Figure"), *(each.currency.upper() for each in close.currencies)]
        return Tab(translate("Month", "Figures"), titles, rows, range(1, len(titles)), _no_invoices())

    def _differences(self) -> Tab:
        found = self.report.close.differences
        titles = [translate("Month", "Invoice"), translate("Month", "Amount"), translate("Month", "Reason")]
        rows = [
            [each.number, self._money(each.amount, each.currency), month_words.reason(each.reason)] for each in found
        ]
        ids, empty = [each.id for each in found], translate("Month", "No differences.")
        return Tab(translate("Month", "Differences"), [*titles], rows, (1,), empty, ids)

    def _taxes(self) -> Tab:
        titles = [
            translate("Month", "Rate"),
            translate("Month", "Currency"),
            translate("Month", "Taxable"),
            translate("Month", "Tax"),
            translate("Month", "Invoices"),
        ]
        rows = [
            [
                self.rate(tax.rate),
                tax.currency.upper(),
                self._money(tax.base, tax.currency),
                self._money(tax.tax, tax.currency),
                self.wording.number(tax.count),
            ]
            for tax in self.report.close.taxes
        ]
        return Tab(
            translate("Month", "Tax by rate"), [*titles], rows, (2, 3, 4), translate("Month", "No tax in this month.")
        )

    def _bank(self) -> Tab:
        bank = self.report.close.bank
        rows = [
            self._line(month_words.bank_line(name), [(getattr(each, name), each.currency) for each in bank])
            for name in (BANK if bank else ())
        ]
        titles = [translate("Month", "Figure"), *(each.currency.upper() for each in bank)]
        return Tab(
            translate("Month", "Bank"),
            titles,
            rows,
            range(1, len(titles)),
            translate("Month", "No payouts or fees in this month."),
        )

    def _changed(self) -> Tab:
        titles = [translate("Month", "Invoice"), translate("Month", "When it was closed"), translate("Month", "Now")]
        held = [change.after or change.before or _NONE for change in self.changes]
        rows = [
            [row.number or row.id, self._state(change.before), self._state(change.after)]
            for row, change in zip(held, self.changes, strict=True)
        ]
        ids, empty = [row.id for row in held], translate("Month", "Nothing has changed since the month was closed.")
        return Tab(translate("Month", "Changed since"), [*titles], rows, (), empty, ids)

    def _state(self, row: ClosingRow | None) -> str:
        if row is None:
            return "–"
        return joined((words.invoice_status(row.status)[0], self._money(row.total, row.currency)), "  ")

    def rate(self, rate: str) -> str:
        """A tax rate by its id."""
        found = self.report.rates.get(rate)
        return tax_rate(found) if found else rate or translate("Month", "Calculated by Stripe")

    def title(self) -> str:
        return translate("Month", "Month close {month}, {account}").format(
            month=self.report.name, account=self.place[0]
        )

    def about(self) -> list[tuple[str, str]]:
        report = self.report
        return [
            (translate("Month", "Account"), self.place[0]),
            (translate("Month", "Mode"), self.place[1]),
            (translate("Month", "Month"), report.name),
            (translate("Month", "By date"), month_words.basis(report.basis)),
            (translate("Month", "Time zone"), report.zone.key),
            (translate("Month", "Registration number"), joined(report.registration)),
            (translate("Month", "As of"), self.wording.moment(report.made)),
            (translate("Month", "Result"), self.summary()),
            ("SHA-256", report.close.hash),
        ]

    def sections(self) -> list[Section]:
        """For the PDF."""
        found: list[Section] = [("", [list(pair) for pair in self.about()])]
        return found + [(tab.name, [tab.titles, *tab.rows] if tab.rows else [[tab.empty]]) for tab in self.tabs()]

    def words(self) -> MonthWords:
        """For the spreadsheet."""
        columns = {
            "number": translate("Month", "Number"),
            "id": translate("Month", "ID"),
            "customer": translate("Month", "Customer"),
            "currency": translate("Month", "Currency"),
            "status": translate("Month", "Status"),
            "date": month_words.basis(self.report.basis),
            "difference": translate("Month", "Difference"),
            "amount": translate("Month", "Amount"),
            "rows": translate("Month", "Sum of the rows"),
            "ties": translate("Month", "Invoiced minus all parts"),
            "after": translate("Month", "Credited after payment"),
            "refunded": translate("Month", "Refunded in this month"),
            "rate": translate("Month", "Rate"),
            "base": translate("Month", "Taxable"),
            "tax": translate("Month", "Tax"),
            "count": translate("Month", "Invoices"),
            "reason": translate("Month", "Reason"),
        }
        return MonthWords(
            self.about(),
            month_words.figure,
            month_words.reason,
            self.rate,
            month_words.bank_line,
            columns.__getitem__,
            lambda status: words.invoice_status(status)[0],
        )


def _no_invoices() -> str:
    return translate("Month", "No invoices in this month.")
