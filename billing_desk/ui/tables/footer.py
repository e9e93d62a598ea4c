"""The footer of a table: number of rows and totals, of all rows and of the selected ones."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.list_totals import Total
from ...services.queries import Queries
from ..widgets.icons import icon
from ..widgets.jobs import Jobs
from ..widgets.plain import Button, Label, set_tip
from ..widgets.theme import SMALL
from ..wording import totals_words, words
from ..wording.text import Wording, joined, translate
from .rows import RowsModel
from .view import RowsView


class Footer(QWidget):
    def __init__(self, model: RowsModel, table: RowsView, reading: Queries, wording: Wording, jobs: Jobs) -> None:
        super().__init__()
        self._model, self._table, self._reading, self._wording, self._jobs = model, table, reading, wording, jobs
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        self._label = Label(wordWrap=True)
        self._label.setProperty("dim", True)
        self.export = Button(translate("Footer", "Export…"), icon("export"))
        self.export.setProperty("flat", True)
        set_tip(self.export, translate("Footer", "Export list (Ctrl+E)"))
        self.many = Button(translate("Footer", "Bulk edit…"), icon("edit"))
        self.many.setProperty("flat", True)
        set_tip(self.many, translate("Footer", "Edit the selected rows, or all filtered rows (Ctrl+Shift+M)"))
        self.many.hide()
        layout.addWidget(self._label, 1)
        layout.addWidget(self.many)
        layout.addWidget(self.export)
        self._all = ""
        self._selected = ""
        model.shown.connect(self._list_changed)
        model.loaded.connect(self._list_changed)
        table.selection_changed.connect(self._selection_changed)

    @property
    def text(self) -> str:
        return self._label.text()

    def _list_changed(self) -> None:
        self._all = self._counted()
        self._show()
        if self._model.whole:
            self._jobs.newest("totals", self._total_all())
            self._selection_changed()

    def _counted(self) -> str:
        count = len(self._model.numbers)
        if self._model.whole:
            return words.rows(count, self._wording)
        return translate("Footer", "more than {count} rows").format(count=self._wording.number(count))

    async def _total_all(self) -> None:
        totals = await self._reading.totals(self._model.query)
        self._all = joined([self._counted(), *self._amounts(totals)], "  ·  ")
        self._show()
        if self._table.has_all() and len(self._model.numbers) > 1:
            self._show_selected(totals)

    def _selection_changed(self) -> None:
        if self._table.selected_count() < 2:
            self._selected = ""
            self._show()
        else:
            self._jobs.newest("selected", self._total_selected())

    async def _total_selected(self) -> None:
        if self._table.has_all():
            self._show_selected(await self._reading.totals(self._model.query))
        else:
            numbers = self._table.selected_numbers()
            self._show_selected(await self._reading.totals_of(self._model.query.kind, numbers))

    def _show_selected(self, totals: list[Total]) -> None:
        count = self._table.selected_count()
        text = translate("Page", "%n selected", "", count).replace(str(count), self._wording.number(count))
        self._selected = joined([text, *self._amounts(totals)], "  ·  ")
        self._show()

    def _show(self) -> None:
        self._label.setText(joined((self._all, self._selected), "  ·  "))

    def _amounts(self, totals: list[Total]) -> list[str]:
        return totals_words.figures(self._model.query.kind, totals, self._wording)
