"""The bulk edit dialog: choose the edit, see the dry run, enter a reason, start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.errors import DeskError
from ...domain.filters import Condition, Filter
from ...domain.list_query import Query
from ...domain.writes.action import Action
from ...domain.writes.bulk import DEFAULT, Bulk, Edit, EditKind
from ...domain.writes.operation import Risk
from ...services.bulk.edits import BulkEdits, DryRun
from ...services.screen_services import ScreenServices
from ..widgets.context import Context
from ..widgets.dialog import DeskDialog
from ..widgets.fields import FormRow, TextField
from ..widgets.plain import CheckBox, ComboBox, Label, TableCell, let_shrink
from ..widgets.simple_table import fill, table
from ..widgets.theme import MEDIUM, WIDE
from ..wording import operation_words, words
from ..wording.bulk_words import (
    act,
    amount_sentence,
    before_and_after,
    change_count,
    dry_sentence,
    edit_problem,
    revenue_sentence,
    row_title,
    skip_sentence,
)
from ..wording.notices import sentence
from ..wording.text import joined, translate
from .confirmation import Confirmation

BEFORE = 3
"""The index of the dry run's column with the value before the edit."""
MOST_PRICES = 1_000
SHOWN = 500
"""Maximum number of displayed rows of the dry run; the counts include all rows."""


