"""The fields of a price's amount: per unit, packages or tiers, other currencies, and what a quantity costs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.catalog.new_price import MOST_TIERS, NewPrice, Scheme, minor
from ...domain.catalog.plan import Packs, Tier
from ...domain.catalog.price_amount import price_amount
from ...domain.money import CURRENCIES
from ...domain.typed_amount import AmountError, number_without_currency, parse
from ..widgets.fields import FormRow, TextField, complete_anywhere
from ..widgets.icons import icon
from ..widgets.plain import Button, ComboBox, Label, SpinBox
from ..widgets.theme import MEDIUM, SMALL, TIGHT
from ..wording.amounts import amount_problem
from ..wording.billing.price_words import scheme
from ..wording.text import Wording, translate

MOST_UNITS = 999_999_999


def typed_minor(text: str, currency: str) -> Decimal | None:
    """A typed amount in minor units; fractions of the minor unit are kept, because prices may have them. None for no
    text. Raises AmountError."""
    text = text.strip()
    if not text:
        return None
    try:
        return Decimal(parse(text, currency).amount)
    except AmountError as error:
        if error.reason != "too_precise":
            raise
    return minor(number_without_currency(text), currency)


def currency_box(first: str) -> ComboBox:
    box = ComboBox()
    for code in dict.fromkeys((first, *CURRENCIES)):
        box.addItem(code.upper(), code)
    complete_anywhere(box)
    return box


class _TierLine(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.up_to, self.unit, self.flat = TextField(), TextField(), TextField()
        for field, name in (
            (self.up_to, translate("Tiers", "Up to")),
            (self.unit, translate("Tiers", "Per unit")),
            (self.flat, translate("Tiers", "Flat fee")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.textEdited.connect(self.changed)
        self.remove = Button("", icon("close"))
        self.remove.setAccessibleName(translate("Tiers", "Remove tier"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.up_to, self.unit, self.flat):
            row.addWidget(widget, 1)
        row.addWidget(self.remove)

    def read(self, currency: str) -> Tier:
        """Raises AmountError and ValueError."""
        text = self.up_to.text().strip().replace(",", "")
        end = None if text in ("", "∞", "inf") else int(text)
        return Tier(end, typed_minor(self.unit.text(), currency), typed_minor(self.flat.text(), currency))


class TierEditor(QWidget):
    """Tiers one below the other; the last one has no end."""

    changed = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__()
        self.currency = currency
        self.lines: list[_TierLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        hint = Label(translate("Tiers", "Last unit of the tier (empty: no end) · price per unit · flat fee"))
        hint.setProperty("dim", True)
        self._layout.addWidget(hint)
        self.more = Button(translate("Tiers", "Add tier"), icon("add"))
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._another)
        self._layout.addWidget(self.more)
        for _ in range(2):
            self._another()

    def _another(self) -> None:
        line = _TierLine()
        line.changed.connect(self.changed)
        line.remove.clicked.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._layout.insertWidget(len(self.lines), line)
        self.more.setEnabled(len(self.lines) < MOST_TIERS)
        self.changed.emit()

    def _remove(self, line: _TierLine) -> None:
        if len(self.lines) > 1:
            self.lines.remove(line)
            line.hide()
            line.deleteLater()
            self.changed.emit()

    def show_tiers(self, tiers: Sequence[Tier]) -> None:
        """Fill in existing tiers, to make another price from them."""
        while len(self.lines) < len(tiers):
            self._another()
        for line, tier in zip(self.lines, tiers, strict=False):
            line.up_to.setText("" if tier.up_to is None else str(tier.up_to))
            line.unit.setText("" if tier.unit is None else plain_amount(tier.unit, self.currency))
            line.flat.setText("" if tier.flat is None else plain_amount(tier.flat, self.currency))

    def read(self) -> tuple[Tier, ...]:
        """Raises AmountError, and ValueError for an end that is no whole number."""
        return tuple(line.read(self.currency) for line in self.lines)


def plain_amount(amount: Decimal, currency: str) -> str:
    """Minor units as text that can be typed."""
    return format((amount / minor(Decimal(1), currency)).normalize(), "f")


class OtherCurrencies(QWidget):
    """Amounts of the same price in other currencies."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[ComboBox, TextField]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self.more = Button(translate("Plans", "Add currency"), icon("add"))
        self.more.setProperty("link", True)
        self.more.clicked.connect(lambda: self.add(""))
        self._layout.addWidget(self.more)

    def add(self, currency: str, amount: str = "") -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        box, field = currency_box(currency or "usd"), TextField(amount)
        box.setAccessibleName(translate("Plans", "Currency"))
        field.setAccessibleName(translate("Plans", "Amount"))
        remove = Button("", icon("close"))
        remove.setAccessibleName(translate("Plans", "Remove currency"))
        row.addWidget(box, 1)
        row.addWidget(field, 1)
        row.addWidget(remove)
        line = (box, field)
        self.lines.append(line)
        self._layout.insertWidget(len(self.lines) - 1, holder)
        field.textEdited.connect(self.changed)

        def drop() -> None:
            self.lines.remove(line)
            holder.hide()
            holder.deleteLater()
            self.changed.emit()

        remove.clicked.connect(drop)
        field.setFocus()

    def read(self) -> dict[str, Decimal]:
        """Raises AmountError; an empty amount is an error too."""
        found: dict[str, Decimal] = {}
        for box, field in self.lines:
            code = str(box.currentData())
            amount = typed_minor(field.text(), code)
            if amount is None:
                raise AmountError("not_a_number")
            found[code] = amount
        return found


