"""The worklist: what asks for attention, until anyone has handled it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.changes import Change
from ...domain.events.attention import AttentionItem, AttentionKind
from ...services.desk_services import ActivityServices
from ...services.events.attention import CONCERNS, Listed
from ..widgets.context import Context
from ..widgets.plain import Button, CheckBox, ComboBox, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import DETAIL_ROW, SMALL
from ..wording.events import attention_words
from ..wording.text import Wording, translate


class AttentionTab(QWidget):
    counted = Signal(int)
    """How many entries are open."""
    webhooks_asked = Signal()

    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        self._all: list[Listed] = []
        self._shown: list[Listed] = []
        titles = [
            translate("Attention", "Kind"),
            translate("Activity", "Customer"),
            translate("Attention", "Amount"),
            translate("Attention", "What to know"),
            translate("Attention", "Since"),
            translate("Attention", "Handled"),
        ]
        self.table = table(translate("Attention", "Attention"), titles, (140, 150, 100, 0, 125, 130), stretch=3)
        self.kind = ComboBox()
        self.kind.setAccessibleName(translate("Attention", "Kind"))
        self.kind.addItem(translate("Attention", "All kinds"), None)
        for which in AttentionKind:
            self.kind.addItem(attention_words.kind(which), which)
        self.kind.currentIndexChanged.connect(self._show)
        self.detail = Label(wordWrap=True)
        self.detail.setMinimumHeight(2 * DETAIL_ROW)
        self.empty = Label(translate("Attention", "Nothing needs attention."))
        self.empty.setProperty("dim", True)
        self.with_handled = CheckBox(translate("Attention", "Show handled"))
        self.with_handled.toggled.connect(self._show)
        self.open = Button(translate("Attention", "Open"))
        self.mark = Button(translate("Attention", "Mark as handled"))
        self.unmark = Button(translate("Attention", "Not handled"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        layout.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        row = QHBoxLayout()
        row.addWidget(self.with_handled)
        row.addStretch(1)
        for button, press in ((self.unmark, self._unmark), (self.mark, self._mark), (self.open, self._open)):
            button.clicked.connect(press)
            row.addWidget(button)
        layout.addLayout(row)
        self.table.itemSelectionChanged.connect(self._chosen_changed)
        self.table.doubleClicked.connect(self._open)
        self._chosen_changed()
        self.load()

    def changed(self, change: Change) -> None:
        if change.kind in CONCERNS:
            self.load()

    def load(self) -> None:
        self.jobs.newest("load", self._load())

    async def _load(self) -> None:
        self._all = await self.context.services.attention.all()
        self._show()
        self.counted.emit(sum(each.is_open for each in self._all))

    def _show(self) -> None:
        before = self.chosen
        which, handled = self.kind.currentData(), self.with_handled.isChecked()
        self._shown = [each for each in self._all if (each.is_open or handled) and which in (None, each.item.kind)]
        self.table.setColumnHidden(HANDLED, not handled)
        fill(self.table, [_row(each, self.context.wording) for each in self._shown], right=(2,))
        self.empty.setVisible(not self._shown)
        keys = [each.item.key for each in self._shown]
        if before is not None and before.item.key in keys:
            self.table.selectRow(keys.index(before.item.key))
        elif self._shown:
            self.table.selectRow(min(max(self.table.currentRow(), 0), len(keys) - 1))
        self._chosen_changed()

    @property
    def chosen(self) -> Listed | None:
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _chosen_changed(self) -> None:
        each = self.chosen
        self.detail.setText(attention_words.whole(each.item, self.context.wording) if each else "")
        self.open.setEnabled(each is not None and _target(each.item) is not None)
        self.mark.setEnabled(each is not None and each.is_open)
        self.unmark.setVisible(self.with_handled.isChecked())
        self.unmark.setEnabled(each is not None and not each.is_open)

    def _mark(self) -> None:
        if (each := self.chosen) is not None and each.is_open:
            self.jobs.alone("mark", self.context.services.attention.mark(each.item))

    def _unmark(self) -> None:
        if (each := self.chosen) is not None and not each.is_open:
            self.jobs.alone("mark", self.context.services.attention.unmark(each.item))

    def _open(self) -> None:
        if (each := self.chosen) is None or (target := _target(each.item)) is None:
            return
        if target == WEBHOOKS:
            self.webhooks_asked.emit()
            return
        self.window().close()
        if each.item.kind is AttentionKind.METER_ERROR:
            self.context.act("usage_rejected", "")
        else:
            self.context.open_object(*target)


WEBHOOKS = ("webhooks", "")
HANDLED = 5
"""The column that says who has handled it."""


def _target(item: AttentionItem) -> tuple[str, str] | None:
    """Where it can be handled; rejected usage and webhooks have their own lists."""
    if item.kind is AttentionKind.WEBHOOK_FAILING:
        return WEBHOOKS
    return item.subject or (("meter", "") if item.kind is AttentionKind.METER_ERROR else None)


def _row(each: Listed, wording: Wording) -> list[str]:
    item = each.item
    handled = translate("Attention", "{who}, {at}").format(who=each.handled_by, at=wording.moment(each.handled_at))
    return [
        attention_words.kind(item.kind),
        item.name,
        wording.money(item.amount) if item.amount else "",
        attention_words.sentence(item, wording),
        wording.moment(item.since),
        "" if each.is_open else handled,
    ]
