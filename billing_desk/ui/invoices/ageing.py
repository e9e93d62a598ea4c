"""The header of the Invoices tab: what is overdue, by age and currency, as amounts with bars (collapsible)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.invoices.ageing import BOUNDS, Bucket
from ...domain.money import Money
from ...services.desk_services import InvoiceServices
from ..charts.share import ShareBar
from ..widgets.context import Context
from ..widgets.plain import Button, Label, set_tip
from ..widgets.theme import MEDIUM, SMALL, TIGHT
from ..wording.text import joined, translate

SOON = 1_500
"""Milliseconds after a change until the sums are read again."""
OPEN = "ageing"
"""The preference that says whether the table is shown."""


def age(place: int) -> str:
    low, high = BOUNDS[place]
    if high is None:
        return translate("Ageing", "More than {days} days").format(days=low - 1)
    return translate("Ageing", "{low}–{high} days").format(low=low, high=high)


class AgeingHeader(QWidget):
    """`filter_to` is called with a filter for the invoices of a chosen bucket."""

    def __init__(self, context: Context[InvoiceServices], filter_to: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._filter_to = context, filter_to
        self.jobs = context.jobs(self)
        self.buckets: list[Bucket] = []
        self.total, self.toggle, self.inside = Label(), Button(), QWidget()
        self.total.setProperty("strong", True)
        self.toggle.setProperty("link", True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.total)
        row.addStretch(1)
        row.addWidget(self.toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(row)
        layout.addWidget(self.inside)
        self._grid = QGridLayout(self.inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(TIGHT)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._reload)
        self.toggle.clicked.connect(self._toggled)
        self.destroyed.connect(context.services.changes.subscribe(self._changed))
        self._open(opened=bool(context.preferences.get(OPEN)))
        self._reload()

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.INVOICE and not self._soon.isActive():
            self._soon.start()

    def _reload(self) -> None:
        self.jobs.newest("ageing", self._load())

    async def _load(self) -> None:
        self.buckets = await self._context.services.month_end.ageing()
        self._show()

    def _show(self) -> None:
        money, sums = self._context.wording.money, dict[str, int]()
        for bucket in self.buckets:
            sums[bucket.currency] = sums.get(bucket.currency, 0) + bucket.amount
        codes = sorted(sums, key=lambda code: -sums[code])
        text = joined([money(Money(sums[code], code)) for code in codes], "  ")
        overdue = translate("Ageing", "Overdue {amounts}").format(amounts=text)
        self.total.setText(overdue if codes else translate("Ageing", "Nothing is overdue"))
        self.toggle.setVisible(bool(codes))
        while (entry := self._grid.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place in range(len(BOUNDS)):
            title = Label(age(place))
            title.setProperty("dim", True)
            self._grid.addWidget(title, 0, place + 1)
            self._grid.setColumnStretch(place + 1, 1)
        held = {(bucket.currency, bucket.place): bucket for bucket in self.buckets}
        for line, code in enumerate(codes):
            self._grid.addWidget(Label(code.upper()), 1 + 2 * line, 0)
            for place in range(len(BOUNDS)):
                if (found := held.get((code, place))) is not None:
                    self._cell(found, 1 + 2 * line, found.amount / max(1, sums[code]))

    def _cell(self, bucket: Bucket, line: int, share: float) -> None:
        amount = self._context.wording.money(Money(bucket.amount, bucket.currency))
        text = translate("Ageing", "{amount} · %n invoice(s)", "", bucket.count).format(amount=amount)
        button = Button(text)
        button.setProperty("link", True)
        button.setAccessibleName(joined((bucket.currency.upper(), age(bucket.place), text)))
        set_tip(button, translate("Ageing", "List these invoices"))
        button.clicked.connect(partial(self._chosen, bucket))
        self._grid.addWidget(button, line, bucket.place + 1)
        self._grid.addWidget(ShareBar(share), line + 1, bucket.place + 1)

    def _chosen(self, bucket: Bucket, *_: object) -> None:
        self._filter_to(bucket.filter)

    def _toggled(self) -> None:
        opened = self.inside.isHidden()
        self._context.preferences.put(OPEN, opened)
        self._open(opened=opened)

    def _open(self, *, opened: bool) -> None:
        self.inside.setVisible(opened)
        self.toggle.setText(translate("Ageing", "Hide ages") if opened else translate("Ageing", "Show ages"))