class BulkDialog(DeskDialog[ScreenServices]):
    """Edits the rows with these numbers of an entity. `bulk` is the started bulk edit."""

    def __init__(
        self, context: Context[ScreenServices], parent: QWidget, bulks: BulkEdits, entity: str, numbers: Sequence[int]
    ) -> None:
        title = change_count(entity, len(numbers))
        super().__init__(context, parent, title, translate("Bulk", "Change"), whom=None)
        self.resize(WIDE, 640)
        self.bulks, self._begins = bulks, False
        self.bulk: Bulk | None = None
        self.kind = ComboBox()
        for kind in (kind for kind in EditKind if kind.entity == entity):
            self.kind.addItem(operation_words.action(Action(kind)), kind)
        self._numbers, self._dry = numbers, DryRun(Edit(EditKind(self.kind.currentData())), (), {})
        self.key, self.value = TextField(), TextField()
        self._key = FormRow(translate("Bulk", "Metadata key"), self.key)
        self._value = FormRow(translate("Bulk", "Value"), self.value)
        first = QHBoxLayout()
        first.setSpacing(MEDIUM)
        self.price, self.proration = ComboBox(), ComboBox()
        self.price.addItem(translate("Bulk", "Choose a plan"), "")
        self.proration.addItem(translate("Bulk", "Without proration"), "none")
        self.proration.addItem(translate("Bulk", "Prorated, on the next invoice"), "create_prorations")
        let_shrink(self.price)
        self._price = FormRow(translate("Bulk", "New plan"), self.price)
        self._proration = FormRow(translate("Bulk", "This period"), self.proration)
        chosen = FormRow(translate("Bulk", "Change"), self.kind)
        for row in (chosen, self._key, self._value, self._price, self._proration):
            first.addWidget(row, 1)
        if entity == "subscription":
            self.jobs.start(self._load_prices())
        self.body.addLayout(first)
        self.default = CheckBox(translate("Bulk", "Set the new card as the default"))
        self.default.setChecked(True)
        self.body.addWidget(self.default)
        self.summary = Label(wordWrap=True)
        self.body.addWidget(self.summary)
        titles = [
            words.noun(entity),
            translate("Bulk", "ID"),
            translate("Bulk", "Result"),
            translate("Preview", "Before"),
            translate("Preview", "After"),
        ]
        self.list = table(translate("Bulk", "Dry run"), titles, (180, 100, 210, 130, 0), stretch=4)
        self.body.addWidget(self.list, 1)
        self._confirmation = Confirmation(context.services.identity.mode, context.wording)
        self._confirmation.ask(Risk.PLAIN, count=len(numbers))
        self.reason, self.ticket = self._confirmation.reason, self._confirmation.ticket
        self.typed = self._confirmation.typed
        self.body.addWidget(self._confirmation)
        self.kind.currentIndexChanged.connect(self._edited)
        for field in (self.key, self.value):
            field.textChanged.connect(self._edited)
        self.default.toggled.connect(self._edited)
        for box in (self.price, self.proration):
            box.currentIndexChanged.connect(self._edited)
        self.typed.textChanged.connect(self._enable_start)
        self.primary.clicked.connect(self._begin)
        self._edited()
        (self.value if entity == "customer" else self.kind).setFocus()

    @property
    def edit(self) -> Edit:
        kind = EditKind(self.kind.currentData())
        if kind.makes_links:
            return Edit(kind, DEFAULT if self.default.isChecked() else "")
        if kind is EditKind.MOVE:
            return Edit(kind, str(self.proration.currentData()), str(self.price.currentData() or ""))
        if kind is EditKind.CONTACTED:
            return Edit(kind, value=self.context.wording.today().isoformat())
        key = self.key.text().strip() if kind.needs_key else ""
        return Edit(kind, key, self.value.text().strip() if kind.needs_value else "")

    def _edited(self) -> None:
        kind = EditKind(self.kind.currentData())
        self._key.setVisible(kind.needs_key)
        self._value.setVisible(kind.needs_value)
        self._price.setVisible(kind is EditKind.MOVE)
        self._proration.setVisible(kind is EditKind.MOVE)
        links = kind.makes_links
        self.default.setVisible(links)
        self.list.setColumnHidden(BEFORE, links)
        after = operation_words.field("email") if links else translate("Preview", "After")
        self.list.setHorizontalHeaderItem(BEFORE + 1, TableCell(after))
        self.allow(allowed=False)
        self.jobs.newest("dry", self._make_dry())

    async def _load_prices(self) -> None:
        """Active recurring prices, by product."""
        query = Query("price", Filter((Condition("active", ":", "yes"),)), sort="product_name", descending=False)
        page = await self.context.services.queries.page(query, MOST_PRICES)
        for _, row in page.rows:
            if row.get("interval"):
                text = joined((str(row.get("product_name") or ""), str(row.get("nickname") or row["id"])), " · ")
                self.price.addItem(text, str(row["id"]))

    async def _make_dry(self) -> None:
        edit, wording = self.edit, self.context.wording
        problem = edit.problem
        field = self._key if edit.kind is EditKind.REMOVE_METADATA or problem in ("bad_key", "own_key") else self._value
        other = self._value if field is self._key else self._key
        other.show_problem("")
        field.show_problem(edit_problem(problem) if problem and problem != "empty" else "")
        if problem:
            self._dry = DryRun(edit, (), {})
            fill(self.list, [])
            self.summary.setText(translate("Bulk", "Choose what to change. Nothing is sent until you confirm."))
            return

        def looked_at(count: int) -> None:
            if count < len(self._numbers):
                text = translate("Bulk", "Checking {count} of {total}")
                self.summary.setText(text.format(count=wording.number(count), total=wording.number(len(self._numbers))))

        self._dry = dry = await self.bulks.dry(edit, self._numbers, looked_at)
        left_out = [f"{skip_sentence(why)}: {wording.number(count)}" for why, count in sorted(dry.skips.items())]
        text = dry_sentence(edit.kind, dry.count)
        parts = [text.replace(str(dry.count), wording.number(dry.count)), amount_sentence(dry, wording)]
        parts += [revenue_sentence(dry, wording), *left_out]
        self.summary.setText(joined(parts, "  ·  "))
        will = operation_words.action(Action(edit.kind))
        shown = [
            [row_title(edit.kind, row.title), row.subject, skip_sentence(row.skip) if row.skip else will]
            + (["", ""] if row.skip else before_and_after(edit.kind, row, wording))
            for row in dry.rows[:SHOWN]
        ]
        fill(self.list, shown)
        self.look_first()
        self._enable_start()

    def _enable_start(self) -> None:
        typed = self._confirmation.is_given
        self.primary.setText(
            act(self._dry.edit.kind, self._dry.count) if self._dry.count else translate("Bulk", "Change")
        )
        self.allow(self._dry.count > 0 and self._dry.edit == self.edit and typed and not self._begins)

    def _begin(self) -> None:
        self.jobs.alone("begin", self._begun())

    async def _begun(self) -> None:
        self._begins = True
        self._enable_start()
        try:
            self.bulk = await self.bulks.begin(self._dry, *self._confirmation.explanation)
        except DeskError as error:
            self.show_problem(sentence(error))
            self._begins = False
            self._enable_start()
            return
        self.accept()
