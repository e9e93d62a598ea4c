"""A tab: views and filter above a table with totals, and the detail on the right."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ...domain.filters import Filter, parse
from ...domain.list_query import Query
from ...domain.saved_view import SavedView
from ...domain.writes.bulk import EditKind
from ..tables.filter_bar import FilterBar
from ..tables.footer import Footer
from ..tables.rows import RowsModel
from ..tables.view import RowsView
from ..widgets.ask import shown
from ..widgets.clipboard import copy, copy_as_it_is
from ..widgets.context import Context, Services
from ..widgets.plain import Label
from ..widgets.theme import LARGE, MEDIUM, SMALL
from ..wording import words
from ..wording.notices import Notice
from ..wording.text import translate
from .detail_builder import NARROWEST
from .filter_problem import FilterProblem
from .not_listed import NotListed
from .page_spec import PageSpec
from .row_menu import Entry, RowMenu

VALUES_KEPT = 10.0
"""Seconds before the values in the filter menu are read again."""


class TabPage(QWidget, Generic[Services]):
    """The tab of one entity."""

    def __init__(self, context: Context[Services], spec: PageSpec) -> None:
        super().__init__()
        self.context, self.spec = context, spec
        self.jobs = context.jobs(self)
        self._pending, self._values_read = 0, -VALUES_KEPT
        wording = context.wording
        query = Query(spec.kind, Filter(), spec.sort, spec.descending, wording.zone, wording.year_begins)
        self.model = RowsModel(self, context.services.queries, query, spec.columns, wording, self.jobs)
        self.model.listen(context.services.changes.subscribe)
        self.table = RowsView(self.model, context.preferences, spec.kind)
        self.table.setAccessibleName(words.nouns(spec.kind))
        self._fields = context.services.queries.fields(spec.kind)
        dates = [name for name, type_ in self._fields.items() if type_ == "date"]
        self.filter = FilterBar(spec.views, spec.tokens, dates, self)
        self.detail = spec.detail(context)
        self.detail.setMinimumWidth(NARROWEST)
        self.footer = Footer(self.model, self.table, context.services.queries, wording, self.jobs)
        self._lay_out()
        self._connect()
        self._menu = RowMenu(self.table, self._row_actions)
        self.jobs.start(self._load_views())
        self.model.reload()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(LARGE, MEDIUM, 0, SMALL)
        column.setSpacing(SMALL)
        self._column = column
        self._top = QHBoxLayout()
        self._top.setSpacing(SMALL)
        self._top.addWidget(self.filter, 1)
        column.addLayout(self._top)
        self.problem = FilterProblem(frozenset(self._fields), self.spec.values)
        self.problem.better_asked.connect(self.filter.set_text)
        column.addWidget(self.problem)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._nothing = Label(wordWrap=True)
        self._nothing.setProperty("dim", True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nothing)
        column.addLayout(self._stack, 1)
        column.addWidget(self.footer)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self._right())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([840, 420])
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _right(self) -> QWidget:
        """The detail, below a strip that says that its object is not in the list."""
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = NotListed()
        self.strip.clear_asked.connect(self._clear_filter)
        column.addWidget(self.strip)
        column.addWidget(self.detail, 1)
        return right

    def _clear_filter(self) -> None:
        self.filter.set_text("")
        self.select(self.detail.id)

    def _connect(self) -> None:
        self.filter.changed.connect(self.apply_filter)
        self.filter.field.left.connect(self.table.setFocus)
        self.filter.field.stopped.connect(self.problem.say_card_number)
        self.filter.save_asked.connect(self.save_view)
        self.filter.delete_asked.connect(self._delete_view)
        self.table.current_changed.connect(self._row_chosen)
        self.table.opened.connect(self._open_detail)
        self.table.copy_asked.connect(self.copy)
        self.footer.export.clicked.connect(self.export)
        self.footer.many.clicked.connect(self.change_many)
        self.footer.many.setVisible(self._can_change_many)
        self.filter.chosen.connect(self._use_view)
        self.model.shown.connect(self._show_rows)
        self.model.loaded.connect(self._loaded)
        self.model.refused.connect(self.problem.say_refused)

    def add_button(self, button: QPushButton) -> None:
        """Add a button next to the filter."""
        self._top.addWidget(button)

    def apply_filter(self, text: str) -> None:
        self.problem.typed(text)
        query = self.model.query
        parsed = parse(text, frozenset(self._fields))
        self.model.ask(replace(query, filter=parsed))

    def select(self, id_: str) -> None:
        """Show this object, whether or not its row matches the filter."""
        self._pending = 0  # do not wait any longer for an earlier object's row
        self.detail.show_object(id_)
        self.table.setFocus()
        self.jobs.newest("select", self._select(id_))

    async def _select(self, id_: str) -> None:
        number = await self.context.services.queries.place(self.spec.kind, id_)
        if self.detail.id == id_ and (number is None or not self.table.select_number(number)):
            self.table.select_nothing()
            self.detail.show_object(id_)
            self._pending = number or 0

    def _row_chosen(self, id_: str) -> None:
        if id_:
            self._pending = 0
            self.strip.hide()
        self.detail.show_object(id_)

    def _open_detail(self, id_: str) -> None:
        self.detail.show_object(id_)
        self.detail.focus_content()

    def _loaded(self) -> None:
        if self._pending and self.table.select_number(self._pending):
            self._pending = 0
        self._show_rows()
        self.jobs.newest("strip", self._say_whether_listed())
        if time.monotonic() - self._values_read > VALUES_KEPT:
            self._values_read = time.monotonic()
            self.jobs.newest("values", self._load_values())

    async def _say_whether_listed(self) -> None:
        """What is shown stays, also when it left the list; then the strip says so (G8)."""
        id_ = self.detail.id
        number = await self.context.services.queries.place(self.spec.kind, id_) if id_ else None
        if id_ == self.detail.id:
            filtered = bool(self.model.query.filter.conditions or self.model.query.filter.words)
            self.strip.setVisible(number is not None and filtered and number not in self.model.numbers)

    def _show_rows(self) -> None:
        nothing_open = not self.table.current_number and not self.detail.id
        if self.model.numbers and nothing_open and self.context.opens_first_row:
            self.table.selectRow(0)
        self._nothing.setText(self._why_nothing())
        self.footer.many.setEnabled(bool(self.model.numbers))
        self._stack.setCurrentIndex(0 if self.model.numbers else 1)

    def _why_nothing(self) -> str:
        permission = self.context.services.status().missing.get(self.spec.kind)
        if permission is not None:
            text = translate("Page", "The key cannot read this. It lacks the permission “{permission}”.")
            return text.format(permission=permission or "?")
        return translate("Page", "No results match this filter.") if self.filter.text else self.spec.empty()

    @property
    def shows_rows(self) -> bool:
        """Whether there are rows and all visible ones are loaded."""
        return bool(self.model.numbers) and self.model.row(0) is not None and self._stack.currentIndex() == 0

    @property
    def empty_text(self) -> str:
        return self._nothing.text()

    @property
    def footer_text(self) -> str:
        return self.footer.text

    async def _load_views(self) -> None:
        self.filter.show_saved(await self.context.services.saved_views.of(self.spec.kind))

    async def _load_values(self) -> None:
        """Read the values for the filter menu, and the test clocks."""
        reading = self.context.services.queries
        self.filter.show_values(await reading.values(self.spec.kind))
        if "clock" in self._fields:
            self.filter.show_clocks(await reading.clocks())

    def _use_view(self, view: SavedView) -> None:
        if self.table.columns.use(view):
            self.table.columns.fit(self.model.query.sort)
        query = self.model.query
        sort = (view.sort, view.descending) if view.sort else (self.spec.sort, self.spec.descending)
        parsed = parse(view.filter, frozenset(self._fields))
        self.problem.say("")
        self.model.ask(replace(query, filter=parsed, sort=sort[0], descending=sort[1]))

    def save_view(self) -> None:
        self.jobs.start(self._ask_view_name())

    async def _ask_view_name(self) -> None:
        from ..tables.view_dialog import ViewDialog

        dialog = ViewDialog(self, self.filter.free_shortcuts())
        if not await shown(dialog):
            return
        query, columns = self.model.query, self.table.columns.layout()
        view = SavedView(dialog.name, self.filter.text, query.sort, query.descending, columns, dialog.shortcut)
        await self.context.services.saved_views.save(self.spec.kind, view)
        await self._load_views()

    def _delete_view(self, name: str) -> None:
        self.jobs.start(self._forget_view(name))

    async def _forget_view(self, name: str) -> None:
        await self.context.services.saved_views.delete(self.spec.kind, name)
        await self._load_views()

    def _row_actions(self) -> list[Entry]:
        row = self.model.cache.get(self.table.current_number) or {}
        owner = str(row.get("customer") or "")
        found: list[Entry] = [
            (translate("Page", "Copy rows"), self.copy),
            (translate("Page", "Copy ID"), partial(copy, self.table.current_id)),
        ]
        if owner:
            found.append((translate("Page", "Open customer"), partial(self.context.open_object, "customer", owner)))
        if self._can_change_many:
            found.append((translate("Page", "Bulk edit…"), self.change_many))
        return [*found, (translate("Page", "Export…"), self.export)]

    def copy(self) -> None:
        """Copy the selected rows as text."""
        self.jobs.newest("copy", self._copy())

    async def _copy(self) -> None:
        from ..tables.copying import MOST, as_text

        numbers, wording = self.table.selected_numbers(), self.context.wording
        columns, queries = self.table.columns.shown(), self.context.services.queries
        text = await as_text(queries, self.spec.kind, numbers, columns, wording)
        copy_as_it_is(text)
        if len(numbers) > MOST:
            said = translate("Page", "The first {count} rows were copied. Use Export (Ctrl+E) for all rows.")
            self.context.say(Notice(said.format(count=wording.number(MOST)), "warn"))

    @property
    def _can_change_many(self) -> bool:
        return any(kind.entity == self.spec.kind for kind in EditKind)

    def change_many(self) -> None:
        """Start a bulk edit of the selected rows, or of all filtered rows if fewer than two are selected."""
        if self._can_change_many:
            self.jobs.newest("many", self._change_many(self.table.selected_numbers()))

    async def _change_many(self, selected: Sequence[int]) -> None:
        # Queried again, because the model may not have the end of a long list yet.
        many = len(selected) > 1
        numbers = selected if many else await self.context.services.queries.numbers(self.model.query)
        if numbers:
            await self.context.edit_many(self, self.spec.kind, numbers)

    def export(self) -> None:
        """Export the selected rows or the whole list."""
        from .export_dialog import Exportable, ExportDialog  # imported late because of the file dialog

        columns, selected = self.table.columns.shown(), self.table.selected_numbers()
        source = Exportable(self.model.query, self.filter.text, columns, len(self.model.numbers), selected)
        self.jobs.start(shown(ExportDialog(self.context, self, source)))
