"""The command palette (Ctrl+K): finds objects and runs actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from ...domain.search_hit import Hit
from ...services.search import Search
from ..widgets.fields import TextField, stopped_sentence
from ..widgets.icons import icon
from ..widgets.jobs import Jobs
from ..widgets.plain import Label, ListEntry, set_title
from ..widgets.theme import MEDIUM, SMALL, colors
from ..wording import words
from ..wording.text import translate
from .actions import Action

_ROLE = Qt.ItemDataRole.UserRole


class PaletteField(TextField):
    """Up, Down and Enter are passed to the list."""

    def __init__(self, keys_to: QListWidget) -> None:
        super().__init__()
        self._list = keys_to

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self._list.count()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and count:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % count)
        else:
            super().keyPressEvent(event)


class Palette(QDialog):
    """After it is accepted, `chosen` is an action's name or a hit."""

    def __init__(
        self,
        parent: QWidget,
        actions: Sequence[Action],
        search: Search | None,
        report: Callable[[BaseException], None],
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        set_title(self, translate("Palette", "Search"))
        self.resize(620, 440)
        self._actions, self._search = actions, search
        self._jobs = Jobs(self, report)
        self.chosen: str | Hit | None = None
        self._shown = self._take_when_shown = False
        self._why = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(SMALL)
        self.setStyleSheet(f"Palette {{ border: 2px solid {colors().accent}; }}")
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Palette", "Results"))
        self.field = PaletteField(self.list)
        self.field.setPlaceholderText(
            translate("Palette", "Name, email, ID, last 4 digits, invoice number, amount, or command")
        )
        self.field.setAccessibleName(translate("Palette", "Search"))
        self._note = Label(wordWrap=True)
        self._note.setProperty("dim", True)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._note)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take)
        self.field.stopped.connect(self._stopped)
        self.list.itemActivated.connect(self._take)
        self._typed("")

    def _stopped(self) -> None:
        self._why = stopped_sentence()

    def _typed(self, text: str) -> None:
        self._note.setText("")
        if text:
            self._why = ""
        self._shown = False
        self._jobs.newest("find", self._show(text.strip()))

    async def _show(self, text: str) -> None:
        hits = await self._search.find(text) if self._search and len(text) > 1 else []
        self.list.clear()
        for hit in hits:
            item = ListEntry(f"{hit.title}   {words.noun(hit.kind)}", icon(hit.kind), hit.id)
            item.setData(_ROLE, hit)
            self.list.addItem(item)
        wanted = text.casefold()
        for action in self._actions:
            if wanted in action.title().casefold():
                keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                item = ListEntry(f"{action.title()}   {keys}".rstrip(), icon("forward"))
                item.setData(_ROLE, action.name)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._note.setText(self._why or ("" if self.list.count() else translate("Palette", "No results.")))
        self._shown = True
        if self._take_when_shown:
            self._take()

    def _take(self) -> None:
        """Choose a result. If the search for the current text is still running, waits for its results."""
        self._take_when_shown = not self._shown
        if self._take_when_shown:
            return
        item = self.list.currentItem()
        if item is not None:
            self.chosen = item.data(_ROLE)
            self.accept()
