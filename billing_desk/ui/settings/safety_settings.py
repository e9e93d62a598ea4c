"""The safety settings: when the desk locks, when it becomes view-only, and the ceilings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.money import Money
from ...domain.typed_amount import AmountError, parse
from ...domain.writes.safety_limits import Ceilings, SafetyLimits
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, ComboBox, SpinBox
from ..widgets.theme import MEDIUM
from ..wording.text import translate


class SafetySettings(QWidget):
    def __init__(self, now: SafetyLimits) -> None:
        super().__init__()
        self._now = now
        minutes = translate("Settings", " min")
        self.lock = SpinBox(minimum=0, maximum=240, value=now.lock_after // 60, suffix=minutes)
        self.lock.setSpecialValueText(translate("Settings", "Never"))
        self.armed = SpinBox(minimum=1, maximum=60, value=now.armed_for // 60, suffix=minutes)
        self.writes = SpinBox(minimum=1, maximum=1_000_000, value=now.ceilings.writes_an_hour)
        self.one_write = TextField(_text(now.ceilings.one_write))
        self.one_hour = TextField(_text(now.ceilings.one_hour))
        self.note = CheckBox(translate("Settings", "Also save reason and ticket in Stripe metadata"))
        self.note.setChecked(now.note_at_stripe)
        self.prepaid = ComboBox()
        for text, remove, refuse in (
            (translate("Settings", "Reject and remove automatically when changes are allowed"), True, True),
            (translate("Settings", "Reject and notify; an operator removes the card"), False, True),
            (translate("Settings", "Review by an operator"), False, False),
        ):
            self.prepaid.addItem(text, (remove, refuse))
        self.prepaid.setCurrentIndex(0 if now.remove_prepaid else 1 if now.refuse_prepaid else 2)
        hint = translate(
            "Settings",
            "For example JPY 500000, USD 5000. Other currencies: 10,000, or 1,000,000 for zero-decimal currencies.",
        )
        self._one_write = FormRow(translate("Settings", "Maximum amount per change"), self.one_write, hint)
        hint = translate("Settings", "Other currencies: 50,000, or 5,000,000 for zero-decimal currencies.")
        self._one_hour = FormRow(translate("Settings", "Maximum amount per hour"), self.one_hour, hint)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(MEDIUM)
        grid.addWidget(FormRow(translate("Settings", "Lock after inactivity"), self.lock), 0, 0)
        grid.addWidget(FormRow(translate("Settings", "Allow changes in live mode for"), self.armed), 0, 1)
        grid.addWidget(FormRow(translate("Settings", "Maximum changes per hour"), self.writes), 0, 2)
        grid.addWidget(self._one_write, 1, 0, 1, 3)
        grid.addWidget(self._one_hour, 2, 0, 1, 3)
        grid.addWidget(self.note, 3, 0, 1, 3)
        grid.addWidget(FormRow(translate("Settings", "Prepaid cards"), self.prepaid), 4, 0, 1, 3)

    def wrong(self) -> list[FormRow]:
        """Rows with invalid values; each row shows its problem."""
        found_wrong: list[FormRow] = []
        for row, field in ((self._one_write, self.one_write), (self._one_hour, self.one_hour)):
            found = amounts(field.text())
            row.show_problem("" if found is not None else translate("Settings", "Enter amounts such as JPY 500000."))
            if found is None:
                found_wrong.append(row)
        return found_wrong

    @property
    def rules(self) -> SafetyLimits:
        remove, refuse = self.prepaid.currentData()
        return replace(
            self._now,
            lock_after=self.lock.value() * 60,
            armed_for=self.armed.value() * 60,
            note_at_stripe=self.note.isChecked(),
            refuse_prepaid=refuse,
            remove_prepaid=remove,
            ceilings=Ceilings(
                amounts(self.one_write.text()) or {}, amounts(self.one_hour.text()) or {}, self.writes.value()
            ),
        )


def amounts(text: str) -> dict[str, int] | None:
    """ "JPY 500000, USD 5,000.00" as minor units by currency; None if it cannot be read."""
    found: dict[str, int] = {}
    for part in text.replace("、", ", ").split(", "):
        if not part.strip():
            continue
        code, _, amount = part.strip().partition(" ")
        if len(code) != 3 or not code.isascii() or not code.isalpha():
            return None
        try:
            money = parse(amount.rstrip(","), code.lower())
        except AmountError:
            return None
        if money.amount <= 0:
            return None
        found[money.currency] = money.amount
    return found


def _text(by_currency: Mapping[str, int]) -> str:
    return ", ".join(f"{code.upper()} {Money(amount, code).major}" for code, amount in by_currency.items())
