"""The header of the Subscriptions tab: revenue, paying subscriptions, and what changed by month (collapsible)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.money import Money
from ...domain.revenue import MonthRevenue, Part
from ...services.desk_services import SubscriptionServices
from ..charts.stacked import Stack, StackedBars
from ..widgets.context import Context
from ..widgets.plain import Button, ComboBox, Label, set_tip
from ..widgets.theme import MEDIUM, SMALL, colors
from ..wording.billing.revenue_words import definition, month_name, part_sentence
from ..wording.text import joined, translate

SOON = 1_000
"""Milliseconds after a change until the chart is drawn again."""
OPEN = "revenue_chart"
"""The preference that says whether the chart is shown."""
FIELDS = {Part.NEW: "new", Part.EXPANSION: "expanded", Part.CONTRACTION: "contracted", Part.CHURN: "churned"}
"""The filter fields for the subscriptions behind a part."""
_TONES = {Part.NEW: "good", Part.EXPANSION: "info", Part.CONTRACTION: "warn", Part.CHURN: "bad"}


class RevenueHeader(QWidget):
    """`filter_to` is called with a filter for the subscriptions behind a chosen part of a bar."""

    def __init__(self, context: Context[SubscriptionServices], filter_to: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._filter_to = context, filter_to
        self.jobs = context.jobs(self)
        self.months: list[MonthRevenue] = []
        self.currency, self.figures, self.said = ComboBox(), Label(), Label()
        self.currency.setAccessibleName(translate("Revenue", "Currency"))
        self.figures.setProperty("strong", True)
        self.said.setProperty("dim", True)
        self.toggle = Button()
        self.toggle.setProperty("link", True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        for widget in (self.figures, self.currency, self.said):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.toggle)
        self.chart = StackedBars({part: colors().tones[_TONES[part]][1] for part in Part})
        set_tip(self.chart, definition())
        set_tip(self.figures, definition())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(row)
        layout.addWidget(self.chart)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._reload)
        self.currency.currentIndexChanged.connect(self._show)
        self.toggle.clicked.connect(self._toggled)
        self.chart.chosen.connect(self._chosen)
        self.chart.marked.connect(self._marked)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self.destroyed.connect(self.chart.release)
        self._open(opened=bool(context.preferences.get(OPEN)))
        self._reload()

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.SUBSCRIPTION and not self._soon.isActive():
            self._soon.start()

    def _reload(self) -> None:
        self.jobs.newest("revenue", self._load())

    async def _load(self) -> None:
        self.months = await self._context.services.revenue.months(self._context.wording.zone)
        codes = sorted({month.currency for month in self.months}, key=self._closing, reverse=True)
        held = self.currency.currentData()
        self.currency.blockSignals(True)
        self.currency.clear()
        for code in codes:
            self.currency.addItem(code.upper(), code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(held)))
        self.currency.blockSignals(False)
        self.currency.setVisible(len(codes) > 1)
        self._show()

    def _closing(self, currency: str) -> int:
        mine = [month for month in self.months if month.currency == currency]
        return mine[-1].active if mine else 0

    @property
    def shown(self) -> list[MonthRevenue]:
        """The months in the chosen currency."""
        return [month for month in self.months if month.currency == self.currency.currentData()]

    def _show(self) -> None:
        months, wording = self.shown, self._context.wording
        if not months:
            self.figures.setText(translate("Revenue", "No recurring revenue yet"))
            self.chart.show_stacks((), "")
            return
        last = months[-1]
        text = translate("Revenue", "{amount} monthly revenue · %n paying subscription(s)", "", last.active)
        self.figures.setText(text.format(amount=wording.money(Money(last.closing, last.currency))))
        stacks = [
            Stack(
                month_name(month.start, wording),
                tuple((part, float(Money(month.parts.get(part, 0), month.currency).major)) for part in Part),
            )
            for month in months
        ]
        words = joined((part_sentence(month, part, wording) for month in months for part in month.parts), "; ")
        self.chart.show_stacks(stacks, translate("Revenue", "Changes by month: {list}").format(list=words))

    def _toggled(self) -> None:
        opened = self.chart.isHidden()
        self._context.preferences.put(OPEN, opened)
        self._open(opened=opened)

    def _open(self, *, opened: bool) -> None:
        self.chart.setVisible(opened)
        self.said.setVisible(opened)
        self.toggle.setText(translate("Revenue", "Hide chart") if opened else translate("Revenue", "Show chart"))

    def _marked(self, place: int, part: str) -> None:
        self.said.setText(part_sentence(self.shown[place], Part(part), self._context.wording))

    def _chosen(self, place: int, part: str) -> None:
        """Filter the table to exactly the subscriptions behind the part."""
        month = self.shown[place]
        self._marked(place, part)
        name = month_name(month.start, self._context.wording)
        self._filter_to(f"{FIELDS[Part(part)]}:{name} currency:{month.currency}")
