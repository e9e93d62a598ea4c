"""Edits the lines of a draft invoice: an amount, a unit price, or a one-time price, with tax rate and period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.catalog.plan import Price
from ...domain.invoices.tax import TaxRate
from ...domain.money import Money
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.invoice_draft import MOST_LINES, DraftLine
from ...domain.writes.new_subscription import MOST_QUANTITY
from ..widgets.fields import TextField
from ..widgets.icons import icon
from ..widgets.plain import Button, ComboBox, Label, SpinBox, let_shrink, set_tip
from ..widgets.theme import SMALL, TIGHT
from ..wording.amounts import amount_problem
from ..wording.billing.invoice_words import tax_rate
from ..wording.billing.price_words import price_name, price_text
from ..wording.text import Wording, joined, translate

UNIT = "unit"
"""The item whose amount is for one unit."""


@dataclass(frozen=True)
class Ways:
    """What the lines of a draft are made of. `span` reads a typed day or month."""

    prices: Sequence[tuple[Price, str]]
    rates: Sequence[TaxRate]
    currency: Callable[[], str]
    span: Callable[[str], tuple[int, int] | None]


class LineEditor(QWidget):
    """One line. A line that comes from a subscription is shown only."""

    def __init__(self, ways: Ways, wording: Wording, line: DraftLine) -> None:
        super().__init__()
        self._ways, self._wording, self._line = ways, wording, line
        self.item, self.rate = ComboBox(), ComboBox()
        self.item.setAccessibleName(translate("Draft", "Item"))
        self.item.addItem(translate("Draft", "Amount"), "")
        self.item.addItem(translate("Draft", "Unit price"), UNIT)
        for price, product in ways.prices:
            text = joined((price_name(price, product), price_text(price, wording)), "  ")
            self.item.addItem(text, price.id)
        if line.price and self.item.findData(line.price) < 0:
            self.item.addItem(line.price, line.price)
        let_shrink(self.item)
        self.description = TextField(line.description)
        self.description.setAccessibleName(translate("Draft", "Description"))
        self.description.setPlaceholderText(translate("Draft", "Description"))
        stated = line.amount or line.unit
        self.amount = TextField(str(stated.major) if stated else "")
        self.amount.setAccessibleName(translate("Draft", "Amount"))
        self.amount.setPlaceholderText(translate("Draft", "Amount"))
        self.quantity = SpinBox(minimum=1, maximum=MOST_QUANTITY, value=line.quantity)
        self.quantity.setAccessibleName(translate("Draft", "Quantity"))
        self.rate.setAccessibleName(translate("Draft", "Tax rate"))
        self.rate.addItem(translate("Draft", "No tax rate"), "")
        for rate in ways.rates:
            self.rate.addItem(_rate_text(rate), rate.id)
        held = " ".join(line.rates)
        if self.rate.findData(held) < 0:
            self.rate.addItem(joined(line.rates), held)
        self.rate.setCurrentIndex(self.rate.findData(held))
        let_shrink(self.rate)
        self.period = TextField(self._period_text())
        self.period.setAccessibleName(translate("Draft", "Period"))
        self.period.setPlaceholderText(translate("Draft", "Period, such as 2026-12"))
        self.remove = Button("", icon("close"))
        self.remove.setAccessibleName(translate("Draft", "Remove line"))
        set_tip(self.remove, translate("Draft", "Remove line"))
        self.problem = Label(wordWrap=True)
        self.problem.setProperty("problem", True)
        self.problem.hide()
        self._lay_out()
        self.item.setCurrentIndex(max(0, self.item.findData(UNIT if line.unit else line.price)))
        self.item.currentIndexChanged.connect(self._chosen)
        self._chosen()
        for field in (self.item, self.description, self.amount, self.quantity, self.rate, self.period, self.remove):
            field.setEnabled(not line.fixed)
        if line.fixed:
            fixed = translate("Draft", "Comes from the subscription and cannot be changed here.")
            self.show_problem("")
            set_tip(self, fixed)

    def _lay_out(self) -> None:
        above, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (above, below):
            row.setSpacing(SMALL)
        above.addWidget(self.description, 3)
        above.addWidget(self.amount, 1)
        above.addWidget(self.quantity, 1)
        above.addWidget(self.remove)
        below.addWidget(self.item, 2)
        below.addWidget(self.rate, 1)
        below.addWidget(self.period, 1)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(above)
        column.addLayout(below)
        column.addWidget(self.problem)

    def _period_text(self) -> str:
        if self._line.period is None:
            return ""
        return self._wording.days(*self._line.period)

    def _chosen(self) -> None:
        way = str(self.item.currentData() or "")
        name = translate("Draft", "Unit price") if way == UNIT else translate("Draft", "Amount")
        self.amount.setAccessibleName(name)
        self.amount.setPlaceholderText(name)
        self.amount.setVisible(way in ("", UNIT))
        self.quantity.setVisible(bool(way))

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into a new line, which is then left out."""
        typed = self.description.text().strip() or self.amount.text().strip() or self.item.currentData()
        return not self._line.id and not typed

    def read(self) -> DraftLine | None:
        """None if something cannot be read; it is said below the line."""
        if self._line.fixed:
            return self._line
        self.show_problem("")
        period = self._line.period
        if self.period.text().strip() != self._period_text():
            text = self.period.text().strip()
            span = self._ways.span(text) if text else None
            period = (span[0], span[1] - 1) if span else None  # Stripe's end is inclusive
            if text and period is None:
                self.show_problem(translate("Draft", "Enter a month such as 2026-12 or a day such as 2026-12-24."))
                return None
        way, amount = str(self.item.currentData() or ""), None
        if way in ("", UNIT):
            amount = self._amount()
            if amount is None:
                return None
        return replace(
            self._line,
            description=self.description.text().strip(),
            amount=None if way else amount,
            price="" if way == UNIT else way,
            unit=amount if way == UNIT else None,
            quantity=self.quantity.value() if way else 1,
            rates=tuple(str(self.rate.currentData()).split()),
            period=period,
        )

    def _amount(self) -> Money | None:
        currency = self._ways.currency()
        try:
            return parse(self.amount.text(), currency)
        except AmountError as error:
            self.show_problem(amount_problem(error, currency))
            return None


