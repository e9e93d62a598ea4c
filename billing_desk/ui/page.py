"""One tab: views and filter above a table with its totals, the detail beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ..domain.filters import parse
from ..domain.money import Money
from ..store.nouns import NOUNS
from ..store.query import Query
from ..store.saved_views import SavedView
from . import words
from .ask import shown
from .context import Context
from .detail import Detail
from .fields import stopped_sentence
from .name_dialog import NameDialog
from .tables.column import Column
from .tables.filter_bar import FilterBar, View
from .tables.rows import RowsModel
from .tables.view import RowsView
from .text import translate
from .theme import LARGE, MEDIUM, SMALL


@dataclass(frozen=True)
class PageSpec:
    """What differs from tab to tab. `empty` says what would be here."""

    kind: str
    columns: Sequence[Column]
    views: Sequence[View]
    tokens: Sequence[str]
    detail: Callable[[Context], Detail[Any]]
    empty: Callable[[], str]
    sort: str = "created"
    descending: bool = True


class Page(QWidget):
    """A tab of one noun."""

    def __init__(self, context: Context, spec: PageSpec) -> None:
        super().__init__()
        self.context, self.spec = context, spec
        self.jobs = context.jobs(self)
        self._pending = ""
        wording = context.wording
        query = Query(spec.kind, sort=spec.sort, descending=spec.descending, zone=wording.zone)
        self.model = RowsModel(self, context.services.reading, query, spec.columns, wording, self.jobs)
        self.model.listen(context.services.changes.subscribe)
        self.table = RowsView(self.model, context.preferences, spec.kind)
        self.table.setAccessibleName(words.nouns(spec.kind))
        self.filter = FilterBar(spec.views, spec.tokens)
        self.detail = spec.detail(context)
        self.detail.setMinimumWidth(440)
        self._footer = QLabel()
        self._footer.setProperty("dim", True)
        self._lay_out()
        self._connect()
        self.jobs.start(self._load_views())
        self.model.reload()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(LARGE, MEDIUM, 0, SMALL)
        column.setSpacing(SMALL)
        self._top = QHBoxLayout()
        self._top.setSpacing(SMALL)
        self._top.addWidget(self.filter, 1)
        column.addLayout(self._top)
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("problem", True)
        self._problem.hide()
        column.addWidget(self._problem)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._nothing = QLabel(wordWrap=True)
        self._nothing.setProperty("dim", True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nothing)
        column.addLayout(self._stack, 1)
        column.addWidget(self._footer)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([800, 460])
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _connect(self) -> None:
        self.filter.changed.connect(self.apply_filter)
        self.filter.field.left.connect(self.table.setFocus)
        self.filter.field.stopped.connect(self._card_number_stopped)
        self.filter.save_asked.connect(self._save_view)
        self.filter.delete_asked.connect(self._delete_view)
        self.table.current_changed.connect(self.detail.show_object)
        self.table.opened.connect(self._open_detail)
        self.table.selection_changed.connect(self._refresh_footer)
        self.model.loaded.connect(self._loaded)
        self.model.refused.connect(self._filter_refused)

    def add_button(self, button: QPushButton) -> None:
        """Beside the filter."""
        self._top.addWidget(button)

    def apply_filter(self, text: str) -> None:
        self._problem.hide()
        query = self.model.query
        parsed = parse(text, frozenset(NOUNS[self.spec.kind].fields))
        self.model.ask(Query(query.kind, parsed, query.sort, query.descending, query.zone))

    def _filter_refused(self, token: str) -> None:
        text = translate(
            "Page", "“{token}” cannot be read. Dates are written 2026-12-01, amounts 1200.50, months 2027-03."
        )
        self._say_problem(text.format(token=token))

    def _card_number_stopped(self) -> None:
        self._say_problem(stopped_sentence())

    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    def select(self, id_: str) -> None:
        """Show this object, whether or not the filter shows its row."""
        if not self.table.select_id(id_):
            self._pending = id_
            self.table.select_nothing()
        self.detail.show_object(id_)
        self.table.setFocus()

    def _open_detail(self, id_: str) -> None:
        self.detail.show_object(id_)
        self.detail.focus_content()

    def _loaded(self) -> None:
        if self._pending and self.table.select_id(self._pending):
            self._pending = ""
        elif self.model.ids and not self.table.current_id and not self.detail.id:
            self.table.selectRow(0)
        self._nothing.setText(self._why_nothing())
        self._stack.setCurrentIndex(0 if self.model.ids else 1)
        self._refresh_footer()

    def _why_nothing(self) -> str:
        permission = self.context.services.status().missing.get(self.spec.kind)
        if permission is not None:
            text = translate("Page", "The key may not read this. It lacks the permission “{permission}”.")
            return text.format(permission=permission or "?")
        return translate("Page", "Nothing matches this filter.") if self.filter.text else self.spec.empty()

    @property
    def shows_rows(self) -> bool:
        """Whether there are rows and none on the screen is a placeholder."""
        return bool(self.model.ids) and self.model.row(0) is not None and self._stack.currentIndex() == 0

    @property
    def empty_text(self) -> str:
        """What stands in place of the table."""
        return self._nothing.text()

    def _refresh_footer(self) -> None:
        self.jobs.newest("footer", self._show_footer())

    async def _show_footer(self) -> None:
        reading, wording = self.context.services.reading, self.context.wording
        parts = [words.rows(len(self.model.ids), wording), *self._amounts(await reading.totals(self.model.query))]
        selected = self.table.selected_ids()
        if len(selected) > 1:
            sums = await reading.totals_of(self.spec.kind, selected)
            text = translate("Page", "%n selected", "", len(selected))
            parts.append(" ".join([text, *self._amounts(sums)]))
        self._footer.setText("  ·  ".join(parts))

    def _amounts(self, totals: list[Money]) -> list[str]:
        return [self.context.wording.money(total) for total in totals if total.amount]

    @property
    def footer_text(self) -> str:
        return self._footer.text()

    async def _load_views(self) -> None:
        self.filter.show_saved(await self.context.services.saved_views.of(self.spec.kind))

    def _save_view(self) -> None:
        self.jobs.start(self._ask_view_name())

    async def _ask_view_name(self) -> None:
        dialog = NameDialog(
            self, translate("Page", "Save as a view"), translate("Page", "Name"), translate("Page", "Save")
        )
        if not await shown(dialog):
            return
        query = self.model.query
        view = SavedView(dialog.name, self.filter.text, query.sort, query.descending)
        await self.context.services.saved_views.save(self.spec.kind, view)
        await self._load_views()

    def _delete_view(self, name: str) -> None:
        self.jobs.start(self._forget_view(name))

    async def _forget_view(self, name: str) -> None:
        await self.context.services.saved_views.delete(self.spec.kind, name)
        await self._load_views()