class AmountFields(QWidget):
    """`currency` may change until the form is confirmed."""

    changed = Signal()

    def __init__(self, wording: Wording, currency: str) -> None:
        super().__init__()
        self._wording, self._currency = wording, currency
        self.scheme, self.amount = ComboBox(), TextField()
        for kind in Scheme:
            self.scheme.addItem(scheme(kind), kind)
        self.pack_size = SpinBox(minimum=2, maximum=MOST_UNITS, value=100)
        self.rounding = ComboBox()
        self.rounding.addItem(translate("Plans", "Round up to whole packages"), "up")
        self.rounding.addItem(translate("Plans", "Round down to whole packages"), "down")
        self.tiers = TierEditor(currency)
        self.units = SpinBox(minimum=0, maximum=MOST_UNITS, value=250)
        self.cost = Label(wordWrap=True)
        self.cost.setProperty("strong", True)
        self._amount = FormRow(translate("Plans", "Price"), self.amount)
        self._size = FormRow(translate("Plans", "Units in a package"), self.pack_size)
        self._rounding = FormRow(translate("Plans", "Rounding"), self.rounding)
        self._tiers = FormRow(translate("Plans", "Tiers"), self.tiers)
        self._lay_out()
        for box in (self.scheme, self.rounding):
            box.currentIndexChanged.connect(self._edited)
        for spin in (self.pack_size, self.units):
            spin.valueChanged.connect(self._edited)
        self.amount.textEdited.connect(self._edited)
        self.tiers.changed.connect(self._edited)
        self._edited()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(TIGHT)
        grid.addWidget(FormRow(translate("Plans", "Pricing"), self.scheme), 0, 0)
        grid.addWidget(self._amount, 0, 1)
        grid.addWidget(self._size, 1, 0)
        grid.addWidget(self._rounding, 1, 1)
        grid.addWidget(self._tiers, 2, 0, 1, 2)
        grid.addWidget(FormRow(translate("Plans", "Calculator: units"), self.units), 3, 0)
        grid.addWidget(self.cost, 3, 1)

    def use_currency(self, currency: str) -> None:
        self._currency = self.tiers.currency = currency
        self._edited()

    @property
    def kind(self) -> Scheme:
        return Scheme(self.scheme.currentData())

    def _edited(self) -> None:
        self._amount.setVisible(not self.kind.is_tiered)
        self._size.setVisible(self.kind is Scheme.PACKAGE)
        self._rounding.setVisible(self.kind is Scheme.PACKAGE)
        self._tiers.setVisible(self.kind.is_tiered)
        self.changed.emit()

    @property
    def is_typed(self) -> bool:
        """Whether there is an amount to calculate with."""
        if self.kind.is_tiered:
            return any(line.unit.text().strip() or line.flat.text().strip() for line in self.tiers.lines)
        return bool(self.amount.text().strip())

    @property
    def packs(self) -> Packs | None:
        return (
            Packs(self.pack_size.value(), self.rounding.currentData() == "up") if self.kind is Scheme.PACKAGE else None
        )

    def read(self) -> tuple[Decimal | None, tuple[Tier, ...]] | None:
        """Amount and tiers; None if something cannot be read, which is then shown."""
        self._amount.show_problem("")
        self._tiers.show_problem("")
        try:
            if self.kind.is_tiered:
                return None, self.tiers.read()
            return typed_minor(self.amount.text(), self._currency), ()
        except AmountError as error:
            row = self._tiers if self.kind.is_tiered else self._amount
            row.show_problem(amount_problem(error, self._currency))
        except ValueError:
            self._tiers.show_problem(translate("Tiers", "The end of a tier must be a whole number."))
        return None

    def show_cost(self, new: NewPrice) -> None:
        """What the units in the calculator cost."""
        amount = price_amount(new.as_price, self.units.value()) if new.tiers or new.amount is not None else None
        text = translate("Plans", "{count} units cost {amount}")
        count = self._wording.number(self.units.value())
        self.cost.setText(text.format(count=count, amount=self._wording.money(amount)) if amount else "")

    def show_problem(self, field: str, text: str) -> None:
        rows = {"amount": self._amount, "tiers": self._tiers, "packs": self._size}
        rows[field].show_problem(text)
