"""The event feed: what happened, in words, with before and after, filtered by kind, customer and text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ...domain.changes import Change, ChangeKind
from ...domain.events.kinds import EventKind
from ...services.desk_services import ActivityServices
from ...services.events.feed import PAGE, EventFilter, FeedRow
from ..widgets.context import Context
from ..widgets.fields import TextField
from ..widgets.plain import Button, ComboBox, Label
from ..widgets.simple_table import fill, table
from ..widgets.theme import SMALL
from ..wording import operation_words
from ..wording.events import event_words
from ..wording.text import joined, translate
from .event_fields import shown_value

KINDS = {
    "customer": "customer",
    "subscription": "subscription",
    "invoice": "invoice",
    "payment_method": "card",
    "card": "card",
    "source": "card",
    "price": "price",
    "plan": "price",
    "billing.meter": "meter",
}
"""The tab that shows an object of Stripe's type."""


class EventsTab(QWidget):
    def __init__(self, context: Context[ActivityServices]) -> None:
        super().__init__()
        self.context, self.jobs = context, context.jobs(self)
        self._rows: list[FeedRow] = []
        self._customer = ("", "")
        self.kind = ComboBox()
        self.kind.setAccessibleName(translate("Events", "Kind"))
        for which in (None, *EventKind):
            self.kind.addItem(event_words.kind(which), which)
        self.filter = TextField()
        self.filter.setPlaceholderText(translate("Events", "Search by name, ID, invoice number, or type"))
        self.filter.setAccessibleName(translate("Events", "Search events"))
        self.whose = Button()
        self.whose.hide()
        titles = [
            translate("Activity", "Time"),
            translate("Events", "What happened"),
            translate("Activity", "Customer"),
            translate("Events", "Type"),
        ]
        self.table = table(translate("Events", "Events"), titles, (125, 0, 150, 230), stretch=1)
        field_titles = [
            translate("Events", "Field"),
            translate("Events", "Before"),
            translate("Events", "After"),
        ]
        self.fields = table(translate("Events", "Changes"), field_titles, (260, 260, 0), stretch=2)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.fields)
        split.setSizes([330, 130])
        split.setChildrenCollapsible(False)
        self.note = Label(wordWrap=True)
        self.note.setProperty("dim", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SMALL, 0, 0)
        head = QHBoxLayout()
        for widget, stretch in ((self.kind, 0), (self.filter, 1), (self.whose, 0)):
            head.addWidget(widget, stretch)
        layout.addLayout(head)
        layout.addWidget(split, 1)
        layout.addLayout(self._buttons())
        self.kind.currentIndexChanged.connect(self.load)
        self.filter.textChanged.connect(self.load)
        self.whose.clicked.connect(self._any_customer)
        self.table.itemSelectionChanged.connect(self._chosen_changed)
        self.table.doubleClicked.connect(self._open)
        self.load()

    def _buttons(self) -> QHBoxLayout:
        self.only = Button(translate("Events", "Only this customer"))
        self.open = Button(translate("Events", "Open"))
        self.older = Button(translate("Events", "Show older events"))
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        for button, press in ((self.older, self._show_older), (self.only, self._only), (self.open, self._open)):
            button.clicked.connect(press)
            button.setEnabled(False)
            row.addWidget(button)
        return row

    def changed(self, change: Change) -> None:
        """New events appear at the top; what is chosen stays chosen."""
        if change.kind is ChangeKind.EVENT:
            self.load()

    def show_customer(self, id_: str, name: str) -> None:
        """Only the events of this customer; "" for all."""
        self._customer = (id_, name)
        self.whose.setVisible(bool(id_))
        self.whose.setText(translate("Events", "Only {name} ✕").format(name=name or id_))
        self.load()

    def _any_customer(self) -> None:
        self.show_customer("", "")
        self.table.setFocus()

    def _wanted(self, before: tuple[int, int] | None = None) -> EventFilter:
        return EventFilter(self.kind.currentData(), self._customer[0], self.filter.text().strip(), before)

    def load(self) -> None:
        self.jobs.newest("load", self._load())

    async def _load(self) -> None:
        kept = max(PAGE, len(self._rows)) if self._rows and self._rows[0] else PAGE
        rows = await self.context.services.feed.page(self._wanted())
        while rows and len(rows) < kept and len(rows) % PAGE == 0:
            rows += await self.context.services.feed.page(self._wanted(rows[-1].after))
            if len(rows) % PAGE:
                break
        await self._show(rows)

    def _show_older(self) -> None:
        if self._rows:
            self.jobs.newest("load", self._load_older(self._rows))

    async def _load_older(self, shown: list[FeedRow]) -> None:
        await self._show([*shown, *await self.context.services.feed.page(self._wanted(shown[-1].after))])

    async def _show(self, rows: list[FeedRow]) -> None:
        before, wording = self.chosen, self.context.wording
        more = bool(rows) and len(rows) % PAGE == 0
        self._rows = rows
        cells = [
            [
                wording.moment(row.logged.record.at),
                event_words.sentence(row.logged.record, row.name, wording, row.logged.declined),
                row.name,
                row.logged.record.type,
            ]
            for row in rows
        ]
        fill(self.table, cells)
        if before is not None:
            same = [n for n, row in enumerate(rows) if row.logged.number == before.logged.number]
            self.table.selectRow(same[0]) if same else self.table.clearSelection()
        elif rows:
            self.table.selectRow(0)
        self.older.setEnabled(more)
        self.note.setText(await self._said(empty=not rows))
        self._chosen_changed()

    async def _said(self, *, empty: bool) -> str:
        wording, reach = self.context.wording, await self.context.services.feed.reach()
        if reach.complete_from is None:
            return translate("Events", "Events are read from Stripe when the copy of the account begins.")
        said: list[str] = [translate("Events", "No event fits.")] if empty else []
        since = translate("Events", "Complete since {day}; kept here for two years.")
        said.append(since.format(day=wording.day(reach.complete_from)))
        for first, last in reach.gaps[-1:]:
            gap = translate("Events", "Missing: {days}, when this program was not open; Stripe keeps 30 days.")
            said.append(gap.format(days=wording.days(first, last)))
        return " ".join(said)

    @property
    def chosen(self) -> FeedRow | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _chosen_changed(self) -> None:
        row = self.chosen
        self.only.setEnabled(row is not None and bool(row.logged.record.customer))
        self.open.setEnabled(row is not None and self._target(row) is not None)
        fill(self.fields, self._details(row) if row else [])

    def _details(self, row: FeedRow) -> list[list[str]]:
        record, wording = row.logged.record, self.context.wording
        changes = [
            [
                operation_words.field(change.path),
                shown_value(record, change.path, change.before, wording),
                shown_value(record, change.path, change.after, wording),
            ]
            for change in record.changes
        ]
        about = [(translate("Events", "Object"), joined((record.object, record.object_id), " "))]
        about += [(translate("Events", "Event"), record.id), (translate("Events", "Request"), record.request)]
        if not record.readable and record.version:
            about.append((translate("Events", "API version"), record.version))
        return changes + [[name, "", text] for name, text in about if text]

    def _target(self, row: FeedRow) -> tuple[str, str] | None:
        """The object, or else its customer."""
        record = row.logged.record
        if record.object in KINDS and record.object_id and not record.type.endswith(".deleted"):
            return KINDS[record.object], record.object_id
        return ("customer", record.customer) if record.customer else None

    def _only(self) -> None:
        if (row := self.chosen) is not None and row.logged.record.customer:
            self.show_customer(row.logged.record.customer, row.name)

    def _open(self) -> None:
        if (row := self.chosen) is not None and (target := self._target(row)) is not None:
            self.window().close()
            self.context.open_object(*target)