class LinesEditor(QWidget):
    changed = Signal()

    def __init__(self, ways: Ways, wording: Wording, lines: Sequence[DraftLine]) -> None:
        super().__init__()
        self._ways, self._wording = ways, wording
        self.lines: list[LineEditor] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self.more = Button(translate("Draft", "Add line"), icon("add"))
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._another)
        self._layout.addWidget(self.more)
        for line in lines or [DraftLine()]:
            self._add(line)

    def _another(self) -> None:
        self._add(DraftLine())
        self.lines[-1].description.setFocus()

    def _add(self, line: DraftLine) -> None:
        editor = LineEditor(self._ways, self._wording, line)
        editor.remove.clicked.connect(lambda: self._remove(editor))
        self.lines.append(editor)
        self._layout.insertWidget(len(self.lines) - 1, editor)
        self._refresh()

    def _remove(self, editor: LineEditor) -> None:
        self.lines.remove(editor)
        editor.hide()
        editor.deleteLater()
        self._refresh()

    def _refresh(self) -> None:
        self.more.setEnabled(len(self.lines) < MOST_LINES)
        self.changed.emit()

    def read(self) -> tuple[DraftLine, ...] | None:
        """None if a line cannot be read."""
        found = [line.read() for line in self.lines if not line.is_empty]
        return None if None in found else tuple(line for line in found if line is not None)

    def show_problem(self, number: int, text: str) -> None:
        """Beneath a line, counted without empty ones."""
        kept = [line for line in self.lines if not line.is_empty]
        if number < len(kept):
            kept[number].show_problem(text)


def _rate_text(rate: TaxRate) -> str:
    kind = translate("Draft", "included") if rate.inclusive else ""
    return joined((tax_rate(rate), kind), " ")
