"""Edits the items of a subscription: plans and quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.catalog.plan import Price
from ...domain.writes.new_subscription import MOST_ITEMS, MOST_QUANTITY
from ...domain.writes.subscription_change import ItemEdit
from ..widgets.fields import complete_anywhere
from ..widgets.icons import icon
from ..widgets.plain import Button, ComboBox, Label, SpinBox, let_shrink, set_tip
from ..widgets.theme import SMALL
from ..wording.billing.price_words import price_name, price_text
from ..wording.text import Wording, joined, translate


@dataclass(frozen=True)
class Offered:
    """A price to choose, with the name of its product."""

    price: Price
    product: str


class ItemLine(QWidget):
    """One plan with its quantity; metered plans have none. `item_id` is "" for a new one."""

    changed = Signal()

    def __init__(self, offered: Sequence[Offered], wording: Wording, edit: ItemEdit) -> None:
        super().__init__()
        self.item_id, self._prices = edit.id, {each.price.id: each.price for each in offered}
        self.plan = ComboBox()
        self.plan.setAccessibleName(translate("Items", "Plan"))
        for each in offered:
            text = joined((price_name(each.price, each.product), price_text(each.price, wording)), "  ")
            self.plan.addItem(text, each.price.id)
        let_shrink(self.plan)
        complete_anywhere(self.plan)
        line = self.plan.lineEdit()
        assert line is not None
        line.setPlaceholderText(translate("Items", "Type a part of the plan's name"))
        line.textEdited.connect(self._typed)
        line.editingFinished.connect(self._settle)
        self._place = self.plan.findData(edit.price) if edit.price else -1
        self.plan.setCurrentIndex(self._place)
        self.quantity = SpinBox(minimum=0, maximum=MOST_QUANTITY, value=1 if edit.quantity is None else edit.quantity)
        self.quantity.setAccessibleName(translate("Items", "Quantity"))
        self.quantity.setFixedWidth(96)
        self.metered = Label(translate("Items", "by usage"))
        self.metered.setProperty("dim", True)
        self.remove = Button("", icon("close"))
        self.remove.setAccessibleName(translate("Items", "Remove plan"))
        set_tip(self.remove, translate("Items", "Remove plan"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.plan, 1)
        row.addWidget(self.quantity)
        row.addWidget(self.metered)
        row.addWidget(self.remove)
        self.plan.currentIndexChanged.connect(self._choose)
        self.quantity.valueChanged.connect(self.changed)
        self._chosen()

    def _typed(self, text: str) -> None:
        """A part of a name means the first plan that has it, as a whole word if there is one."""
        text = text.casefold().strip()
        texts = [self.plan.itemText(place).casefold() for place in range(self.plan.count())]
        found = [place for place, each in enumerate(texts) if text and text in each]
        whole_word = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        best = next((place for place in found if whole_word.search(texts[place])), found[0] if found else -1)
        self._choose(best)

    def _settle(self) -> None:
        """Show the plan that was meant."""
        if self._place >= 0:
            self.plan.setCurrentIndex(self._place)
            self.plan.setEditText(self.plan.itemText(self._place))

    def _choose(self, place: int) -> None:
        self._place = place
        self._chosen()

    def _chosen(self) -> None:
        price = self.price
        metered = price is not None and price.is_metered
        self.quantity.setVisible(not metered)
        self.metered.setVisible(metered)
        self.changed.emit()

    @property
    def price(self) -> Price | None:
        return self._prices.get(str(self.plan.itemData(self._place) or "")) if self._place >= 0 else None

    @property
    def edit(self) -> ItemEdit | None:
        """None while no plan is chosen."""
        price = self.price
        if price is None:
            return None
        return ItemEdit(self.item_id, price.id, None if price.is_metered else self.quantity.value())


class ItemsEditor(QWidget):
    """Lines of plans; the last line cannot be removed."""

    changed = Signal()

    def __init__(self, offered: Sequence[Offered], wording: Wording, edits: Sequence[ItemEdit]) -> None:
        super().__init__()
        self._offered, self._wording = offered, wording
        self._lines: list[ItemLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SMALL)
        self.more = Button(translate("Items", "Add plan"), icon("add"))
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._another)
        self._layout.addWidget(self.more)
        for edit in edits or [ItemEdit("", "", None)]:
            self._add(edit)

    def _another(self) -> None:
        self._add(ItemEdit("", "", None))
        self._lines[-1].plan.setFocus()

    def _add(self, edit: ItemEdit) -> None:
        line = ItemLine(self._offered, self._wording, edit)
        line.changed.connect(self.changed)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._layout.insertWidget(len(self._lines) - 1, line)
        self._refresh()

    def _remove(self, line: ItemLine) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self._refresh()

    def _refresh(self) -> None:
        for line in self._lines:
            line.remove.setVisible(len(self._lines) > 1)
        self.more.setEnabled(len(self._lines) < MOST_ITEMS)
        self.changed.emit()

    @property
    def lines(self) -> list[ItemLine]:
        return self._lines

    @property
    def first(self) -> QWidget:
        return self._lines[0].plan

    @property
    def edits(self) -> list[ItemEdit]:
        """The chosen items; lines without a plan are left out."""
        return [edit for line in self._lines if (edit := line.edit) is not None]
